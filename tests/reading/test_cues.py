"""What one sentence says of a skill."""

from __future__ import annotations

import pytest

from rung.reading.cues import Sentence


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("You must know Python", "required"),
        ("3+ years of Python", "required"),
        ("Python is a plus", "preferred"),
        ("Ideally you have used Python", "preferred"),
        ("SQL (Python preferred)", "preferred"),
        ("Python required, Rust preferred", "required"),
        ("Maintain our Python code", "mentioned"),
        ("No Python required", None),
        ("You don't need to know Python", None),
        ("Work closely with the Python team", None),
        ("MSc in Python or a related field", None),
        ("Join us as Python Developer", None),
        ("Equal opportunity also for Python people", None),
    ],
)
def test_demand_of_a_sentence(sentence: str, strength: str | None) -> None:
    lo = sentence.index("Python")
    assert Sentence(sentence).demand(lo, lo + len("Python"), "mentioned") == strength


def test_the_part_decides_where_the_sentence_is_silent() -> None:
    assert Sentence("Python").demand(0, 6, "required") == "required"
    assert Sentence("Python").demand(0, 6, "preferred") == "preferred"


def test_sentences_about_the_firm() -> None:
    assert Sentence("Zephyr is a leader in Python").of_the_firm("intro")
    assert not Sentence("Zephyr is a leader in Python").of_the_firm("mentioned")
    assert Sentence("Our robots run on Python").of_the_firm("mentioned")
    assert not Sentence("We use Python").of_the_firm("mentioned")
    assert not Sentence("We want you to build robots").of_the_firm("intro")
    assert not Sentence("Build robots").of_the_firm("intro")
