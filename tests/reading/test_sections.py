"""Headings tell what a line of an ad is for."""

from __future__ import annotations

import pytest

from rung.reading.sections import Part, sections

AD = """Zephyr Labs builds tools for bakers.

About the role
You will train models.

Requirements:
- Python

Nice to have
- Rust

What we offer
- Free bread
"""


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Zephyr", "intro"),
        ("train", "mentioned"),
        ("Python", "required"),
        ("Rust", "preferred"),
        ("bread", "skip"),
    ],
)
def test_parts_of_an_ad(line: str, part: Part) -> None:
    assert sections(AD).at(AD.index(line)) == part


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("WHAT YOU’LL DO", "mentioned"),
        ("What you'll bring", "required"),
        ("🚀 Your profile", "required"),
        ("Minimum qualifications", "required"),
        ("Preferred qualifications", "preferred"),
        ("Bonus points if you have", "preferred"),
        ("About us", "skip"),
        ("Why join us?", "skip"),
        ("Was wir bieten", "skip"),
        ("Deine Aufgaben", "mentioned"),
        ("Tech stack", "mentioned"),
    ],
)
def test_headings(heading: str, part: Part) -> None:
    text = f"Intro\n{heading}\nline"
    assert sections(text).at(text.index("line")) == part


def test_bullets_and_sentences_are_no_headings() -> None:
    text = (
        "Requirements\n- Benefits of testing are clear to you\nSkills matter to us a lot.\nPython"
    )
    assert sections(text).at(text.index("Python")) == "required"


def test_an_item_after_a_lone_bullet_is_no_heading() -> None:
    text = "Preferred\n\n-\nPhysical testing of robots\n\n-\nDocker\n\nBenefits\nBread"
    parts = sections(text)
    assert parts.at(text.index("Docker")) == "preferred"
    assert parts.at(text.index("Bread")) == "skip"


def test_headings_inside_one_long_line() -> None:
    text = "We bake. Responsibilities: train models. Qualifications: Python. Benefits: bread."
    parts = sections(text)
    found = [parts.at(text.index(w)) for w in ("train", "Python", "bread")]
    assert found == ["mentioned", "required", "skip"]


def test_without_headings_all_counts_as_mentioned() -> None:
    assert sections("Python and SQL").at(0) == "mentioned"
