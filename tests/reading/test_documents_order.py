"""Reading order and lines of PDFs, on pages made so that the right answer is known."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.reading.documents import read
from rung.reading.documents.drafts import Box
from rung.reading.documents.pdf_columns import blocks
from rung.reading.documents.records import Page
from tests.reading import made

LEFT = [f"Left column line {number} about shipping rates" for number in range(12)]
RIGHT = [f"Right column line {number} on other matters" for number in range(12)]


def page_of(tmp_path: Path, painted: list[made.Placed]) -> Page:
    path = tmp_path / "made.pdf"
    path.write_bytes(made.pdf(painted))
    return read(path).pages[0]


def columns() -> tuple[list[made.Placed], list[made.Placed]]:
    left = [(50.0, 700.0 - 14 * i, text) for i, text in enumerate(LEFT)]
    right = [(330.0, 700.0 - 14 * i, text) for i, text in enumerate(RIGHT)]
    return left, right


def test_columns_painted_whole_are_read_as_painted(tmp_path: Path) -> None:
    left, right = columns()

    page = page_of(tmp_path, right + left)

    assert page.order == "stream"
    assert [line.text for line in page.lines] == RIGHT + LEFT


def test_columns_painted_row_by_row_are_read_by_geometry(tmp_path: Path) -> None:
    left, right = columns()
    painted = [piece for row in zip(left, right, strict=True) for piece in row]

    page = page_of(tmp_path, painted)

    assert page.order == "geometric"
    assert "jumps" in page.order_reason
    assert [line.text for line in page.lines] == LEFT + RIGHT


def test_shuffled_page_is_read_from_the_top(tmp_path: Path) -> None:
    painted = [(50.0, 700.0 - 14 * i, text) for i, text in enumerate(LEFT)]
    painted = painted[::3] + painted[1::3] + painted[2::3]

    page = page_of(tmp_path, painted)

    assert page.order == "geometric"
    assert [line.text for line in page.lines] == LEFT


def test_date_at_the_right_stays_on_its_titles_line(tmp_path: Path) -> None:
    page = page_of(
        tmp_path,
        [
            (50, 700, "Backend Engineer at a company with a long name, Toronto"),
            (50, 686, "which wraps to a second line of its own"),
            (480, 700, "2021 - 2023"),
            (50, 672, "Built things"),
        ],
    )

    assert [line.text for line in page.lines] == [
        "Backend Engineer at a company with a long name, Toronto\t2021 - 2023",
        "which wraps to a second line of its own",
        "Built things",
    ]


def test_dates_in_a_rail_stay_with_their_lines(tmp_path: Path) -> None:
    painted: list[made.Placed] = []
    for entry in range(5):
        top = 700 - 60 * entry
        painted += [(50, top, f"201{entry} - 201{entry + 1}"), (150, top, f"Title {entry}")]
        painted += [(150, top - 14 * i, f"What was done in year {i}") for i in (1, 2, 3)]

    page = page_of(tmp_path, painted)

    assert page.order == "stream"
    assert [line.text for line in page.lines[:2]] == [
        "2010 - 2011\tTitle 0",
        "What was done in year 1",
    ]


def test_bullets_become_marks(tmp_path: Path) -> None:
    page = page_of(
        tmp_path,
        [
            (50, 700, "Experience in several places and roles"),
            (50, 686, "•"),
            (60, 686, "Cut costs by a third"),
            (50, 672, "• Led a team of four"),
            (50, 658, "- Wrote the tests"),
        ],
    )

    assert [(line.text, line.bullet) for line in page.lines] == [
        ("Experience in several places and roles", False),
        ("Cut costs by a third", True),
        ("Led a team of four", True),
        ("Wrote the tests", True),
    ]


@pytest.mark.parametrize("shown", ["(WORK HISTORY) Tj", "[(WORK) -700 (HISTORY)] TJ"])
def test_letter_spaced_heading_is_closed_up(tmp_path: Path, shown: str) -> None:
    lines = f"BT /F1 12 Tf 72 700 Td 4 Tc {shown} 0 Tc 0 -20 Td"
    path = tmp_path / "spaced.pdf"
    path.write_bytes(
        made.pdf_of([f"{lines} (Plain text of the usual kind, not spaced out) Tj ET".encode()])
    )

    assert read(path).pages[0].lines[0].text == "WORK HISTORY"


def test_turned_page_is_read_upright(tmp_path: Path) -> None:
    lines = b"BT /F1 10 Tf 0 1 -1 0 100 50 Tm (The first line of a page set sideways) Tj"
    lines += b" 0 1 -1 0 120 50 Tm (and the second) Tj ET"
    path = tmp_path / "turned.pdf"
    path.write_bytes(made.pdf_of([lines], page="/Rotate 90"))

    first, second = read(path).pages[0].lines

    assert first.text == "The first line of a page set sideways"
    assert (first.x0, second.x0) == (50.0, 50.0)
    assert first.y0 is not None
    assert second.y0 is not None
    assert first.y0 < second.y0


@given(
    st.lists(
        st.tuples(st.integers(0, 600), st.integers(0, 800), st.integers(1, 500)),
        max_size=40,
    )
)
def test_blocks_part_the_boxes_and_lose_none(corners: list[tuple[int, int, int]]) -> None:
    boxes = [Box(x, y, x + width, y + 12.0) for x, y, width in corners]

    found = blocks(boxes)

    assert sorted(i for block in found for i in block) == list(range(len(boxes)))
