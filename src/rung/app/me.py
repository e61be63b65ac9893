"""Where I am, what the next three actions are, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from rung.app import my_log, my_plan, my_profile, weekly
from rung.app.my_plan import KeptPlan
from rung.catalogue import load
from rung.core.state import State
from rung.fit import read_level
from rung.plan.log import Entry, Progress, add_up, between, hours_of, week_of

SHOWN = 3
"""Actions named: more than three are none."""

STALE_DAYS = 14
"""Days after which a plan no longer speaks of this week."""


Deed = Literal["import", "look", "plan", "move", "review", "again", "show", "study"]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do next. ``hours`` is what it still takes, where that is known."""

    what: str
    why: str
    hours: float | None
    then: str
    """The command that does it, or notes that it is done."""
    do: Deed
    """Which kind of deed it is, for faces that show a button."""
    step: str | None = None
    """The step it is about, by its id."""


@dataclass(frozen=True, slots=True)
class Way:
    """The plan one lives with, in figures."""

    role: str
    role_label: str
    by: date
    began: date
    made: date
    done: int
    steps: int
    hours: float
    """Hours logged since it began."""
    this_week: float
    set_aside: float
    """Hours logged this week, and those set aside for it."""
    feasible: bool
    next_check: date


@dataclass(frozen=True, slots=True)
class Me:
    """Someone on one day."""

    name: str | None
    documents: tuple[str, ...]
    level: str
    level_note: str
    way: Way | None
    next: tuple[Action, ...]


def me(state: State, today: date) -> Me:
    """Where the person stands and what is next; says how to begin where nothing is kept."""
    kept, entries = my_plan.the_plan(state), my_log.read(state)
    sums = add_up(entries)
    if not my_profile.kept(state):
        begin = Action(
            "Let Rung read your résumé",
            "Roles, gaps and plans start from what your documents show; they stay on this machine.",
            None,
            "rung profile import RÉSUMÉ",
            "import",
        )
        return Me(None, (), "not stated", "No document is kept.", None, (begin,))
    profile = my_profile.stored(state, today)
    level = read_level(load(), profile, today)
    return Me(
        name=profile.name.value if profile.name else None,
        documents=profile.documents,
        level=level.label,
        level_note=level.note,
        way=_way(kept, entries, sums, today) if kept else None,
        next=tuple(islice(_actions(kept, entries, sums, today), SHOWN)),
    )


def _way(kept: KeptPlan, entries: tuple[Entry, ...], sums: Progress, today: date) -> Way:
    first = week_of(kept.began, today)
    number = (first - kept.began).days // 7 + 1
    to_come = {s.id for s in kept.steps if s.kind != "checkpoint"} - set(sums.done)
    return Way(
        role=kept.request.role,
        role_label=kept.role_label,
        by=date.fromisoformat(kept.request.by),
        began=kept.began,
        made=kept.made,
        done=len(sums.done),
        steps=len(sums.done) + len(to_come),
        hours=hours_of(between(entries, kept.began, today)),
        this_week=hours_of(between(entries, first, today)),
        set_aside=weekly.hours_set_aside(kept, number),
        feasible=kept.feasible,
        next_check=weekly.next_check(kept, today),
    )


def _actions(
    kept: KeptPlan | None, entries: tuple[Entry, ...], sums: Progress, today: date
) -> Iterator[Action]:
    """What is next, most pressing first."""
    if kept is None:
        yield Action(
            "See which roles are near",
            "A plan needs a goal, and the lines for and against each role show which is yours.",
            None,
            "rung fit",
            "look",
        )
        yield Action(
            "Make a plan to live with",
            "With a goal, hours a week and a day, Rung says what to learn in which order.",
            None,
            "rung plan --role ROLE --hours 8 --by DATE --keep",
            "plan",
        )
        return
    yield from _upkeep(kept, entries, sums, today)
    yield from _steps(kept, sums, today)


def _upkeep(
    kept: KeptPlan, entries: tuple[Entry, ...], sums: Progress, today: date
) -> Iterator[Action]:
    """At most one action on the plan itself, and one on what is finished and not shown."""
    by = date.fromisoformat(kept.request.by)
    check = weekly.the_check(kept, entries, today)
    if by <= today:
        yield Action(
            "Set a new day or a new goal",
            f"The day you set, {by}, has come; {len(sums.done)} steps are finished.",
            None,
            "rung plan --by DATE --keep",
            "move",
        )
    elif check and kept.made < check.due:
        yield Action(
            "Look at the whole way",
            f"The ninety-day check was due on {check.due}; the plan in hand is of {kept.made}.",
            None,
            "rung log week, then rung plan",
            "review",
        )
    elif today - kept.made >= timedelta(days=STALE_DAYS):
        yield Action(
            "Plan again from where you stand",
            f"The plan in hand is of {kept.made}; what is done since shortens what is left.",
            None,
            "rung plan",
            "again",
        )
    if without := weekly.unshown(entries, sums):
        yield Action(
            f"Show {without[0]}",
            "It is finished, but nothing shows it yet, and only what is shown counts with others.",
            None,
            f'rung log evidence "{without[0]}" LINK',
            "show",
            without[0],
        )


def _steps(kept: KeptPlan, sums: Progress, today: date) -> Iterator[Action]:
    """Unfinished steps, as their weeks come."""
    starts = {p.id: w.start for w in reversed(kept.weeks) for p in w.steps}
    open_ = [s for s in kept.steps if s.id not in sums.done and s.kind != "checkpoint"]
    for step in sorted(open_, key=lambda s: starts.get(s.id, today)):
        since = sums.spent.get(step.id, 0.0) - step.spent
        left = max(0.5, round(step.hours.likely - since, 1))
        then = f'rung log done "{step.id}" --hours N'
        yield Action(step.label, step.why, left, then, "study", step.id)
