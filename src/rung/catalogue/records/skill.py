"""A skill: what it is, what it rests on, how long it takes, what shows it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints

from rung.catalogue.records.base import Day, Hours, Record, Slug, Text

Level = Literal["basic", "working"]


class ContextAlias(Record):
    """A name that is also an ordinary word, so it counts only in company.

    ``text`` is the name as written. ``case`` keeps its capitals significant. It counts when
    one of ``near`` (lower-case words or phrases) stands in the same sentence or list line, or
    when ``list`` is true and a neighbour in the same comma list is a catalogue skill; it never
    counts when one of ``never`` touches it ("R&D", "go to").
    """

    text: Annotated[str, StringConstraints(min_length=1)]
    case: bool = False
    near: tuple[str, ...] = ()
    list: bool = True
    never: tuple[str, ...] = ()


class Prerequisite(Record):
    """An edge: ``for`` level of this skill needs ``level`` of skill ``id``.

    ``hard`` edges are never skipped; a missing ``soft`` one costs hours. ``leak`` is the
    share of people who have the skill without the prerequisite.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    id: Slug
    level: Level = "basic"
    for_: Level = Field(default="basic", alias="for")
    kind: Literal["hard", "soft"] = "hard"
    leak: float = Field(ge=0, le=1)
    reason: Text


class LevelHours(Record):
    """Hours to each level from the one below it, prerequisites met."""

    basic: Hours
    working: Hours
    advanced: Hours

    @property
    def to_working(self) -> Hours:
        """From nothing to working level."""
        one, two = self.basic, self.working
        return Hours(low=one.low + two.low, likely=one.likely + two.likely, high=one.high + two.high)


class Resource(Record):
    """Something to learn from. ``checked`` stays empty until someone opened it."""

    title: Text
    kind: Literal["book", "course", "docs", "project", "paper", "video"]
    hours: float | None = None
    cost: Literal["free", "paid", "free to read, paid to certify"] = "free"
    licence: str | None = None
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] = "en"
    checked: Day | None = None


class Anchors(Record):
    """What someone at each level can do, in observable terms."""

    basic: Text
    working: Text
    advanced: Text


class EscoLink(Record):
    """A concept of ESCO 1.1.1; ``uri`` without the leading ``http://data.europa.eu/esco/``."""

    uri: Annotated[str, StringConstraints(pattern=r"^skill/[0-9a-fA-F-]{36}$|^skill/S[\d.]+$")]
    label: Text
    relation: Literal["exact", "broader", "narrower", "related"]


class OnetLink(Record):
    """An example of O*NET 30.2's technology skills, or an element of its content model."""

    example: str | None = None
    commodity: int | None = None
    element: str | None = None
    label: Text


class Links(Record):
    """Where public taxonomies hold the skill; empty where they don't."""

    esco: tuple[EscoLink, ...] = ()
    onet: tuple[OnetLink, ...] = ()


class Skill(Record):
    """One skill: a file in a folder named for its area, called by its id."""

    id: Slug
    label: Text
    aliases: tuple[str | ContextAlias, ...]
    resume_aliases: tuple[str | ContextAlias, ...] = ()
    """Further names that count only in a résumé, where people tell what they did with it."""
    plain: tuple[str, ...] = ()
    """Everyday words someone without the term would search by."""
    kind: Literal["maths", "concept", "tool", "practice", "domain", "human", "credential"]
    summary: Text
    prerequisites: tuple[Prerequisite, ...] = ()
    hours: LevelHours
    half_life_years: float = Field(gt=0)
    evidence: Text
    """What would show a hiring manager that one has it; ends a plan step."""
    anchors: Anchors
    alternatives: tuple[Slug, ...] = ()
    """Skills that ads accept in its place ("AWS or GCP or Azure")."""
    implies: tuple[Slug, ...] = ()
    """Umbrella skills that whoever has this one has too (aws → cloud)."""
    resources: tuple[Resource, ...] = Field(default=(), max_length=3)
    self_check: Text
    links: Links = Links()
    kept_because: Text | None = None
    """Why it is here though few ads, no guide and no other skill call for it."""
    source: Text
    as_of: Day


class Project(Record):
    """A build that ties one area together and leaves something to show."""

    title: Text
    brief: Text
    hours: Hours
    evidence: Text


class Area(Record):
    """A field of skills; its skills stand in the folder of the same name."""

    id: Slug
    label: Text
    project: Project | None = None
