"""Titles are read to roles."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rung.catalogue import load
from rung.reading.titles import normalise_title, role_of, same_role


def test_spellings_of_one_role_are_the_same() -> None:
    titles = ["ML Engineer", "Machine Learning Engineer", "MLE", "Machine-Learning Engineer II"]
    assert all(same_role(a, b) for a, b in pairwise(titles))
    assert {role_of(t, "", load()).role for t in titles} == {"ml-engineer"}


def test_different_roles_are_not_the_same() -> None:
    assert not same_role("ML Engineer", "Data Engineer")


@pytest.mark.parametrize(
    ("title", "normal"),
    [
        ("Sr. Machine-Learning Engineer II (m/w/d)", "machine learning engineer"),
        ("Senior Data Scientist, London #10647", "data scientist"),
        ("(Junior) Data Engineer - Remote", "data engineer"),
        ("Gen AI Developers", "generative ai developer"),
    ],
)
def test_normalised_titles(title: str, normal: str) -> None:
    assert normalise_title(title) == normal


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Senior Data Scientist (NLP)", "data-scientist"),
        ("Staff MLOps Engineer", "mlops-engineer"),
        ("Machine Learning Platform Engineer", "mlops-engineer"),
        ("Computer Vision (CV) Engineer", "computer-vision-engineer"),
        ("NLP / ML Engineer", "nlp-engineer"),
        ("AI Product Manager Intern", "ai-product-manager"),
        ("Research Scientist, Machine Learning", "research-scientist"),
        ("Applied Scientist II", "applied-scientist"),
        ("AWS Data Engineer", "data-engineer"),
        ("LLM Engineer", "ai-engineer"),
    ],
)
def test_roles_of_plain_titles(title: str, role: str) -> None:
    reading = role_of(title, "", load())
    assert reading.role == role
    assert 0 < reading.confidence <= 1
    assert reading.matched


@pytest.mark.parametrize(
    "title",
    [
        "Account Executive", "Data Entry Clerk", "Head of Sales", "AI Trainer",
        "Backend Engineer", "Store Manager", "Recruiter, Machine Learning", "",
    ],
)  # fmt: skip
def test_other_titles_are_none_of_ours(title: str) -> None:
    assert role_of(title, "", load()).role is None


def test_the_text_decides_a_generic_title() -> None:
    vision = (
        "computer vision with opencv: object detection, image segmentation, camera calibration, "
        "cameras, lidar, slam and pose estimation"
    )
    assert role_of("Software Engineer, Perception", vision, load()).role == (
        "computer-vision-engineer"
    )
    assert role_of("Software Engineer", vision, load()).role is None
