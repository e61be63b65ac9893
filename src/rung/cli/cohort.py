"""The command for careers advisers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson, Today, day


def cohort(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of résumés.")],
    goals: Annotated[
        Path,
        typer.Option(
            "--goals", "-g", help="A CSV: file, role, hours, by, consent; place and level if known."
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Where pages and tables go.")],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """A page for each consenting person, what they lack together, and who needs what next."""
    from rung.app.cohort import Summary, summary_of
    from rung.app.cohort import cohort as run
    from rung.cli.show import cohort as show
    from rung.cli.show.base import emit, progress
    from rung.report.cohort import write_cohort

    now = day(today)
    with progress("Reading and planning") as report:
        found = run(folder, goals, now, report)
    write_cohort(found, out, now)
    emit(summary_of(found, out), Summary, show.summary, as_json=as_json)
