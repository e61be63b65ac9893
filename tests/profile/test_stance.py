"""How a line speaks of a skill."""

from __future__ import annotations

import pytest

from rung.profile.stance import stance


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("Built services in Python", "Python", "plain"),
        ("Built machine learning models in Python", "Python", "plain"),
        ("Familiar with Kubernetes", "Kubernetes", "hedged"),
        ("Kubernetes (basic)", "Kubernetes", "hedged"),
        ("Machine learning: PyTorch, JAX", "JAX", "plain"),
        ("Learning: Tableau", "Tableau", "hedged"),
        ("Some exposure to Spark", "Spark", "hedged"),
        ("Interested in Rust", "Rust", "wished"),
        ("Looking to move closer to machine learning", "machine learning", "wished"),
        ("Recent graduate seeking a first role in machine learning", "machine learning", "wished"),
        ("Analyst with SQL looking to learn Rust", "SQL", "plain"),
        ("Seeking a role where I can use my Python", "Python", "plain"),
        ("Passionate about statistics. Built tools in Python", "Python", "plain"),
        ("Actuary moving to data science", "data science", "wished"),
        ("Cut costs by moving to Kubernetes", "Kubernetes", "plain"),
        ("Led the transition to Kubernetes", "Kubernetes", "plain"),
        ("Advised clients looking to adopt Spark", "Spark", "plain"),
        ("Built it in Python; familiar with Rust", "Python", "plain"),
        ("Built it in Python; familiar with Rust", "Rust", "hedged"),
        ("No experience with SQL", "SQL", "negated"),
        ("Have never used Docker", "Docker", "negated"),
        ("Deployed without Docker", "Docker", "negated"),
        ("Explained it to staff without training in SQL", "SQL", "negated"),
        ("Exported data for her forecasts", "forecasts", "negated"),
        ("Sent exports; the forecasting itself was hers", "forecasting", "negated"),
        ("Moved to Docker with no downtime", "Docker", "plain"),
        ("Not only Python but Rust", "Python", "plain"),
    ],
)
def test_stance(text: str, name: str, how: str) -> None:
    at = text.index(name)
    assert stance(text, at, at + len(name)) == how
