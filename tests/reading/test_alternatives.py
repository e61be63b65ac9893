"""Either-or lists."""

from __future__ import annotations

import pytest

from rung.catalogue import load
from rung.reading.alternatives import groups
from rung.reading.skills import find, lexicon


def grouped(text: str) -> list[set[str]]:
    mentions = find(text, lexicon(load()))
    found: dict[int, set[str]] = {}
    for i, number in groups(text, mentions).items():
        found.setdefault(number, set()).add(mentions[i].id)
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PyTorch or TensorFlow", [{"pytorch", "tensorflow"}]),
        ("AWS, GCP, or Azure", [{"aws", "gcp", "azure"}]),
        ("a framework such as PyTorch, TensorFlow", [{"pytorch", "tensorflow"}]),
        ("AWS/GCP", [{"aws", "gcp"}]),
        ("PyTorch, TensorFlow or similar", [{"pytorch", "tensorflow"}]),
        ("Python and SQL", []),
        ("Python, SQL, Docker", []),
        ("PyTorch or TensorFlow. Later AWS or GCP", [{"pytorch", "tensorflow"}, {"aws", "gcp"}]),
    ],
)
def test_groups(text: str, expected: list[set[str]]) -> None:
    assert grouped(text) == expected
