"""One document from the disk: checked, told apart, and parsed in a child process."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from rung.core.errors import UnreadableDocument
from rung.reading.documents.drafts import Draft, to_page
from rung.reading.documents.limits import MEGABYTE, Limits
from rung.reading.documents.process import parse_apart
from rung.reading.documents.records import Document, Kind
from rung.reading.documents.refusal import RefusalError
from rung.reading.documents.sniff import Sniffed, sniff

KINDS: dict[Sniffed, Kind] = {
    "pdf": "pdf",
    "docx": "docx",
    "html": "html",
    "text": "text",
    "json": "jsonresume",
    "rendercv": "rendercv",
    "linkedin": "linkedin",
    "europass": "europass",
}
DEFAULT_LIMITS = Limits()


def read(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document at ``path`` as pages of lines.

    Raises ``UnreadableDocument`` with one clear reason where it can't be read: not there,
    empty, too large, protected, only images, damaged, hostile, or of another kind.
    """
    return read_bytes(printable(path), content_of(path, limits=limits), limits=limits)


def read_bytes(name: str, content: bytes, *, limits: Limits = DEFAULT_LIMITS) -> Document:
    """A document from its bytes; ``name`` stands in its spans and in what is refused."""
    try:
        kind = sniff(content)
        draft = parse_apart(kind, content, limits)
        _check_text(draft)
    except RefusalError as refusal:
        raise UnreadableDocument(name, refusal.cause, refusal.next_step) from None
    return Document(
        name=name,
        kind=KINDS[kind],
        sha256=hashlib.sha256(content).hexdigest(),
        pages=tuple(to_page(number, page) for number, page in enumerate(draft.pages, 1)),
        warnings=draft.warnings,
        data=draft.data,
    )


def content_of(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """A file's bytes, refused where it can't be a document at all."""
    try:
        return _content(path, limits)
    except RefusalError as refusal:
        raise UnreadableDocument(printable(path), refusal.cause, refusal.next_step) from None


def printable(path: Path) -> str:
    """The file's name as text that any output can hold.

    Why: a name on disk may be bytes of no known encoding, or carry control characters that
    would steer a terminal.
    """
    return _shown(path.name or str(path))


def _shown(name: str) -> str:
    text = os.fsencode(name).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _content(path: Path, limits: Limits) -> bytes:
    """The file's bytes, once it is known to be a file of a fair size."""
    try:
        if path.is_dir():
            raise RefusalError(
                "it is a folder.", "Give one file: PDF, DOCX, HTML, text or JSON Resume."
            )
        if not path.exists():
            raise RefusalError(f"there is no file at {_shown(str(path))}.", "Check the path.")
        if not path.is_file():
            raise RefusalError("it is not a regular file.", "Give a file on disk.")
        _check_size(path.stat().st_size, limits)
        with path.open("rb") as file:
            content = file.read(limits.size + 1)
    except OSError as error:
        cause = f"the system won't open it ({error.strerror or type(error).__name__})."
        raise RefusalError(cause, "Check the path and its permissions.") from error
    _check_size(len(content), limits)
    return content


def _check_size(size: int, limits: Limits) -> None:
    if size == 0:
        raise RefusalError("the file is empty (0 bytes).", "Give a file with your résumé in it.")
    if size > limits.size:
        raise RefusalError(
            f"it is larger than {limits.size // MEGABYTE} MB, more than a résumé needs.",
            "Give a smaller export, without large images.",
        )


def _check_text(draft: Draft) -> None:
    if not any(page.lines for page in draft.pages):
        raise RefusalError("it has no text in it.", "Give a file with your résumé in it.")
