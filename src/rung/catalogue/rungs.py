"""What a role asks at a rung of the ladder, and which roles Rung leads people to."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from rung.catalogue.load import Catalogue
from rung.catalogue.records import RUNGS, Role, RoleSkill, RoleSkills, Rung

ABOVE: Rung = "staff"
"""The rung whose demands stand for everything above it, and for no rung at all."""


def rung_of(level: str | None) -> Rung:
    """The rung between which roles differ that a ladder level falls on."""
    return next((r for r in RUNGS if r == level), ABOVE)


def at_rung(role: Role, level: str | None) -> Role:
    """The role as asked at ``level``: what is expected only further up is left out.

    Why: a first job in a field doesn't ask for its system design, and a plan towards it
    shouldn't either. Without a level, or above senior, everything stays.
    """
    reached = RUNGS.index(rung_of(level))

    def kept(entries: Iterable[RoleSkill]) -> tuple[RoleSkill, ...]:
        return tuple(e for e in entries if RUNGS.index(e.from_) <= reached)

    own = role.skills
    skills = RoleSkills(
        core=kept(own.core),
        common=kept(own.common),
        rare=kept(own.rare),
        not_needed=own.not_needed,
    )
    return replace(role, skills=skills)


def aimed_at(catalogue: Catalogue) -> tuple[Role, ...]:
    """The roles people can aim at: all but those they come from."""
    return tuple(r for r in catalogue.roles.values() if r.family != "feeder")


def ads_role(role: Role) -> str:
    """The role whose ads are counted for this one."""
    return role.counted_with or role.id
