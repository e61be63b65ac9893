"""Arguments and options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

Resume = Annotated[
    Path | None,
    typer.Argument(
        metavar="RÉSUMÉ",
        help="PDF, DOCX, text, Markdown, HTML or JSON; your stored profile if left out.",
    ),
]
Role = Annotated[str, typer.Option("--role", "-r", help="The role you aim at: see `rung roles`.")]
Place = Annotated[
    str | None, typer.Option("--place", "-p", help="City or country, such as Toronto.")
]
Level = Annotated[
    str | None, typer.Option("--level", "-l", help="Level aimed at; yours if left out.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the data as JSON.")]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="Pretend it is this day.")
]


def day(text: str | None, name: str = "--today") -> date:
    """The injected day, or the machine's: the only place where Rung asks for the time."""
    if text is None:
        return date.today()  # noqa: DTZ011 - the person's own calendar day is meant
    from rung.app.goal import parse_day

    return parse_day(text, name)
