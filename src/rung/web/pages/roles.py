"""Roles and skills: found in plain words, looked at one by one, two beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rung.app import cards, person
from rung.app.cards import RoleCard, RoleLine, SkillCard, SkillLine
from rung.app.person import FitAnswer
from rung.catalogue import load
from rung.core.errors import UserError
from rung.web.page import Change, File, Page
from rung.web.pages.common import all_role_options, role_label, skill_label
from rung.web.site import Site

SECTION = "roles"
FAMILIES = {
    "ai": "AI and machine learning",
    "emerging": "New roles",
    "bridge": "Between a field and AI",
    "leadership": "Leading",
    "data": "Data",
    "feeder": "Where people come from",
}
ORIENTATION = (
    "Research",
    "Mostly research",
    "Between research and applied",
    "Mostly applied",
    "Applied",
)
RUNGS = {
    "junior": "from the first job",
    "mid": "from mid level",
    "senior": "from senior",
    "staff": "from staff",
}


@dataclass(frozen=True, slots=True)
class Search:
    """Words to look for; all records where none are given."""

    q: str = ""


@dataclass(frozen=True, slots=True)
class One:
    """One record by its id."""

    id: str


@dataclass(frozen=True, slots=True)
class Two:
    """Two roles to lay beside each other."""

    one: str = ""
    two: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two roles, with the skills both rest on and those only one does."""

    one: RoleCard
    two: RoleCard
    both: tuple[str, ...]
    only_one: tuple[str, ...]
    only_two: tuple[str, ...]


def _fit(site: Site) -> FitAnswer:
    return site.once("fit", (), lambda: person.fit_answer(None, site.today))


def _ranks(site: Site) -> dict[str, tuple[int, Any]]:
    if not site.has_profile():
        return {}
    return {f.role: (at, f) for at, f in enumerate(_fit(site).fit, 1)}


def _roles(site: Site, asked: Search) -> tuple[RoleLine, ...]:
    return site.once("roles", asked, lambda: cards.role_lines(asked.q))


def _roles_view(site: Site, asked: Search, found: tuple[RoleLine, ...]) -> Mapping[str, Any]:
    groups: dict[str, list[RoleLine]] = {}
    for line in found:
        groups.setdefault("" if asked.q else line.family, []).append(line)
    return {"groups": groups, "families": FAMILIES, "ranks": _ranks(site)}


def _role(site: Site, asked: One) -> RoleCard:
    return site.once("role", asked, lambda: cards.role_card(asked.id))


def _role_view(site: Site, _asked: One, found: RoleCard) -> Mapping[str, Any]:
    return {
        "title": found.role.label,
        "rank": _ranks(site).get(found.role.id),
        "roles_all": len(load().roles),
        "orientation": ORIENTATION,
        "rungs_named": RUNGS,
        "label": skill_label,
        "role_label": role_label,
    }


def _compare(site: Site, asked: Two) -> Compared | None:
    if not asked.one or not asked.two:
        return None
    one, two = _role(site, One(asked.one)), _role(site, One(asked.two))
    if one.role.id == two.role.id:
        raise UserError("the two roles", "are the same.", "Choose two that differ.")
    first, second = (_rests_on(card) for card in (one, two))
    return Compared(
        one,
        two,
        tuple(s for s in first if s in second),
        tuple(s for s in first if s not in second),
        tuple(s for s in second if s not in first),
    )


def _rests_on(card: RoleCard) -> tuple[str, ...]:
    return tuple(m for e in (*card.role.skills.core, *card.role.skills.common) for m in e.members)


def _compare_view(site: Site, _asked: Two, _found: Compared | None) -> Mapping[str, Any]:
    return {"options": all_role_options(), "label": skill_label, "ranks": _ranks(site)}


def _skills(site: Site, asked: Search) -> tuple[SkillLine, ...]:
    return site.once("skills", asked, lambda: cards.skill_lines(asked.q))


def _skills_view(_site: Site, asked: Search, found: tuple[SkillLine, ...]) -> Mapping[str, Any]:
    groups: dict[str, list[SkillLine]] = {}
    for line in found:
        groups.setdefault("" if asked.q else line.area, []).append(line)
    areas = {a.id: a.label for a in load().areas.values()}
    return {"groups": groups, "areas": areas}


def _skill(site: Site, asked: One) -> SkillCard:
    return site.once("skill", asked, lambda: cards.skill_card(asked.id))


def _skill_view(_site: Site, _asked: One, found: SkillCard) -> Mapping[str, Any]:
    asked_by = sorted(found.asked_by, key=lambda a: (-a.count.k / a.count.n, a.role))
    return {
        "title": found.label,
        "asked_by": asked_by,
        "label": skill_label,
        "role_label": role_label,
        "areas": {a.id: a.label for a in load().areas.values()},
    }


PAGES: tuple[Page, ...] = (
    Page(
        "/roles",
        "Roles",
        "The roles of the field, found in your own words, with how near you are to each.",
        SECTION,
        "roles.html.j2",
        _roles,
        tuple[RoleLine, ...],
        Search,
        _roles_view,
    ),
    Page(
        "/roles/compare",
        "Two roles beside each other",
        "What both rest on, what only one does, and what ads ask.",
        SECTION,
        "compare_roles.html.j2",
        _compare,
        Compared | None,
        Two,
        _compare_view,
    ),
    Page(
        "/roles/{id}",
        "Role",
        "One role: what it does, a day in it, what it asks by rung, who it is confused with.",
        SECTION,
        "role.html.j2",
        _role,
        RoleCard,
        One,
        _role_view,
    ),
    Page(
        "/fit",
        "Roles nearest to you",
        "All roles, nearest first, with the lines for and against each.",
        SECTION,
        "fit_all.html.j2",
        lambda site, _asked: _fit(site),
        FitAnswer,
        needs="profile",
    ),
    Page(
        "/skills",
        "Skills",
        "The skills of the field, found in your own words.",
        SECTION,
        "skills.html.j2",
        _skills,
        tuple[SkillLine, ...],
        Search,
        _skills_view,
    ),
    Page(
        "/skills/{id}",
        "Skill",
        "One skill: what it needs first and why, hours, where to learn it, who asks for it.",
        SECTION,
        "skill.html.j2",
        _skill,
        SkillCard,
        One,
        _skill_view,
    ),
)
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = ()
