"""Scans: text recognised by Tesseract from a page's picture, where the person asked for it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from rung.reading.documents.drafts import Box, Draft, tidy_lines
from rung.reading.documents.limits import Limits
from rung.reading.documents.pdf_order import ordered
from rung.reading.documents.pdf_pieces import Piece
from rung.reading.documents.refusal import RefusalError

LANGUAGES = ("eng", "deu", "fra", "spa", "por", "ita", "nld")
NOTE = "The text was recognised from a picture (OCR): compare it with the page."
DPI = 300
_POINTS = 72 / DPI
_SURE = 30.0
_GAP = 1.6
"""A gap of so many line heights parts two runs of words."""
_MISSING = RefusalError(
    "reading a picture needs Tesseract, which isn't installed.",
    "Install it (apt install tesseract-ocr, brew install tesseract), or give the text instead.",
)


class Word(NamedTuple):
    """A recognised word: which line of which block it stands in, and its box in pixels."""

    line: tuple[int, int, int]
    left: float
    top: float
    width: float
    height: float
    text: str


def parse(content: bytes, limits: Limits) -> Draft:
    """The pages of a scanned PDF, or the one page of a picture."""
    program = shutil.which("tesseract")
    if program is None:
        raise _MISSING
    command = [program, "stdin", "stdout", "-l", _languages(program), "--psm", "1", "tsv"]
    pictures = _pages(content, limits) if content[:1024].find(b"%PDF-") >= 0 else iter([content])
    pages = []
    for picture in pictures:
        words = list(_words(_run(command, picture, limits)))
        draft = ordered(_pieces(words))
        pages.append(draft._replace(lines=tidy_lines(draft.lines)))
    return Draft(tuple(pages), (NOTE,))


def _languages(program: str) -> str:
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, text=True, check=False
    ).stdout.split()
    return "+".join(name for name in LANGUAGES if name in listed) or "eng"


def _run(command: Sequence[str], picture: bytes, limits: Limits) -> str:
    try:
        done = subprocess.run(
            command, input=picture, capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise RefusalError("recognising its text took too long.", "Give fewer pages.") from error
    if done.returncode != 0:
        raise RefusalError("Tesseract can't read the picture.", "Give a PNG, JPEG or PDF scan.")
    return done.stdout.decode("utf-8", "replace")


def _pages(content: bytes, limits: Limits) -> Iterator[bytes]:
    """Each page as a grey picture in PNM, which needs no library to write."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise RefusalError("the PDF is damaged or protected.", "Export it again.") from error
    if len(document) > limits.pages:
        raise RefusalError(f"it has {len(document)} pages.", "Give only those of the résumé.")
    for page in document:
        bitmap: Any = page.render(scale=DPI / 72, grayscale=True)
        rows = memoryview(bitmap.buffer)
        lines = (
            bytes(rows[y * bitmap.stride : y * bitmap.stride + bitmap.width])
            for y in range(bitmap.height)
        )
        yield f"P5 {bitmap.width} {bitmap.height} 255\n".encode() + b"".join(lines)


def _words(tsv: str) -> Iterator[Word]:
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip() or float(cells[10]) < _SURE:
            continue
        block, paragraph, line = (int(c) for c in cells[2:5])
        left, top, width, height = (float(c) for c in cells[6:10])
        yield Word((block, paragraph, line), left, top, width, height, cells[11].strip())


def _pieces(words: Sequence[Word]) -> list[Piece]:
    """Runs of words without a wide gap, in points, in the order Tesseract reads them."""
    found = []
    for _, group in groupby(words, key=lambda w: w.line):
        line = list(group)
        height = sorted(w.height for w in line)[len(line) // 2]
        run: list[Word] = []
        for word in line:
            if run and word.left - (run[-1].left + run[-1].width) > _GAP * height:
                found.append(_piece(run, height))
                run = []
            run.append(word)
        found.append(_piece(run, height))
    return found


def _piece(run: Sequence[Word], height: float) -> Piece:
    box = Box(
        min(w.left for w in run) * _POINTS,
        min(w.top for w in run) * _POINTS,
        max(w.left + w.width for w in run) * _POINTS,
        max(w.top + w.height for w in run) * _POINTS,
    )
    return Piece(" ".join(w.text for w in run), box, round(height * _POINTS, 0))
