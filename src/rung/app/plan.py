"""The main job: a résumé and a goal in, an evidenced answer out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rung import market
from rung.app.answer import SCHEMA, Answer, DemandNote, GoalEcho, NoPay, Person
from rung.app.goal import Request, deadline, find_level, find_role, weekly_hours
from rung.catalogue import Catalogue, load
from rung.catalogue.records import Role
from rung.core.records import Abstained
from rung.fit import fit_roles, gap, held, read_level
from rung.fit.records import LevelReading
from rung.market.records import RoleDemand
from rung.plan import Goal, build_plan
from rung.profile import build as build_profile
from rung.profile.records import Profile
from rung.reading.documents import read


def read_profile(path: Path, today: date) -> Profile:
    """The person a document shows; UnreadableDocument when it can't be read."""
    return build_profile(read(path), load(), today)


def make_plan(path: Path, request: Request) -> Answer:
    """The whole answer for one résumé and one goal.

    Raises UserError for a goal or document that can't be used; nothing is written here.
    """
    catalogue = load()
    role = find_role(catalogue, request.role)
    wanted = find_level(catalogue, request.level)
    hours, by = weekly_hours(request.hours), deadline(request)
    place = market.resolve_place(request.place, catalogue.places) if request.place else None
    profile = read_profile(path, request.today)
    snapshot = market.load()
    level = read_level(catalogue, profile)
    level_id = wanted.id if wanted else level.id
    demand = market.demand(snapshot, role.id, place, catalogue)
    goal = Goal(role.id, level_id, request.place, hours, by, request.today)
    pay = market.pay_band(snapshot, role.id, place, level_id, request.today, catalogue)
    return Answer(
        schema=SCHEMA,
        today=request.today,
        snapshot=snapshot.info,
        person=_person(profile, level),
        goal=GoalEcho(role.id, role.label, level_id, request.place, hours, by),
        fit=fit_roles(catalogue, profile, market.demands(snapshot, catalogue), request.today),
        demand=demand_note(demand),
        gap=gap(catalogue, profile, demand),
        plan=build_plan(catalogue, role, goal, held(profile), demand),
        level=level,
        pay=NoPay.of(pay) if isinstance(pay, Abstained) else pay,
        unknown=_unknown(catalogue, role, profile, level),
    )


def _person(profile: Profile, level: LevelReading) -> Person:
    return Person(
        name=profile.name.value if profile.name else None,
        documents=profile.documents,
        skills=profile.skills,
        years=profile.years,
        level=level.id,
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


def _unknown(
    catalogue: Catalogue, role: Role, profile: Profile, level: LevelReading
) -> tuple[str, ...]:
    """What the answer could not know, in words."""
    found = list(profile.unread)
    if level.id is None:
        found.append(level.note)
    unchecked = sum(1 for s in catalogue.skills.values() for r in s.resources if r.checked is None)
    if unchecked:
        found.append("No learning resource has been opened and checked yet; all are marked so.")
    found.append(
        f"Hours are estimates by the catalogue's authors, not measured on people; "
        f"{role.label} plans show them as low, likely and high."
    )
    return tuple(found)
