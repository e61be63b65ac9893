"""The HTML report: sound, self-contained, escaped, and holding what it should."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from rung.report import html
from tests.report import answers


@pytest.fixture(scope="module")
def pages() -> dict[str, HTMLParser]:
    return {name: HTMLParser(html(make())) for name, make in answers.ALL.items()}


@pytest.fixture(params=sorted(answers.ALL))
def page(request: pytest.FixtureRequest, pages: dict[str, HTMLParser]) -> HTMLParser:
    return pages[request.param]


def every(page: HTMLParser) -> Iterator[Node]:
    assert page.root is not None
    return page.root.traverse(include_text=False)


def one(where: HTMLParser | Node, selector: str) -> Node:
    found = where.css_first(selector)
    assert found is not None
    return found


def words(page: HTMLParser) -> str:
    assert page.body is not None
    return " ".join(page.body.text(separator=" ").split())


def test_nothing_is_fetched(page: HTMLParser) -> None:
    fetched = [
        (node.tag, name, value)
        for node in every(page)
        for name, value in node.attributes.items()
        if name in ("src", "srcset", "href", "xlink:href", "data", "action", "poster")
        and node.tag != "a"
    ]
    assert fetched == [("link", "href", "data:,")]
    styles = " ".join(n.text() for n in page.css("style"))
    assert "url(" not in styles
    assert "@import" not in styles
    assert not page.css("script, iframe, object, embed, form, base")


def test_no_element_acts(page: HTMLParser) -> None:
    acting = [n for node in every(page) for n in node.attributes if n.startswith("on")]
    assert acting == []


def test_links_lead_inside_or_to_ads(page: HTMLParser) -> None:
    ids = {n.attributes["id"] for n in page.css("[id]")}
    for node in page.css("a"):
        href = node.attributes["href"] or ""
        if href.startswith("#"):
            assert href[1:] in ids
        else:
            assert re.match(r"https?://", href, re.IGNORECASE)
            assert node.attributes["rel"] == "noopener noreferrer"


def test_headings_never_skip_a_level(page: HTMLParser) -> None:
    levels = [int((n.tag or "")[1]) for n in every(page) if re.fullmatch(r"h[1-6]", n.tag or "")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_labels_exist(page: HTMLParser) -> None:
    ids = [n.attributes["id"] for n in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for node in page.css("[aria-labelledby]"):
        assert set((node.attributes["aria-labelledby"] or "").split()) <= set(ids)


def test_tables_have_captions_and_scopes(page: HTMLParser) -> None:
    for table in page.css("table"):
        assert one(table, "caption").text(strip=True)
        assert all("scope" in cell.attributes for cell in table.css("th"))


def test_pictures_are_named(page: HTMLParser) -> None:
    for picture in page.css("svg"):
        assert picture.attributes["role"] == "img"
        assert one(picture, "title").text()
        assert one(picture, "desc").text()


def test_document_says_language_and_forbids_requests(page: HTMLParser) -> None:
    assert one(page, "html").attributes["lang"] == "en"
    policy = one(page, "meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert (policy or "").startswith("default-src 'none'")
    assert one(page, "a.skip").attributes["href"] == "#answer"


def test_hostile_text_stays_text(pages: dict[str, HTMLParser]) -> None:
    page = pages["hostile"]
    assert "<script>alert(1)</script>" in words(page)
    assert "javascript:" not in " ".join(n.attributes["href"] or "" for n in page.css("a"))
    outward = {n.attributes["href"] for n in page.css("a[rel]")}
    assert outward == {"HTTPS://jobs.example.org/ok?a=1&b=(2)"}


def test_characters_that_turn_text_around_are_left_out() -> None:
    assert not set(html(answers.hostile())) & set("\u202e\u202c\x07")


def test_lines_of_any_direction_are_set_apart(pages: dict[str, HTMLParser]) -> None:
    quotes = pages["hostile"].css("q")
    assert quotes
    assert all(q.attributes["dir"] == "auto" for q in quotes)


def test_answer_comes_first(pages: dict[str, HTMLParser]) -> None:
    text = one(pages["feasible"], ".lede").text()
    for piece in (
        "It can be done", "31 hours", "26 December 2026", "3 today and for 21 after",
        "Data engineer (good, 55 of 100)", "ranks 2 of 2", "level Mid",
        "CAD 118,000–163,000", "23 ads, Canada", "February 2025 to July 2026",
    ):  # fmt: skip
        assert piece in text


def test_gap_shows_counts_with_their_basis(pages: dict[str, HTMLParser]) -> None:
    section = one(pages["feasible"], "#gap")
    text = " ".join(section.text(separator=" ").split())
    basis = "40 ads, all places, 2025–2026, read January 2025 to July 2026; open boards"
    assert f"Counted over {basis}" in text
    assert "Only 3 ads were read in Toronto." in text
    row = next(r for r in section.css("tr") if "Kubernetes" in r.text())
    cells = " ".join(row.text(separator=" ").split())
    assert "12 of 40 30% 1 of 3 required" in cells
    assert "“" not in cells  # the quotation marks are the page's, drawn around <q>
    assert one(row, "q").text() == "Worked with Kubernetes"


def test_infeasible_plan_says_the_ways_out(pages: dict[str, HTMLParser]) -> None:
    text = " ".join(one(pages["infeasible"], "#plan").text(separator=" ").split())
    assert "It can't be done in this time" in text
    assert "2 May 2027" in text
    assert "6.5 hours a week more" in text
    assert "Model serving 45 least value for its hours" in text
    assert "No figure. Only 2 ads gave pay" in words(pages["infeasible"])
    assert not pages["infeasible"].css("#pay svg")


def test_every_step_stands_in_the_table_with_what_it_comes_after(
    pages: dict[str, HTMLParser],
) -> None:
    rows = pages["feasible"].css(".steps tbody tr:not(.phase)")
    shown = [
        tuple(" ".join(c.text(separator=" ").split()) for c in r.css("td, th"))[:4] for r in rows
    ]
    assert shown == [
        ("1", "Kubernetes: working test out, core, weeks 1–2", "10 5–20", "–"),
        ("2", "Mlops: basic study, core, weeks 2–3", "10 5–20", "–"),
        ("3", "Mlops: working build, core, weeks 4–5", "10 5–20", "2"),
        ("5", "Checkpoint: week 4 checkpoint, week 4", "1 0.5–2", "–"),
        ("4", "Project.mlops".replace(".", ": ") + " project, core, week 5", "10 5–20", "1, 3"),
    ]


def test_without_name_place_or_steps_the_page_still_stands(pages: dict[str, HTMLParser]) -> None:
    text = words(pages["empty"])
    assert "Read from résumé.pdf" in text
    assert "Nothing to learn" in text
    assert "MLOps engineer by 3 January 2027" in text
    assert not pages["empty"].css("svg")
    assert "Counted over no ads." in text
    assert "Without ads no gap can be stated." in text
    assert "is missing" not in text
