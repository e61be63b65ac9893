"""Ambiguous names count by the company they keep."""

from __future__ import annotations

import pytest

from rung.catalogue.records import ContextAlias
from rung.reading.company import Company, holds, rule
from rung.reading.text import fold


def judged(text: str, alias: ContextAlias, sure: str = "") -> bool:
    """Whether the first occurrence of the alias holds, where ``sure`` is surely a skill."""
    folded = fold(text)
    start = folded.text.index(alias.text.lower())
    places = [(text.index(sure), text.index(sure) + len(sure))] if sure else []
    around = Company(text, folded, places)
    return holds(rule(alias), start, start + len(alias.text), around)


SPARK = ContextAlias(text="Spark", near=("data", "streaming"), never=("spark interest",))
GO = ContextAlias(text="Go", case=True, never=("go to",))


def test_a_near_word_in_the_sentence_decides() -> None:
    assert judged("Spark for our data", SPARK)
    assert not judged("Spark joy in people. We store data elsewhere.", SPARK)
    assert not judged("Spark" + " joy" * 50 + " data", SPARK)


def test_never_beats_near() -> None:
    assert not judged("Spark interest in data", SPARK)


@pytest.mark.parametrize(
    "text",
    [
        "Python, Go",
        "Go/Python",
        "Go and Python",
        "Go, Zig, Python",
        "Python (Go, Zig)",
        "- Python\n- Go",
    ],
)
def test_a_list_neighbour_vouches(text: str) -> None:
    assert judged(text, GO, "Python")


@pytest.mark.parametrize(
    "text", ["Python people Go home", "Go with the flow, Python", "Python. Go there."]
)
def test_a_sentence_is_no_list(text: str) -> None:
    assert not judged(text, GO, "Python")


def test_capitals_count_where_the_alias_says_so() -> None:
    assert not judged("python, go", GO, "python")


def test_list_can_be_switched_off() -> None:
    lone = ContextAlias(text="Ray", near=("cluster",), list=False)
    assert not judged("Python, Ray", lone, "Python")
    assert judged("a Ray cluster", lone)
