"""Checks on a plan, on a terminal."""

from __future__ import annotations

from rich.console import Console

from rung.app.advise import AdviseAnswer, Checked
from rung.cli.show.base import heading


def advice(found: AdviseAnswer, console: Console) -> None:
    """Each check with what it rests on."""
    heading(console, f"Your plan for {found.role_label}", f", of {found.made}")
    for check in found.checks:
        _check(check, console)


def _check(check: Checked, console: Console) -> None:
    advice = check.advice
    mark = "✓" if advice.ok else ("~" if check.override else "✗")
    console.print(f"{mark} {advice.title}: {advice.said}")
    if advice.steps:
        console.print(f"    Steps: {', '.join(advice.steps)}", style="dim")
    if check.override:
        console.print(
            f"    You decided against it on {check.override.day}: {check.override.reason}"
        )
    elif not advice.ok:
        console.print(f"    → {advice.then}")
        console.print(f'    or: rung advise --override {advice.pitfall} --because "…"')
    console.print(f"    {advice.guide}", style="dim")
