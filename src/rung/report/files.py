"""The four files of an answer, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from rung.app.answer import Answer
from rung.core.errors import UserError
from rung.report.events import ics
from rung.report.notes import markdown
from rung.report.page import html


def write(answer: Answer, folder: Path) -> tuple[Path, ...]:
    """Write report.html, plan.md, plan.json and plan.ics into ``folder``, made if need be.

    All four are rendered and stand whole beside their names before the first takes its name,
    so that a full disk leaves what was there. Raises UserError when one can't be written.
    """
    from rung.app.wire import to_json

    contents = {
        folder / "report.html": html(answer).encode(),
        folder / "plan.md": markdown(answer).encode(),
        folder / "plan.json": to_json(answer, Answer).encode(),
        folder / "plan.ics": ics(answer),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_folders(contents)
        with ExitStack() as stack:
            ready = [(_temporary(path, data, stack), path) for path, data in contents.items()]
            for temporary, path in ready:
                temporary.replace(path)
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
    return tuple(contents)


def _refuse_folders(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            raise UserError(
                str(path),
                "is a folder, so no file of that name can be written.",
                "Move it away or give --out another folder.",
            )


def _temporary(path: Path, data: bytes, stack: ExitStack) -> Path:
    """``data`` in a file beside ``path``, gone when ``stack`` closes unless renamed by then."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    stack.callback(temporary.unlink, missing_ok=True)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return temporary
