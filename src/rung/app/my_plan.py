"""The plan a person keeps: its goal, and the steps and weeks as they were last laid out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec

from rung.app.answer import Answer
from rung.app.decoded import decoded
from rung.app.goal import Request
from rung.core.errors import UserError
from rung.core.records import HoursRange
from rung.core.state import State
from rung.plan.log import Entry, Progress, add_up, between, hours_of, week_of
from rung.plan.records import NOTHING_GIVEN, Given, Step, StepKind, Week
from rung.plan.settle import PROJECT

KIND, NAME = "plan", "mine"
AHEAD = 2
"""Weeks from now whose steps a new plan doesn't reshuffle."""


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step as the plan in hand holds it."""

    id: str
    label: str
    kind: StepKind
    area: str
    core: bool
    hours: HoursRange
    why: str
    evidence_wanted: str
    spent: float
    """Hours logged on it when the plan was made; ``hours`` are those left then."""


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A goal and the plan made for it. ``began`` is its first day, ``made`` the last re-plan."""

    request: Request
    role_label: str
    began: date
    made: date
    feasible: bool
    steps: tuple[KeptStep, ...]
    weeks: tuple[Week, ...]

    def in_week(self, day: date) -> Week | None:
        """The week ``day`` falls in, if the plan has one."""
        return next((w for w in self.weeks if 0 <= (day - w.start).days < 7), None)


def the_plan(state: State) -> KeptPlan | None:
    """The plan in hand; DataError where it isn't as Rung wrote it."""
    body = state.get(KIND, NAME)
    return None if body is None else decoded(state, body, KeptPlan, "the plan")


def needed(state: State) -> KeptPlan:
    """The plan in hand; UserError says how to make one."""
    kept = the_plan(state)
    if kept is None:
        raise UserError(
            "no plan",
            "is kept yet.",
            "Make one: rung plan --role mlops-engineer --hours 8 --by 2027-08-31 --keep",
        )
    return kept


def as_kept(answer: Answer, request: Request, began: date, given: Given) -> KeptPlan:
    """An answer's plan as it is kept."""
    return KeptPlan(
        request=request,
        role_label=answer.goal.role_label,
        began=began,
        made=answer.today,
        feasible=answer.plan.feasible,
        steps=tuple(_kept(s, given) for s in answer.plan.steps),
        weeks=answer.plan.weeks,
    )


def _kept(step: Step, given: Given) -> KeptStep:
    return KeptStep(
        step.id,
        step.label,
        step.kind,
        step.area,
        step.core,
        step.hours,
        step.why,
        step.evidence_wanted,
        given.spent.get(step.id, 0.0),
    )


def keep(state: State, plan: KeptPlan) -> None:
    """Keep a plan in place of the one in hand; the same one again is no change."""
    with state.change(f"keep the plan for {plan.request.role}") as change:
        change.put(KIND, NAME, msgspec.to_builtins(plan))


def completed(request: Request, kept: KeptPlan | None) -> Request:
    """A request with what it leaves open taken from the plan in hand.

    Wishes to pin and drop add up; a skill named for both ends where it was named last.
    """
    if kept is None:
        return request
    old = kept.request
    return replace(
        request,
        role=request.role or old.role,
        hours=request.hours or old.hours,
        by=request.by or old.by,
        place=old.place if request.place is None else request.place,
        level=old.level if request.level is None else request.level,
        special=request.special or old.special,
        free=request.free or old.free,
        search=request.search or old.search,
        likes=request.likes or old.likes,
        pins=tuple(sorted({*old.pins, *request.pins} - set(request.drops))),
        drops=tuple(sorted({*old.drops, *request.drops} - set(request.pins))),
    )


def same_goal(one: Request, other: Request) -> bool:
    """Whether two requests differ in nothing but the day they were made."""
    return replace(one, today=other.today) == other


@dataclass(frozen=True, slots=True)
class Stand:
    """Where someone who lives with a plan stands on a day: what a new plan goes on from."""

    given: Given
    start: date
    """First day of the week now running."""
    lived: int
    used: float
    """Hours logged in that week."""

    @classmethod
    def fresh(cls, today: date) -> Stand:
        """Someone who begins today."""
        return cls(NOTHING_GIVEN, today, 0, 0.0)


def stand(entries: tuple[Entry, ...], kept: KeptPlan | None, today: date) -> Stand:
    """What is done, begun and used by ``today``."""
    sums = add_up(entries)
    began = kept.began if kept else today
    start = week_of(began, today)
    this_week = between(entries, start, start + timedelta(days=6))
    return Stand(
        Given(
            done=frozenset(sums.done),
            spent=sums.open,
            begun=_begun(kept, sums, start) if kept else (),
            speed=sums.speed,
        ),
        start,
        (start - began).days // 7,
        hours_of(this_week) if kept else 0.0,
    )


def _begun(kept: KeptPlan, sums: Progress, start: date) -> tuple[str, ...]:
    """Unfinished steps the plan in hand holds up to the end of next week, in its order."""
    until = start + timedelta(weeks=AHEAD)
    due = {p.id for w in kept.weeks if w.start < until for p in w.steps}
    open_ = (s for s in kept.steps if s.id in due and s.id not in sums.done)
    return tuple(s.id for s in open_ if s.kind != "checkpoint" and not s.id.startswith(PROJECT))
