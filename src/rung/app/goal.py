"""A goal as typed, checked before any work is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import pairwise

from rung.catalogue.load import Catalogue
from rung.catalogue.records import LadderLevel, Role, Skill
from rung.core.errors import UserError
from rung.market import resolve_place
from rung.plan.records import Stretch
from rung.reading.places import Place

FEWEST_HOURS, MOST_HOURS = 0.5, 80
"""Hours a week a plan can be made for."""

WORKS = ("book", "course", "docs", "paper", "project", "video")
"""Kinds of works a skill can be learnt from."""

LAST_DAY = date(9000, 1, 1)
"""No later day is taken, so that dates counted from it stay dates."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks for, before it is checked; what is empty is still to be filled in."""

    role: str
    hours: float
    by: str
    place: str | None
    level: str | None
    today: date
    special: tuple[str, ...] = ()
    """Days with other hours, as 2026-12-21..2027-01-03 or with =12 at the end."""
    pins: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    free: bool = False
    """Whether only what costs nothing is learnt from."""
    search: bool = False
    """Whether the person looks for work now, so that search comes first."""
    likes: tuple[str, ...] = ()
    """Kinds of works the person likes to learn from: video, book, …"""


def find_role(catalogue: Catalogue, name: str) -> Role:
    """The role an id, short form or label names; UserError lists near names."""
    key = name.strip().casefold().replace(" ", "-")
    for role in catalogue.roles.values():
        if key in (role.id, role.label.casefold().replace(" ", "-"), *role.aliases):
            return role
    raise _unknown("role", name, _near(name, catalogue.roles), "rung roles")


def find_target(catalogue: Catalogue, name: str) -> Role:
    """A role one can aim at; UserError names where roles people come from lead."""
    role = find_role(catalogue, name)
    if role.family == "feeder":
        raise UserError(
            f"role {role.id!r}",
            "is a role people come to AI and machine learning from; Rung plans the way on.",
            f"From there people go to: {', '.join(role.next_roles)}. See rung roles.",
        )
    return role


def find_skill(catalogue: Catalogue, name: str) -> Skill:
    """The skill an id, name or label names, also in the plural; UserError lists near names."""
    key = name.strip().casefold()
    for wanted in filter(None, (key, key.removesuffix("s"))):
        if (slug := wanted.replace(" ", "-")) in catalogue.skills:
            return catalogue.skills[slug]
        for skill in catalogue.skills.values():
            if wanted in _names(skill):
                return skill
    raise _unknown("skill", name, _near(name, catalogue.skills), "rung skills")


def _names(skill: Skill) -> set[str]:
    texts = (a if isinstance(a, str) else a.text for a in skill.aliases)
    return {t.casefold() for t in (skill.label, *texts)}


def find_level(catalogue: Catalogue, name: str | None) -> LadderLevel | None:
    """The rung an id names, or None for None."""
    if name is None:
        return None
    key = name.strip().casefold()
    if key in catalogue.levels:
        return catalogue.levels[key]
    levels = sorted(catalogue.levels.values(), key=lambda level: (level.track, level.order))
    raise _unknown("level", name, f"Levels: {', '.join(v.id for v in levels)}", "rung plan --help")


def find_place(catalogue: Catalogue, name: str | None) -> Place | None:
    """The place a text names, or None for None; UserError where it is unknown or no text."""
    if not name:
        return None
    if any("\ud800" <= c <= "\udfff" for c in name):
        raise UserError(f"place {name!r}", "holds bytes that are no text.", "Write it in UTF-8.")
    return resolve_place(name, catalogue.places)


def parse_day(text: str, what: str) -> date:
    """An ISO date; UserError says how one is written."""
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise UserError(
            f"{what} {text}", f"is not a date ({error}).", "Write it as 2027-08-31."
        ) from error
    if found > LAST_DAY:
        raise UserError(
            f"{what} {text}",
            f"is too far ahead to count from; the last day taken is {LAST_DAY}.",
            "Give a nearer day.",
        )
    return found


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


def stretches(texts: Iterable[str]) -> tuple[Stretch, ...]:
    """Days with other hours, in their order; UserError where two overlap."""
    found = sorted((_stretch(t) for t in texts), key=lambda s: s.first)
    for one, two in pairwise(found):
        if two.first <= one.last:
            raise UserError(
                f"--off {two.first}..{two.last}",
                f"overlaps {one.first}..{one.last}.",
                "Give each day once.",
            )
    return tuple(found)


def _stretch(text: str) -> Stretch:
    days, _, hours = text.partition("=")
    first, _, last = days.partition("..")
    begin = parse_day(first.strip(), "--off")
    end = parse_day(last.strip(), "--off") if last else begin
    try:
        rate = float(hours) if hours else 0.0
    except ValueError:
        rate = -1.0
    if end < begin or not 0 <= rate <= MOST_HOURS:
        cause = "ends before it begins." if end < begin else "has no hours a week a plan can use."
        raise UserError(f"--off {text}", cause, "Write it as 2026-12-21..2027-01-03, or with =12.")
    return Stretch(begin, end, rate)


def liked(kinds: Iterable[str]) -> tuple[str, ...]:
    """Kinds of works, checked."""
    found = tuple(k.strip().casefold() for k in kinds)
    for kind in found:
        if kind not in WORKS:
            raise UserError(f"--like {kind}", "is no kind of work.", f"Kinds: {', '.join(WORKS)}.")
    return found


def weekly_hours(hours: float) -> float:
    """Hours a week; UserError unless a plan can be made for them."""
    if not FEWEST_HOURS <= hours <= MOST_HOURS:
        raise UserError(
            f"--hours {hours:g}",
            f"must be at least {FEWEST_HOURS:g} and at most {MOST_HOURS} a week.",
            "Give the hours you can really study, such as 8.",
        )
    return hours


def _near(name: str, known: Iterable[str]) -> str:
    """Known names near to one that isn't known, or the first few."""
    names = sorted(known)
    near = get_close_matches(name.casefold().replace(" ", "-"), names, n=4, cutoff=0.4)
    return f"Near names: {', '.join(near)}" if near else f"Known: {', '.join(names[:12])}"


def _unknown(what: str, name: str, known: str, command: str) -> UserError:
    return UserError(f"{what} {name!r}", "is not in the catalogue.", f"{known}. See {command}.")
