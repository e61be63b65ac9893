"""What the catalogue's files hold, as typed records; the files' schemas are made from these."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=3, strip_whitespace=True)]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]
Level = Literal["basic", "working"]


class Record(BaseModel):
    """A record of a data file: unknown keys are errors, so a typing slip can't pass."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Hours(Record):
    """Hours of study and practice. ``basis`` says how they are known."""

    low: float = Field(gt=0)
    likely: float = Field(gt=0)
    high: float = Field(gt=0)
    basis: Literal["estimate", "course", "users"] = "estimate"

    @model_validator(mode="after")
    def _ordered(self) -> Hours:
        if not self.low <= self.likely <= self.high:
            raise ValueError("hours must rise: low ≤ likely ≤ high")
        return self


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


class Resource(Record):
    """Something to learn from. ``checked`` stays empty until someone opened it."""

    title: Text
    kind: Literal["book", "course", "docs", "project", "paper", "video"]
    hours: float | None = None
    free: bool
    licence: str | None = None
    checked: Day | None = None


class Anchors(Record):
    """What someone at each level can do, in observable terms."""

    basic: Text
    working: Text
    advanced: Text


class Skill(Record):
    """One skill. ``hours`` lead from prerequisites met to ``working``; ``basic`` is a share."""

    id: Slug
    label: Text
    aliases: tuple[str | ContextAlias, ...]
    resume_aliases: tuple[str | ContextAlias, ...] = ()
    """Further names that count only in a résumé, where people tell what they did with it."""
    kind: Literal["maths", "concept", "tool", "practice", "domain", "human", "credential"]
    summary: Text
    prerequisites: tuple[Prerequisite, ...] = ()
    hours: Hours
    basic_share: float = Field(default=0.3, gt=0, lt=1)
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
    source: Text
    as_of: Day


class Project(Record):
    """A build that ties one area together and leaves something to show."""

    title: Text
    brief: Text
    hours: Hours
    evidence: Text


class Area(Record):
    """One file of skills."""

    area: Slug
    label: Text
    project: Project | None = None
    skills: tuple[Skill, ...]


class RoleSkill(Record):
    """A skill a role asks for; with ``any`` one of several does."""

    id: Slug | None = None
    any: tuple[Slug, ...] = ()
    level: Level = "working"

    @model_validator(mode="after")
    def _one_of(self) -> RoleSkill:
        if (self.id is None) == (not self.any):
            raise ValueError("give either id or any")
        return self

    @property
    def members(self) -> tuple[str, ...]:
        """The skill ids that satisfy this entry."""
        return (self.id,) if self.id else self.any


class RoleSkills(Record):
    """A role's skills by how often the work needs them."""

    core: tuple[RoleSkill, ...]
    common: tuple[RoleSkill, ...] = ()
    rare: tuple[RoleSkill, ...] = ()
    not_needed: tuple[str, ...] = ()
    """Skills and credentials people fear they need and don't."""


class Responsibility(Record):
    """Something the role does; ``cues`` are lower-case phrases that show it in a text."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+\.[a-z0-9-]+$")]
    text: Text
    cues: tuple[str, ...]


class Degree(Record):
    """What degree the role expects."""

    degree: Literal["none", "bachelor", "master", "phd"]
    strength: Literal["required", "strongly-preferred", "preferred", "common"]
    fields: tuple[str, ...]
    equivalent: Text


class GuidePay(Record):
    """What a career guide states; shown beside the measured band, never instead of it."""

    low: int
    high: int
    currency: str
    note: Text


class Titles(Record):
    """Titles that name the role; ``never`` are false friends. Lower-case phrases, matched as
    whole words in a normalised title; ``text_cues`` decide between roles for shared titles.
    """

    phrases: tuple[str, ...]
    never: tuple[str, ...] = ()
    text_cues: tuple[str, ...] = ()


class Confusion(Record):
    """A role this one is taken for, and what tells them apart."""

    id: Slug
    difference: Text


class Role(Record):
    """One role: what it does, asks, pays according to guides, and is confused with."""

    id: Slug
    label: Text
    aliases: tuple[str, ...] = ()
    overview: Text
    titles: Titles
    responsibilities: tuple[Responsibility, ...]
    skills: RoleSkills
    education: Degree
    industries: tuple[str, ...] = ()
    guide_pay: GuidePay | None = None
    next_roles: tuple[Slug, ...] = ()
    confused_with: tuple[Confusion, ...] = ()
    builds_systems: bool = True
    """Whether its plans must hold a fairness, privacy or accountability item."""
    source: Text
    as_of: Day


class LadderLevel(Record):
    """A rung of the ladder. ``years`` is the usual span of relevant years, [from, to)."""

    id: Slug
    label: Text
    order: int
    track: Literal["ic", "management"]
    years: tuple[float, float | None]
    titles: tuple[str, ...]
    scope: Text
    signals: tuple[str, ...]
    """Lower-case phrases in a résumé that show this scope."""
    asks: tuple[Text, ...]
    """What the rung asks for, so that the one below can aim at it."""
    guide: Text | None = None
    source: Text
    as_of: Day


class Country(Record):
    """A country and how ads write it."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    label: Text
    region: Slug
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    aliases: tuple[str, ...] = ()


class Metro(Record):
    """A city with the places ads name for it; ``aliases`` are lower-case."""

    id: Slug
    label: Text
    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
    subdivision: str | None = None
    aliases: tuple[str, ...] = ()


class Places(Record):
    """Countries, their subdivisions, and the metros people name in goals and ads."""

    regions: dict[Slug, str]
    countries: tuple[Country, ...]
    subdivisions: dict[str, dict[str, str]]
    """Country code → lower-case code or name of a state or province → its label."""
    metros: tuple[Metro, ...]
    remote_words: tuple[str, ...]
    source: Text
    as_of: Day


class DegreeField(Record):
    """A field of study and the skills a degree in it shows."""

    id: Slug
    label: Text
    patterns: tuple[str, ...]
    bachelor: tuple[Slug, ...] = ()
    master: tuple[Slug, ...] = ()
    phd: tuple[Slug, ...] = ()


class TitlePractice(Record):
    """A kind of job and the everyday practices two years in it show."""

    id: Slug
    label: Text
    phrases: tuple[str, ...]
    skills: tuple[Slug, ...]


class Implications(Record):
    """What a degree or a job shows without saying so."""

    degrees: tuple[DegreeField, ...]
    titles: tuple[TitlePractice, ...]
    source: Text
    as_of: Day


class Employer(Record):
    """An employer with the names it goes by."""

    id: Slug
    label: Text
    aliases: tuple[str, ...]


class Employers(Record):
    """Employers whose names vary."""

    employers: tuple[Employer, ...]
    source: Text
    as_of: Day
