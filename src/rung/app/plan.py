"""The main job: a résumé and a goal in, an evidenced answer out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rung import market
from rung.app import data, my_log, my_plan
from rung.app.answer import SCHEMA, Answer, DemandNote, GoalEcho, NoPay, Person
from rung.app.compare import Comparison, changed, compare
from rung.app.goal import (
    Request,
    deadline,
    find_level,
    find_place,
    find_skill,
    find_target,
    liked,
    stretches,
    weekly_hours,
)
from rung.app.my_plan import Stand
from rung.app.my_profile import the_profile
from rung.catalogue import Catalogue, load
from rung.catalogue.records import LadderLevel, Role
from rung.catalogue.rungs import at_rung
from rung.core.errors import UserError
from rung.core.records import Abstained
from rung.core.state import State
from rung.fit import fit_roles, gap, held, read_level
from rung.fit.records import LevelReading
from rung.market.records import RoleDemand
from rung.plan import Goal, build_plan
from rung.plan.records import Taste
from rung.plan.search import LONGEST, STUDY_SHARE
from rung.profile.records import Profile


def make_plan(path: Path | None, request: Request, *, keep: bool = False) -> Answer:
    """The whole answer for one résumé, or the stored profile, and one goal.

    Raises UserError for a goal or document that can't be used; nothing is written here, so
    ``keep`` is refused: a plan one lives with needs the person kept too.
    """
    if keep:
        raise UserError(
            "--keep",
            "keeps a plan for the person Rung knows, not for a file.",
            f"First: rung profile import {path}. Then the same command without the file.",
        )
    request = _whole(request)
    return answer_for(the_profile(path, request.today), request, Stand.fresh(request.today))


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan from where the person stands, and what differs from the plan in hand."""

    answer: Answer
    kept: bool
    """Whether it is now the plan in hand."""
    first: bool
    done: int
    added: tuple[str, ...]
    left_out: tuple[str, ...]


def go_on(state: State, request: Request, *, keep: bool) -> Planned:
    """Plan from where the person stands; what ``request`` leaves open comes from their goal.

    A plan for the goal in hand takes its place; for another goal only with ``keep``. Why:
    asking "what if" must not change what this week is about.
    """
    old = my_plan.the_plan(state)
    return _made(state, old, _whole(my_plan.completed(request, old)), keep=keep)


def settle_on(state: State, request: Request) -> Planned:
    """Plan for exactly this goal and keep it; what it leaves out is left out.

    Why beside ``go_on``: a form shows the whole goal, so what is unticked in it is unwished.
    """
    return _made(state, my_plan.the_plan(state), _whole(request), keep=True)


def look_ahead(state: State, request: Request) -> Answer:
    """The plan for exactly this goal from where the person stands; nothing is kept."""
    request = _whole(request)
    stand = _stand(state, my_plan.the_plan(state), request)
    return answer_for(the_profile(None, request.today), request, stand)


def _made(state: State, old: my_plan.KeptPlan | None, request: Request, *, keep: bool) -> Planned:
    stand = _stand(state, old, request)
    answer = answer_for(the_profile(None, request.today), request, stand)
    mine = old is not None and my_plan.same_goal(old.request, request)
    if keep or mine:
        began = old.began if old and old.request.role == request.role else request.today
        my_plan.keep(state, my_plan.as_kept(answer, request, began, stand.given))
    done = stand.given.done
    before = {s.id: s.label for s in old.steps if s.kind != "checkpoint"} if old else {}
    now = {s.id: s.label for s in answer.plan.steps if s.kind != "checkpoint"}
    return Planned(
        answer,
        kept=keep or mine,
        first=old is None,
        done=len(done & before.keys()),
        added=tuple(label for s, label in now.items() if s not in before),
        left_out=tuple(label for s, label in before.items() if s not in now and s not in done),
    )


def what_if(
    path: Path | None, request: Request, changes: Sequence[str], roles: Sequence[str]
) -> Comparison:
    """The plan as it is beside the same with each of ``changes``, and beside other ``roles``.

    Nothing is kept. With roles alone the first of them takes the place of the plan as it is.
    """
    state = data.open_state() if path is None else None
    old = my_plan.the_plan(state) if state else None
    request = my_plan.completed(request, old)
    if roles and not changes and not request.role:
        request, roles = replace(request, role=roles[0]), roles[1:]
    request = _whole(request)
    profile = the_profile(path, request.today)
    wanted = [("as it is", request)]
    wanted += [(text, changed(request, text)) for text in changes]
    wanted += [(role, replace(request, role=role)) for role in roles]
    return compare([(label, answer_for(profile, r, _stand(state, old, r))) for label, r in wanted])


def _stand(state: State | None, old: my_plan.KeptPlan | None, request: Request) -> Stand:
    if state is None:
        return Stand.fresh(request.today)
    in_hand = old if old and old.request.role == request.role else None
    return my_plan.stand(my_log.read(state), in_hand, request.today)


def _whole(request: Request) -> Request:
    """A request that names all a plan needs, the role by its id; UserError says what is missing."""
    missing = [f"--{name}" for name in ("role", "hours", "by") if not getattr(request, name)]
    if missing:
        raise UserError(
            "the goal",
            f"is not whole: {', '.join(missing)} missing, and no plan is kept that holds it.",
            "Such as: rung plan --role mlops-engineer --hours 8 --by 2027-08-31 --keep",
        )
    return replace(request, role=find_target(load(), request.role).id)


def answer_for(profile: Profile, request: Request, stand: Stand) -> Answer:
    """The whole answer for one person, one goal, and what is done of it already."""
    catalogue = load()
    role = find_target(catalogue, request.role)
    wanted = find_level(catalogue, request.level)
    hours, by = weekly_hours(request.hours), deadline(request)
    place = find_place(catalogue, request.place)
    snapshot = market.load()
    fits = fit_roles(catalogue, profile, market.demands(snapshot, catalogue), request.today)
    far = next(f.tier for f in fits if f.role == role.id) == "far"
    level = _beside(role, far, read_level(catalogue, profile, request.today))
    aim = _aim(wanted, level, far)
    demand = market.demand(snapshot, role.id, place, catalogue)
    goal = Goal(
        role=role.id,
        level=aim.id,
        place=request.place,
        hours_per_week=round(hours * STUDY_SHARE, 1) if request.search else hours,
        by=by,
        start=stand.start,
        special=stretches(request.special),
        lived=stand.lived,
        used=stand.used,
        search=round(hours * (1 - STUDY_SHARE), 1) if request.search else 0.0,
    )
    given = replace(
        stand.given,
        pins=tuple(find_skill(catalogue, s).id for s in request.pins),
        drops=tuple(find_skill(catalogue, s).id for s in request.drops),
        taste=Taste(request.free, liked(request.likes)),
        longest=LONGEST if request.search else None,
    )
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
        plan=build_plan(catalogue, at_rung(role, aim.id), goal, held(profile), demand, given),
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
        demand.besides,
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
