"""Which role a job title names, and whether two titles name the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol
from weakref import WeakKeyDictionary

from rung.catalogue.records import Role
from rung.reading.text import plain


class HasRoles(Protocol):
    """Anything with roles by id."""

    @property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id."""


@dataclass(frozen=True, slots=True)
class RoleReading:
    """The role of an ad, None where it is none of the catalogue's; ``matched`` says why."""

    role: str | None
    confidence: float
    matched: str


@dataclass(frozen=True)
class _Titles:
    phrases: Mapping[str, str]
    longest: int
    never: Mapping[str, tuple[str, ...]]
    cues: Mapping[str, tuple[str, ...]]


_cached: WeakKeyDictionary[HasRoles, _Titles] = WeakKeyDictionary()

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}")
_GENDER = re.compile(
    r"[(\[]?\b(?:[mfwdx]\s*[/|*,]\s*){1,3}[mfwdx*]\b[)\]]?|\ball genders?\b|\ba\*", re.IGNORECASE
)
_REQUISITION = re.compile(
    r"#\s*\S+|\b(?:req|job)?\s?(?:id)?[-_ ]?\d{4,}\b|https?://\S+", re.IGNORECASE
)
_NOISE = re.compile(
    r"\b(?:senior|sr\.?|snr|junior|jr\.?|mid|mid level|midlevel|staff(?<!technical staff)"
    r"|principal|lead|leader"
    r"|distinguished|founding|entry level|entry|early career|new grad(?:uate)?|new college grad"
    r"|graduate"
    r"|associate|experienced|intern(?:ship)?|co op|working student|werkstudent\w*|trainee|i{1,3}"
    r"|iv|vi?|l[3-7]"
    r"|remote|hybrid|onsite|on site|contract|freelance|full time|part time|100|20\d\d|m w d"
    r"|m f d|f m d|w m d"
    r"|worldwide|usa?|uk|emea|europe|latam|india|germany|berlin|london|new york|nyc"
    r"|san francisco)\b"
)
_ALIKE: tuple[tuple[str, str], ...] = (
    (r"mle", "machine learning engineer"),
    (r"(?:ml|machine learning|ai) ?(?:ops|operations)|mlops", "mlops"),
    (r"ml", "machine learning"),
    (r"artificial intelligence|a\.i\.", "ai"),
    (r"natural language processing", "nlp"),
    (r"gen ?ai|generative artificial intelligence", "generative ai"),
    (r"large language models?|llms", "llm"),
    (r"swe|sde|software development engineer", "software engineer"),
    (r"mts", "member of technical staff"),
    (r"engg?|engineers|engineering|engeneer|enginner|ingenieur", "engineer"),
    (r"scientists", "scientist"),
    (r"developers|dev|entwickler|developpeur", "developer"),
    (r"pm", "product manager"),
    (r"product owner", "product manager"),
    (r"ki", "ai"),
    (r"agents", "agent"),
)
_GENERIC = re.compile(
    r"\b(?:software (?:engineer|developer)|engineer|developer|researcher|scientist"
    r"|member of technical staff"
    r"|product manager|programmer|architect)\b"
)
_AI_TITLE = re.compile(
    r"\b(?:ai|machine learning|deep learning|llm|generative|agent|agentic|nlp|perception|vision"
    r"|speech|"
    r"robot\w*|language|inference|training|model\w*|data|intelligence|conversational"
    r"|reinforcement|rl)\b"
)
_SHARED = {
    "ai engineer", "ai developer", "ai specialist", "applied ai", "ai researcher", "researcher",
    "ai software engineer", "software engineer ai", "ai scientist", "ai", "machine learning",
    "machine learning scientist", "member of technical staff", "ai architect",
    "founding ai engineer",
}  # fmt: skip
"""Titles several roles go by: the ad's text decides between them."""

_CLEAR_PHRASE, _SHORT_PHRASE, _NO_PHRASE, _SHARED_TITLE, _BY_TEXT = 0.93, 0.9, 0.95, 0.8, 0.77
"""How often each kind of reading was right in the labelled ads set aside for tuning (437)."""

_CLEAR = 2.0
"""How many times more cues another role must have before it takes a shared title."""


def normalise_title(title: str) -> str:
    """A title without level, gender marks, places, numbers and brackets, its words unified.

    >>> normalise_title("Sr. Machine-Learning Engineer II (m/w/d)")
    'machine learning engineer'
    """
    return _unify(_BRACKETS.sub(" ", _GENDER.sub(" ", title))) or _unify(_GENDER.sub(" ", title))


def same_role(title_a: str, title_b: str) -> bool:
    """Whether two titles differ only in level, spelling or short forms."""
    return normalise_title(title_a) == normalise_title(title_b)


