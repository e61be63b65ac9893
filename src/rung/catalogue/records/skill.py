"""A skill: what it is, what it rests on, how long it takes, what shows it."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, field

from rung.catalogue.records.base import Day, Hours, Name, Positive, Record, Ref, Slug, Text

Level = Literal["basic", "working"]


class ContextAlias(Record, frozen=True, kw_only=True):
    """A name that is also an ordinary word, so it counts only in company.

    ``text`` is the name as written. ``case`` keeps its capitals significant. It counts when
    one of ``near`` (lower-case words or phrases; ``@tech`` for those of any technical sentence,
    ``@skill`` for any unambiguous skill) stands in the same sentence or list line, or
    when ``list`` is true and a neighbour in the same comma list is a catalogue skill; it never
    counts when one of ``never`` touches it ("R&D", "go to").
    """

    text: Name
    case: bool = False
    near: tuple[str, ...] = ()
    list: bool = True
    never: tuple[str, ...] = ()


class Prerequisite(Record, frozen=True, kw_only=True):
    """An edge: ``for`` level of this skill needs ``level`` of skill ``id``.

    ``hard`` edges are never skipped; a missing ``soft`` one costs hours. ``leak`` is the
    share of people who have the skill without the prerequisite.
    """

    id: Ref
    level: Level = "basic"
    for_: Level = field(default="basic", name="for")
    kind: Literal["hard", "soft"] = "hard"
    leak: Annotated[float, Meta(ge=0, le=1)]
    reason: Text


class LevelHours(Record, frozen=True, kw_only=True):
    """Hours to each level from the one below it, prerequisites met."""

    basic: Hours
    working: Hours
    advanced: Hours

    @property
    def to_working(self) -> Hours:
        """From nothing to working level."""
        one, two = self.basic, self.working
        return Hours(
            low=one.low + two.low, likely=one.likely + two.likely, high=one.high + two.high
        )


class Resource(Record, frozen=True, kw_only=True):
    """Something to learn from. ``checked`` stays empty until someone opened it."""

    title: Text
    kind: Literal["book", "course", "docs", "project", "paper", "video"]
    hours: float | None = None
    cost: Literal["free", "paid", "free to read, paid to certify"] = "free"
    licence: str | None = None
    language: Annotated[str, Meta(min_length=2, max_length=2)] = "en"
    checked: Day | None = None


class Anchors(Record, frozen=True, kw_only=True):
    """What someone at each level can do, in observable terms."""

    basic: Text
    working: Text
    advanced: Text

    def by_level(self) -> dict[str, str]:
        """The anchors under the levels' names, lowest first."""
        return {"basic": self.basic, "working": self.working, "advanced": self.advanced}


class EscoLink(Record, frozen=True, kw_only=True):
    """A concept of ESCO 1.1.1; ``uri`` without the leading ``http://data.europa.eu/esco/``."""

    uri: Annotated[str, Meta(pattern=r"^skill/[0-9a-fA-F-]{36}$|^skill/S[\d.]+$")]
    label: Name
    relation: Literal["exact", "broader", "narrower", "related"]


class OnetLink(Record, frozen=True, kw_only=True):
    """An example of O*NET 30.2's technology skills, or an element of its content model."""

    example: str | None = None
    commodity: int | None = None
    element: str | None = None
    label: Name


class Links(Record, frozen=True, kw_only=True):
    """Where public taxonomies hold the skill; empty where they don't."""

    esco: tuple[EscoLink, ...] = ()
    onet: tuple[OnetLink, ...] = ()


class Skill(Record, frozen=True, kw_only=True):
    """One skill: a file in a folder named for its area, called by its id."""

    id: Slug
    label: Name
    aliases: tuple[str | ContextAlias, ...]
    resume_aliases: tuple[str | ContextAlias, ...] = ()
    """Further names that count only in a résumé, where people tell what they did with it."""
    plain: tuple[str, ...] = ()
    """Everyday words someone without the term would search by."""
    kind: Literal["maths", "concept", "tool", "practice", "domain", "human", "credential"]
    summary: Text
    prerequisites: tuple[Prerequisite, ...] = ()
    hours: LevelHours
    half_life_years: Positive
    evidence: Text
    """What would show a hiring manager that one has it; ends a plan step."""
    anchors: Anchors
    alternatives: tuple[Ref, ...] = ()
    """Skills that ads accept in its place ("AWS or GCP or Azure")."""
    implies: tuple[Ref, ...] = ()
    """Umbrella skills that whoever has this one has too (aws → cloud)."""
    teaches: tuple[Ref, ...] = ()
    """Those of them that learning this one teaches as a whole: a plan needn't hold both."""
    resources: Annotated[tuple[Resource, ...], Meta(max_length=3)] = ()
    self_check: Text
    links: Links = Links()
    kept_because: Text | None = None
    """Why it is here though few ads, no guide and no other skill call for it."""
    source: Text
    as_of: Day


class Project(Record, frozen=True, kw_only=True):
    """A build that ties one area together and leaves something to show."""

    title: Text
    brief: Text
    hours: Hours
    evidence: Text


class Area(Record, frozen=True, kw_only=True):
    """A field of skills; its skills stand in the folder of the same name."""

    id: Slug
    label: Name
    reflections: tuple[Text, ...] = ()
    """Questions on right and wrong that work in this area raises; one a week is asked."""
    project: Project | None = None
