"""What changed from one snapshot to another: ads, the shares of skills, pay, sources."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rung.core.statistics import wilson
from rung.market.manifest import LeftOut, SourceNote
from rung.market.readings import Reading
from rung.market.records import SnapshotInfo
from rung.market.snapshot import Snapshot

FEWEST = 30
"""Ads of a role in both, below which shares differ by chance alone."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A count before and after; 0 where it wasn't there."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class SkillChanged:
    """A skill's share in a role's ads, where both 95 % intervals can't hold the same share."""

    role: str
    skill: str
    k_before: int
    n_before: int
    k_after: int
    n_after: int

    @property
    def size(self) -> float:
        """By how much the share rose; below zero where it fell."""
        return self.k_after / self.n_after - self.k_before / self.n_before


@dataclass(frozen=True, slots=True)
class PayChanged:
    """The middle of a pay cell before and after; None where there was no cell."""

    role: str
    country: str
    level: str
    currency: str
    source: str
    before: int | None
    after: int | None
    n_before: int
    n_after: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Two snapshots held against each other; only what differs is in it."""

    old: SnapshotInfo
    new: SnapshotInfo
    roles: tuple[Changed, ...]
    sources: tuple[Changed, ...]
    left_out: tuple[Changed, ...]
    skills: tuple[SkillChanged, ...]
    pay: tuple[PayChanged, ...]

    @property
    def none(self) -> bool:
        """Whether nothing differs."""
        return not (self.roles or self.sources or self.left_out or self.skills or self.pay)


def compare(old: Snapshot, new: Snapshot) -> Difference:
    """Hold ``new`` against ``old``: largest changes first."""
    return Difference(
        old=old.info,
        new=new.info,
        roles=_changes(*(Counter(r.role for r in s.readings) for s in (old, new))),
        sources=_changes(*(_noted(s.manifest.sources) for s in (old, new))),
        left_out=_changes(*(_reasons(s.manifest.left_out) for s in (old, new))),
        skills=tuple(_skills(old.readings, new.readings)),
        pay=tuple(_pay(old, new)),
    )


def _noted(notes: Iterable[SourceNote]) -> Mapping[str, int]:
    return {note.id: note.n for note in notes}


def _reasons(left: Iterable[LeftOut]) -> Mapping[str, int]:
    return {found.reason: found.n for found in left}


def _changes(before: Mapping[str, int], after: Mapping[str, int]) -> tuple[Changed, ...]:
    found = [
        Changed(name, before.get(name, 0), after.get(name, 0))
        for name in before.keys() | after.keys()
        if before.get(name, 0) != after.get(name, 0)
    ]
    return tuple(sorted(found, key=lambda c: (-abs(c.after - c.before), c.name)))


def _skills(old: Sequence[Reading], new: Sequence[Reading]) -> list[SkillChanged]:
    """Shares that moved by more than chance: their Wilson intervals lie apart."""
    sides = [_asked(readings) for readings in (old, new)]
    found: list[SkillChanged] = []
    for role in sides[0].keys() & sides[1].keys():
        (k_old, n_old), (k_new, n_new) = sides[0][role], sides[1][role]
        if min(n_old, n_new) < FEWEST:
            continue
        for skill in k_old.keys() | k_new.keys():
            low, high = wilson(k_old[skill], n_old)
            low_now, high_now = wilson(k_new[skill], n_new)
            if low > high_now or low_now > high:
                changed = SkillChanged(role, skill, k_old[skill], n_old, k_new[skill], n_new)
                found.append(changed)
    return sorted(found, key=lambda c: (-abs(c.size), c.role, c.skill))


def _asked(readings: Sequence[Reading]) -> dict[str, tuple[Counter[str], int]]:
    skills: dict[str, Counter[str]] = defaultdict(Counter)
    n = Counter(r.role for r in readings)
    for r in readings:
        skills[r.role].update(r.required | r.preferred | r.mentioned)
    return {role: (skills[role], size) for role, size in n.items()}


def _pay(old: Snapshot, new: Snapshot) -> list[PayChanged]:
    before, after = (
        {(c.role, c.country, c.level, c.currency, c.source): c for c in s.pay} for s in (old, new)
    )
    found: list[PayChanged] = []
    for key in before.keys() | after.keys():
        was, now = before.get(key), after.get(key)
        if (was and (was.p50, was.n)) != (now and (now.p50, now.n)):
            role, country, level, currency, source = key
            found.append(
                PayChanged(
                    role, country, level, currency, source,
                    was.p50 if was else None, now.p50 if now else None,
                    was.n if was else 0, now.n if now else 0,
                )
            )  # fmt: skip
    return sorted(found, key=lambda c: (-_moved(c), c.role, c.country, c.level, c.source))


def _moved(c: PayChanged) -> float:
    """How far a middle moved, as a factor; cells that came or went first."""
    if c.before is None or c.after is None:
        return math.inf
    return abs(math.log(c.after / c.before))
