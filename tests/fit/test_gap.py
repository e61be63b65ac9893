"""What ads ask beside what a person shows."""

from __future__ import annotations

from dataclasses import replace

from rung.catalogue import load
from rung.fit import gap
from tests.people import person
from tests.plan.test_laws import demand


def test_lacking_comes_first_most_asked_first() -> None:
    rows = gap(
        load(),
        person({"python": "evidenced", "docker": "claimed"}),
        demand("mlops-engineer", {"python": 90, "docker": 40, "kubernetes": 60, "git": 1}),
    )
    assert [r.skill for r in rows] == ["kubernetes", "docker", "python"]
    assert [r.evidence for r in rows] == ["absent", "claimed", "evidenced"]


def test_every_row_says_what_it_rests_on() -> None:
    rows = gap(load(), person({}), demand("data-scientist", {"sql": 70}))
    row = rows[0]
    assert (row.k, row.n, row.used) == (70, 100, "all places, 2025–2026")
    assert row.source
    assert row.first <= row.last


def test_an_accepted_alternative_is_named() -> None:
    rows = gap(load(), person({"aws": "evidenced"}), demand("mlops-engineer", {"gcp": 30}))
    assert rows[0].evidence == "absent"
    assert rows[0].alternative == "aws"


def test_beside_other_roles_ads_the_roles_own_skills_come_first() -> None:
    pooled = replace(
        demand("computer-vision-engineer", {"sql": 90, "image-processing": 9}), scope="family"
    )
    assert [r.skill for r in gap(load(), person({}), pooled)] == ["image-processing", "sql"]
