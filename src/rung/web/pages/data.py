"""Data: all that is kept about a person here; shown, carried away, brought back, deleted."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from starlette.datastructures import UploadFile

from rung.app import data, doctor, upkeep
from rung.app.data import Brought, DataReport
from rung.app.doctor import Checkup
from rung.app.upkeep import CatalogueReport
from rung.core.errors import UserError
from rung.core.state import Change as Changed
from rung.web.page import Change, Done, File, Nothing, Page
from rung.web.pages.common import safe_name
from rung.web.site import Site

SECTION = "data"
SHOWN = 40
"""Changes listed; the JSON has all that can be undone."""

WORD = "DELETE"
"""What is typed before something is deleted for good."""


@dataclass(frozen=True, slots=True)
class Yours:
    """Everything kept, and what was changed, newest first."""

    report: DataReport
    history: tuple[Changed, ...]
    backups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """How an archive is brought back: added to what is here, or in its place."""

    how: Literal["add", "replace"]


@dataclass(frozen=True, slots=True)
class Gone:
    """What to delete, and the word that says it is meant."""

    what: str
    word: str = ""


def _data(site: Site, _asked: Nothing) -> Yours:
    state = site.state()
    return Yours(data.report(state), data.history(state), data.backup_names(state))


def _view(_site: Site, _asked: Nothing, _found: Yours) -> Mapping[str, Any]:
    return {"shown": SHOWN, "kinds": tuple(data.KINDS), "final": data.FINAL, "word": WORD}


def _check(site: Site, _asked: Nothing) -> Checkup:
    return doctor.examine(site.state())


def _catalogue(site: Site, _asked: Nothing) -> CatalogueReport:
    return site.once("catalogue", (), upkeep.catalogue_report)


def _export(site: Site, _asked: Nothing) -> bytes:
    with tempfile.TemporaryDirectory(prefix="rung-") as folder:
        path = Path(folder) / "rung.zip"
        data.export(site.state(), path)
        return path.read_bytes()


def _undo(site: Site, _asked: Nothing, _files: tuple[UploadFile, ...]) -> Done:
    return Done("/data", f"Taken back: {data.undo(site.state()).what}.")


def _redo(site: Site, _asked: Nothing, _files: tuple[UploadFile, ...]) -> Done:
    data.undo(site.state(), redo=True)
    return Done("/data", "Done again.")


def _backup(site: Site, _asked: Nothing, _files: tuple[UploadFile, ...]) -> Done:
    made = data.backup(site.state())
    return Done("/data", f"Backed up as {made.name}." if made else "There is nothing to back up.")


def _bring(site: Site, asked: Back, files: tuple[UploadFile, ...]) -> Done:
    if not files:
        raise UserError("the export", "is missing: no file was chosen.", "Choose a Rung export.")
    with tempfile.TemporaryDirectory(prefix="rung-") as folder:
        path = Path(folder) / safe_name(files[0].filename or "", "rung.zip")
        path.write_bytes(files[0].file.read())
        act = data.bring if asked.how == "add" else data.restore
        return Done("/data", _said(act(site.state(), path)))


def _said(done: Brought) -> str:
    before = f" What stood before is backed up as {Path(done.backup).name}." if done.backup else ""
    return (
        f"Read {done.path}: {done.added} records added, {done.replaced} replaced, "
        f"{done.same} the same.{before}"
    )


def _delete(site: Site, asked: Gone, _files: tuple[UploadFile, ...]) -> Done:
    final = asked.what in data.FINAL
    if final and asked.word != WORD:
        raise UserError(
            f"{asked.word!r}", f"is not {WORD}.", "Type it in capitals to delete for good."
        )
    if asked.what == "all":
        data.delete_all(data.unopened_state())
        return Done("/", "All that Rung kept on this machine is deleted.")
    gone = data.delete(site.state(), asked.what)
    return Done("/data", f"Deleted: {gone.what}.", undo=gone.undo)


PAGES: tuple[Page, ...] = (
    Page(
        "/data",
        "Your data",
        "All that Rung keeps about you, on this machine alone: yours to see, carry away and "
        "delete.",
        SECTION,
        "data.html.j2",
        _data,
        Yours,
        Nothing,
        _view,
    ),
    Page(
        "/data/check",
        "Is all of it whole?",
        "What Rung finds when it looks at everything it keeps; nothing is changed.",
        SECTION,
        "data_check.html.j2",
        _check,
        Checkup,
    ),
    Page(
        "/data/catalogue",
        "The catalogue in use",
        "How large it is, what is wrong with it, and which records of yours stand in for ours.",
        SECTION,
        "data_catalogue.html.j2",
        _catalogue,
        CatalogueReport,
    ),
)
FILES: tuple[File, ...] = (
    File(
        "/data/export.zip",
        "Everything as plain JSON and your own files.",
        "application/zip",
        "rung-export.zip",
        _export,
    ),
)
CHANGES: tuple[Change, ...] = (
    Change("/data/undo", "Take back the last change.", _undo),
    Change("/data/redo", "Take back the last undo.", _redo),
    Change("/data/backup", "Make a backup.", _backup),
    Change("/data/import", "Bring back an export.", _bring, Back),
    Change("/data/delete", "Delete a part, or all.", _delete, Gone),
)
