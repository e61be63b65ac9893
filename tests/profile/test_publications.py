"""Publications as listed."""

from __future__ import annotations

import pytest

from rung.profile import publications
from rung.profile.layout import rows
from tests.profile.made import document


def test_bulleted_list() -> None:
    made = document(
        "- A. Quill and B. Frame. Sparse counts. Journal of Applied Statistics, 2023.\n"
        "- A. Quill. Shrinkage for counts\nover time. arXiv, 2022."
    )
    found = publications.read(made, rows(made))
    assert [(p.year, p.venue.value if p.venue else None) for p in found] == [
        (2023, "Journal of Applied Statistics"),
        (2022, "arXiv"),
    ]
    assert "over time" in found[1].span.text


def test_title_line_authors_and_identifier_are_one() -> None:
    made = document(
        "Sparse Experts at Scale\tJuly 2023\nA. Quill, B. Frame\n10.1234/x.2023.1 (ICML 2023)\n"
        "Counts Under Censoring\tDec 2022\nA. Quill\n10.1234/x.2022.2 (NeurIPS 2022)"
    )
    found = publications.read(made, rows(made))
    assert [p.venue.value if p.venue else None for p in found] == ["ICML", "NeurIPS"]


def test_no_venue_is_unknown() -> None:
    made = document("- A. Quill. A report nobody printed.")
    (found,) = publications.read(made, rows(made))
    assert (found.year, found.venue) == (None, None)


@pytest.mark.parametrize(
    ("listed", "venue"),
    [
        ("A. Quill. On soup and grammar. Linguistics Frontier, in press.", "Linguistics Frontier"),
        (
            "A. Quill (2021). On soup. Soup and Probability Letters, 176, 109–117.",
            "Soup and Probability Letters",
        ),
        ("A. Quill (2023). On soup. Soup in Medicine, 42(9), 1402–1419.", "Soup in Medicine"),
    ],
)
def test_what_stands_before_a_volume_or_in_press_is_the_venue(listed: str, venue: str) -> None:
    made = document(f"- {listed}")
    (found,) = publications.read(made, rows(made))
    assert found.venue is not None
    assert found.venue.value == venue
