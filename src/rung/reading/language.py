"""The language of a text, by its most frequent small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

_WORDS = {
    "en": (
        "the and to of in a for with is you we our on are will as be your this that or have from"
    ),
    "de": (
        "und die der in mit für von den wir zu das ist du auf ein eine im sie bei dich "
        "deine oder als"
    ),
    "fr": (
        "et de la les des le en pour vous une un à du dans nous sur au est avec votre notre ou par"
    ),
    "es": ("de y en la el con los para que una las un del por se nuestro es como más su tu o al"),
    "nl": (
        "en de het van een je in voor met te dat is op wij ons aan jouw bent zijn we als of jij"
    ),
    "it": ("di e la per in il con che un una dei le del della nel è ai i gli alla si dell al tuo"),
    "pt": ("de e a o em para com que os uma do da um na no dos das é por se sua você as nossa"),
    "pl": ("i w z na do oraz się dla nie to w jest o że jako od ze pracy lub przez po my"),
}
_ENOUGH = 0.12
"""Share of small words under which no language is named: lists and other scripts."""

_TOKEN = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language of ``text`` as an ISO 639-1 code, or ``other``.

    Why small words: they are a third of running text in any language and hardly any of a
    foreign one, so a posting full of English tool names is still told to be German.
    """
    tokens = Counter(_TOKEN.findall(text[:6000].lower()))
    total = tokens.total()
    if not total:
        return "other"
    shares = {
        lang: sum(tokens[word] for word in words if word in tokens) / total
        for lang, words in _sets().items()
    }
    best = max(shares, key=lambda lang: (shares[lang], lang))
    return best if shares[best] >= _ENOUGH else "other"


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {lang: frozenset(words.split()) for lang, words in _WORDS.items()}
