"""What ads for a role ask: k of N with an interval, beside what a career guide lists."""

from __future__ import annotations

from dataclasses import dataclass

from rung import market
from rung.app.ads import store
from rung.app.goal import find_level, find_place, find_role
from rung.catalogue import load
from rung.catalogue.load import Catalogue
from rung.core.errors import UserError
from rung.core.statistics import wilson
from rung.market import own
from rung.market.records import AdRef, RoleDemand, SkillDemand, SnapshotInfo
from rung.market.snapshot import Snapshot

NAMED = 3
"""Ads named for each skill."""

SECTION = 24
"""Lines of a guide's section about a role."""


@dataclass(frozen=True, slots=True)
class SkillAsked:
    """One skill: in how many ads, between which shares, and whether a guide lists it."""

    id: str
    label: str
    k: int
    n: int
    share: float
    low: float
    high: float
    """The ends of the 95 % interval of the share (Wilson)."""

    required: int
    preferred: int
    guide: bool
    """Whether the career guide lists it for this role."""

    ads: tuple[AdRef, ...]


@dataclass(frozen=True, slots=True)
class DemandAnswer:
    """What ads ask; ``own`` where they are those on this machine, else the bundled figures."""

    role: str
    own: bool
    snapshot: SnapshotInfo
    level: str
    since: str
    industry: str
    counted: RoleDemand
    skills: tuple[SkillAsked, ...]
    guide_only: tuple[str, ...]
    """Skills the guide lists for the role that no ad counted here asks."""

    note: str


def demand_answer(
    role: str,
    place: str | None,
    level: str | None,
    *,
    since: str = "",
    industry: str | None = None,
    own_ads: bool | None = None,
) -> DemandAnswer:
    """Count what a role's ads ask.

    ``own_ads`` None takes the ads on this machine where there are enough of the role, and the
    bundled figures else. An industry is only known of ads on this machine.
    """
    catalogue = load()
    wanted = find_role(catalogue, role)
    where = find_place(catalogue, place)
    rung = find_level(catalogue, level)
    trade = _industry(catalogue, industry)
    tried: list[tuple[bool, Snapshot | None]] = []
    if own_ads is not False or trade:
        tried.append((True, _own(catalogue, trade)))
    if own_ads is not True and not trade:
        tried.append((False, market.load()))
    best: tuple[bool, Snapshot, RoleDemand] | None = None
    for is_own, found in tried:
        if found is None:
            continue
        part = found.only(lambda r: (rung is None or r.level == rung.id) and r.month >= since[:7])
        counted = market.demand(part, wanted.id, where, catalogue)
        best = (is_own, found, counted)
        if counted.scope != "family":
            break
    if best is None:
        raise UserError(
            "your own ads", "there are none to count yet.", "Fetch some: rung ads sync."
        )
    is_own, snapshot, counted = best
    listed = guide_skills(catalogue, wanted.id)
    asked = {s.skill for s in counted.skills}
    return DemandAnswer(
        role=wanted.id,
        own=is_own,
        snapshot=snapshot.info,
        level=rung.id if rung else "",
        since=since,
        industry=trade,
        counted=counted,
        skills=tuple(_skill(catalogue, s, listed) for s in counted.skills),
        guide_only=tuple(sorted(catalogue.skills[s].label for s in listed - asked)),
        note=_note(is_own, tried),
    )


def guide_skills(catalogue: Catalogue, role: str) -> frozenset[str]:
    """The skills a career guide lists in the section about a role."""
    atoms = [a for a in catalogue.guide.atoms if a.guide == "structured"]
    starts = sorted((a.line, a.role) for a in atoms if a.role)
    begin = next((line for line, named in starts if named == role), None)
    if begin is None:
        return frozenset()
    end = min([line for line, _ in starts if line > begin] + [begin + SECTION])
    inside = (a for a in atoms if begin < a.line < end)
    return frozenset(a.skill for a in inside if a.skill)


def _own(catalogue: Catalogue, trade: str) -> Snapshot | None:
    if not trade:
        return own.figures(store())
    return own.figures_of(store(), catalogue, lambda ad: bool(ad.facts["industry"] == trade))


def _industry(catalogue: Catalogue, name: str | None) -> str:
    if not name:
        return ""
    key = name.strip().casefold()
    for found in catalogue.industries.values():
        if key in (found.id, found.label.casefold()):
            return found.id
    known = ", ".join(sorted(catalogue.industries))
    raise UserError(f"industry {name!r}", "is none that Rung knows.", f"Known: {known}")


def _skill(catalogue: Catalogue, s: SkillDemand, listed: frozenset[str]) -> SkillAsked:
    low, high = wilson(s.k, s.n)
    return SkillAsked(
        id=s.skill,
        label=catalogue.skills[s.skill].label,
        k=s.k,
        n=s.n,
        share=round(s.k / max(1, s.n), 4),
        low=round(low, 4),
        high=round(high, 4),
        required=s.k_required,
        preferred=s.k_preferred,
        guide=s.skill in listed,
        ads=s.ads[:NAMED],
    )


def _note(is_own: bool, tried: list[tuple[bool, Snapshot | None]]) -> str:
    """Which ads were counted, where that isn't plain."""
    if is_own:
        return ""
    if any(mine and found is not None for mine, found in tried):
        return "Your own ads are too few for this role, so the bundled figures are shown."
    return ""
