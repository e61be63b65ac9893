"""The main job: a résumé and a goal in, an evidenced answer out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from rung import market
from rung.app.answer import SCHEMA, Answer, DemandNote, GoalEcho, NoPay, Person
from rung.app.goal import Request, deadline, find_level, find_place, find_target, weekly_hours
from rung.app.my_profile import the_profile
from rung.catalogue import Catalogue, load
from rung.catalogue.records import LadderLevel, Role
from rung.catalogue.rungs import at_rung
from rung.core.records import Abstained
from rung.fit import fit_roles, gap, held, read_level
from rung.fit.records import LevelReading
from rung.market.records import RoleDemand
from rung.plan import Goal, build_plan
from rung.profile.records import Profile


def make_plan(path: Path | None, request: Request) -> Answer:
    """The whole answer for one résumé, or the stored profile, and one goal.

    Raises UserError for a goal or document that can't be used; nothing is written here.
    """
    catalogue = load()
    role = find_target(catalogue, request.role)
    wanted = find_level(catalogue, request.level)
    hours, by = weekly_hours(request.hours), deadline(request)
    place = find_place(catalogue, request.place)
    profile = the_profile(path, request.today)
    snapshot = market.load()
    fits = fit_roles(catalogue, profile, market.demands(snapshot, catalogue), request.today)
    far = next(f.tier for f in fits if f.role == role.id) == "far"
    level = _beside(role, far, read_level(catalogue, profile, request.today))
    aim = _aim(wanted, level, far)
    demand = market.demand(snapshot, role.id, place, catalogue)
    goal = Goal(role.id, aim.id, request.place, hours, by, request.today)
    pay = market.pay_band(snapshot, role.id, place, aim.id, request.today, catalogue)
    return Answer(
        schema=SCHEMA,
        today=request.today,
        snapshot=snapshot.info,
        person=_person(profile, level),
        goal=GoalEcho(role.id, role.label, aim.id, request.place, hours, by, aim.label),
        fit=fits,
        demand=demand_note(demand),
        gap=gap(catalogue, profile, demand),
        plan=build_plan(catalogue, at_rung(role, aim.id), goal, held(profile), demand),
        level=level,
        pay=NoPay.of(pay) if isinstance(pay, Abstained) else pay,
        unknown=_unknown(catalogue, profile, level),
    )


@dataclass(frozen=True, slots=True)
class _Aim:
    """The rung aimed at; empty where none can be assumed."""

    id: str | None = None
    label: str | None = None


def _beside(role: Role, far: bool, level: LevelReading) -> LevelReading:
    """The level with a word on whether it carries over to a role that is far away."""
    if level.id is None or not far:
        return level
    note = f"It was reached in other work and doesn't carry over to {role.label} as it stands."
    return replace(level, note=f"{level.note} {note}")


def _aim(wanted: LadderLevel | None, level: LevelReading, far: bool) -> _Aim:
    if wanted:
        return _Aim(wanted.id, wanted.label)
    if level.id is None or far:
        return _Aim()
    return _Aim(level.id, level.label)


def _person(profile: Profile, level: LevelReading) -> Person:
    return Person(
        name=profile.name.value if profile.name else None,
        documents=profile.documents,
        skills=profile.skills,
        years=profile.years,
        level=level.id,
        publications=profile.publications,
    )


def demand_note(demand: RoleDemand) -> DemandNote:
    """Which ads were counted, as the contract writes it."""
    return DemandNote(
        demand.used,
        demand.n,
        demand.why,
        demand.ladder,
        demand.sources,
        demand.first,
        demand.last,
    )


def _unknown(catalogue: Catalogue, profile: Profile, level: LevelReading) -> tuple[str, ...]:
    """What the answer could not know, in words."""
    found = list(profile.unread)
    if level.id is None:
        found.append(level.note)
    resources = [r for s in catalogue.skills.values() for r in s.resources]
    checked = sum(1 for r in resources if r.checked)
    if checked < len(resources):
        found.append(
            f"{checked} of {len(resources)} learning resources have been opened and checked."
        )
    found.append(
        "Hours are estimates by the catalogue's authors, not measured on people; plans show low, "
        "likely and high."
    )
    return tuple(found)
