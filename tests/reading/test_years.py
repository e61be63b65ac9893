"""The years an ad asks."""

from __future__ import annotations

import pytest

from rung.reading.years import years_min


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("5+ years of experience in ML", 5.0),
        ("3-5 years of professional experience", 3.0),
        ("at least three (3) years in a data role", 3.0),
        ("5+ years in software engineering, 2+ years of experience with ML", 5.0),
        ("up to 2 years of experience", 0.0),
        ("equivalent experience3+ years of experience as a data engineer", 3.0),
        ("2+ years in product management, ideally in a startup", 2.0),
        ("PhD and 2 years of experience, or Master's and 5 years of experience", 2.0),
        ("mindestens 3 Jahre Erfahrung", 3.0),
        ("Over the past 10 years of work we grew", None),
        ("a 3-year-old company", None),
        ("18 years old or more", None),
        ("5+ years of experience preferred", None),
        ("Nice to have\n- 8 years of experience with Rust", None),
        ("About us\nOur founders have 20 years of experience", None),
        ("no number here", None),
    ],
)
def test_minimum_years(text: str, years: float | None) -> None:
    assert years_min(text) == years
