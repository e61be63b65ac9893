"""Whether a name that is also an ordinary word is meant as a skill: judged by its company."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rung.catalogue.records import ContextAlias
from rung.reading.text import Folded, fold, fold_name

REACH = 120
"""How many characters either side of a name still are its company."""

_PASSED = 4
"""How many items of a list may stand between a name and the skill that vouches for it."""

_END = re.compile(r"[.!?]\s+(?=[A-Z\d(])|[\n•]")
_SEPARATOR = re.compile(r"\s*(?:[,/;|&()•·+]|\n[ \t]*[-*•–]?|\b(?:and|or|und|oder|et|ou|y|o)\b)\s*")


@dataclass(frozen=True, slots=True)
class Rule:
    """A :class:`ContextAlias` made ready."""

    cased: str | None
    near: tuple[str, ...]
    in_list: bool
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """A text in which names are judged; ``sure`` are the places of unambiguous skills in
    the original, sorted.
    """

    original: str
    folded: Folded
    sure: Sequence[tuple[int, int]]


def rule(alias: ContextAlias) -> Rule:
    """The rule an alias states."""
    never = tuple(fold_name(w) for w in alias.never)
    cased = fold(alias.text).cased.strip() if alias.case else None
    return Rule(cased, alias.near, alias.list, never)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all the words.

    Why made when first needed: a text touches few of the hundreds of rules.
    """
    folded = sorted((re.escape(fold_name(w)) for w in words), key=len, reverse=True)
    return re.compile(rf"(?<![\w+#])(?:{'|'.join(folded)})s?(?![\w+#])")


def holds(rule: Rule, start: int, end: int, around: Company) -> bool:
    """Whether the name at ``[start, end)`` of the folded text is meant as the skill."""
    if rule.cased is not None and around.folded.cased[start:end] != rule.cased:
        return False
    if any(_touches(around.folded.text, word, start, end) for word in rule.never):
        return False
    if rule.near and _near(_any_of(rule.near), start, end, around):
        return True
    return rule.in_list and _listed(start, end, around)


def _touches(text: str, word: str, start: int, end: int) -> bool:
    low = max(0, start - len(word) - 1)
    window = text[low : end + len(word) + 1]
    at = window.find(word)
    while at >= 0:
        stop = at + len(word)
        whole = not (window[at - 1 : at].isalnum() or window[stop : stop + 1].isalnum())
        if whole and low + at <= end + 1 and low + stop >= start - 1:
            return True
        at = window.find(word, at + 1)
    return False


def _near(pattern: re.Pattern[str], start: int, end: int, around: Company) -> bool:
    low, high = _sentence(start, end, around)
    text = around.folded.text
    return any(
        not (start <= m.start() and m.end() <= end) for m in pattern.finditer(text, low, high)
    )


def _sentence(start: int, end: int, around: Company) -> tuple[int, int]:
    """The sentence or list line about a name, at most REACH characters each way."""
    cased = around.folded.cased
    low = max(0, start - REACH)
    for m in _END.finditer(cased, low, start):
        low = m.end()
    cut = _END.search(cased, end, min(len(cased), end + REACH))
    return low, cut.start() if cut else min(len(cased), end + REACH)


def _listed(start: int, end: int, around: Company) -> bool:
    """Whether a neighbour in the same list is surely a skill.

    Why by the original text: folding turns the slash of "R/Python" into a space. A name
    counts as an item only where nothing stands between it and the separator.
    """
    a, b = around.folded.span(start, end)
    after = _items(around.original, b, forward=True)
    before = _items(around.original, a, forward=False)
    return any(_vouched(lo, hi, around, forward=True) for lo, hi in after) or any(
        _vouched(lo, hi, around, forward=False) for lo, hi in before
    )


def _items(text: str, at: int, *, forward: bool) -> Iterator[tuple[int, int]]:
    """The neighbouring list items from ``at`` on, nearest first, as long as they are short."""
    if forward:
        sep = _SEPARATOR.match(text, at)
        for _ in range(_PASSED):
            if sep is None or (not sep.group().strip() and "\n" not in sep.group()):
                return
            begin = _run_on(text, sep.end())
            sep = _SEPARATOR.search(text, begin, begin + 60)
            stop = sep.start() if sep else min(len(text), begin + 60)
            yield begin, stop
            if len(text[begin:stop].split()) > 3:
                return
        return
    seps = list(_SEPARATOR.finditer(text, max(0, at - 240), at))
    seps = [s for s in seps if s.group().strip() or "\n" in s.group()]
    while seps and seps[-1].end() == at:
        sep = seps.pop()
        stop = sep.start()
        while seps and seps[-1].end() == stop:
            stop = seps.pop().start()
        begin = seps[-1].end() if seps else max(0, stop - 60)
        yield begin, stop
        if len(text[begin:stop].split()) > 3:
            return
        at = begin


def _run_on(text: str, at: int) -> int:
    """Past separators that follow one another (", and", ") /")."""
    while (m := _SEPARATOR.match(text, at)) and m.end() > at:
        at = m.end()
    return at


def _vouched(low: int, high: int, around: Company, *, forward: bool) -> bool:
    """Whether a sure skill stands at the near edge of the item ``[low, high)``."""
    edge = low if forward else high
    for i in range(bisect_left(around.sure, (low, 0)), len(around.sure)):
        start, end = around.sure[i]
        if start >= high:
            return False
        if abs((start if forward else end) - edge) <= 2:
            return True
    return False
