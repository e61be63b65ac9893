"""The trade an ad's employer is in, by how it describes itself and what it deals with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from rung.catalogue.records import Industry
from rung.reading.sections import Sections
from rung.reading.skills import Mention
from rung.reading.text import lowered

if TYPE_CHECKING:
    import ahocorasick


class HasIndustries(Protocol):
    """Anything with industries by id."""

    @property
    def industries(self) -> Mapping[str, Industry]:
        """Industries by id."""


@dataclass(frozen=True, slots=True)
class InIndustry:
    """An industry's id, its share of all signs, and the first words that point to it."""

    id: str
    confidence: float
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class _Signs:
    names: ahocorasick.Automaton
    skills: Mapping[str, str]


_cached: WeakKeyDictionary[HasIndustries, _Signs] = WeakKeyDictionary()
_FEWEST, _SHARE = 3, 0.5
"""Signs an industry needs, and its share of all signs: below, nothing is said."""

_BLURB = 2
"""How many times a sign counts where the firm tells of itself."""


def industry_of(
    text: str, mentions: Iterable[Mention], parts: Sections, catalogue: HasIndustries
) -> InIndustry | None:
    """The employer's industry, or None where the signs are few or disagree.

    Why the firm's own words weigh double: duties name customers' trades too.
    """
    signs = _signs(catalogue)
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    for industry, start, end in _found(text, mentions, signs):
        counts[industry] += _BLURB if parts.at(start) in ("intro", "skip") else 1
        first[industry] = min(first.get(industry, (start, end)), (start, end))
    if not counts:
        return None
    best = max(sorted(counts), key=lambda i: counts[i])
    share = counts[best] / counts.total()
    if counts[best] < _FEWEST or share < _SHARE:
        return None
    start, end = first[best]
    return InIndustry(best, round(share, 3), start, end, text[start:end])


def _found(text: str, mentions: Iterable[Mention], signs: _Signs) -> Iterable[tuple[str, int, int]]:
    for m in mentions:
        if m.id in signs.skills:
            yield signs.skills[m.id], m.start, m.end
    low = lowered(text)
    for last, (size, industry) in signs.names.iter(low):
        start, end = last + 1 - size, last + 1
        if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum()):
            yield industry, start, end


def _signs(catalogue: HasIndustries) -> _Signs:
    made = _cached.get(catalogue)
    if made is None:
        import ahocorasick

        names = ahocorasick.Automaton()
        for industry in catalogue.industries.values():
            for name in industry.names:
                names.add_word(name, (len(name), industry.id))
        names.make_automaton()
        skills = {s: i.id for i in catalogue.industries.values() for s in i.skills}
        made = _cached[catalogue] = _Signs(names, skills)
    return made
