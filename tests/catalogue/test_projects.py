"""Roles' own projects: whose they are, and that each says what somebody else could check."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from rung.catalogue import load
from rung.catalogue.projects import project_of, projects_of
from rung.catalogue.records import Project, RoleProject
from rung.catalogue.rungs import aimed_at

BRIEFS = {f"{r.id}-{p.area}": p for r in aimed_at(load()) for p in r.projects}
FORM = re.compile(
    r"Question: [^?]+\?.* Input: (?P<input>.+?)\. .*Baseline first: (?P<baseline>.+?)\. "
    r".*Accept when (?P<accept>.+)"
)
NUMBER = re.compile(r"\d|\b(two|three|four|five|six|eight|ten|fifteen|twenty|forty|fifty|half)\b")


def area_project(area: str) -> Project:
    found = load().areas[area].project
    assert found
    return found


def test_the_roles_own_project_stands_in_for_the_areas_and_only_there() -> None:
    role = load().roles["ai-product-manager"]
    own = next(p for p in role.projects if p.area == "product")
    assert project_of(load(), "product", role) == own
    assert project_of(load(), "product", None) == area_project("product")
    assert project_of(load(), "cloud", role) == area_project("cloud")
    assert project_of(load(), "probability", role) is None
    assert project_of(load(), "knitting", role) is None
    found = projects_of(load(), role)
    assert found.keys() == {a.id for a in load().areas.values() if a.project}
    assert found["product"] == own


def test_each_role_one_can_aim_at_has_projects_and_no_other_has() -> None:
    aimed = {r.id for r in aimed_at(load())}
    for role in load().roles.values():
        assert (1 <= len(role.projects) <= 4) == (role.id in aimed), role.id


def test_no_two_share_a_title_or_a_brief() -> None:
    areas = [a.project for a in load().areas.values() if a.project]
    every = [*BRIEFS.values(), *areas]
    assert max(Counter(p.title for p in every).values()) == 1
    assert max(Counter(p.brief for p in every).values()) == 1


@pytest.mark.parametrize("name", BRIEFS)
def test_a_brief_can_be_checked_by_somebody_else(name: str) -> None:
    project = BRIEFS[name]
    found = FORM.match(project.brief)
    assert found, "Question: …? Input: … . Baseline first: … . Accept when …"
    assert re.search(r"[A-Z]", found["input"][1:]), "no data set or document is named"
    assert len(found["baseline"].split()) >= 5
    assert NUMBER.search(found["accept"])
    assert re.search(r"model card|risk check", project.brief)
    assert 130 <= len(project.brief.split()) <= 180


@pytest.mark.parametrize("name", BRIEFS)
def test_its_hours_stay_near_the_areas(name: str) -> None:
    own, other = BRIEFS[name].hours, area_project(BRIEFS[name].area).hours
    assert 10 <= own.likely <= 40
    for mine, theirs in zip(
        (own.low, own.likely, own.high), (other.low, other.likely, other.high), strict=True
    ):
        assert 0.6 * theirs <= mine <= 1.4 * theirs


def test_who_decides_what_is_built_is_asked_for_no_code() -> None:
    for role in ("ai-product-manager", "medical-ai-product-manager", "ai-director", "vp-ai"):
        for project in load().roles[role].projects:
            assert not re.search(r"C\+\+|CUDA|PyTorch|Kubernetes|\bCI\b", project.brief)


def test_a_role_project_is_a_project_with_an_area() -> None:
    assert issubclass(RoleProject, Project)
    assert set(RoleProject.__struct_fields__) == {*Project.__struct_fields__, "area"}
