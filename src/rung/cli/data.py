"""Commands about everything kept on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson
from rung.core.errors import UserError

data_app = typer.Typer(
    help="All that is yours: show, export, back up, restore, undo, delete.", no_args_is_help=True
)


@data_app.command("show")
def show_(as_json: AsJson = False) -> None:
    """Say what is kept on this machine, how much, and where."""
    from rung.app import data
    from rung.cli.show import data as show
    from rung.cli.show.base import emit

    emit(data.report(data.open_state()), data.DataReport, show.report, as_json=as_json)


@data_app.command("export")
def export(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="A zip to write, or a folder.")],
    as_json: AsJson = False,
) -> None:
    """Write everything as plain JSON and the files you gave, in one zip."""
    from rung.app import data
    from rung.cli.show import data as show
    from rung.cli.show.base import emit

    emit(data.export(data.open_state(), out), data.Written, show.written, as_json=as_json)


@data_app.command("import")
def import_(
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help="A Rung export, or the name of a table: esco.")
    ],
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="ESCO's English CSV: zip or folder.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Bring in an export of Rung's, or a reference table Rung doesn't ship (esco FILE)."""
    from rung.app import data
    from rung.cli.show import data as show
    from rung.cli.show.base import emit

    if what == "esco":
        _esco(file, as_json)
        return
    if file is not None:
        raise UserError(f"{what!r}", "is no table Rung can bring in.", "There is: esco FILE.")
    emit(data.bring(data.open_state(), Path(what)), data.Brought, show.brought, as_json=as_json)


def _esco(file: Path | None, as_json: bool) -> None:
    from rung.app import esco as use
    from rung.cli.show import reading as show
    from rung.cli.show.base import emit, progress

    if file is None or not file.exists():
        what = "no file was given" if file is None else f"there is no file at {file}"
        raise UserError("esco", f"{what}.", "Run: rung data import esco FILE")
    with progress("Encoding ESCO") as report:
        done = use.import_esco(file, report)
    emit(done, use.Imported, show.imported, as_json=as_json)


@data_app.command("backup")
def backup(as_json: AsJson = False) -> None:
    """Make a backup now; Rung also makes one before anything that could lose something."""
    from rung.app import data
    from rung.cli.show import data as show
    from rung.cli.show.base import emit

    emit(data.backup(data.open_state()), Path | None, show.backup, as_json=as_json)


@data_app.command("restore")
def restore(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A backup or export; the newest good one if left out."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make everything exactly as a backup has it; what stands now is backed up first."""
    from rung.app import data
    from rung.cli.show import data as show
    from rung.cli.show.base import emit

    done = data.restore(data.unopened_state(), file)
    emit(done, data.Brought, show.restored, as_json=as_json)


@data_app.command("delete")
def delete(
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT", help="profile, plan, log, answers, offers, ads, backups or all."
        ),
    ],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Don't ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Delete one part of your data, or all: then nothing is left, and nothing can be undone."""
    from rung.app import data
    from rung.cli.show import data as show
    from rung.cli.show.base import emit

    if what in data.FINAL and not yes:
        typer.confirm(f"Delete {what} for good? This can't be undone.", abort=True)
    done = (
        data.delete_all(data.unopened_state())
        if what == "all"
        else data.delete(data.open_state(), what)
    )
    emit(done, data.Deleted, show.deleted, as_json=as_json)


@data_app.command("doctor")
def doctor_(as_json: AsJson = False) -> None:
    """Check that all that is kept is whole, and say what to do where it isn't."""
    from rung.app import data, doctor
    from rung.cli.show import data as show
    from rung.cli.show.base import emit

    found = doctor.examine(data.unopened_state())
    emit(found, doctor.Checkup, show.checkup, as_json=as_json)
    if not found.sound:
        raise typer.Exit(1)


@data_app.command("history")
def history(as_json: AsJson = False) -> None:
    """List what was changed in the last thirty days, newest first."""
    from rung.app import data
    from rung.cli.show import data as show
    from rung.cli.show.base import emit
    from rung.core.state import Change

    emit(data.history(data.open_state()), tuple[Change, ...], show.history, as_json=as_json)


@data_app.command("undo")
def undo(
    redo: Annotated[bool, typer.Option("--redo", help="Take back the last undo instead.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take back the last change."""
    from rung.app import data
    from rung.cli.show import data as show
    from rung.cli.show.base import emit
    from rung.core.state import Change

    done = data.undo(data.open_state(), redo=redo)
    emit(done, Change, show.redone if redo else show.undone, as_json=as_json)
