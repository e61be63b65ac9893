"""Steps laid into weeks: at most three at once, study beside building, time kept for review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from rung.plan.records import Goal, Step, Week, WeekStep

AT_ONCE, AT_ONCE_FEW_HOURS, FEW_HOURS = 3, 2, 10
"""More things in parallel than this and none gets finished; two where hours are few."""

QUANTUM = 5
"""Tenths of an hour handed out at least: nobody studies for six minutes."""

STUDY = frozenset({"study", "test-out"})


def lay_out(steps: Sequence[Step], goal: Goal) -> tuple[Week, ...]:
    """The calendar for ``steps``, given in learning order, checkpoints in theirs.

    A step begins once all it requires is done. Hours are handed out in tenths so that the
    weeks add up exactly to the steps. A checkpoint that falls into a holiday waits.
    """
    most = AT_ONCE if goal.hours_per_week >= FEW_HOURS else AT_ONCE_FEW_HOURS
    queue = [s for s in steps if s.kind != "checkpoint"]
    pauses = [s for s in steps if s.kind == "checkpoint"]
    due = list(goal.checkpoints(goal.weeks))
    left = {s.id: round(s.hours.likely * 10) for s in queue}
    weeks: list[Week] = []
    while any(left.values()):
        number = len(weeks) + 1
        given: dict[str, int] = {}
        capacity = goal.all_tenths(number) - goal.all_tenths(number - 1)
        if pauses and due and due[0] <= number:
            took = round(pauses[0].hours.likely * 10)
            if took <= capacity:
                given[pauses.pop(0).id] = took
                due.pop(0)
        _fill(queue, left, given, capacity, most)
        weeks.append(_week(goal, number, given))
    return tuple(weeks)


def _fill(
    queue: Sequence[Step], left: dict[str, int], given: dict[str, int], capacity: int, most: int
) -> None:
    touched: set[str] = set()
    while (free := capacity - sum(given.values())) > 0:
        active = _active(queue, left, touched, most)
        if not active:
            return
        share = max(QUANTUM, free // len(active) // QUANTUM * QUANTUM)
        for step in active:
            wanted = left[step.id] if left[step.id] < share + QUANTUM else share
            hours = min(wanted, capacity - sum(given.values()))
            if hours:
                given[step.id] = given.get(step.id, 0) + hours
                left[step.id] -= hours
                touched.add(step.id)


def _active(
    queue: Sequence[Step], left: Mapping[str, int], touched: set[str], most: int
) -> list[Step]:
    """Up to ``most`` ready steps, earliest first, with study and building both if both are ready.

    Steps begun this week stay; a week finishes short steps but doesn't scatter over many.
    """
    ready = [s for s in queue if left[s.id] and not any(left.get(r, 0) for r in s.requires)]
    begun = [s for s in ready if s.id in touched]
    chosen = begun[:most]
    for step in ready:
        if len(chosen) < most and step not in chosen:
            chosen.append(step)
    if len(chosen) == most and len({s.kind in STUDY for s in chosen}) == 1:
        other = next((s for s in ready if (s.kind in STUDY) != (chosen[0].kind in STUDY)), None)
        if other is not None:
            chosen[-1] = other
    return chosen


def _week(goal: Goal, number: int, given: Mapping[str, int]) -> Week:
    hours = round(sum(given.values()) / 10, 1)
    whole = goal.hours_in(number) - goal.hours_in(number - 1)
    if number == 1:
        whole -= goal.used
    return Week(
        goal.start + timedelta(weeks=number - 1),
        hours,
        round(max(0.0, whole - hours), 1),
        tuple(WeekStep(step, tenths / 10) for step, tenths in given.items()),
        goal.search,
    )
