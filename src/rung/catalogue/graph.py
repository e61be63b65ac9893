"""The prerequisite graph: what must come before what, at which level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Prerequisite, Skill
from rung.core.records import SkillLevel


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """One skill at one level: the unit a plan chooses.

    Why: with a single node a skill, plans spend everything on the foundations of a chain
    and never reach what the role is about.
    """

    skill: str
    level: SkillLevel

    def __str__(self) -> str:
        return f"{self.skill}.{self.level}"


def node(text: str) -> Node:
    """The node a ``skill.level`` id names."""
    skill, _, level = text.rpartition(".")
    return Node(skill, "working" if level == "working" else "basic")


def edges(skill: Skill, level: SkillLevel) -> tuple[Prerequisite, ...]:
    """The prerequisites that come in at exactly this level of the skill."""
    return tuple(p for p in skill.prerequisites if p.for_ == level)


def requirements(catalogue: Catalogue, at: Node, *, kind: str = "hard") -> tuple[Node, ...]:
    """What ``at`` needs directly: its own lower level first, then its edges of ``kind``."""
    own = (Node(at.skill, "basic"),) if at.level == "working" and kind == "hard" else ()
    skill = catalogue.skills[at.skill]
    return own + tuple(Node(p.id, p.level) for p in edges(skill, at.level) if p.kind == kind)


def closure(catalogue: Catalogue, start: Iterable[Node]) -> set[Node]:
    """``start`` and everything it needs or is helped by, however far down."""
    seen: set[Node] = set()
    stack = list(start)
    while stack:
        at = stack.pop()
        if at not in seen:
            seen.add(at)
            stack += requirements(catalogue, at)
            stack += requirements(catalogue, at, kind="soft")
    return seen


def all_prerequisites(catalogue: Catalogue, skill: str) -> tuple[str, ...]:
    """Every skill that must come before ``skill`` (hard edges, any level), sorted by id."""
    seen: set[str] = set()
    stack = [p.id for p in catalogue.skills[skill].prerequisites if p.kind == "hard"]
    while stack:
        at = stack.pop()
        if at not in seen:
            seen.add(at)
            stack += [p.id for p in catalogue.skills[at].prerequisites if p.kind == "hard"]
    return tuple(sorted(seen - {skill}))


def cycle(skills: Mapping[str, Skill]) -> tuple[str, ...]:
    """A cycle over hard and soft edges together, or nothing.

    Why both: a plan orders by soft edges too, so they must not contradict the hard ones.
    """
    sorter = TopologicalSorter(
        {s.id: sorted({p.id for p in s.prerequisites}) for s in skills.values()}
    )
    try:
        sorter.prepare()
    except CycleError as error:
        return tuple(error.args[1])
    return ()


def hard_chain(skills: Mapping[str, Skill]) -> tuple[str, ...]:
    """The longest run of skills of which each is a hard prerequisite of the next."""
    longest: dict[str, tuple[str, ...]] = {}
    before = {
        s.id: sorted({p.id for p in s.prerequisites if p.kind == "hard"}) for s in skills.values()
    }
    for skill in TopologicalSorter(before).static_order():
        runs = (longest[p] for p in before.get(skill, ()))
        longest[skill] = (*max(runs, key=lambda r: (len(r), r), default=()), skill)
    return max(longest.values(), key=lambda r: (len(r), r), default=())


def ancestors(skills: Mapping[str, Skill]) -> Mapping[str, frozenset[str]]:
    """Everything below each skill, over hard and soft edges; nothing where they run in a circle."""
    before = {s.id: {p.id for p in s.prerequisites} for s in skills.values()}
    above: dict[str, frozenset[str]] = {}
    for skill in TopologicalSorter(before).static_order():
        direct = before.get(skill, set())
        above[skill] = frozenset(direct).union(*(above[p] for p in direct))
    return above


def implied_edges(skills: Mapping[str, Skill]) -> frozenset[tuple[str, str]]:
    """Edges (prerequisite, skill) that another prerequisite of the skill brings anyway."""
    above = ancestors(skills)
    return frozenset(
        (p.id, s.id)
        for s in skills.values()
        for p in s.prerequisites
        if any(p.id in above[q.id] for q in s.prerequisites)
    )
