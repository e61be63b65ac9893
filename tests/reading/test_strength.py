"""How strongly an ad asks for what it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.catalogue import load
from rung.reading.skills import find, lexicon
from rung.reading.strength import STRENGTHS, Requirement, read_requirements


def read(text: str) -> dict[str, Requirement]:
    return {r.id: r for r in read_requirements(text, lexicon(load()))}


AD = """Zephyr Labs sells bread with computer vision to clients.

What you'll do
- Build pipelines in Airflow
- Partner with the MLOps team

Requirements
- Python (required), Docker preferred
- PyTorch (preferred) or TensorFlow
- A cloud such as AWS, GCP
- BSc in Mathematics, Statistics or a related field
- No Java required

Nice to have
- Rust, Kafka

Benefits
- Courses in Kubernetes
"""


@pytest.mark.parametrize(
    ("skill", "strength"),
    [
        ("airflow", "mentioned"),
        ("python", "required"),
        ("docker", "preferred"),
        ("pytorch", "preferred"),
        ("tensorflow", "required"),
        ("rust", "preferred"),
        ("kafka", "preferred"),
    ],
)
def test_strength_comes_from_heading_and_sentence(skill: str, strength: str) -> None:
    assert read(AD)[skill].strength == strength


@pytest.mark.parametrize(
    "skill", ["java", "kubernetes", "mlops", "mathematics", "statistics", "computer-vision"]
)
def test_what_is_not_asked_is_not_read(skill: str) -> None:
    assert skill in {m.id for m in find(AD, lexicon(load()))}
    assert skill not in read(AD)


def test_alternatives_share_a_group_and_lists_do_not() -> None:
    asked = read(AD)
    assert asked["pytorch"].group == asked["tensorflow"].group is not None
    assert asked["aws"].group == asked["gcp"].group is not None
    assert asked["aws"].group != asked["pytorch"].group
    assert asked["rust"].group is None


def test_the_strongest_demand_wins() -> None:
    text = "Responsibilities\n- Python scripts\n\nRequirements\n- Python\n\nBonus\n- Python"
    assert read(text)["python"].strength == "required"


def test_not_enough_is_not_a_demand() -> None:
    assert "jupyter" not in read("Requirements\n- Production code, not only Jupyter notebooks")


def test_not_required_but_welcome_is_preferred() -> None:
    assert (
        read("Requirements\n- Docker is not required, but a plus")["docker"].strength == "preferred"
    )


def test_a_short_ad_without_headings_is_read() -> None:
    assert {"python", "sql"} <= set(read("We need Python and SQL for NLP work."))


LINES = st.sampled_from(
    [
        "Requirements",
        "Nice to have",
        "About us",
        "- Python or Go",
        "- SQL is a plus",
        "- no Java needed",
    ]
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_each_skill_once_and_quoted_exactly(text: str) -> None:
    asked = read_requirements(text, lexicon(load()))
    assert len({r.id for r in asked}) == len(asked)
    assert all(text[r.start : r.end] == r.text and r.strength in STRENGTHS for r in asked)
    assert {r.id for r in asked} <= {m.id for m in find(text, lexicon(load()))}
