"""A goal as typed, checked before any work is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from rung.catalogue.load import Catalogue
from rung.catalogue.records import LadderLevel, Role, Skill
from rung.core.errors import UserError

MOST_HOURS = 80


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks for, before it is checked."""

    role: str
    hours: float
    by: str
    place: str | None
    level: str | None
    today: date


def find_role(catalogue: Catalogue, name: str) -> Role:
    """The role an id, short form or label names; UserError lists near names."""
    key = name.strip().casefold().replace(" ", "-")
    for role in catalogue.roles.values():
        if key in (role.id, role.label.casefold().replace(" ", "-"), *role.aliases):
            return role
    raise _unknown("role", name, list(catalogue.roles), "rung roles")


def find_skill(catalogue: Catalogue, name: str) -> Skill:
    """The skill an id, alias or label names; UserError lists near names."""
    key = name.strip().casefold()
    if (slug := key.replace(" ", "-")) in catalogue.skills:
        return catalogue.skills[slug]
    for skill in catalogue.skills.values():
        if key == skill.label.casefold() or key in skill.aliases:
            return skill
    raise _unknown("skill", name, list(catalogue.skills), "rung skills")


def find_level(catalogue: Catalogue, name: str | None) -> LadderLevel | None:
    """The rung an id names, or None for None."""
    if name is None:
        return None
    key = name.strip().casefold()
    if key in catalogue.levels:
        return catalogue.levels[key]
    raise _unknown("level", name, list(catalogue.levels), "rung roles --levels")


def parse_day(text: str, what: str) -> date:
    """An ISO date; UserError says how one is written."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UserError(
            f"{what} {text}", f"is not a date ({error}).", "Write it as 2027-08-31."
        ) from error


def deadline(request: Request) -> date:
    """The day the goal is due; UserError when it isn't after today."""
    by = parse_day(request.by, "--by")
    if by <= request.today:
        raise UserError(
            f"--by {by}",
            f"is not after today ({request.today}).",
            "Give a day in the future, or set --today.",
        )
    return by


def weekly_hours(hours: float) -> float:
    """Hours a week; UserError unless it is a number a week can hold."""
    if not 0 < hours <= MOST_HOURS:
        raise UserError(
            f"--hours {hours:g}",
            f"must be more than 0 and at most {MOST_HOURS} a week.",
            "Give the hours you can really study, such as 8.",
        )
    return hours


def _unknown(what: str, name: str, known: list[str], command: str) -> UserError:
    near = get_close_matches(name.casefold().replace(" ", "-"), known, n=4, cutoff=0.4)
    listed = ", ".join(near) if near else ", ".join(sorted(known)[:12])
    word = "Near names" if near else "Known"
    return UserError(
        f"{what} {name!r}", "is not in the catalogue.", f"{word}: {listed}. See {command}."
    )
