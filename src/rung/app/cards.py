"""Roles, skills, pay and ads as cards: what the catalogue says and what ads measured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rung import market
from rung.app.answer import NoPay
from rung.app.goal import find_level, find_place, find_role, find_skill
from rung.catalogue import load
from rung.catalogue.check import check
from rung.catalogue.graph import all_prerequisites
from rung.catalogue.records import LevelHours, Resource, Role
from rung.core.records import Abstained
from rung.market.records import Count, PayBand, SnapshotInfo
from rung.market.titles import TitleCount


@dataclass(frozen=True, slots=True)
class Needs:
    """One prerequisite of a skill."""

    id: str
    kind: str
    reason: str
    level: str
    for_level: str


@dataclass(frozen=True, slots=True)
class AskedBy:
    """How many ads of a role name a skill."""

    role: str
    count: Count
    used: str


@dataclass(frozen=True, slots=True)
class SkillLine:
    """A skill in a list."""

    id: str
    label: str
    area: str
    kind: str
    hours_likely: float
    summary: str


@dataclass(frozen=True, slots=True)
class SkillCard:
    """All Rung knows about a skill."""

    id: str
    label: str
    area: str
    kind: str
    summary: str
    aliases: tuple[str, ...]
    prerequisites: tuple[Needs, ...]
    all_prerequisites: tuple[str, ...]
    hours: LevelHours
    half_life_years: float
    anchors: dict[str, str]
    evidence: str
    self_check: str
    alternatives: tuple[str, ...]
    resources: tuple[Resource, ...]
    asked_by: tuple[AskedBy, ...]
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role in a list. ``ads`` is how many were read for it."""

    id: str
    label: str
    aliases: tuple[str, ...]
    overview: str
    ads: int


@dataclass(frozen=True, slots=True)
class AskedSkill:
    """How many of a role's ads name a skill."""

    skill: str
    count: Count


@dataclass(frozen=True, slots=True)
class RoleCard:
    """A role's record, what its ads ask, and the titles several employers give it."""

    role: Role
    snapshot: SnapshotInfo
    ads: int
    used: str
    asked: tuple[AskedSkill, ...]
    titles: tuple[TitleCount, ...]


def role_lines() -> tuple[RoleLine, ...]:
    """Every role, by id."""
    catalogue = load()
    demands = market.demands(market.load(), catalogue)
    return tuple(
        RoleLine(r.id, r.label, r.aliases, r.overview, demands[r.id].n if r.id in demands else 0)
        for r in catalogue.roles.values()
    )


def role_card(name: str) -> RoleCard:
    """One role with its most asked skills over all places."""
    catalogue = load()
    role, snapshot = find_role(catalogue, name), market.load()
    titles = tuple(t for t in snapshot.titles if t.role == role.id)
    demand = market.demands(snapshot, catalogue).get(role.id)
    if demand is None:
        return RoleCard(role, snapshot.info, 0, "no ads read for this role", (), titles)
    asked = tuple(AskedSkill(s.skill, Count(s.k, s.n)) for s in demand.skills[:20])
    return RoleCard(role, snapshot.info, demand.n, demand.used, asked, titles)


def skill_lines(query: str = "") -> tuple[SkillLine, ...]:
    """Skills whose id, label or names contain ``query``, by id."""
    catalogue = load()
    wanted = query.casefold()
    return tuple(
        SkillLine(s.id, s.label, catalogue.area_of[s.id], s.kind, s.hours.to_working.likely, s.summary)
        for s in sorted(catalogue.skills.values(), key=lambda s: s.id)
        if wanted in " ".join((s.id, s.label, *map(_name, s.aliases))).casefold()
    )


def skill_card(name: str) -> SkillCard:
    """One skill with its prerequisites and who asks for it."""
    catalogue = load()
    skill = find_skill(catalogue, name)
    demands = market.demands(market.load(), catalogue)
    return SkillCard(
        id=skill.id,
        label=skill.label,
        area=catalogue.area_of[skill.id],
        kind=skill.kind,
        summary=skill.summary,
        aliases=tuple(_name(a) for a in skill.aliases),
        prerequisites=tuple(
            Needs(p.id, p.kind, p.reason, p.level, p.for_) for p in skill.prerequisites
        ),
        all_prerequisites=all_prerequisites(catalogue, skill.id),
        hours=skill.hours,
        half_life_years=skill.half_life_years,
        anchors=skill.anchors.model_dump(),
        evidence=skill.evidence,
        self_check=skill.self_check,
        alternatives=skill.alternatives,
        resources=skill.resources,
        asked_by=tuple(
            AskedBy(role, Count(s.k, s.n), demand.used)
            for role, demand in sorted(demands.items())
            for s in demand.skills
            if s.skill == skill.id
        ),
        source=skill.source,
        as_of=skill.as_of,
    )


@dataclass(frozen=True, slots=True)
class PayAnswer:
    """A pay band, or why there is none."""

    role: str
    place: str | None
    level: str | None
    snapshot: SnapshotInfo
    pay: PayBand | NoPay


def pay_answer(role: str, place: str | None, level: str | None, today: date) -> PayAnswer:
    """What ads for a role pay in a place, at a level."""
    catalogue = load()
    found, rung = find_role(catalogue, role), find_level(catalogue, level)
    where = find_place(catalogue, place)
    snapshot = market.load()
    level_id = rung.id if rung else None
    pay = market.pay_band(snapshot, found.id, where, level_id, today, catalogue)
    shown = NoPay.of(pay) if isinstance(pay, Abstained) else pay
    return PayAnswer(found.id, place, level_id, snapshot.info, shown)


def ads_stats() -> market.SnapshotStats:
    """What the bundled snapshot was counted from."""
    return market.stats(market.load())


@dataclass(frozen=True, slots=True)
class CatalogueReport:
    """How large the catalogue is and what is wrong with it."""

    skills: int
    roles: int
    areas: int
    edges: int
    problems: tuple[str, ...]


def catalogue_report() -> CatalogueReport:
    """Size and problems of the catalogue in use."""
    catalogue = load()
    edges = sum(len(s.prerequisites) for s in catalogue.skills.values())
    return CatalogueReport(
        len(catalogue.skills), len(catalogue.roles), len(catalogue.areas), edges, check(catalogue)
    )


def _name(alias: object) -> str:
    return alias if isinstance(alias, str) else str(getattr(alias, "text", alias))
