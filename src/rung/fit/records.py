"""A person beside a role: what speaks for and against, what is missing, where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from rung.core.records import Evidence, HoursRange, Span
from rung.market.records import AdRef, Count, Strength

Tier = Literal["strong", "good", "stretch", "far"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One line for or against, with the résumé lines or the ads count it rests on."""

    text: str
    spans: tuple[Span, ...] = ()
    skill: str | None = None
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class RoleFit:
    """How near a person is to a role. ``score`` runs from 0 to 100."""

    role: str
    label: str
    score: int
    tier: Tier
    for_: Annotated[tuple[Reason, ...], Field(alias="for")]
    against: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class GapRow:
    """One skill ads ask for, beside what the person shows of it.

    ``hours`` lead to working level from where the person stands, prerequisites not counted.
    ``alternative`` names a skill the person has that ads accept in its place.
    """

    skill: str
    label: str
    kind: str
    strength: Strength
    k: int
    n: int
    used: str
    exact: Count
    exact_place: str
    source: str
    first: str
    last: str
    ads: tuple[AdRef, ...]
    evidence: Evidence
    spans: tuple[Span, ...]
    implied_by: str | None
    alternative: str | None
    hours: HoursRange


@dataclass(frozen=True, slots=True)
class NextRung:
    """The rung above: what it asks, and which of its signals no line shows."""

    id: str
    label: str
    asks: tuple[str, ...]
    not_seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelReading:
    """The rung a person stands on, or None with the reason in ``note``."""

    id: str | None
    label: str
    years: float | None
    confidence: Literal["high", "medium", "low", "none"]
    evidence: tuple[Reason, ...]
    next: NextRung | None
    note: str
    guide: str = ""
