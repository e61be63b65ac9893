"""Ways to a role: straight, or over roles in between that teach at work what the next one asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role
from rung.core.records import Evidence
from rung.market.records import RoleDemand
from rung.plan.problem import problem_for
from rung.plan.records import BUFFER
from rung.plan.select import cheapest_core

MOST_STONES = 2
STAY_MONTHS = 18
"""Months in a role before the next: what a first review and a project through its life take.
An assumption, stated beside every path."""

MOST_STEP = 600.0
"""Hours of study beside a job that one step can ask; a rule of thumb."""

WEEKS_A_MONTH = 52 / 12

Core = Callable[[str, Mapping[str, Evidence]], float]
"""Hours of study a role's core takes from what is held."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One move: hours of study before it, months they take, and months in the role after it."""

    role: str
    hours: float
    months: float
    stays: int


@dataclass(frozen=True, slots=True)
class Path:
    """A way to a role. ``hours`` are studied in all, ``largest`` before the hardest move."""

    legs: tuple[Leg, ...]

    @property
    def hours(self) -> float:
        """Study on all legs."""
        return round(sum(leg.hours for leg in self.legs), 1)

    @property
    def largest(self) -> float:
        """Study before the hardest single move."""
        return max(leg.hours for leg in self.legs)

    @property
    def months(self) -> float:
        """Months until the role is reached, the stays among them."""
        return round(sum(leg.months + leg.stays for leg in self.legs), 1)

    @property
    def first(self) -> float:
        """Months until the first move."""
        return self.legs[0].months


def core_hours(catalogue: Catalogue, demands: Mapping[str, RoleDemand]) -> Core:
    """Hours of a role's core by the plan's own choice: exact, prerequisites counted."""
    known: dict[tuple[str, frozenset[str]], float] = {}

    def hours(role: str, held: Mapping[str, Evidence]) -> float:
        key = (role, frozenset(f"{s}:{e}" for s, e in held.items()))
        if key not in known:
            record, demand = catalogue.roles[role], demands[role]
            known[key] = cheapest_core(problem_for(catalogue, record, held, demand)).hours
        return known[key]

    return hours


def taught_at_work(catalogue: Catalogue, role: Role) -> dict[str, Evidence]:
    """What a stay in a role practises: its core and common skills, and what they rest on."""
    entries = (*role.skills.core, *role.skills.common)
    found = {m for e in entries for m in e.members[:1]}
    below = {
        p.id
        for s in found
        for p in catalogue.skills[s].prerequisites
        if p.kind == "hard" and p.for_ == "basic"
    }
    return dict.fromkeys(sorted(found | below), "evidenced")


def stones(catalogue: Catalogue, target: str, near: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Roles that lead to ``target`` by the catalogue's own records, ``near`` ones to begin with."""
    before = {r: _leads(catalogue, r) for r in catalogue.roles}
    starts = frozenset(near) - {target}
    one = [(a,) for a in sorted(starts) if target in before[a]]
    two = [
        (a, b)
        for a in sorted(starts)
        for b in sorted(before[a] - starts - {target})
        if target in before.get(b, frozenset())
    ]
    return (*one, *two)


def _leads(catalogue: Catalogue, role: str) -> frozenset[str]:
    """Roles reached from one: its own next roles, and those that name it as a way in."""
    entered = {r.id for r in catalogue.roles.values() for e in r.entry if e.from_ == role}
    return frozenset(catalogue.roles[role].next_roles) | entered


def walk(
    catalogue: Catalogue,
    core: Core,
    held: Mapping[str, Evidence],
    roles: tuple[str, ...],
    weekly: float,
) -> Path:
    """The legs over ``roles``, the last one the target. What a stay teaches needs no study."""
    have = dict(held)
    legs = []
    for at, role in enumerate(roles):
        hours = core(role, have)
        months = round(hours / (weekly * (1 - BUFFER)) / WEEKS_A_MONTH, 1)
        last = at == len(roles) - 1
        legs.append(Leg(role, hours, months, 0 if last else STAY_MONTHS))
        have |= taught_at_work(catalogue, catalogue.roles[role])
    return Path(tuple(legs))


def pareto(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The paths no other beats in time, study, hardest move and first move at once."""
    found = list(paths)
    kept = [p for p in found if not any(_beats(q, p) for q in found)]
    return tuple(sorted(kept, key=lambda p: (p.months, p.hours, [leg.role for leg in p.legs])))


def _beats(one: Path, other: Path) -> bool:
    a = (one.months, one.hours, one.largest, one.first)
    b = (other.months, other.hours, other.largest, other.first)
    return all(x <= y for x, y in zip(a, b, strict=True)) and a != b
