"""A week looked back on, and every ninety days the whole way: what was learnt, what comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rung.app import my_log, my_plan
from rung.app.goal import stretches, weekly_hours
from rung.app.my_plan import KeptPlan
from rung.catalogue import load
from rung.catalogue.graph import node
from rung.core.state import State
from rung.plan.log import Entry, Progress, add_up, between, hours_of, shows, week_of
from rung.plan.records import Goal, WeekStep
from rung.plan.settle import PROJECT

CHECK_DAYS = 90
"""Days between looks at the whole way."""


@dataclass(frozen=True, slots=True)
class Share:
    """A step's part of a week: hours planned and hours logged."""

    id: str
    label: str
    planned: float
    logged: float
    done: bool


@dataclass(frozen=True, slots=True)
class Check:
    """The whole way so far, looked at every ninety days."""

    due: date
    done: int
    steps: int
    """Finished steps, and all there are: finished and to come."""
    hours: float
    planned: float
    """Hours logged since the plan began, and hours set aside for that time."""
    speed: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """One week. ``planned`` are the hours set aside for it."""

    number: int
    first: date
    last: date
    hours: float
    planned: float
    learned: tuple[str, ...]
    shares: tuple[Share, ...]
    notes: tuple[str, ...]
    evidence: tuple[str, ...]
    unshown: tuple[str, ...]
    """Finished steps, of any week, without evidence."""
    question: str
    about: str
    next_week: tuple[Share, ...]
    check: Check | None
    said: str


def review(state: State, day: date) -> Review:
    """The week of the plan that ``day`` falls in; UserError without a plan."""
    kept = my_plan.needed(state)
    entries = my_log.read(state)
    sums = add_up(entries)
    first = week_of(kept.began, day)
    last = first + timedelta(days=6)
    number = (first - kept.began).days // 7 + 1
    week = between(entries, first, last)
    hours, planned = hours_of(week), hours_set_aside(kept, number)
    area, about = _current(kept, sums, week, day)
    check = the_check(kept, entries, last)
    return Review(
        number=number,
        first=first,
        last=last,
        hours=hours,
        planned=planned,
        learned=tuple(e.label for e in week if e.did == "done"),
        shares=_shares(kept, sums, week, first),
        notes=tuple(e.text for e in week if e.did in ("note", "hours") and e.text),
        evidence=tuple(f"{e.label}: {e.text}" for e in week if shows(e)),
        unshown=unshown(entries, sums),
        question=_question(area, number),
        about=about,
        next_week=_shares(kept, sums, (), first + timedelta(weeks=1)),
        check=check if check and check.due >= first else None,
        said=_said(hours, planned),
    )


def hours_set_aside(kept: KeptPlan, number: int) -> float:
    """Hours the person set aside for a week of the plan, holidays taken off."""
    goal = _goal(kept)
    return round(goal.hours_in(number) - goal.hours_in(number - 1), 1)


def _goal(kept: KeptPlan) -> Goal:
    asked = kept.request
    return Goal(
        role=asked.role,
        level=None,
        place=None,
        hours_per_week=weekly_hours(asked.hours),
        by=date.fromisoformat(asked.by),
        start=kept.began,
        special=stretches(asked.special),
    )


def the_check(kept: KeptPlan, entries: tuple[Entry, ...], day: date) -> Check | None:
    """The last ninety-day check that is due by ``day``; None in the first ninety days."""
    passed = (day - kept.began).days // CHECK_DAYS
    if passed < 1:
        return None
    due = kept.began + timedelta(days=CHECK_DAYS * passed)
    sums = add_up(entries)
    weeks = min((due - kept.began).days // 7, _goal(kept).weeks)
    since = between(entries, kept.began, due)
    left = {s.id for s in kept.steps if s.kind != "checkpoint"} - set(sums.done)
    speed = (
        f"{sums.speed.factor:.2f} times the catalogue's hours, over {sums.speed.n} finished steps"
        if sums.speed.n
        else "not known yet: no finished step has hours"
    )
    return Check(
        due=due,
        done=len(sums.done),
        steps=len(sums.done) + len(left),
        hours=hours_of(since),
        planned=round(_goal(kept).hours_in(weeks), 1),
        speed=speed,
        asks=(
            f"Is {kept.role_label} still what you want? Other roles nearer now: rung fit",
            f"Are {kept.request.hours:g} hours a week still true? Else: rung plan --hours N --keep",
            "What can you show now that you couldn't then? Write it into your résumé; import it.",
            "What would you drop if you had half the time?",
        ),
    )


def next_check(kept: KeptPlan, day: date) -> date:
    """The first ninety-day check after ``day``."""
    passed = max(0, (day - kept.began).days) // CHECK_DAYS
    return kept.began + timedelta(days=CHECK_DAYS * (passed + 1))


def unshown(entries: tuple[Entry, ...], sums: Progress) -> tuple[str, ...]:
    """Finished steps without evidence, newest first."""
    labels = {e.step: e.label for e in entries if e.step}
    return tuple(labels[s] for s in reversed(sums.done) if s not in sums.shown)


def _shares(
    kept: KeptPlan, sums: Progress, week: tuple[Entry, ...], first: date
) -> tuple[Share, ...]:
    planned = kept.in_week(first)
    parts = planned.steps if planned else ()
    logged: dict[str, float] = {}
    for entry in week:
        if entry.step:
            logged[entry.step] = round(logged.get(entry.step, 0.0) + entry.hours, 2)
    labels = {s.id: s.label for s in kept.steps} | {e.step: e.label for e in week if e.step}
    others = tuple(WeekStep(s, 0.0) for s in logged if s not in {p.id for p in parts})
    return tuple(
        Share(p.id, labels.get(p.id, p.id), p.hours, logged.get(p.id, 0.0), p.id in sums.done)
        for p in (*parts, *others)
    )


def _current(kept: KeptPlan, sums: Progress, week: tuple[Entry, ...], day: date) -> tuple[str, str]:
    """The area a question is asked about: the project at hand, else the week's most hours."""
    areas = {s.id: s.area for s in kept.steps}
    planned = kept.in_week(day)
    now = [p.id for p in planned.steps if p.id not in sums.done] if planned else []
    worked = sorted((e for e in week if e.step), key=lambda e: (-e.hours, e.number))
    at_work = [e.step for e in worked if e.step]
    for step in (*(s for s in (*at_work, *now) if s.startswith(PROJECT)), *at_work, *now):
        area = areas.get(step) or _area_of(step)
        if area:
            label = next((s.label for s in kept.steps if s.id == step), "")
            return area, label or next((e.label for e in week if e.step == step), "")
    return "responsible-ai", ""


def _area_of(step: str) -> str:
    if step.startswith(PROJECT):
        return step.removeprefix(PROJECT)
    return load().area_of.get(node(step).skill, "")


def _question(area: str, number: int) -> str:
    """One question a week, in turn."""
    asked = load().areas[area].reflections
    return asked[number % len(asked)] if asked else ""


def _said(hours: float, planned: float) -> str:
    """The week's hours beside those set aside, without praise or blame."""
    if not planned:
        return f"A week off; {hours:g} hours logged." if hours else "A week off."
    if not hours:
        return f"Nothing logged; {planned:g} hours were set aside. The plan goes on from here."
    return f"{hours:g} hours logged, {planned:g} set aside."
