"""One document from the disk: checked, told apart, and parsed in a child process."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
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
PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
OCR_PATIENCE = 6
DEFAULT_LIMITS = Limits()


def read(path: Path, *, limits: Limits = DEFAULT_LIMITS, ocr: bool = False) -> Document:
    """The document at ``path`` as pages of lines; with ``ocr``, scans and pictures too.

    Raises ``UnreadableDocument`` with one clear reason where it can't be read: not there,
    empty, too large, protected, only images, damaged, hostile, or of another kind.
    """
    return read_bytes(printable(path), content_of(path, limits=limits), limits=limits, ocr=ocr)


def read_bytes(
    name: str, content: bytes, *, limits: Limits = DEFAULT_LIMITS, ocr: bool = False
) -> Document:
    """A document from its bytes; ``name`` stands in its spans and in what is refused."""
    try:
        kind, draft = _parsed(content, limits, ocr)
        _check_text(draft)
    except RefusalError as refusal:
        raise UnreadableDocument(name, refusal.cause, refusal.next_step) from None
    return Document(
        name=name,
        kind=kind,
        sha256=hashlib.sha256(content).hexdigest(),
        pages=tuple(to_page(number, page) for number, page in enumerate(draft.pages, 1)),
        warnings=draft.warnings,
        data=draft.data,
    )


def _parsed(content: bytes, limits: Limits, ocr: bool) -> tuple[Kind, Draft]:
    """The draft of a document; where it has no text and ``ocr`` is wished for, of its picture."""
    picture = content.startswith(PICTURES)
    if ocr and picture:
        return "scan", parse_apart("ocr", content, _patient(limits))
    kind = sniff(content)
    try:
        return KINDS[kind], parse_apart(kind, content, limits)
    except RefusalError:
        if not (ocr and kind == "pdf"):
            raise
    return "scan", parse_apart("ocr", content, _patient(limits))


def _patient(limits: Limits) -> Limits:
    """Limits for recognising text, which takes seconds a page."""
    return replace(limits, seconds=limits.seconds * OCR_PATIENCE, memory=limits.memory * 2)


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
