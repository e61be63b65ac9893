"""One person beside all roles, or beside one role's ads: the parts of a plan on their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rung import market
from rung.app.answer import DemandNote
from rung.app.goal import find_place, find_role
from rung.app.my_profile import the_profile
from rung.app.plan import demand_note
from rung.catalogue import load
from rung.fit import fit_roles, gap
from rung.fit.records import GapRow, RoleFit
from rung.market.records import SnapshotInfo


@dataclass(frozen=True, slots=True)
class FitAnswer:
    """All roles, nearest first."""

    documents: tuple[str, ...]
    snapshot: SnapshotInfo
    fit: tuple[RoleFit, ...]


@dataclass(frozen=True, slots=True)
class GapAnswer:
    """What one role's ads ask, beside what the person shows."""

    documents: tuple[str, ...]
    snapshot: SnapshotInfo
    role: str
    demand: DemandNote
    gap: tuple[GapRow, ...]


def fit_answer(path: Path | None, today: date) -> FitAnswer:
    """How near the person of a document, or the stored one, is to each role."""
    catalogue, profile, snapshot = load(), the_profile(path, today), market.load()
    demands = market.demands(snapshot, catalogue)
    return FitAnswer(
        profile.documents, snapshot.info, fit_roles(catalogue, profile, demands, today)
    )


def gap_answer(path: Path | None, role: str, place: str | None, today: date) -> GapAnswer:
    """What ads for ``role`` ask and the person of a document, or the stored one, lacks."""
    catalogue = load()
    wanted = find_role(catalogue, role)
    where = find_place(catalogue, place)
    profile, snapshot = the_profile(path, today), market.load()
    demand = market.demand(snapshot, wanted.id, where, catalogue)
    return GapAnswer(
        profile.documents,
        snapshot.info,
        wanted.id,
        demand_note(demand),
        gap(catalogue, profile, demand),
    )
