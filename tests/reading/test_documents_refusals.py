"""Every file that can't be read ends in one clear message, and leaves nothing behind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from rung.core.errors import UnreadableDocument
from rung.reading.documents import Limits, read
from rung.reading.documents.child import confine
from tests.reading import made

SENTENCE = "Wklv olqh kdv orvw lwv ohwwhuv vlqfh wkh irqw vdbv qrwklqj "

LINE = "Ada Quill counts leaves in Northfield and writes about them"

REFUSED = {
    "empty.pdf": (b"", "0 bytes"),
    "blank.txt": (b" \n\t\n", "no text"),
    "locked.pdf": (made.locked_pdf(), "password"),
    "scan.pdf": (made.picture_pdf(), "only images"),
    "cut.pdf": (made.pdf([(72, 700, "Some text")])[:200], "damaged"),
    "program.pdf": (b"MZ\x90\x00" + bytes(range(256)) * 8, "binary"),
    "shifted.pdf": (made.pdf([(72, 700 - 12 * i, SENTENCE) for i in range(9)]), "garbled"),
    "photo.pdf": (b"\x89PNG\r\n\x1a\n" + bytes(64), "image"),
    "letter.docx": (made.zip_of(notes=b"<a/>"), "zip archive"),
    "sheet.docx": (made.zip_of(xl__workbook=b"<a/>"), "Excel"),
    "torn.docx": (made.docx(made.paragraph("Hello"))[:-40], "damaged"),
    "entities.docx": (
        made.zip_of(word__document=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        "damaged",
    ),
    "bomb.docx": (made.zip_of(word__document=bytes(20_000_000)), "unpack to 20 MB"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "old Word file"),
    "locked.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    "notes.rtf": (b"{\\rtf1 Hello}", "RTF"),
    "list.json": (b"[1, 2, 3]", "not a JSON Resume"),
    "other.json": (b'{"name": "x", "skills": ["SQL"]}', "not a JSON Resume"),
    "truth.json": (b'{"contact": {}, "experience": [], "education": [{}]}', "not a JSON Resume"),
    "broken.json": (b'{"basics": {', "not valid JSON (line 1)"),
    "reactive.json": (b'{"basics": {}, "sections": {}}', "no text"),
    "other.yaml": (b"cv:\n  name: [\n", "not valid YAML (line"),
    "europass.xml": (b"<SkillsPassport xmlns='x'><a></SkillsPassport>", "not valid XML (line 1)"),
    "entities.xml": (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///x">]><SkillsPassport>&a;</SkillsPassport>',
        "entities",
    ),
    "deep.json": (b'{"basics": ' + b"[" * 100_000, "nested far too deep"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_unreadable_content_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    content, reason = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(UnreadableDocument) as refusal:
        read(path)

    assert refusal.value.subject == name
    assert reason in refusal.value.cause
    assert refusal.value.next_step.endswith(".")
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"there is no file at .*cv\.pdf"):
        read(tmp_path / "cv.pdf")


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="it is a folder"):
        read(tmp_path)


def test_large_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(200_000_000)

    with pytest.raises(UnreadableDocument, match="larger than 20 MB"):
        read(path)


def test_pdf_that_inflates_without_end_takes_down_only_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "bomb.pdf"
    path.write_bytes(made.flate_bomb())
    assert path.stat().st_size < 20_000

    with pytest.raises(UnreadableDocument, match=r"too much (time or )?memory"):
        read(path)


def test_document_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_bytes(b"<html>" + b"<div>" * 200_000 + b"end")

    with pytest.raises(UnreadableDocument, match=r"longer than 1 second|too much time"):
        read(path, limits=Limits(seconds=1))


def test_too_many_pages_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    path.write_bytes(made.pdf([(72, 700, "One")], [(72, 700, "Two")]))

    with pytest.raises(UnreadableDocument, match="it has 2 pages; Rung reads up to 1"):
        read(path, limits=Limits(pages=1))


def test_too_much_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("word " * 100, encoding="utf-8")

    with pytest.raises(UnreadableDocument, match="far more text"):
        read(path, limits=Limits(characters=100))


def test_more_than_a_book_is_refused_without_being_asked(tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    path.write_text("word\n" * 60_000, encoding="utf-8")

    with pytest.raises(UnreadableDocument, match="over 200,000 characters"):
        read(path)


def test_system_without_limits_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)

    assert not confine(Limits())


def test_a_program_beside_the_document_never_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "ran"
    for name in ("resource", "pypdfium2", "json"):
        (tmp_path / f"{name}.py").write_text(f"open({str(mark)!r}, 'w').close()", "utf-8")
    (tmp_path / "cv.pdf").write_bytes(made.pdf([(72, 700, LINE)]))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    assert read(Path("cv.pdf")).pages[0].text == LINE
    assert not mark.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a file's name")
def test_a_name_that_is_no_text_is_shown_printable(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"r\xe9sum\xe9\x1b[2J.txt")
    path.write_text("Ada Quill", encoding="utf-8")

    name = read(path).name

    assert name.isprintable()
    assert name.encode("utf-8").endswith(b"[2J.txt")
