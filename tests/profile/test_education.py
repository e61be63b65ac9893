"""Courses of study."""

from __future__ import annotations

from datetime import date

import pytest

from rung.profile import education
from rung.profile.layout import rows
from rung.profile.records import Education
from tests.profile.made import PLACES, document

TODAY = date(2026, 11, 22)


def read(text: str) -> tuple[Education, ...]:
    made = document(text)
    return education.read(made, rows(made), PLACES)


@pytest.mark.parametrize(
    ("text", "level", "field", "school"),
    [
        (
            "PhD in Statistics, University of Northfield, 2019 – 2024",
            "phd",
            "Statistics",
            "University of Northfield",
        ),
        (
            "Northfield University\t2014 – 2016\nMS Computer Science",
            "master",
            "Computer Science",
            "Northfield University",
        ),
        (
            "B.S. in Computer Science — State University\n2013",
            "bachelor",
            "Computer Science",
            "State University",
        ),
        (
            "Bachelor of Science in Physics\nNorthfield College",
            "bachelor",
            "Physics",
            "Northfield College",
        ),
        (
            "Licence Informatique, Université du Nord\t2013 – 2016",
            "bachelor",
            "Informatique",
            "Université du Nord",
        ),
        (
            "PhD\tNorthfield University, Computer Science",
            "phd",
            "Computer Science",
            "Northfield University",
        ),
    ],
)
def test_one_course(text: str, level: str, field: str, school: str) -> None:
    (found,) = read(text)
    assert found.field is not None
    assert found.institution is not None
    assert (found.level, found.field.value, found.institution.value) == (level, field, school)


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("PhD Statistics, Northfield University, 2019 – 2024", True),
        ("PhD Statistics, Northfield University", True),
        ("PhD Statistics, Northfield University, 2023 – present", False),
        ("PhD Statistics, Northfield University, Expected May 2028", False),
        ("PhD candidate in Statistics, Northfield University", False),
        ("Ph.D. cand. Statistics, Northfield University", False),
        ("Ph.D. (cand.), Northfield University", False),
    ],
)
def test_only_finished_courses_count(text: str, done: bool) -> None:
    (found,) = read(text)
    assert education.completed(found, found.span.text, TODAY) is done


def test_two_degrees_are_two_courses() -> None:
    found = read("State University\t2014 – 2016\nMS Physics\nCity College\t2010 – 2014\nBA History")
    assert [(e.level, e.field.value if e.field else None) for e in found] == [
        ("master", "Physics"),
        ("bachelor", "History"),
    ]
