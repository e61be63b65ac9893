"""A plan over its weeks as a Vega-Lite spec; see charts for how they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rung.plan.records import Plan, Step
from rung.report import words
from rung.report.marks import Spec, axis, bars, palette, pixels, spec, text, upright

NAME = 46
"""Pixels a month's name takes."""

KIND_FILLS = {
    "study": "var(--tint)",
    "build": "var(--accent)",
    "test-out": "var(--paper)",
    "project": "var(--warm)",
    "checkpoint": "var(--ink)",
}
KIND_STROKES = {**KIND_FILLS, "study": "var(--accent)", "test-out": "var(--muted)"}


def timeline(plan: Plan, by: date, *, narrow: bool = False) -> Spec:
    """Each step over the weeks it is worked on; a broken line marks the deadline."""
    start = plan.weeks[0].start
    deadline = (by - start).days / 7
    end = max(deadline, len(plan.weeks))
    left, width, right, pitch, bar = (1, 332, 7, 38, 12) if narrow else (264, 480, 16, 22, 12)
    drop = 50 if narrow else 34
    steps = _as_begun(plan)
    height = drop + len(steps) * pitch - (pitch - bar) + 6
    tops = {s.id: drop + i * pitch for i, s in enumerate(steps)}
    runs = [
        {"from": a, "to": b, "kind": s.kind, "y": tops[s.id], "tip": _tip(s, plan, a, b)}
        for s in steps
        for a, b in _runs(plan, s.id)
    ]
    numbers = {s.id: i for i, s in enumerate(plan.steps, 1)}
    names = [
        {"text": words.line(f"{numbers[s.id]}  {s.label}", 44 if narrow else 40), "y": tops[s.id]}
        for s in steps
    ]
    months = _months(start, end, width)
    named = [m for m in months if m["text"]]
    weeks = axis([0, end], width)
    x = {**weeks, "field": "from"}
    layers = [
        upright(months, x, 20, height, "var(--rule)"),
        text(named, x, {"value": 10}, "left", dx=1, colour="var(--muted)"),
        upright(
            [{"from": deadline}], x, 20, height, "var(--warm)", strokeWidth=1.6, strokeDash=[5, 4]
        ),
        bars(
            runs,
            x,
            {"field": "to"},
            bar,
            fill=palette("kind", KIND_FILLS),
            stroke=palette("kind", KIND_STROKES),
        ),
        text(names, {"value": 0}, pixels("y"), "left", dy=-9)
        if narrow
        else text(names, {"value": 0}, pixels("y"), "right", dx=-12, dy=bar / 2),
    ]
    return spec(layers, width, height, left, right)


def _tip(step: Step, plan: Plan, first: int, last: int) -> str:
    when = f"{words.short_day(plan.weeks[first].start)} to "
    when += words.day(plan.weeks[last - 1].start + timedelta(days=6))
    return f"{step.label}: {words.KINDS[step.kind]}, {words.hours(step.hours.likely)} h, {when}"


def _runs(plan: Plan, step: str) -> Iterator[tuple[int, int]]:
    """The runs of weeks a step is worked on, as [from, to) counted from 0."""
    active = [i for i, w in enumerate(plan.weeks) if any(p.id == step for p in w.steps)]
    begin = None
    for i in active:
        begin = i if begin is None else begin
        if i + 1 not in active:
            yield begin, i + 1
            begin = None


def _as_begun(plan: Plan) -> list[Step]:
    """The steps of the calendar by the week they begin in, so that the bars run downhill."""
    begun = {s.id: next(_runs(plan, s.id), None) for s in plan.steps}
    inside = [(run[0], i, s) for i, s in enumerate(plan.steps) if (run := begun[s.id])]
    return [s for _, _, s in sorted(inside, key=lambda found: found[:2])]


def _months(start: date, end: float, width: float) -> list[Spec]:
    """Firsts of months in weeks from ``start``, named as often as there is room.

    Why counted from January: whichever months are named, each new year is among them.
    """
    last = start + timedelta(days=round(end * 7))
    firsts = [
        date(year, month, 1)
        for year in range(start.year, last.year + 1)
        for month in range(1, 13)
        if start <= date(year, month, 1) <= last
    ]
    room = max(len(firsts), 1) * NAME / width
    every = next(k for k in (1, 2, 3, 6, 12) if k >= room or k == 12)
    named = [f for f in firsts if (f.month - 1) % every == 0]
    one_year = all(f.month != 1 for f in named)
    return [
        {
            "from": (first - start).days / 7,
            "text": _name(first, one_year and first == named[0]) if first in named else "",
        }
        for first in firsts
    ]


def _name(first: date, with_year: bool) -> str:
    name = words.MONTHS[first.month - 1][:3]
    return f"{name} ’{first.year % 100:02d}" if with_year or first.month == 1 else name
