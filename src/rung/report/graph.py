"""The plan's steps and what each needs first, as one drawing."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from rung.plan.records import Plan, Step
from rung.report import words
from rung.report.drawing import framed
from rung.report.layers import essential
from rung.report.placing import HIGH, WIDE, Place, placed
from rung.report.timeline import KIND_FILLS, KIND_STROKES

if TYPE_CHECKING:
    from markupsafe import Markup

LETTERS = 21
"""Characters that fit one line of a box."""

ON_FILL = {"build": "var(--on-accent)", "project": "var(--on-warm)"}


def linked(plan: Plan) -> tuple[Step, ...]:
    """The steps that need another or are needed by one."""
    known = {s.id for s in plan.steps}
    ends = {r for s in plan.steps for r in s.requires if r in known}
    return tuple(s for s in plan.steps if s.id in ends or any(r in known for r in s.requires))


def apart(plan: Plan) -> tuple[Step, ...]:
    """The steps that need nothing first and that nothing waits for, checkpoints left out."""
    joined = {s.id for s in linked(plan)}
    return tuple(s for s in plan.steps if s.id not in joined and s.kind != "checkpoint")


def drawn(plan: Plan, title: str, description: str) -> Markup | None:
    """The prerequisite graph; None where no step needs another."""
    steps = linked(plan)
    if not steps:
        return None
    known = {s.id for s in steps}
    found = placed(essential({s.id: [r for r in s.requires if r in known] for s in steps}))
    numbers = {s.id: i for i, s in enumerate(plan.steps, 1)}
    lines = "".join(_link(route) for route in found.routes)
    boxes = "".join(_box(s, numbers[s.id], found.places[s.id]) for s in steps)
    body = f'<g fill="none" stroke="var(--muted)" stroke-width="1.3">{lines}</g>{boxes}'
    return framed(body, found.width, found.height, "graph", title, description)


def _link(points: Sequence[Place]) -> str:
    """A curve from the foot of the first box to the head of the last."""
    x, y = points[0]
    path = [f"M{x:g},{y + HIGH:g}"]
    y += HIGH
    for at, (next_x, next_y) in enumerate(points[1:], 1):
        last = at == len(points) - 1
        half = (next_y - y) / 2
        end = next_y - (6 if last else 0)
        path.append(f"C{x:g},{y + half:g} {next_x:g},{next_y - half:g} {next_x:g},{end:g}")
        if not last:
            path.append(f"V{next_y + HIGH:g}")
        x, y = next_x, next_y + (0 if last else HIGH)
    head = f'<path d="M{x - 3.5:g},{y - 7:g}L{x:g},{y - 1:g}L{x + 3.5:g},{y - 7:g}Z" '
    return f'<path d="{"".join(path)}"/>{head}fill="var(--muted)" stroke="none"/>'


def _box(step: Step, number: int, place: Place) -> str:
    middle, top = place
    lines = textwrap.wrap(
        f"{number} {words.line(step.label, 80)}", LETTERS, max_lines=2, placeholder="…"
    )
    first = top + HIGH / 2 + (0 if len(lines) == 1 else -8)
    ink = ON_FILL.get(step.kind, "var(--ink)")
    said = "".join(
        f'<text x="{middle:g}" y="{first + 16 * i:g}" fill="{ink}">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    return (
        f'<g class="box"><rect x="{middle - WIDE / 2:g}" y="{top:g}" width="{WIDE}" '
        f'height="{HIGH}" rx="5" fill="{KIND_FILLS[step.kind]}" '
        f'stroke="{KIND_STROKES[step.kind]}" stroke-width="1.3"/>{said}</g>'
    )
