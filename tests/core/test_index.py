"""Full-text search over a handful of texts."""

from __future__ import annotations

import pytest

from rung.core.index import TextIndex, unified


@pytest.fixture(scope="module")
def index() -> TextIndex:
    documents = [
        ("cats", {"name": "cats", "text": "small animals that purr and hunt mice"}),
        ("dogs", {"name": "dogs", "text": "animals that bark; some hunt"}),
        ("mice", {"name": "mice", "text": "tiny animals"}),
    ]
    return TextIndex({"name": 3.0, "text": 1.0}, documents, ignored=("animals",))


def ids(index: TextIndex, text: str) -> list[str]:
    return [h.id for h in index.search(text, 10)]


def test_a_name_weighs_more_than_a_mention(index: TextIndex) -> None:
    assert ids(index, "mice") == ["mice", "cats"]


def test_stems_and_slips_find_it(index: TextIndex) -> None:
    assert ids(index, "purring") == ["cats"]
    assert ids(index, "purrr") == ["cats"]


def test_ignored_words_find_nothing(index: TextIndex) -> None:
    assert ids(index, "animals") == []
    assert ids(index, "the animals of") == []


def test_signs_of_the_query_language_are_only_signs(index: TextIndex) -> None:
    assert ids(index, "name:dogs AND (") == ["dogs"]


def test_british_and_american_spelling_are_one() -> None:
    assert unified("Visualisation of behaviour, modelling") == unified(
        "visualization of behavior, modeling"
    )
