"""A whole ad read once: every fact with its place in the text.

    AdText (title, text, what the board's own fields say)
        → read_ad → AdReading (skills, role, level, years, degree, pay, place of work, …)

Nothing is guessed: what the ad doesn't say is None. Ads in other languages than English are
not read, and say so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rung.catalogue.records import Industry, Places, Role, Skill
from rung.reading.constraints import Constraint, constraints_of
from rung.reading.degrees import Degree, degree_of
from rung.reading.duties import Duty, duties_of
from rung.reading.employment import (
    Employment,
    Orientation,
    employment_of,
    new_graduate,
    orientation_of,
)
from rung.reading.industry import InIndustry, industry_of
from rung.reading.language import language_of
from rung.reading.pay import Pay, pay_of
from rung.reading.remote import Remote, remote_of
from rung.reading.role_text import NONE, calibrated, chances, signs_of
from rung.reading.sections import sections
from rung.reading.seniority import Track, level_of, track_of
from rung.reading.skills import Lexicon, Mention, find, lexicon
from rung.reading.strength import Requirement, asked_among
from rung.reading.text import fold
from rung.reading.titles import RoleReading, role_of
from rung.reading.visa import Visa, visa_of
from rung.reading.years import SkillYears, years_in, years_of_skills

READ = ("en",)
"""Languages that are read; each other is refused until its figures are measured."""


class Known(Protocol):
    """What reading needs of the catalogue."""

    @property
    def skills(self) -> Mapping[str, Skill]:
        """Skills by id."""

    @property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id."""

    @property
    def industries(self) -> Mapping[str, Industry]:
        """Industries by id."""

    @property
    def places(self) -> Places:
        """Countries with their currencies."""


@dataclass(frozen=True, slots=True)
class AdText:
    """An ad as its source gave it; ``country`` is an ISO code, ``remote`` the board's own tick."""

    title: str
    text: str
    location: str = ""
    country: str = ""
    employment: str = ""
    remote: bool | None = None


@dataclass(frozen=True, slots=True)
class AdReading:
    """What an ad says; offsets are of ``text`` (title and location where those decided)."""

    language: str
    role: RoleReading
    level: str | None
    orientation: Orientation
    orientation_confidence: float
    track: Track
    employment: Employment | None
    new_graduate: bool
    skills: tuple[Requirement, ...]
    years: float | None
    skill_years: tuple[SkillYears, ...]
    degree: Degree | None
    pay: Pay | None
    remote: Remote | None
    visa: Visa | None
    constraints: tuple[Constraint, ...]
    duties: tuple[Duty, ...]
    industry: InIndustry | None


@dataclass(frozen=True, slots=True)
class Unread:
    """An ad that was not read, and why."""

    language: str
    reason: str


def read_ad(ad: AdText, catalogue: Known, names: Lexicon | None = None) -> AdReading | Unread:
    """Read one ad; :class:`Unread` where its language isn't read."""
    text = ad.text
    language = language_of(f"{ad.title}\n{text}")
    if language not in READ:
        return Unread(language, f"language: {language}; only {', '.join(READ)} is read")
    parts = sections(text)
    folded = fold(text)
    mentions = find(text, names or lexicon(catalogue), folded)
    skills = asked_among(text, mentions, names or lexicon(catalogue), parts)
    duties = duties_of(text, catalogue, parts, folded)
    years = years_in(text, parts)
    level = level_of(ad.title, years, text)
    orientation, sure = orientation_of(ad.title, text)
    return AdReading(
        language=language,
        role=_role(ad, mentions, duties, catalogue),
        level=level,
        orientation=orientation,
        orientation_confidence=sure,
        track=track_of(level),
        employment=employment_of(ad.title, text, level, ad.employment),
        new_graduate=new_graduate(ad.title, text),
        skills=skills,
        years=years,
        skill_years=years_of_skills(text, skills, parts),
        degree=degree_of(text, parts),
        pay=pay_of(text, _currency(ad.country, catalogue)),
        remote=remote_of(ad.title, ad.location, text, ad.remote),
        visa=visa_of(text),
        constraints=constraints_of(text, parts),
        duties=duties,
        industry=industry_of(text, mentions, parts, catalogue),
    )


def _currency(country: str, catalogue: Known) -> str:
    """A country's own currency; dollars where the country isn't known."""
    return next((c.currency for c in catalogue.places.countries if c.code == country), "USD")


def _role(
    ad: AdText, mentions: Sequence[Mention], duties: Sequence[Duty], catalogue: Known
) -> RoleReading:
    """The role by the title; by the text where there is no title.

    Why the title alone where there is one: it is right in 19 ads of 20, the text in 16.
    """
    if ad.title.strip():
        return role_of(ad.title, ad.text, catalogue)
    by_role = chances(signs_of(ad.text, mentions, duties, catalogue))
    best = max(by_role, key=lambda role: (by_role[role], role))
    return RoleReading(None if best == NONE else best, round(calibrated(by_role[best]), 3), "text")
