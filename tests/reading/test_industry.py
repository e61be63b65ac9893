"""The employer's industry: told by several signs that agree, or not at all."""

from __future__ import annotations

import pytest

from rung.catalogue import load
from rung.reading.industry import industry_of
from rung.reading.sections import sections
from rung.reading.skills import find, lexicon


def read(text: str) -> str | None:
    found = industry_of(text, find(text, lexicon(load())), sections(text), load())
    if found:
        assert text[found.start : found.end] == found.text
        assert 0 < found.confidence <= 1
    return found.id if found else None


@pytest.mark.parametrize(
    ("text", "industry"),
    [
        (
            "We are a fintech for small firms. Our payments reach 20 countries.\nThe role\n- SQL",
            "finance",
        ),
        ("Our hospital cares for patients of all ages.\nThe role\n- Python", "healthcare"),
        ("We build robots for factories.\nRequirements\n- C++", "manufacturing"),
        ("The role\n- Models for one bank", None),
        ("For hospitals, patients, shoppers, grocery and a bank.\nThe role", None),
        ("", None),
    ],
)
def test_industry(text: str, industry: str | None) -> None:
    assert read(text) == industry
