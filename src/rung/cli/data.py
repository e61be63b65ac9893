"""Commands about tables and data on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson

data_app = typer.Typer(help="Bring in tables Rung doesn't ship.", no_args_is_help=True)
import_app = typer.Typer(help="Bring in a table by its name.", no_args_is_help=True)
data_app.add_typer(import_app, name="import")


@import_app.command("esco")
def esco(
    file: Annotated[
        Path,
        typer.Argument(exists=True, help="ESCO's English CSV download: the zip or its folder."),
    ],
    as_json: AsJson = False,
) -> None:
    """Read ESCO's own tables, so that phrases can be linked to them."""
    from rung.app import esco as use
    from rung.cli.show import reading as show
    from rung.cli.show.base import emit, progress

    with progress("Encoding ESCO") as report:
        done = use.import_esco(file, report)
    emit(done, use.Imported, show.imported, as_json=as_json)
