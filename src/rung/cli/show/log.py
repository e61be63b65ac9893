"""The log, a week, and where one stands, on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from rung.app.me import Me, Way
from rung.app.weekly import Check, Review, Share
from rung.app.work import Logged
from rung.cli.show.base import heading
from rung.core.state import Change
from rung.plan.log import Entry
from rung.report import words


def logged(made: Logged, console: Console) -> None:
    """An entry just written."""
    entry = made.entry
    what = f"{entry.hours:g} {words.noun(entry.hours, 'hour')}" if entry.hours else ""
    named = {"done": "finished", "hours": "", "note": "note", "evidence": "evidence"}[entry.did]
    parts = [entry.label, named, what]
    console.print(f"Logged {entry.day}: {', '.join(p for p in parts if p)}.")
    if entry.step and made.on_step and entry.did in ("done", "hours"):
        console.print(f"On this step so far: {made.on_step:g} hours.", style="dim")
    if made.wanted:
        console.print(f"What would show it: {made.wanted}")
        console.print(f'Then: rung log evidence "{entry.step}" LINK', style="dim")


def entries(found: Sequence[Entry], console: Console) -> None:
    """Every entry in a table."""
    if not found:
        console.print("Nothing logged yet. Begin with: rung log hours 1.5 --step STEP")
        return
    table = Table(box=None, pad_edge=False)
    for name in ("", "Day", "What", "Step", "Hours", ""):
        table.add_column(name, justify="right" if name in ("", "Hours") else "left")
    for e in found:
        hours = f"{e.hours:g}" if e.hours else ""
        table.add_row(str(e.number), str(e.day), e.did, e.label, hours, words.line(e.text, 60))
    console.print(table)
    console.print(f"{sum(e.hours for e in found):g} hours in all.")


def undone(change: Change, console: Console) -> None:
    """An entry taken back."""
    console.print(f"Taken back: {change.what}.")


def week(found: Review, console: Console) -> None:
    """A week looked back on."""
    heading(console, f"Week {found.number}", f", {found.first} to {found.last}")
    console.print(found.said)
    if found.shares:
        console.print()
        console.print(_shares(found.shares))
    for title, lines in (
        ("Learnt", found.learned),
        ("Shown", found.evidence),
        ("Notes", found.notes),
        ("Finished, not shown yet", found.unshown),
    ):
        if lines:
            console.print(f"\n{title}:")
            for line in lines:
                console.print(f"  - {words.line(line, 90)}")
    if found.question:
        about = f" ({found.about})" if found.about else ""
        console.print(f"\nOne question{about}: {found.question}")
    if found.next_week:
        named = ", ".join(f"{s.label} {s.planned:g} h" for s in found.next_week if not s.done)
        console.print(f"\nNext week: {named or 'nothing planned yet; run rung plan'}.")
    if found.check:
        _check(found.check, console)


def _shares(shares: Sequence[Share]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in ("Step", "Planned", "Logged", ""):
        table.add_column(name, justify="left" if name in ("Step", "") else "right")
    for share in shares:
        planned = f"{share.planned:g}" if share.planned else "–"
        done = "done" if share.done else ""
        table.add_row(share.label, planned, f"{share.logged:g}", done)
    return table


def _check(check: Check, console: Console) -> None:
    heading(console, f"\nNinety-day check ({check.due})")
    console.print(
        f"{check.done} of {words.several(check.steps, 'step')} finished; {check.hours:g} hours "
        f"logged of {check.planned:g} set aside. Your speed: {check.speed}."
    )
    for ask in check.asks:
        console.print(f"  - {ask}")


def me(found: Me, console: Console) -> None:
    """Where one is, and the next three actions."""
    heading(console, found.name or "You", f": {found.level}" if found.documents else "")
    if found.way:
        _way(found.way, console)
    console.print("\nNext:")
    for number, action in enumerate(found.next, 1):
        hours = action.hours
        left = f" ({hours:g} {words.noun(hours, 'hour')} left)" if hours else ""
        console.print(f" {number}. {action.what}{left}", style="bold")
        console.print(f"    {action.why}")
        console.print(f"    → {action.then}", style="dim")


def _way(way: Way, console: Console) -> None:
    console.print(
        f"On the way to {way.role_label} by {way.by}: {way.done} of "
        f"{words.several(way.steps, 'step')} finished, {way.hours:g} hours logged since "
        f"{way.began}."
    )
    console.print(
        f"This week: {way.this_week:g} of {way.set_aside:g} hours. Plan of {way.made}; ninety-day "
        f"check on {way.next_check}."
    )
    if not way.feasible:
        console.print("At these hours the whole role doesn't fit yet: rung plan says what helps.")
