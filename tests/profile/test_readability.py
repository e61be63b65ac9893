"""Facts about machine readability, signs of level, and the page that shows where values stand."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from rung.catalogue import load
from rung.profile import build
from rung.profile.readability import facts
from rung.profile.records import Month, Period, Work
from rung.profile.signals import signals
from rung.reading.documents import read
from rung.reading.documents.records import Document
from rung.report import review_page
from rung.report.review import Drawn, drawn, shown
from tests.profile.made import document

TODAY = date(2026, 11, 27)
GOOD = """Ada Lovel
ada@example.com | (415) 555-0100
Experience
Data Analyst — Blue Finch, Jun 2019 – Feb 2021
- Wrote SQL reports for six teams
Education
BSc Mathematics, University of Northfield, 2015 – 2019
Skills
SQL, Excel"""


def said(made: Document) -> dict[str, tuple[bool | None, str]]:
    found = facts(made, build(made, load(), TODAY))
    return {f.what: (f.ok, f.said) for f in found}


def test_a_plain_document_has_nothing_against_it() -> None:
    found = said(document(GOOD))
    assert [what for what, (ok, _) in found.items() if ok is False] == []
    assert found["dates"] == (True, "all 1 positions give month and year")


@pytest.mark.parametrize(
    ("old", "new", "what", "words"),
    [
        ("(415) 555-0100", "", "contact", "not found: phone"),
        ("Experience", "Where I’ve worked", "headings", "unusual: Where I’ve worked"),
        (", Jun 2019 – Feb 2021", "", "dates", "no dates for: Data Analyst"),
        ("Skills\nSQL, Excel", "", "headings", "none for skills"),
    ],
)
def test_what_hinders_is_said(old: str, new: str, what: str, words: str) -> None:
    ok, said_ = said(document(GOOD.replace(old, new)))[what]
    assert ok is False
    assert words in said_


def test_columns_and_order_of_real_pages(shared: Path) -> None:
    folder = shared / "data" / "resumes" / "generated"
    two = said(read(folder / "mlops__left_sidebar__chromium.pdf"))
    one = said(read(folder / "mlops__date_rail__weasyprint.pdf"))
    assert two["columns"][1] == "text stands side by side in columns"
    assert "columns" not in one
    assert one["reading order"][0] is True


def test_signs_of_level_and_stages_quote_their_lines() -> None:
    made = document(
        "Led a team of 12\nMentored four engineers\nCut latency from 90 ms to 20 ms\n"
        "Labelled 40,000 images\nTrained a detector\nDeployed it to production\n"
        "Set alerts on drift\nWent to meetings"
    )
    page = made.pages[0]
    lines = tuple(made.span(1, ln.start, ln.start + len(ln.text)) for ln in page.lines)
    period = Period(Month(2020), None, True, lines[0])
    found = {
        s.kind: [x.text for x in s.spans] for s in signals([Work(None, None, period, lines)], [])
    }
    assert found["scope"][0] == "Led a team of 12"
    assert found["mentoring"] == ["Mentored four engineers"]
    assert found["metrics"] == ["Cut latency from 90 ms to 20 ms"]
    assert found["data"] == ["Labelled 40,000 images"]
    assert found["training"] == ["Trained a detector"]
    assert "Deployed it to production" in found["serving"]
    assert found["monitoring"] == ["Set alerts on drift"]
    assert not any("Went to meetings" in lines_ for lines_ in found.values())


def test_every_value_is_marked_where_it_stands(shared: Path) -> None:
    path = shared / "data" / "resumes" / "generated" / "mlops__left_sidebar__chromium.pdf"
    made = read(path)
    profile = build(made, load(), TODAY)
    values = shown(profile)
    (page,) = drawn(made, values)
    assert isinstance(page, Drawn)
    assert {p for mark, _, _ in page.boxes for p in mark.paths} == {v.path for v in values}
    for mark, top, height in page.boxes:
        assert mark.x >= 0
        assert mark.x + mark.width <= page.width
        assert 0 <= top <= page.height - height
    name = next((m, top) for m, top, _ in page.boxes if "name" in m.paths)
    line = next(ln for ln in made.pages[0].lines if profile.name and ln.text == profile.name.value)
    assert abs(name[0].x - (line.x0 or 0)) < 1
    html = review_page(profile, [made])
    links = set(re.findall(r'href="#([^"]+)"', html))
    assert links == set(re.findall(r' id="(at-[^"]+)"', html))


def test_markup_in_a_document_is_shown_and_does_nothing() -> None:
    made = document(GOOD.replace("Blue Finch", "<script>alert(1)</script> Ltd"))
    html = review_page(build(made, load(), TODAY), [made])
    assert "<script" not in html
    assert "&lt;script&gt;" in html
