"""Prerequisites the catalogue may lack, proposed by ads, taxonomies and courses.

Why: prerequisites entered by memory alone stall and drift. What real ads, ESCO, O*NET and the
order of books suggest is collected into one list; people only accept or reject, with a reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rung.catalogue.graph import ancestors
from rung.catalogue.load import Catalogue
from rung.catalogue.records import Course

TOGETHER = 8
"""Baskets that must hold both skills before their company means anything."""

NARROWER = 0.5
"""Share of the narrower skill's baskets that must hold the wider one …"""

WIDER = 0.25
"""… and how much larger that share must be than the other way round."""

LIFT = 2.0
"""How much oftener they stand together than by chance."""

COURSES = 2
"""Courses that must teach one before the other; none may teach them the other way round."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One ground for an edge: where it comes from, in words, and how strong from 0 to 1."""

    source: str
    said: str
    strength: float
    company: bool = False
    """Whether it only says that the two stand together."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """``before`` may be a prerequisite of ``after``; nobody has decided yet."""

    before: str
    after: str
    signals: tuple[Signal, ...]

    @property
    def strength(self) -> float:
        """Signals of different sources add up; a second one of a source doesn't."""
        best: dict[str, float] = {}
        for s in self.signals:
            best[s.source] = max(best.get(s.source, 0.0), s.strength)
        return round(sum(best.values()), 4)


Signals = Mapping[tuple[str, str], Sequence[Signal]]


def proposals(catalogue: Catalogue, *found: Signals) -> tuple[Proposal, ...]:
    """Open proposals, strongest first: not in the graph in either direction, not yet decided."""
    above = ancestors(catalogue.skills)
    decided = {(d.before, d.after) for d in catalogue.edge_decisions.decisions}
    merged: dict[tuple[str, str], list[Signal]] = defaultdict(list)
    for signals in found:
        for pair, said in signals.items():
            merged[pair] += (s for s in said if _weighs(catalogue, pair, s))
    open_ = [
        Proposal(before, after, tuple(sorted(said, key=lambda s: (s.source, s.said))))
        for (before, after), said in merged.items()
        if said and _may_be(catalogue, above, before, after) and (before, after) not in decided
    ]
    return tuple(sorted(open_, key=lambda p: (-p.strength, p.before, p.after)))


def _weighs(catalogue: Catalogue, pair: tuple[str, str], signal: Signal) -> bool:
    """Whether a signal says anything: mere company does so only within an area.

    Why: who lists Splunk often lists CloudFormation, and neither is learnt for the other.
    """
    before, after = (catalogue.area_of.get(s) for s in pair)
    return not signal.company or before == after


def _may_be(
    catalogue: Catalogue, above: Mapping[str, frozenset[str]], before: str, after: str
) -> bool:
    skills = catalogue.skills
    if before not in skills or after not in skills or before == after:
        return False
    if before in above[after] or after in above[before]:
        return False
    if before in skills[after].implies:
        return False  # an umbrella comes along; it isn't learnt first
    return not {skills[before].kind, skills[after].kind} & {"human", "credential", "domain"}


def from_company(
    baskets: Iterable[frozenset[str]], source: str, noun: str
) -> dict[tuple[str, str], list[Signal]]:
    """Pairs of which one seldom stands without the other, as in ads or occupations.

    The wider skill comes first: most that name Kubernetes name Docker, few the other way.
    """
    alone: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    total = 0
    for basket in baskets:
        total += 1
        alone.update(basket)
        both.update(combinations(sorted(basket), 2))
    found: dict[tuple[str, str], list[Signal]] = {}
    for (one, two), k in both.items():
        if k < TOGETHER or k * total < LIFT * alone[one] * alone[two]:
            continue
        for before, after in ((one, two), (two, one)):
            share, back = k / alone[after], k / alone[before]
            if share >= NARROWER and share - back >= WIDER:
                said = f"{k} of {alone[after]} {noun} with {after} name {before}"
                found[before, after] = [Signal(source, said, round(share, 4), company=True)]
    return found


def from_courses(courses: Iterable[Course]) -> dict[tuple[str, str], list[Signal]]:
    """Pairs that several courses teach in one order and none in the other."""
    orders: dict[tuple[str, str], list[str]] = defaultdict(list)
    for course in courses:
        for before, after in _in_order(course):
            orders[before, after].append(course.title)
    found: dict[tuple[str, str], list[Signal]] = {}
    for (before, after), titles in orders.items():
        if len(titles) >= COURSES and (after, before) not in orders:
            said = f"taught in this order by {'; '.join(sorted(titles))}"
            found[before, after] = [Signal("courses", said, min(1.0, len(titles) / 4))]
    return found


def _in_order(course: Course) -> Iterator[tuple[str, str]]:
    first: dict[str, int] = {}
    for at, chapter in enumerate(course.chapters):
        for skill in chapter.skills:
            first.setdefault(skill, at)
    for one, two in combinations(sorted(first), 2):
        if first[one] != first[two]:
            yield (one, two) if first[one] < first[two] else (two, one)


def from_esco(
    catalogue: Catalogue, relations: Iterable[tuple[str, str, str]]
) -> dict[tuple[str, str], list[Signal]]:
    """Pairs whose ESCO concepts are related: ``relations`` hold (concept, what it needs, how)."""
    ours: dict[str, list[str]] = defaultdict(list)
    for skill in catalogue.skills.values():
        for link in skill.links.esco:
            if link.relation == "exact":
                ours[link.uri].append(skill.id)
    found: dict[tuple[str, str], list[Signal]] = defaultdict(list)
    for concept, needed, how in relations:
        for after in ours.get(concept, ()):
            for before in ours.get(needed, ()):
                strength = 0.8 if how == "essential" else 0.5
                said = f"ESCO: {before} is {how} for {after}"
                found[before, after].append(Signal("ESCO", said, strength))
    return dict(found)
