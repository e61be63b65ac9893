"""What a skill is worth to a goal: how many ads ask for it, and whether the role rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role
from rung.core.records import Evidence

CORE_PRIOR, COMMON_PRIOR, RARE_PRIOR = 15.0, 6.0, 2.0
"""Points a role's own skills get beside their ads: thin cells say little about common needs."""

OTHER_ROLES = {CORE_PRIOR: 1.0, COMMON_PRIOR: 0.5, RARE_PRIOR: 0.2}
"""Weight of other roles' ads, where they stand in for the role's own, by its list: what every
engineer's ad asks for may be rare in this role."""

OUTSIDE_ROLE = 0.4
"""Weight of ads for skills the role's record doesn't list: often the employer, not the role."""

THE_ROLES_OWN = 0.2
"""Above this share of ads, a skill is the role's own whatever its record lists."""

LEAST_SHARE = 0.05
"""Outside the role's record, skills fewer ads than this ask for are left alone."""

SECOND_CHOICE = 0.1
"""What is left of a skill's value once a skill that ads accept in its place is there."""

NOT_STUDIED = frozenset({"domain", "people"})
"""A kind and an area no plan schedules as study unless the role's core names them: an
industry is learnt in it, and hiring or delivery by those whose job it is."""

NEVER_STUDIED = frozenset({"human", "credential"})
"""Kinds no hours of study give: a degree is conferred, and how one works with people grows
and shows at work."""


def skill_values(
    catalogue: Catalogue,
    role: Role,
    held: Mapping[str, Evidence],
    demand: Mapping[str, float],
    *,
    pooled: bool = False,
) -> dict[str, float]:
    """Points per skill, about the share of ads in percent plus a prior for the role's own.

    ``demand`` maps a skill to the weighted share of ads that ask for it, from 0 to 1; with
    ``pooled`` it was counted over other roles' ads too, and only the role's own skills count.
    Why priors: with 20 ads, a skill every practitioner uses may be named by none of them.
    """
    priors = _priors(role)
    core = {m for e in role.skills.core for m in e.members}
    values: dict[str, float] = {}
    for skill in sorted({*priors, *demand}):
        record = catalogue.skills.get(skill)
        if record is None or skill in role.skills.not_needed or record.kind in NEVER_STUDIED:
            continue
        if skill not in core and (
            record.kind in NOT_STUDIED or catalogue.area_of.get(skill) in NOT_STUDIED
        ):
            continue
        share = demand.get(skill, 0.0)
        if skill in priors:
            weight = OTHER_ROLES[priors[skill]] if pooled else 1.0
            values[skill] = 100 * share * weight + priors[skill]
        elif share >= LEAST_SHARE and not pooled:
            values[skill] = 100 * share * (OUTSIDE_ROLE if share < THE_ROLES_OWN else 1)
    return _one_of_each_family(catalogue, held, values)


def _priors(role: Role) -> dict[str, float]:
    found: dict[str, float] = {}
    for entries, prior in (
        (role.skills.rare, RARE_PRIOR),
        (role.skills.common, COMMON_PRIOR),
        (role.skills.core, CORE_PRIOR),
    ):
        found |= {m: prior for e in entries for m in e.members}
    return found


def _one_of_each_family(
    catalogue: Catalogue, held: Mapping[str, Evidence], values: dict[str, float]
) -> dict[str, float]:
    """Keep the value of one member of each either-or family: the one held, else most asked."""
    reduced = dict(values)
    for family in _families(catalogue, values):
        first = min(family, key=lambda s: (_rank(held, s), -values.get(s, 0.0), s))
        for other in family - {first}:
            if other in reduced:
                reduced[other] = min(reduced[other], values[other] * SECOND_CHOICE)
    return reduced


def _rank(held: Mapping[str, Evidence], skill: str) -> int:
    return {"verified": 0, "evidenced": 0, "claimed": 1}.get(held.get(skill, "absent"), 2)


def _families(catalogue: Catalogue, values: Mapping[str, float]) -> Iterator[frozenset[str]]:
    seen: set[frozenset[str]] = set()
    for skill in sorted(values):
        alternatives = catalogue.skills[skill].alternatives
        family = frozenset({skill, *alternatives})
        if alternatives and family not in seen:
            seen.add(family)
            yield family
