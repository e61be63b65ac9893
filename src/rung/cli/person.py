"""Commands about one person: plan, fit, gap."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson, Level, Place, Resume, Role, Today, day

AimedAt = Annotated[
    str, typer.Option("--role", "-r", help="The role you aim at; that of your plan if left out.")
]
HoursWeekly = Annotated[
    float | None, typer.Option("--hours", "-h", help="Hours a week you can study.")
]
By = Annotated[str, typer.Option("--by", help="The day it should be done, as 2027-08-31.")]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", help="Also write report.html, plan.md, .json and .ics here."),
]
Keep = Annotated[bool, typer.Option("--keep", "-k", help="Make this the plan you live with.")]
Off = Annotated[
    list[str] | None,
    typer.Option(
        "--off",
        metavar="DAYS",
        help="Days off: 2026-12-21..2027-01-03, or =12 at the end for 12 hours a week. Repeatable.",
    ),
]
Pin = Annotated[
    list[str] | None,
    typer.Option("--pin", metavar="SKILL", help="Learn this, whatever its worth. Repeatable."),
]
Drop = Annotated[
    list[str] | None,
    typer.Option(
        "--drop", metavar="SKILL", help="Leave this out, and what rests on it. Repeatable."
    ),
]


Free = Annotated[bool, typer.Option("--free", help="Learn only from what costs nothing.")]
Search = Annotated[
    bool,
    typer.Option(
        "--search", help="You look for work now: search and interviews first, nothing over 20 h."
    ),
]
Like = Annotated[
    list[str] | None,
    typer.Option(
        "--like", metavar="KIND", help="Rather learn from: video, book, course, docs. Repeatable."
    ),
]
WhatIf = Annotated[
    list[str] | None,
    typer.Option(
        "--what-if",
        metavar="CHANGES",
        help="The plan beside another: hours=12, or hours=12,by=2027-12-31; also role, place, "
        "level, off, pin, drop. Repeatable.",
    ),
]
Compare = Annotated[
    tuple[str, str] | None,
    typer.Option("--compare", metavar="ROLE ROLE", help="Plans for two roles side by side."),
]


def plan(
    resume: Resume = None,
    role: AimedAt = "",
    hours: HoursWeekly = None,
    by: By = "",
    place: Place = None,
    level: Level = None,
    off: Off = None,
    pin: Pin = None,
    drop: Drop = None,
    search: Search = False,
    free: Free = False,
    like: Like = None,
    what_if: WhatIf = None,
    compare: Compare = None,
    keep: Keep = False,
    today: Today = None,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Say what to learn for a role, in order, inside your hours, or why it can't be done.

    With --keep the plan becomes the one you live with: log what you do (rung log), and rung plan
    alone plans again from where you stand.
    """
    from rung.app import data
    from rung.app import plan as plans
    from rung.app.answer import Answer
    from rung.app.compare import Comparison
    from rung.app.goal import Request, weekly_hours
    from rung.cli.show import compare as beside
    from rung.cli.show import plan as show
    from rung.cli.show.base import console, emit

    request = Request(
        role,
        0 if hours is None else weekly_hours(hours),
        by,
        place,
        level,
        day(today),
        tuple(off or ()),
        tuple(pin or ()),
        tuple(drop or ()),
        free,
        search,
        tuple(like or ()),
    )
    if what_if or compare:
        found = plans.what_if(resume, request, what_if or (), compare or ())
        emit(found, Comparison, beside.comparison, as_json=as_json)
        return
    planned = None
    if resume is None:
        planned = plans.go_on(data.open_state(), request, keep=keep)
        answer = planned.answer
    else:
        answer = plans.make_plan(resume, request, keep=keep)
    written: tuple[Path, ...] = ()
    if out is not None:
        from rung.report import write

        written = write(answer, out)
    emit(answer, Answer, show.summary, as_json=as_json)
    if not as_json:
        show.written(written, console())
        if planned:
            show.in_hand(planned, console())


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