def role_of(title: str, text: str, catalogue: HasRoles) -> RoleReading:
    """The role a title names; its text decides where several roles go by that title.

    Why in this order: the longest known phrase in the title is right far more often than any
    reading of the text; the text speaks only for shared titles ("AI engineer") and for generic
    ones that carry a word of the field ("Software engineer, perception").
    """
    known = _titles(catalogue)
    head = normalise_title(title)
    whole = _unify(_BRACKETS.sub(r" \1\2\3 ", _GENDER.sub(" ", title)))
    said = _words(_BRACKETS.sub(r" \1\2\3 ", _GENDER.sub(" ", title)))
    barred = {r for r, never in known.never.items() if _names_any(said, never)}
    found = _phrase(head, known, barred) or _phrase(whole, known, barred)
    if found is not None:
        role, phrase = found
        if phrase in _SHARED:
            return _decide(role, phrase, text, known, barred)
        return RoleReading(role, _CLEAR_PHRASE if " " in phrase else _SHORT_PHRASE, phrase)
    if _GENERIC.search(whole) and _AI_TITLE.search(whole):
        return _by_text(whole, text, known, barred)
    return RoleReading(None, _NO_PHRASE, "")


def _decide(role: str, phrase: str, text: str, known: _Titles, barred: set[str]) -> RoleReading:
    counts = _cue_counts(text, known, barred)
    best = max(counts, key=lambda r: (counts[r], r == role, r), default=role)
    if best != role and counts[best] >= 4 and counts[best] >= _CLEAR * max(counts.get(role, 0), 1):
        return RoleReading(best, _SHARED_TITLE, f"{phrase}; text")
    return RoleReading(role, _SHARED_TITLE, phrase)


def _by_text(title: str, text: str, known: _Titles, barred: set[str]) -> RoleReading:
    counts = _cue_counts(text, known, barred)
    ranked = sorted(counts, key=lambda r: (-counts[r], r))
    if not ranked or counts[ranked[0]] < 6:
        return RoleReading(None, _BY_TEXT, title)
    return RoleReading(ranked[0], _BY_TEXT, f"{title}; text")


def _cue_counts(text: str, known: _Titles, barred: set[str]) -> dict[str, int]:
    """Distinct cues of each role in the text."""
    low = text.casefold()
    return {
        role: len(set(pattern.findall(low)))
        for role, cues in known.cues.items()
        if role not in barred and (pattern := _any_of(cues))
    }


def _phrase(title: str, known: _Titles, barred: set[str]) -> tuple[str, str] | None:
    words = title.split()
    for size in range(min(known.longest, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            phrase = " ".join(words[at : at + size])
            role = known.phrases.get(phrase)
            if role is not None and role not in barred:
                return role, phrase
    return None


def _unify(text: str) -> str:
    """The words of a title without what says nothing of the role."""
    bare = re.sub(r"[^\w+#' ]", " ", _NOISE.sub(" ", _words(_REQUISITION.sub(" ", text))))
    return " ".join(w for w in bare.split() if not w.isdigit())


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    """Lower-case words, each in the one form of :data:`_ALIKE`."""
    words = " ".join(plain(text).replace("&", " ").replace(".", " ").split())
    for pattern, one in _alike():
        words = pattern.sub(one, words)
    return words


@cache
def _alike() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b(?:{pattern})\b"), one) for pattern, one in _ALIKE)


def _titles(catalogue: HasRoles) -> _Titles:
    found = _cached.get(catalogue)
    if found is None:
        found = _cached[catalogue] = _build(catalogue.roles)
    return found


def _build(roles: Mapping[str, Role]) -> _Titles:
    phrases: dict[str, str] = {}
    # Titles of roles people come from are read as none of the field's.
    roles = {r.id: r for r in roles.values() if r.family != "feeder"}
    for role in roles.values():
        for phrase in role.titles.phrases:
            phrases.setdefault(_words(phrase), role.id)
    return _Titles(
        phrases,
        max((len(p.split()) for p in phrases), default=0),
        {r.id: tuple(_words(p) or plain(p) for p in r.titles.never) for r in roles.values()},
        {r.id: tuple(p.casefold() for p in r.titles.text_cues) for r in roles.values()},
    )


def _names_any(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands in the text as whole words.

    Why no pattern: making one of each role's many phrases takes longer than all the looking.
    """
    for phrase in phrases:
        at = text.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if not (_in_word(text[at - 1 : at]) or _in_word(text[end : end + 1])):
                return True
            at = text.find(phrase, at + 1)
    return False


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@cache
def _any_of(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    longest_first = sorted({re.escape(p) for p in phrases}, key=lambda p: (-len(p), p))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)") if longest_first else None
