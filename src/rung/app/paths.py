"""Ways to a role for one person: time, study, ads and pay of each, and no single answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path as File
from typing import Annotated

from pydantic import Field

from rung import market
from rung.app.answer import NoPay
from rung.app.goal import find_place, find_target, weekly_hours
from rung.app.my_profile import the_profile
from rung.catalogue import load
from rung.core.records import Abstained
from rung.fit import fit_roles, held
from rung.market.records import Count, PayBand, SnapshotInfo
from rung.plan.paths import MOST_STEP, STAY_MONTHS, Path, core_hours, pareto, stones, walk

NEAR = 8
"""Nearest roles tried as first stones."""

SHOWN = 5

ASSUMED = (
    (
        f"Each role in between is held for {STAY_MONTHS} months, and what it practises needs no "
        "study afterwards: assumptions, not measurements."
    ),
    (
        f"A single move that asks more than {MOST_STEP:g} hours of study is marked, by a rule "
        "of thumb."
    ),
    (
        "No counts of real moves between these roles are bundled, so no likelihood is stated; the "
        "ads of each role stand beside instead."
    ),
    (
        "By hours alone the straight way always wins, since hours needed never grow shorter by a "
        "detour; what a stone gives is a nearer first job and learning at work."
    ),
)


@dataclass(frozen=True, slots=True)
class Stop:
    """One role on the way."""

    role: str
    label: str
    hours: float
    months: float
    stays: int
    over: bool
    """Whether its study is more than one move usually bears."""
    missing: str
    """A degree the role usually asks and no line shows; no hours of study give it."""
    tier: str
    rank: int
    ads: Count
    pay: Annotated[PayBand | NoPay, Field(union_mode="left_to_right")]


@dataclass(frozen=True, slots=True)
class WayThere:
    """A path with its sums."""

    stops: tuple[Stop, ...]
    months: float
    hours: float
    largest: float
    first: float


@dataclass(frozen=True, slots=True)
class PathsAnswer:
    """The ways none of the others beats in everything, quickest first."""

    documents: tuple[str, ...]
    role: str
    place: str | None
    hours_per_week: float
    snapshot: SnapshotInfo
    ways: tuple[WayThere, ...]
    tried: int
    assumed: tuple[str, ...]


def paths_answer(
    path: File | None, role: str, hours: float, place: str | None, today: date
) -> PathsAnswer:
    """Ways from where the person stands to ``role``, studied at ``hours`` a week."""
    catalogue = load()
    target = find_target(catalogue, role)
    weekly, where = weekly_hours(hours), find_place(catalogue, place)
    profile, snapshot = the_profile(path, today), market.load()
    counted = market.demands(snapshot, catalogue)
    demands = {target.id: market.demand(snapshot, target.id, None, catalogue), **counted}
    fits = fit_roles(catalogue, profile, counted, today)
    near = [f.role for f in fits[:NEAR] if f.role in demands]
    core = core_hours(catalogue, demands)
    have = held(profile)
    wanted = [(target.id,)] + [(*s, target.id) for s in stones(catalogue, target.id, near)]
    tried = [walk(catalogue, core, have, w, weekly) for w in wanted if demands.keys() >= {*w}]
    rank = {f.role: (f.tier, at) for at, f in enumerate(fits, 1)}
    missing = {f.role: r.text for f in fits for r in f.against if r.skill is None}
    total = len(snapshot.readings)

    def stop(leg_role: str, leg_hours: float, months: float, stays: int) -> Stop:
        pay = market.pay_band(snapshot, leg_role, where, None, today, catalogue)
        return Stop(
            role=leg_role,
            label=catalogue.roles[leg_role].label,
            hours=leg_hours,
            months=months,
            stays=stays,
            over=leg_hours > MOST_STEP,
            missing=missing.get(leg_role, ""),
            tier=rank[leg_role][0],
            rank=rank[leg_role][1],
            ads=Count(counted[leg_role].n if leg_role in counted else 0, total),
            pay=NoPay.of(pay) if isinstance(pay, Abstained) else pay,
        )

    def way(found: Path) -> WayThere:
        return WayThere(
            tuple(stop(leg.role, leg.hours, leg.months, leg.stays) for leg in found.legs),
            found.months,
            found.hours,
            found.largest,
            found.first,
        )

    direct = tried[0]
    best = pareto(tried)
    chosen = ([direct] if direct not in best else []) + list(best[:SHOWN])
    return PathsAnswer(
        documents=profile.documents,
        role=target.id,
        place=place,
        hours_per_week=weekly,
        snapshot=snapshot.info,
        ways=tuple(way(p) for p in chosen),
        tried=len(tried),
        assumed=ASSUMED,
    )
