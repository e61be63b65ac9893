"""Levels from titles, years and texts."""

from __future__ import annotations

import pytest

from rung.reading.seniority import LEVELS, level_of


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Machine Learning Intern", "intern"),
        ("Werkstudent Data Science (m/w/d)", "intern"),
        ("Junior Data Scientist", "junior"),
        ("New College Grad 2026 - ML Engineer", "junior"),
        ("Data Engineer I", "junior"),
        ("Data Engineer II", "mid"),
        ("Sr. ML Engineer", "senior"),
        ("Data Engineer III", "senior"),
        ("Staff Research Engineer", "staff"),
        ("Lead Data Scientist", "staff"),
        ("Principal Applied Scientist", "principal"),
        ("Engineering Manager, ML", "manager"),
        ("Head of AI", "director"),
        ("Director, Data Science", "director"),
        ("Product Manager, AI", None),
        ("Member of Technical Staff", None),
        ("Machine Learning Engineer", None),
    ],
)
def test_levels_of_titles(title: str, level: str | None) -> None:
    assert level_of(title, None, "") == level
    assert level is None or level in LEVELS


@pytest.mark.parametrize(
    ("years", "level"), [(0.0, "junior"), (1.0, "junior"), (3.0, "mid"), (5.0, "senior")]
)
def test_years_decide_where_the_title_is_silent(years: float, level: str) -> None:
    assert level_of("ML Engineer", years, "") == level


def test_the_title_wins_over_years() -> None:
    assert level_of("Senior ML Engineer", 2.0, "") == "senior"


def test_a_text_for_graduates() -> None:
    assert level_of("ML Engineer", None, "Recent graduates are welcome") == "junior"
