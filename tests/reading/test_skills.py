"""Skills are found where they are named, and only there."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.catalogue import load
from rung.reading.skills import find, lexicon


def ids(text: str) -> list[str]:
    return [m.id for m in find(text, lexicon(load()))]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("5 years of JavaScript", "java"),
        ("R&D department, ready to travel", "r"),
        ("willing to go to client sites", "go"),
        ("send your CV to HR", "computer-vision"),
        ("power transformer maintenance", "transformer-architecture"),
        ("Spark interest in our brand", "apache-spark"),
        ("you excel at explaining", "excel"),
        ("a go-to-market plan", "go"),
        ("our C-level team, vitamin C", "c"),
        ("Objective-C and Swift", "c"),
        ("cutting-edge AI research", "edge-ai"),
        ("next-gen AI for everyone", "generative-ai"),
        ("mail me@python.org or see github.com/someone/pytorch-demo", "python"),
        ("see https://example.org/kubernetes for the form", "kubernetes"),
    ],
)
def test_ordinary_words_are_not_skills(text: str, wrong: str) -> None:
    assert wrong not in ids(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("statistical modelling in R and Python", {"r", "python"}),
        ("services written in Go", {"go"}),
        ("R/Python", {"r", "python"}),
        ("C/C++, C#, .NET", {"c", "cpp", "csharp"}),
        ("Python3.11 and C++17", {"python", "cpp"}),
        ("CI / CD with Node.js", {"ci-cd", "nodejs"}),
        ("k8s, Kubernetes", {"kubernetes"}),
        ("sklearn, scikit-learn, scikit\nlearn", {"scikit-learn"}),
        ("pipelines in Spark and Kafka", {"apache-spark", "kafka"}),
        ("Experience with Python.You will use SQL.", {"python", "sql"}),
        ("convolutional neural networks for computer vision (CV)", {"cnn", "computer-vision"}),
    ],
)
def test_names_are_found_however_written(text: str, expected: set[str]) -> None:
    assert expected <= set(ids(text))


def test_variants_of_one_name_are_one_skill() -> None:
    assert {*ids("scikit-learn sklearn"), *ids("scikit learn")} == {"scikit-learn"}


def test_the_longest_name_wins() -> None:
    found = find("Amazon Web Services", lexicon(load()))
    assert [(m.id, m.text) for m in found] == [("aws", "Amazon Web Services")]


def test_a_name_is_not_put_together_over_list_items() -> None:
    assert "feature-stores" in ids("feature\nstores")
    assert "feature-stores" not in ids("- feature\n- stores")


WORDS = st.sampled_from(
    ["Python", "R", "Go", "C++", ",", "/", " and ", "\n- ", " ", "deep learning", "ﬁne-tuning", "."]
)


@given(st.lists(WORDS, max_size=25).map("".join))
def test_mentions_are_exact_slices_that_never_overlap(text: str) -> None:
    found = find(text, lexicon(load()))
    assert all(text[m.start : m.end] == m.text and m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.text(max_size=80))
def test_no_text_breaks_the_matcher(text: str) -> None:
    assert all(text[m.start : m.end] == m.text for m in find(text, lexicon(load())))


def test_the_lexicon_is_built_once() -> None:
    assert lexicon(load()) is lexicon(load())
