"""What ads for a role ask, beside what a person shows of it."""

from __future__ import annotations

from collections.abc import Mapping

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Skill
from rung.core.records import EVIDENCE_ORDER, Evidence, HoursRange
from rung.fit.records import GapRow
from rung.market.records import RoleDemand, SkillDemand
from rung.profile.records import PersonSkill, Profile

TEST_OUT_SHARE = 0.1
"""A claimed skill costs a tenth of its hours: a check that it is really there."""

FEWEST_ADS, FEWEST_SHARE = 2, 0.02
"""A skill fewer ads than this name is some employer's wish, not the market's."""


def held(profile: Profile) -> dict[str, Evidence]:
    """Skill ids and how well the person shows each."""
    return {s.id: s.evidence for s in profile.skills if s.evidence != "absent"}


def hours_to_working(skill: Skill, evidence: Evidence) -> HoursRange:
    """Hours from what is shown to working level, prerequisites not counted."""
    way = skill.hours.to_working
    full = HoursRange(way.low, way.likely, way.high)
    if evidence == "absent":
        return full
    return full.share(TEST_OUT_SHARE if evidence == "claimed" else 0.0)


def alternative(skill: Skill, shown: Mapping[str, Evidence]) -> str | None:
    """The best shown skill that ads accept in place of ``skill``."""
    options = [s for s in skill.alternatives if shown.get(s) in ("evidenced", "verified")]
    return max(options, key=lambda s: (EVIDENCE_ORDER.index(shown[s]), s), default=None)


def gap(catalogue: Catalogue, profile: Profile, demand: RoleDemand) -> tuple[GapRow, ...]:
    """Every skill the role's ads ask for, what is lacking first, most asked first.

    Skills the person shows are kept too, so that strengths are counted on the same ads. Where
    other roles' ads had to be counted, the skills of the role's own record come first.
    """
    person = {s.id: s for s in profile.skills}
    shown = held(profile)
    rows = [
        _row(catalogue.skills[s.skill], s, demand, person.get(s.skill), shown)
        for s in demand.skills
        if s.k >= max(FEWEST_ADS, FEWEST_SHARE * s.n) and s.skill in catalogue.skills
    ]
    own = _own_skills(catalogue, demand.role) if demand.scope == "family" else {}
    return tuple(sorted(rows, key=lambda row: _order(row, own)))


def _own_skills(catalogue: Catalogue, role: str) -> dict[str, int]:
    """The skills of a role's own record, and how central each is to it."""
    skills = catalogue.roles[role].skills
    lists = (skills.rare, skills.common, skills.core)
    return {m: 2 - at for at, entries in enumerate(lists) for e in entries for m in e.members}


def _order(row: GapRow, own: Mapping[str, int]) -> tuple[int, int, int, int, str]:
    """What is lacking first. Why the role's own list first where other roles' ads stand in:
    what every engineer's ad asks says little of what a clinical lead needs.
    """
    lacking = 0 if row.evidence in ("absent", "claimed") else 1
    soft = 1 if row.kind == "human" else 0
    foreign = own.get(row.skill, 3) if own else 0
    return (lacking, soft, foreign, -row.k, row.skill)


def _row(
    skill: Skill,
    asked: SkillDemand,
    demand: RoleDemand,
    person: PersonSkill | None,
    shown: Mapping[str, Evidence],
) -> GapRow:
    evidence: Evidence = person.evidence if person else "absent"
    return GapRow(
        skill=skill.id,
        label=skill.label,
        kind=skill.kind,
        strength=asked.strength,
        k=asked.k,
        n=asked.n,
        used=demand.used,
        exact=asked.exact,
        exact_place=demand.place,
        source=", ".join(demand.sources),
        first=demand.first,
        last=demand.last,
        ads=asked.ads,
        evidence=evidence,
        spans=person.spans if person else (),
        implied_by=person.implied_by if person else None,
        alternative=alternative(skill, shown) if evidence == "absent" else None,
        hours=hours_to_working(skill, evidence),
    )
