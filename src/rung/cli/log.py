"""Commands about work on the plan: what was done, the week, where one stands."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from rung.cli.options import AsJson, Today, day

log_app = typer.Typer(
    no_args_is_help=True,
    help="What you did: hours, finished steps, notes, evidence. Kept here alone.",
)

Step = Annotated[
    str,
    typer.Argument(metavar="STEP", help="A step's number or id in your plan, or a skill's name."),
]
OnStep = Annotated[
    str | None, typer.Option("--step", "-s", help="The step it belongs to, if it does.")
]
Day = Annotated[
    str | None, typer.Option("--day", metavar="DATE", help="The day it was; today if left out.")
]
Note = Annotated[str, typer.Option("--note", "-n", help="A word on it.")]


def _days(on: str | None, today: str | None) -> tuple[date, date]:
    """The day an entry is for, and today."""
    now = day(today)
    return (day(on, "--day") if on else now), now


@log_app.command("done")
def done(
    step: Step,
    hours: Annotated[
        float | None, typer.Option("--hours", "-h", help="Hours it took since the last entry.")
    ] = None,
    evidence: Annotated[
        str, typer.Option("--evidence", "-e", help="Where it can be seen: a link, a file, a line.")
    ] = "",
    on: Day = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Finish a step; say where it can be seen, if it can."""
    from rung.app import data, work
    from rung.cli.show import log as show
    from rung.cli.show.base import emit

    when, now = _days(on, today)
    made = work.done(data.open_state(), step, hours, evidence, when, now)
    emit(made, work.Logged, show.logged, as_json=as_json)


@log_app.command("hours")
def hours(
    spent: Annotated[float, typer.Argument(metavar="HOURS", help="Such as 1.5.")],
    step: OnStep = None,
    note: Note = "",
    on: Day = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Log hours spent, on a step or on none."""
    from rung.app import data, work
    from rung.cli.show import log as show
    from rung.cli.show.base import emit

    when, now = _days(on, today)
    made = work.hours(data.open_state(), spent, step, note, when, now)
    emit(made, work.Logged, show.logged, as_json=as_json)


@log_app.command("note")
def note(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What you want to remember.")],
    step: OnStep = None,
    on: Day = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Keep a thought."""
    from rung.app import data, work
    from rung.cli.show import log as show
    from rung.cli.show.base import emit

    when, now = _days(on, today)
    made = work.note(data.open_state(), text, step, when, now)
    emit(made, work.Logged, show.logged, as_json=as_json)


@log_app.command("evidence")
def evidence(
    step: Step,
    text: Annotated[
        str, typer.Argument(metavar="WHERE", help="A link, a file, or a line for your résumé.")
    ],
    on: Day = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say where a step's work can be seen."""
    from rung.app import data, work
    from rung.cli.show import log as show
    from rung.cli.show.base import emit

    when, now = _days(on, today)
    made = work.evidence(data.open_state(), step, text, when, now)
    emit(made, work.Logged, show.logged, as_json=as_json)


@log_app.command("list")
def list_entries(as_json: AsJson = False) -> None:
    """List every entry, oldest first."""
    from rung.app import data, my_log
    from rung.cli.show import log as show
    from rung.cli.show.base import emit
    from rung.plan.log import Entry

    emit(my_log.read(data.open_state()), tuple[Entry, ...], show.entries, as_json=as_json)


@log_app.command("undo")
def undo(as_json: AsJson = False) -> None:
    """Take the last entry back."""
    from rung.app import data, my_log
    from rung.cli.show import log as show
    from rung.cli.show.base import emit
    from rung.core.state import Change

    emit(my_log.undo(data.open_state()), Change, show.undone, as_json=as_json)


@log_app.command("week")
def week(on: Day = None, today: Today = None, as_json: AsJson = False) -> None:
    """Look back on a week: learnt, hours against plan, one question; and what comes next."""
    from rung.app import data, weekly
    from rung.cli.show import log as show
    from rung.cli.show.base import emit

    when, _ = _days(on, today)
    emit(weekly.review(data.open_state(), when), weekly.Review, show.week, as_json=as_json)


def me(today: Today = None, as_json: AsJson = False) -> None:
    """Say where you are, your next three actions, and why."""
    from rung.app import data
    from rung.app.me import Me
    from rung.app.me import me as where
    from rung.cli.show import log as show
    from rung.cli.show.base import emit

    emit(where(data.open_state(), day(today)), Me, show.me, as_json=as_json)
