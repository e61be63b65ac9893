"""Ads from files people have: tables, saved pages, e-mails, documents."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from rung.core.errors import UserError
from rung.market.files import Found, Refused, files_in, read

DAY = "2026-11-26"
ROWS = [
    {"Job_Title": "ML Engineer", "Description": "<p>Python</p><ul><li>SQL</li></ul>",
     "Company": "Heron", "location": "Oslo", "salary_min": "0", "date_posted": "2026-10-01"},
    {"Job_Title": "", "Description": "x", "Company": "Heron"},
]  # fmt: skip


def found(file: Path) -> Found:
    (only,) = [f for f in read(file, DAY) if isinstance(f, Found)]
    return only


def refused(file: Path, *, named: bool = True) -> str:
    (only,) = read(file, DAY, named=named)
    assert isinstance(only, Refused)
    return only.reason


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl", "json", "jsonl.gz"])
def test_tables_of_every_kind_say_the_same(kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"ads.{kind}"
    if "json" in kind:
        text = "\n".join(json.dumps(r) for r in ROWS) if "jsonl" in kind else json.dumps(ROWS)
        held = gzip.compress(text.encode()) if kind.endswith("gz") else text.encode()
        file.write_bytes(held)
    else:
        separator = "\t" if kind == "tsv" else ","
        names = list(ROWS[0])
        lines = [separator.join(names)]
        lines += [separator.join(f'"{r.get(n, "")}"' for n in names) for r in ROWS]
        file.write_text("\n".join(lines), "utf-8")
    got = found(file)
    (ad,) = got.seen
    assert ad.day == DAY
    assert (ad.posting.title, ad.posting.employer, ad.posting.location) == (
        "ML Engineer", "Heron", "Oslo",
    )  # fmt: skip
    assert ad.posting.text == "Python\n- SQL"
    assert ad.posting.posted == "2026-10-01"
    assert (ad.posting.pay_low, ad.posting.pay_currency) == (None, "")
    assert [(b.row, b.reason) for b in got.bad] == [(1, "it has no title")]


def test_a_row_keeps_the_day_it_was_seen(tmp_path: Path) -> None:
    file = tmp_path / "ads.csv"
    file.write_text(
        "title,description,fetched_at\nA,b,2026-01-02T03:04:05Z\nC,d,2025-07\n", "utf-8"
    )
    assert [s.day for s in found(file).seen] == ["2026-01-02", "2025-07"]


def test_a_table_without_texts_is_refused_with_its_columns(tmp_path: Path) -> None:
    file = tmp_path / "pay.csv"
    file.write_text("title,salary\nA,1\n", "utf-8")
    assert "no column of ads' text" in refused(file)
    assert "salary" in refused(file)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.parquet", b"not parquet"), ("a.json", b"{"), ("a.csv", b""), ("a.exe", b"MZ"),
     ("a.jsonl.gz", b"not gzip"), ("a.pdf", b"%PDF-nothing")],
)  # fmt: skip
def test_files_that_hold_nothing_say_why(name: str, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert refused(file)


def test_a_saved_page_with_a_marked_ad(tmp_path: Path) -> None:
    told = {"@type": "JobPosting", "title": "Data Scientist", "description": "<p>R</p>",
            "hiringOrganization": {"name": "Heron"}, "url": "https://heron.example/7"}  # fmt: skip
    file = tmp_path / "page.html"
    script = f'<script type="application/ld+json">{json.dumps(told)}</script>'
    file.write_text(f"<html>{script}<p>menu</p></html>", "utf-8")
    (ad,) = found(file).seen
    assert (ad.posting.title, ad.posting.employer, ad.posting.text) == (
        "Data Scientist",
        "Heron",
        "R",
    )


def test_a_page_without_marks_is_one_ad(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<title>ML Engineer at Heron</title><h1>Join</h1><p>Python</p>", "utf-8")
    (ad,) = found(file).seen
    assert ad.posting.title == "ML Engineer at Heron"
    assert "Python" in ad.posting.text


def test_an_email_is_an_ad(tmp_path: Path) -> None:
    file = tmp_path / "mail.eml"
    file.write_text(
        "Subject: =?utf-8?q?ML_Engineer_=E2=80=93_Oslo?=\nDate: Wed, 4 Mar 2026 10:00:00 +0000\n"
        "Content-Type: text/html; charset=utf-8\n\n<p>We need <b>Python</b>.</p>",
        "utf-8",
    )
    (ad,) = found(file).seen
    assert (ad.posting.title, ad.posting.posted) == ("ML Engineer – Oslo", "2026-03-04")
    assert ad.posting.text == "We need Python."


def test_an_email_without_text_is_set_aside(tmp_path: Path) -> None:
    file = tmp_path / "mail.eml"
    file.write_text("Subject: Hello\n\n", "utf-8")
    assert [b.reason for b in found(file).bad] == ["an e-mail without text"]


def test_documents_count_only_by_name(tmp_path: Path) -> None:
    file = tmp_path / "ad.txt"
    file.write_text("ML Engineer\nPython and SQL", "utf-8")
    assert found(file).seen[0].posting.title == "ML Engineer"
    assert "by name" in refused(file, named=False)


def test_a_folder_is_walked_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.csv", "in/a.html", ".hidden.csv", "in/.git"):
        (tmp_path / name).write_text("x", "utf-8")
    assert [f.name for f in files_in(tmp_path)] == ["b.csv", "a.html"]
    with pytest.raises(UserError, match="no such file"):
        files_in(tmp_path / "nowhere")
