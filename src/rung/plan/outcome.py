"""Whether it can be done, in words and dates, and what would help where it can't."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role
from rung.core.records import Evidence
from rung.plan.candidates import Target
from rung.plan.problem import is_shown
from rung.plan.records import BUFFER, Dropped, Goal, Step
from rung.plan.select import Choice, Problem

MOST_WEEKLY = 40.0
"""No advice asks for more study a week than a job takes."""

NO_HOURS = {
    "credential": "a credential, not a course; no plan gives it",
    "human": "it grows and shows at work; no hours of study are planned for it",
}
"""Why a core skill has no step, by its kind."""

MOST_DROPPED = 1 / 3
"""Where more of the core than this would have to go, it is no longer the role."""


def earliest_day(goal: Goal, core_tenths: int) -> date | None:
    """The first day the core fits at the same weekly hours; None beyond the calendar."""
    most = max(goal.hours_per_week, *(s.hours_per_week for s in goal.special), 0.0)
    weeks = int(core_tenths / (most * (1 - BUFFER) * 10))
    while goal.tenths(weeks) < core_tenths:
        weeks += 1
    try:
        return goal.start + timedelta(weeks=weeks)
    except OverflowError:
        return None


def hours_to_add(goal: Goal, core_tenths: int) -> float | None:
    """Weekly hours to add to keep the deadline; None where that is more than a week holds."""
    usual = goal.usual_weeks(goal.weeks)
    if usual <= 0:
        return None
    short = (core_tenths - goal.tenths(goal.weeks)) / 10 / (1 - BUFFER)
    more = ceil(round(2 * short / usual, 6)) / 2
    return more if 0 < more <= MOST_WEEKLY - goal.hours_per_week else None


def left_out(
    catalogue: Catalogue, problem: Problem, choice: Choice, core: Choice
) -> tuple[Dropped, ...]:
    """Core entries that didn't fit, with the hours each would take."""
    shown = {u for u, by in problem.shown_by.items() if choice.nodes.intersection(by)}
    have = choice.nodes | shown
    missing = [t for t in problem.targets if not have.intersection(t.members)]
    found = {d.skill: d for d in (_drop(catalogue, problem, t, core) for t in missing)}
    return tuple(found.values())


def _drop(catalogue: Catalogue, problem: Problem, target: Target, core: Choice) -> Dropped:
    node = next((m for m in target.members if m in core.nodes), target.members[0])
    hours = sum(
        c.hours.likely
        for n, c in sorted(problem.candidates.items())
        if n.skill == node.skill and (n.level == "basic" or n == node)
    )
    skill = catalogue.skills[node.skill]
    return Dropped(skill.id, skill.label, round(hours, 1), "its hours open fewer ads than others'")


def no_hours(
    catalogue: Catalogue, role: Role, held: Mapping[str, Evidence], kind: str
) -> tuple[Dropped, ...]:
    """Core entries of a kind that no hours of study give, and no line shows."""
    return tuple(
        Dropped(s, catalogue.skills[s].label, 0.0, NO_HOURS[kind])
        for e in role.skills.core
        if not any(is_shown(held, m) for m in e.members)
        for s in e.members
        if catalogue.skills[s].kind == kind
    )


def can_be_done(aim: str, goal: Goal, core_hours: float, steps: Sequence[Step]) -> str:
    """A plan that closes the role's core, in words."""
    if not any(s.core for s in steps):
        return f"Your résumé shows all the core of {aim}; the steps only widen it."
    need = f"the core of {aim} needs {_hours(core_hours)}"
    words = [f"It can be done: {need}; {_budget(goal)}."]
    if any(s.skill and not s.core for s in steps):
        words.append("Steps beyond the core use hours left for what more ads ask.")
    high = sum(s.hours.high for s in steps)
    over = high - goal.budget_hours
    if over > 0:
        weeks = ceil(over / (goal.hours_per_week * (1 - BUFFER)))
        words.append(f"At the high estimates it would run {_weeks(weeks)} longer.")
    return " ".join(words)


def nothing_to_learn(aim: str) -> str:
    """For someone who shows the whole core and whom nothing else would help."""
    return f"Nothing to learn: your résumé shows all the core of {aim}."


def cannot_be_done(
    aim: str,
    goal: Goal,
    core_hours: float,
    ways: tuple[date | None, float | None],
    drop: Sequence[Dropped],
    entries: int,
) -> str:
    """Why it can't be done in this time, and what could change that."""
    earliest, more = ways
    need = f"the core of {aim} needs {_hours(core_hours)}"
    words = [f"It can't be done in this time: {need}; {_budget(goal)}."]
    options = []
    if earliest:
        options.append(f"move the deadline to {earliest}")
    if more:
        options.append(f"add {_hours(more)} a week")
    much = len(drop) > MOST_DROPPED * entries
    if drop and not much:
        options.append("drop " + ", ".join(d.label for d in drop))
    if options:
        words.append(f"Either {', or '.join(options)}.")
    if much:
        words.append(
            f"{len(drop)} of its {entries} open core skills would not fit, so no part of this "
            "is the role yet: take the steps below as a first stage, or a nearer role first."
        )
    return " ".join(words)


def _budget(goal: Goal) -> str:
    return (
        f"{_weeks(goal.weeks)} at {_hours(goal.hours_per_week)}, less 15% for review and slips, "
        f"leave {_hours(goal.budget_hours)}"
    )


def _hours(hours: float) -> str:
    text = f"{hours:,.1f}".removesuffix(".0")
    return f"{text} hour" if text == "1" else f"{text} hours"


def _weeks(weeks: int) -> str:
    return "1 week" if weeks == 1 else f"{weeks:,} weeks"
