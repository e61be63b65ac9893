"""Roles, skills, pay and ads as cards: what the catalogue says and what ads measured."""

from __future__ import annotations

from dataclasses import dataclass

from rung import market
from rung.app.goal import find_role, find_skill
from rung.catalogue import load
from rung.catalogue.graph import all_prerequisites
from rung.catalogue.records import RUNGS, LevelHours, Links, Resource, Role
from rung.catalogue.rungs import ads_role
from rung.catalogue.search import search_roles, search_skills, skill_names
from rung.market.records import Count, RoleDemand, SnapshotInfo
from rung.market.titles import TitleCount

FEWEST_ADS = 10
"""Ads of a role below which a card counts nothing: two of three is chance."""

FAMILIES = ("ai", "emerging", "data", "leadership", "bridge", "feeder")
"""The order in which roles are listed."""


@dataclass(frozen=True, slots=True)
class Needs:
    """One prerequisite of a skill."""

    id: str
    kind: str
    reason: str
    level: str
    for_level: str
    leak: float


@dataclass(frozen=True, slots=True)
class NeededBy:
    """A skill that rests on this one."""

    id: str
    kind: str
    reason: str


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
    needed_by: tuple[NeededBy, ...]
    hours: LevelHours
    half_life_years: float
    anchors: dict[str, str]
    evidence: str
    self_check: str
    alternatives: tuple[str, ...]
    resources: tuple[Resource, ...]
    asked_by: tuple[AskedBy, ...]
    links: Links
    own_file: bool
    """Whether the person's own file stands in for the packaged one."""
    source: str
    as_of: str


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role in a list. ``ads`` is how many were read for it."""

    id: str
    label: str
    family: str
    aliases: tuple[str, ...]
    overview: str
    ads: int
    counted_with: str | None


@dataclass(frozen=True, slots=True)
class AskedSkill:
    """How many of a role's ads name a skill."""

    skill: str
    count: Count


@dataclass(frozen=True, slots=True)
class RungSkills:
    """What a role asks on one rung of the ladder beyond the rung below."""

    rung: str
    added: tuple[str, ...]
    """Skills first expected here, by id; either-or ones as "a or b"."""
    advanced: tuple[str, ...]
    """Skills of which more than working level is expected from here on."""


@dataclass(frozen=True, slots=True)
class RoleCard:
    """A role's record, what its ads ask, and the titles several employers give it."""

    role: Role
    rungs: tuple[RungSkills, ...]
    snapshot: SnapshotInfo
    ads: int
    used: str
    counted_with: str | None
    """The role whose ads these are, where ads don't keep the two apart."""
    asked: tuple[AskedSkill, ...]
    titles: tuple[TitleCount, ...]


def role_lines(query: str = "") -> tuple[RoleLine, ...]:
    """Every role by family and id, or those a plain-language text finds, best first."""
    catalogue = load()
    demands = market.demands(market.load(), catalogue)
    if query:
        roles = [catalogue.roles[h.id] for h in search_roles(catalogue, query)]
    else:
        roles = sorted(catalogue.roles.values(), key=lambda r: (FAMILIES.index(r.family), r.id))
    return tuple(
        RoleLine(
            r.id,
            r.label,
            r.family,
            r.aliases,
            r.overview,
            demands[r.id].n if r.id in demands else 0,
            r.counted_with,
        )
        for r in roles
    )


def role_card(name: str) -> RoleCard:
    """One role with its most asked skills over all places."""
    catalogue = load()
    role, snapshot = find_role(catalogue, name), market.load()
    titles = tuple(t for t in snapshot.titles if t.role == ads_role(role))
    demand = market.demands(snapshot, catalogue).get(role.id)
    enough = demand is not None and demand.n >= FEWEST_ADS
    asked = demand.skills[:20] if demand and enough else ()
    return RoleCard(
        role=role,
        rungs=_rungs(role),
        snapshot=snapshot.info,
        ads=demand.n if demand else 0,
        used=demand.used if demand and enough else _too_few(demand),
        counted_with=role.counted_with,
        asked=tuple(AskedSkill(s.skill, Count(s.k, s.n)) for s in asked),
        titles=titles,
    )


def _too_few(demand: RoleDemand | None) -> str:
    if demand is None:
        return "no ads read for this role"
    ads = "1 ad" if demand.n == 1 else f"{demand.n} ads"
    return f"{ads} read for this role ({demand.used}), too few to count ({FEWEST_ADS} needed)"


def _rungs(role: Role) -> tuple[RungSkills, ...]:
    entries = (*role.skills.core, *role.skills.common, *role.skills.rare)
    return tuple(
        RungSkills(
            rung,
            tuple(" or ".join(e.members) for e in entries if e.from_ == rung),
            tuple(" or ".join(e.members) for e in entries if e.advanced == rung),
        )
        for rung in RUNGS
    )


def skill_lines(query: str = "") -> tuple[SkillLine, ...]:
    """Every skill by id, or those a plain-language text finds, best first."""
    catalogue = load()
    if query:
        found = [catalogue.skills[h.id] for h in search_skills(catalogue, query)]
    else:
        found = sorted(catalogue.skills.values(), key=lambda s: s.id)
    return tuple(
        SkillLine(
            s.id,
            s.label,
            catalogue.area_of[s.id],
            s.kind,
            s.hours.to_working.likely,
            s.summary,
        )
        for s in found
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
        aliases=skill_names(skill)[2:],
        prerequisites=tuple(
            Needs(p.id, p.kind, p.reason, p.level, p.for_, p.leak) for p in skill.prerequisites
        ),
        all_prerequisites=all_prerequisites(catalogue, skill.id),
        needed_by=tuple(
            NeededBy(s.id, p.kind, p.reason)
            for s in sorted(catalogue.skills.values(), key=lambda s: s.id)
            for p in s.prerequisites
            if p.id == skill.id
        ),
        hours=skill.hours,
        half_life_years=skill.half_life_years,
        anchors=skill.anchors.by_level(),
        evidence=skill.evidence,
        self_check=skill.self_check,
        alternatives=skill.alternatives,
        resources=skill.resources,
        asked_by=tuple(
            AskedBy(role, Count(s.k, s.n), demand.used)
            for role, demand in sorted(demands.items())
            for s in demand.skills
            if s.skill == skill.id and demand.n >= FEWEST_ADS
        ),
        links=skill.links,
        own_file=any(p.stem == skill.id for p in catalogue.own_files),
        source=skill.source,
        as_of=skill.as_of,
    )


def ads_stats() -> market.SnapshotStats:
    """What the bundled snapshot was counted from."""
    return market.stats(market.load())
