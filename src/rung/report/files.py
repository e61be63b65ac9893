"""The four files of an answer, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from rung.app.answer import Answer
from rung.core.errors import UserError
from rung.report.events import ics
from rung.report.notes import markdown
from rung.report.page import html


def write(answer: Answer, folder: Path) -> tuple[Path, ...]:
    """Write report.html, plan.md, plan.json and plan.ics into ``folder``, made if need be.

    Everything is rendered before the first byte is written, and each file takes its name only
    once complete. Raises UserError when the folder can't be written.
    """
    from rung.app.wire import to_json

    contents = (
        ("report.html", html(answer).encode()),
        ("plan.md", markdown(answer).encode()),
        ("plan.json", to_json(answer, Answer).encode()),
        ("plan.ics", ics(answer)),
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(_replace(folder / name, data) for name, data in contents)
    except FileExistsError as error:
        raise UserError(
            str(folder),
            "is a file, so no report can be written into it.",
            "Give --out a folder, new or existing.",
        ) from error
    except OSError as error:
        raise UserError(
            str(folder),
            f"can't be written: {error.strerror or error}.",
            "Give --out a folder you may write to, with some space left.",
        ) from error


def _replace(path: Path, data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return path
