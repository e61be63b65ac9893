"""Roles and skills found in plain words."""

from __future__ import annotations

import pytest

from rung.catalogue import load
from rung.catalogue.search import search_roles, search_skills


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("kubernetes", "kubernetes"),
        ("k8s", "kubernetes"),
        ("kube", "kubernetes"),
        ("kubernets", "kubernetes"),
        ("sklearn", "scikit-learn"),
        ("R", "r"),
        ("a/b test", "ab-testing"),
        ("visualize data", "data-visualisation"),
        ("visualise data", "data-visualisation"),
    ],
)
def test_a_skill_is_found_by_name_spelling_and_slip(text: str, skill: str) -> None:
    assert skill in [h.id for h in search_skills(load(), text)][:3]


def test_what_is_called_so_comes_first() -> None:
    assert search_skills(load(), "docker")[0].id == "docker"
    assert search_roles(load(), "mlops")[0].id == "mlops-engineer"


@pytest.mark.parametrize("text", ["", "   ", "the and of", "?!", '"', "(", "qq:zz AND", "zzqqxx"])
def test_a_text_that_says_nothing_finds_nothing_and_is_no_error(text: str) -> None:
    assert search_roles(load(), text) == ()


def test_the_same_text_finds_the_same() -> None:
    assert search_roles(load(), "talk to machines") == search_roles(load(), "talk to machines")


def test_no_more_than_asked_for() -> None:
    assert len(search_skills(load(), "data", 5)) == 5
