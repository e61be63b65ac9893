"""Commands about one person: plan, fit, gap."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson, Level, Place, Resume, Role, Today, day

HoursWeekly = Annotated[float, typer.Option("--hours", "-h", help="Hours a week you can study.")]
By = Annotated[str, typer.Option("--by", help="The day it should be done, as 2027-08-31.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="Also write report.html, plan.md, .json and .ics here."),
]


def plan(
    role: Role,
    hours: HoursWeekly,
    by: By,
    resume: Resume = None,
    place: Place = None,
    level: Level = None,
    today: Today = None,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Say what to learn for a role, in order, inside your hours, or why it can't be done."""
    from rung.app.answer import Answer
    from rung.app.goal import Request
    from rung.app.plan import make_plan
    from rung.cli.show import plan as show
    from rung.cli.show.base import console, emit

    request = Request(role, hours, by, place, level, day(today))
    answer = make_plan(resume, request)
    written: tuple[Path, ...] = ()
    if out is not None:
        from rung.report import write

        written = write(answer, out)
    emit(answer, Answer, show.summary, as_json=as_json)
    if not as_json:
        show.written(written, console())


def fit(resume: Resume = None, today: Today = None, as_json: AsJson = False) -> None:
    """Rank all roles for this person, with the lines for and against."""
    from rung.app import person
    from rung.cli.show import person as show
    from rung.cli.show.base import emit

    answer = person.fit_answer(resume, day(today))
    emit(answer, person.FitAnswer, show.fit, as_json=as_json)


def gap(
    role: Role,
    resume: Resume = None,
    place: Place = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Count what ads for a role ask and this person lacks."""
    from rung.app import person
    from rung.cli.show import person as show
    from rung.cli.show.base import emit

    answer = person.gap_answer(resume, role, place, day(today))
    emit(answer, person.GapAnswer, show.gap, as_json=as_json)
