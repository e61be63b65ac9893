"""What a role asks at each rung."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rung.catalogue import load
from rung.catalogue.records import RUNGS, RoleSkill
from rung.catalogue.rungs import aimed_at, at_rung


def skills(role_id: str, level: str | None) -> set[str]:
    role = at_rung(load().roles[role_id], level)
    return {
        m for e in (*role.skills.core, *role.skills.common, *role.skills.rare) for m in e.members
    }


def test_each_rung_asks_all_that_the_one_below_asks() -> None:
    for role in load().roles:
        asked = [skills(role, level) for level in RUNGS]
        for below, above in pairwise(asked):
            assert below <= above


def test_no_level_and_those_above_senior_ask_everything() -> None:
    for role in load().roles:
        for level in (None, "principal", "manager", "vp"):
            assert skills(role, level) == skills(role, "staff")


def test_roles_tell_rungs_apart() -> None:
    differing = [r.id for r in aimed_at(load()) if skills(r.id, "junior") != skills(r.id, "staff")]
    assert len(differing) >= 20


def test_feeders_are_not_aimed_at() -> None:
    assert not {r.id for r in aimed_at(load())} & {"software-engineer", "statistician"}


def test_more_than_working_level_cannot_be_asked_before_the_skill_is() -> None:
    with pytest.raises(ValueError, match="advanced"):
        RoleSkill(id="python", from_="senior", advanced="mid")
