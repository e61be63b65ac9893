"""Which catalogue skills a text names, and exactly where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from rung.catalogue.records import ContextAlias, Skill
from rung.reading import company
from rung.reading.text import Folded, fold, fold_name

if TYPE_CHECKING:
    import ahocorasick


class HasSkills(Protocol):
    """Anything with skills by id: the catalogue, or a part of it in tests."""

    @property
    def skills(self) -> Mapping[str, Skill]:
        """Skills by id."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A skill named in a text: ``text`` is exactly ``original[start:end]``."""

    start: int
    end: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name a skill; ``rule`` is set where the name needs company."""

    id: str
    folded: str
    rule: company.Rule | None


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The catalogue's names ready for matching."""

    automaton: ahocorasick.Automaton
    size: int
    tools: frozenset[str]
    """Skills that are named things; a sentence can't name them by accident."""


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    names: tuple[Name, ...]


_cached: WeakKeyDictionary[HasSkills, dict[bool, Lexicon]] = WeakKeyDictionary()
_DOMAINS = (".com", ".org", ".net", ".io", ".ai", ".dev", ".me", ".edu")
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|\S+@[\w-]+\.[\w.-]+|\b[\w.-]+\.(?:com|org|net|io|ai|dev|me|edu)/\S+"
)
_NUMBERED = re.compile(r"[-‐‑]\d")
"""After a single letter: a form or requisition ("R-264341"), not a language."""
_VERSION = re.compile(r"v?\d+(?:\.\d+)*(?:\.x)?(?![\w+#])")


def lexicon(catalogue: HasSkills, *, resume: bool = False) -> Lexicon:
    """The lexicon of a catalogue for ads or for résumés, built once for each."""
    both = _cached.setdefault(catalogue, {})
    if resume not in both:
        both[resume] = build(catalogue.skills.values(), resume=resume)
    return both[resume]


def build(skills: Iterable[Skill], *, resume: bool = False) -> Lexicon:
    """A lexicon over the labels and aliases of ``skills``.

    Why two: a person tells of what was done ("cut latency"), an ad names what it wants.
    """
    import ahocorasick

    named: dict[str, list[Name]] = {}
    tools: set[str] = set()
    for skill in skills:
        if skill.kind == "tool":
            tools.add(skill.id)
        for name in _names(skill, resume=resume):
            known = named.setdefault(name.folded, [])
            if name not in known:
                known.append(name)
    automaton = ahocorasick.Automaton()
    for folded, names in named.items():
        # A name that stands alone decides before those that need company.
        alone = [n for n in names if n.rule is None]
        automaton.add_word(folded, tuple(alone[:1] or names))
    automaton.make_automaton()
    return Lexicon(automaton, len(named), frozenset(tools))


def find(text: str, lexicon: Lexicon, folded: Folded | None = None) -> tuple[Mention, ...]:
    """The skills ``text`` names, in order of place, none overlapping another.

    Why longest first: "Spark Streaming" is not Spark and streaming. Names that are ordinary
    words too count only by their rule (see :mod:`rung.reading.company`), and nothing inside
    a web or mail address counts. ``folded`` is ``fold(text)`` where the caller has it.
    """
    folded = folded or fold(text)
    hits = list(_hits(folded, text, lexicon))
    sure = _longest(h for h in hits if h.names[0].rule is None)
    open_ = [h for h in hits if h.names[0].rule is not None]
    decided = list(sure)
    if open_:
        around = company.Company(text, folded, [folded.span(h.start, h.end) for h in sure])
        for hit in open_:
            name = next((n for n in hit.names if n.rule and _holds(hit, n.rule, around)), None)
            if name is not None:
                decided.append(_Hit(hit.start, hit.end, (name,)))
    return tuple(_mention(h, folded, text) for h in _longest(decided))


def _holds(hit: _Hit, rule: company.Rule, around: company.Company) -> bool:
    return company.holds(rule, hit.start, hit.end, around)


def _names(skill: Skill, *, resume: bool) -> Iterator[Name]:
    aliases = skill.aliases + (skill.resume_aliases if resume else ())
    ruled = {fold_name(a.text) for a in aliases if isinstance(a, ContextAlias)}
    for alias in (skill.label, *aliases):
        if isinstance(alias, ContextAlias):
            yield Name(skill.id, fold_name(alias.text), company.rule(alias))
        elif (folded := fold_name(alias)) not in ruled:
            yield Name(skill.id, folded, None)


def _hits(folded: Folded, original: str, lexicon: Lexicon) -> Iterator[_Hit]:
    if not lexicon.size:
        return
    text = folded.text
    addresses = [m.span() for m in _ADDRESS.finditer(original)] if _may_hold(original) else []
    for last, names in lexicon.automaton.iter(text):
        end = last + 1
        start = end - len(names[0].folded)
        # Most hits lie inside a word; this is asked first and here for speed.
        if (start and text[start - 1].isalnum()) or not _starts(text, start, end - start):
            continue
        finish = _finish(text, start, end, folded, original)
        if finish is None:
            continue
        at = folded.origin(start)
        if _hyphened(original, at) or any(a <= at < b for a, b in addresses):
            continue
        yield _Hit(start, finish, names)


def _may_hold(text: str) -> bool:
    return "@" in text or "www." in text or "://" in text or any(f"{d}/" in text for d in _DOMAINS)


def _hyphened(original: str, at: int) -> bool:
    """Whether a hyphen ties the name to a word before it ("cutting-edge AI", "Objective-C")."""
    return at > 1 and original[at - 1] in "-‐‑" and original[at - 2].isalnum()


def _starts(text: str, start: int, size: int) -> bool:
    """Whether a name may begin at ``start``, which no letter or digit precedes."""
    if start == 0:
        return True
    before, first = text[start - 1], text[start]
    if before == "@" or (before == "." and start > 1 and text[start - 2].isalnum()):
        return False
    return size > 1 or first == "." or before not in "+#&'"


def _finish(text: str, start: int, end: int, folded: Folded, original: str) -> int | None:
    """Where the name ends, a plural s or version taken in; None where it runs on."""
    single = end - start == 1
    if single and _NUMBERED.match(original, folded.origin(end - 1) + 1):
        return None
    if end == len(text) or text[end] == " ":
        return end
    if single and text[end] in "&'":
        return None
    if not single and text[end] == "s" and text[end - 1] not in "s+#" and _stops(text, end + 1):
        return end + 1
    if text[end].isalnum():
        version = None if single else _VERSION.match(text, end)
        return version.end() if version and text[end - 1] not in "0123456789" else None
    if text[end] == "." and end + 1 < len(text) and text[end + 1].isalnum():
        # "Python.You" lacks a space; "python.org" is another name.
        return None if original[folded.origin(end + 1)].islower() else end
    return end if _stops(text, end) else None


def _stops(text: str, at: int) -> bool:
    return at >= len(text) or not (text[at].isalnum() or text[at] in "+#")


def _longest(hits: Iterable[_Hit]) -> list[_Hit]:
    """Leftmost first, the longest of those that start together, no overlaps."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _mention(hit: _Hit, folded: Folded, original: str) -> Mention:
    start, end = folded.span(hit.start, hit.end)
    return Mention(start, end, hit.names[0].id, original[start:end])
