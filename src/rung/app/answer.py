"""The answer to "what should I do": the JSON others build on, version 1.

Why dataclasses: the rooms' own records are the contract, so nothing is copied or renamed on
the way out. ``rung plan --json`` and ``plan.json`` are this object; its JSON Schema is
``docs/rung.plan.v1.schema.json``, checked to be fresh.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field

from rung.core.records import Abstained
from rung.fit.records import GapRow, LevelReading, RoleFit
from rung.market.records import Asks, CellSize, PayBand, SnapshotInfo
from rung.plan.records import Plan
from rung.profile.records import PersonSkill, Publication

SCHEMA: Final = "rung.plan/1"


@dataclass(frozen=True, slots=True)
class Person:
    """Who the answer is about, as their documents show them."""

    name: str | None
    documents: tuple[str, ...]
    skills: tuple[PersonSkill, ...]
    years: float | None
    level: str | None
    publications: tuple[Publication, ...] = ()


@dataclass(frozen=True, slots=True)
class GoalEcho:
    """The goal as understood."""

    role: str
    role_label: str
    level: str | None
    place: str | None
    hours_per_week: float
    by: date
    level_label: str | None = None


@dataclass(frozen=True, slots=True)
class DemandNote:
    """Which ads were counted, and how many there were nearer by."""

    used: str
    n: int
    why: str
    ladder: tuple[CellSize, ...]
    sources: tuple[str, ...]
    first: str
    last: str
    besides: Asks | None = None
    """Degrees, years and MBAs the same ads ask."""


@dataclass(frozen=True, slots=True)
class NoPay:
    """No pay figure, with the reason."""

    abstained: str
    n: int

    @classmethod
    def of(cls, reason: Abstained) -> NoPay:
        """The market's abstention as the contract writes it."""
        return cls(reason.reason, reason.n)


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything Rung says about one person and one goal on one day."""

    schema: Literal["rung.plan/1"]
    today: date
    snapshot: SnapshotInfo
    person: Person
    goal: GoalEcho
    fit: tuple[RoleFit, ...]
    demand: DemandNote
    gap: tuple[GapRow, ...]
    plan: Plan
    level: LevelReading
    pay: Annotated[PayBand | NoPay, Field(union_mode="left_to_right")]
    unknown: tuple[str, ...]
