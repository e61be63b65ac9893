"""The choice a plan has to make, set up from role, person and ads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rung.catalogue.graph import Node
from rung.catalogue.load import Catalogue
from rung.catalogue.projects import projects_of
from rung.catalogue.records import Role
from rung.core.records import Evidence
from rung.market.records import RoleDemand, SkillDemand
from rung.plan.candidates import (
    RESPONSIBLE,
    Candidate,
    Target,
    as_range,
    candidates,
    resolve,
    shown_by,
    targets,
)
from rung.plan.select import Problem
from rung.plan.value import skill_values

BUILDABLE = ("tool", "practice", "concept")
"""Kinds of skill whose working level leaves something an area's project can show."""


def problem_for(
    catalogue: Catalogue,
    role: Role,
    held: Mapping[str, Evidence],
    demand: RoleDemand,
    pins: Iterable[str] = (),
) -> Problem:
    """Everything the choice depends on; ``pins`` are wanted as if the role's core held them."""
    pooled = demand.scope == "family"
    values = skill_values(catalogue, role, held, shares(demand), pooled=pooled)
    aims = targets(catalogue, role, held, values)
    wanted = (resolve(Node(s, "working"), held) for s in sorted(set(pins)))
    aims = tuple(dict.fromkeys((*aims, *(Target((n,), pinned=True) for n in wanted if n))))
    found = candidates(catalogue, role, held, values, aims)
    builds = {
        n
        for n, c in found.items()
        if n.level == "working" and not c.claimed and catalogue.skills[n.skill].kind in BUILDABLE
    }
    projects = {a: as_range(p.hours) for a, p in projects_of(catalogue, role).items()}
    pin = _pin(role, held, found)
    return Problem(found, aims, projects, builds, shown_by(catalogue, found), pin)


def shares(demand: RoleDemand) -> dict[str, float]:
    """Each skill's weighted share of ads: a requirement counts more than a wish."""
    return {s.skill: _weight(s) / s.n for s in demand.skills if s.n}


def _weight(s: SkillDemand) -> float:
    return s.k_required + 0.5 * s.k_preferred + 0.7 * (s.k - s.k_required - s.k_preferred)


def _pin(
    role: Role, held: Mapping[str, Evidence], found: Mapping[Node, Candidate]
) -> tuple[Node, ...]:
    if not role.builds_systems or any(is_shown(held, s) for s in RESPONSIBLE):
        return ()
    nodes = (resolve(Node(s, "basic"), held) for s in RESPONSIBLE)
    return tuple(n for n in nodes if n is not None and n in found)


def is_shown(held: Mapping[str, Evidence], skill: str) -> bool:
    """Whether a line shows the skill, not merely names it."""
    return held.get(skill) in ("evidenced", "verified")
