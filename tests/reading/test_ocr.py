"""Scans: pages rendered to pictures here and read back through Tesseract."""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from rung.catalogue import load
from rung.core.errors import UnreadableDocument
from rung.profile import build
from rung.reading.documents import read
from rung.reading.documents.ocr import NOTE

needs = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract isn't installed")


def picture(pdf: Path, out: Path, scale: float = 2.5) -> Path:
    """The first page of a PDF as a PNG."""
    bitmap = pypdfium2.PdfDocument(pdf)[0].render(scale=scale, grayscale=True)
    rows = bytes(bitmap.buffer)
    lines = b"".join(
        b"\0" + rows[y * bitmap.stride : y * bitmap.stride + bitmap.width]
        for y in range(bitmap.height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 0, 0, 0, 0)
    out.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )
    return out


def scanned(pdf: Path, out: Path) -> Path:
    """The first page of a PDF as a PDF that holds only its picture."""
    page = pypdfium2.PdfDocument(pdf)[0]
    bitmap = page.render(scale=2.5)
    made = pypdfium2.PdfDocument.new()
    image = pypdfium2.PdfImage.new(made)
    image.set_bitmap(bitmap)
    width, height = page.get_size()
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    sheet = made.new_page(width, height)
    sheet.insert_obj(image)
    sheet.gen_content()
    made.save(out)
    return out


@needs
@pytest.mark.parametrize("make", [picture, scanned])
def test_a_scan_gives_the_same_person(
    make: Callable[[Path, Path], Path], root: Path, tmp_path: Path
) -> None:
    pdf = root / "examples" / "backend_engineer.pdf"
    path = make(pdf, tmp_path / "scan.bin")
    document = read(path, ocr=True)
    assert document.kind == "scan"
    assert NOTE in document.warnings
    found = build(document, load(), date(2026, 11, 27))
    true = build(read(pdf), load(), date(2026, 11, 27))
    assert found.name is not None
    assert true.name is not None
    assert found.name.value == true.name.value
    assert found.email is not None
    assert true.email is not None
    assert found.email.value == true.email.value
    firsts = [[w.title.value for w in p.work if w.title][:2] for p in (found, true)]
    assert firsts[0] == firsts[1]


def test_a_scan_is_refused_unless_asked_for(root: Path, tmp_path: Path) -> None:
    path = scanned(root / "examples" / "backend_engineer.pdf", tmp_path / "scan.pdf")
    with pytest.raises(UnreadableDocument) as refusal:
        read(path)
    assert "only images" in refusal.value.cause
    assert "--ocr" in refusal.value.next_step


def test_without_tesseract_it_says_what_is_missing(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = scanned(root / "examples" / "backend_engineer.pdf", tmp_path / "scan.pdf")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableDocument, match="needs Tesseract"):
        read(path, ocr=True)


@needs
def test_a_blank_picture_is_refused(tmp_path: Path) -> None:
    made = pypdfium2.PdfDocument.new()
    made.new_page(595, 842)
    made.save(tmp_path / "blank.pdf")
    with pytest.raises(UnreadableDocument, match="no text"):
        read(tmp_path / "blank.pdf", ocr=True)
