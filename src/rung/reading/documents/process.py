"""Parsing in a child process, so that a document can take down nothing but its own reader."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from rung.reading.documents.drafts import Box, Draft, DraftLine, DraftPage
from rung.reading.documents.limits import Limits
from rung.reading.documents.refusal import RefusalError

# Isolated and without site: nothing of the person's environment or current folder runs in the
# child, and it starts faster. The folders of Rung and its libraries come along as an argument,
# searched after the standard library.
_START = (
    "import json, sys; path, kind, limits = json.loads(sys.argv[1]); sys.path += path;"
    " from rung.reading.documents.child import Limits, main; main(kind, Limits(**limits))"
)
_OWN = Path(__file__).resolve().parents[3]
_INSTALLED = ("site-packages", "dist-packages")
_AGAIN = "Export it again, or give it in another format (PDF, DOCX or plain text)."


def parse_apart(kind: str, content: bytes, limits: Limits) -> Draft:
    """The draft of ``content`` parsed as ``kind`` in a child process, or a refusal."""
    try:
        done = subprocess.run(
            command(kind, limits),
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise RefusalError(
            f"reading it took longer than {limits.seconds} seconds.", _AGAIN
        ) from error
    return _draft(done.stdout)


def command(kind: str, limits: Limits) -> list[str]:
    """How the child that parses one document is started."""
    bounds = {name: getattr(limits, name) for name in limits.__slots__}
    return [sys.executable, "-I", "-S", "-c", _START, json.dumps([_folders(), kind, bounds])]


def _folders() -> list[str]:
    """Rung's own folder and those of installed libraries.

    Why not the whole import path: it may name the current folder, and a file of somebody
    else beside the résumé must never run.
    """
    installed = [Path(folder) for folder in sys.path if Path(folder).name in _INSTALLED]
    return [str(folder.absolute()) for folder in (_OWN, *installed)]


def _draft(output: bytes) -> Draft:
    try:
        answer = json.loads(output)
    except ValueError as error:
        cause = "reading it broke down: it is damaged, or needs far too much time or memory."
        raise RefusalError(cause, _AGAIN) from error
    if "refused" in answer:
        raise RefusalError(*answer["refused"])
    if "failed" in answer:
        raise _failure(answer["failed"])
    pages, warnings, data = answer["draft"]
    return Draft(tuple(_page(*page) for page in pages), tuple(warnings), data)


def _failure(what: str) -> RefusalError:
    if what == "memory":
        return RefusalError("reading it needs far too much memory.", _AGAIN)
    return RefusalError(f"its structure is broken ({what}).", _AGAIN)


def _page(
    lines: list[list[Any]], order: Any, reason: str, columns: int, spaced: list[str], odd: int
) -> DraftPage:
    return DraftPage(
        tuple(_line(*line) for line in lines), order, reason, columns, tuple(spaced), odd
    )


def _line(
    text: str,
    box: list[float] | None,
    size: Any,
    bold: bool,
    bullet: bool,
    parts: list[tuple[float, float, bool]],
) -> DraftLine:
    edges = tuple((left, right, heavy) for left, right, heavy in parts)
    return DraftLine(text, Box(*box) if box else None, size, bold, bullet, edges)
