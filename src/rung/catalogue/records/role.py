"""A role: what it does, asks and pays, and how people come to it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from rung.catalogue.records.base import Day, Record, Ref, Slug, Text
from rung.catalogue.records.skill import Level, Project

Rung = Literal["junior", "mid", "senior", "staff"]
RUNGS: tuple[Rung, ...] = ("junior", "mid", "senior", "staff")
"""The rungs between which a role's demands differ; principal asks what staff does."""


class RoleSkill(Record, frozen=True, kw_only=True):
    """A skill a role asks for; with ``any`` one of several does.

    ``level`` is what the role asks from the rung ``from`` on; ``advanced`` names the rung
    from which it asks for more than working level.
    """

    id: Ref | None = None
    any: tuple[Ref, ...] = ()
    level: Level = "working"
    from_: Rung = field(default="junior", name="from")
    advanced: Rung | None = None

    def __post_init__(self) -> None:
        if (self.id is None) == (not self.any):
            raise ValueError("give either id or any")
        if self.advanced and RUNGS.index(self.advanced) < RUNGS.index(self.from_):
            raise ValueError("advanced can't come before from")

    @property
    def members(self) -> tuple[str, ...]:
        """The skill ids that satisfy this entry."""
        return (self.id,) if self.id else self.any


class RoleSkills(Record, frozen=True, kw_only=True):
    """A role's skills by how often the work needs them."""

    core: tuple[RoleSkill, ...]
    common: tuple[RoleSkill, ...] = ()
    rare: tuple[RoleSkill, ...] = ()
    not_needed: tuple[str, ...] = ()
    """Skills and credentials people fear they need and don't."""


class Responsibility(Record, frozen=True, kw_only=True):
    """Something the role does; ``cues`` are lower-case phrases that show it in a text."""

    id: Annotated[str, Meta(pattern=r"^[a-z-]+\.[a-z0-9-]+$")]
    text: Text
    cues: tuple[str, ...]


class Degree(Record, frozen=True, kw_only=True):
    """What degree the role expects."""

    degree: Literal["none", "bachelor", "master", "phd"]
    strength: Literal["required", "strongly-preferred", "preferred", "common"]
    fields: tuple[str, ...]
    equivalent: Text


class GuidePay(Record, frozen=True, kw_only=True):
    """What a career guide states; shown beside the measured band, never instead of it."""

    low: int
    high: int
    currency: str
    note: Text


class FalseFriend(Record, frozen=True, kw_only=True):
    """A title that sounds like the role and isn't, and what it is instead."""

    title: Text
    is_: Text = field(name="is")


class Titles(Record, frozen=True, kw_only=True):
    """Titles that name the role.

    ``phrases`` and ``never`` are lower-case, matched as whole words in a normalised title;
    ``text_cues`` decide between roles for shared titles. ``typical`` are titles as ads write
    them, ``false_friends`` titles that mislead.
    """

    phrases: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    text_cues: tuple[str, ...] = ()
    typical: tuple[str, ...] = ()
    false_friends: tuple[FalseFriend, ...] = ()


class Confusion(Record, frozen=True, kw_only=True):
    """A role this one is taken for, and what tells them apart."""

    id: Slug
    difference: Text


class Orientation(Record, frozen=True, kw_only=True):
    """Where the role stands between research (0) and applied work (4), and why."""

    position: Annotated[int, Meta(ge=0, le=4)]
    note: Text


class Entry(Record, frozen=True, kw_only=True):
    """A role people come from, what they bring, and what they still lack."""

    from_: Slug = field(name="from")
    brings: Text
    lacks: Text


class RoleProject(Project, frozen=True, kw_only=True):
    """What plans for the role build in ``area``, in place of the area's own project."""

    area: Ref


Family = Literal["ai", "emerging", "leadership", "data", "bridge", "feeder"]
"""What sort of role: ``feeder`` roles are where people come from, not where Rung leads them;
``bridge`` ones need another profession as well; ``data`` ones work beside AI rather than in it."""


class Role(Record, frozen=True, kw_only=True):
    """One role: what it does, asks, pays according to guides, and is confused with."""

    id: Slug
    label: Text
    family: Family = "ai"
    aliases: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    """Everyday words someone would use who doesn't know the title."""
    overview: Text
    titles: Titles
    counted_with: Slug | None = None
    """The role whose ads stand for it, where ads use both names for one job."""
    responsibilities: tuple[Responsibility, ...]
    day: tuple[Text, ...] = ()
    """What an ordinary day holds, in order."""
    skills: RoleSkills
    education: Degree
    industries: tuple[str, ...] = ()
    orientation: Orientation | None = None
    guide_pay: GuidePay | None = None
    entry: tuple[Entry, ...] = ()
    next_roles: tuple[Ref, ...] = ()
    projects: tuple[RoleProject, ...] = ()
    """Projects in the areas its work centres on; elsewhere the area's own stands."""
    confused_with: tuple[Confusion, ...] = ()
    builds_systems: bool = True
    """Whether its plans must hold a fairness, privacy or accountability item."""
    source: Text
    as_of: Day
