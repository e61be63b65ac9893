"""Headings, usual and unusual."""

from __future__ import annotations

import pytest

from rung.profile.headings import heading_kind
from rung.profile.layout import rows
from rung.profile.sections import sections
from tests.profile.made import document


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("EXPERIENCE", "work"),
        ("Where I've worked", "work"),
        ("Employment history", "work"),
        ("Professional Background", "work"),
        ("Relevant Experience", "work"),
        ("Berufserfahrung", "work"),
        ("Expérience professionnelle", "work"),
        ("E X P E R I E N C E", "work"),
        ("Things I built", "projects"),
        ("Technical Toolbox", "skills"),
        ("SKILLS:", "skills"),
        ("Formation", "education"),
        ("Selected Publications", "publications"),
        ("Certifications & Activities", "certificates"),
        ("Volunteer Experience", "volunteer"),
        ("Relevant Coursework", "coursework"),
        ("About me", "summary"),
    ],
)
def test_headings(text: str, kind: str) -> None:
    assert heading_kind(text) == kind


@pytest.mark.parametrize(
    "text", ["Senior Engineer", "Books for Life", "Open Source Software Engineering", "Jane Roe"]
)
def test_lines_that_are_no_headings(text: str) -> None:
    assert heading_kind(text) is None


def test_a_label_with_a_list_stays_inside_its_section() -> None:
    found = sections(
        rows(document("Ada Quill\nExperience\nActed as engineer\nTools: \tDocker\nEducation\nBSc"))
    )
    assert [s.kind for s in found] == ["head", "work", "education"]


def test_a_heading_on_the_line_of_its_content_opens_a_section() -> None:
    found = sections(rows(document("Ada Quill\nEDUCATION\tBSc Physics\nSKILLS: SQL, Python")))
    assert [(s.kind, [r.text for r in s.rows]) for s in found[1:]] == [
        ("education", ["BSc Physics"]),
        ("skills", ["SQL, Python"]),
    ]
