"""A plan: what to learn, in which order and week, and whether it can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rung.core.records import HoursRange
from rung.market.records import Count

StepKind = Literal["study", "build", "test-out", "project", "checkpoint"]

CHECKPOINT_WEEKS = 13
"""A look back every quarter: what is done, what changed, plan again."""

BUFFER = 0.15
"""Share of the hours kept for review and for weeks that go wrong."""


@dataclass(frozen=True, slots=True)
class Goal:
    """What the person is after. ``start`` is the day the plan begins."""

    role: str
    level: str | None
    place: str | None
    hours_per_week: float
    by: date
    start: date

    @property
    def weeks(self) -> int:
        """Whole weeks from start to deadline."""
        return max(0, (self.by - self.start).days // 7)

    @property
    def budget_hours(self) -> float:
        """Hours a plan may use: weeks × hours × 0.85, in tenths rounded down."""
        return self._all_tenths(self.weeks) / 10

    def tenths(self, weeks: int) -> int:
        """Tenths of an hour left for steps in so many weeks, checkpoints taken off.

        Why whole tenths: sums of them don't depend on their order.
        """
        pauses = weeks // CHECKPOINT_WEEKS * round(10 * self.checkpoint_hours)
        return max(0, self._all_tenths(weeks) - pauses)

    def _all_tenths(self, weeks: int) -> int:
        return int(weeks * self.hours_per_week * (1 - BUFFER) * 10 + 1e-6)

    @property
    def checkpoint_hours(self) -> float:
        """Hours a quarterly checkpoint takes: one, or less where weeks are short."""
        return max(0.1, int(min(1.0, self.hours_per_week * 0.5) * 10) / 10)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``requires`` lists the steps that come before it; ``core`` steps close
    what the role rests on, the others use the hours left for what most ads ask next.
    """

    id: str
    skill: str | None
    label: str
    area: str
    level: Literal["basic", "working"] | None
    kind: StepKind
    core: bool
    hours: HoursRange
    requires: tuple[str, ...]
    why: str
    opens_ads: int
    asked_by: Count | None
    evidence_wanted: str
    resources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekStep:
    """A share of a step's hours within one week."""

    id: str
    hours: float


@dataclass(frozen=True, slots=True)
class Week:
    """One calendar week. ``hours`` is what the steps take; ``review`` the rest of the time."""

    start: date
    hours: float
    review: float
    steps: tuple[WeekStep, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something the role asks that does not fit the hours."""

    skill: str
    label: str
    hours: float
    reason: str


@dataclass(frozen=True, slots=True)
class Reach:
    """Ads of the role whose asked skills the person covers to the share ``rule`` names."""

    before: int
    after: int
    n: int
    rule: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole answer to "can I, and how". ``feasible`` speaks of the role's core skills.

    When not feasible, ``earliest`` is the first day the core fits at the same weekly hours,
    ``add_hours`` the extra hours a week that would meet the deadline, ``drop`` what was left
    out of the steps below. ``credentials`` and ``at_work`` are core entries no study gives:
    degrees, and ways of working with people.
    """

    feasible: bool
    reason: str
    earliest: date | None
    drop: tuple[Dropped, ...]
    credentials: tuple[Dropped, ...]
    at_work: tuple[Dropped, ...]
    add_hours: float | None
    budget_hours: float
    core_hours: float
    total_hours: float
    low_hours: float
    high_hours: float
    optimal: bool
    reach: Reach | None
    steps: tuple[Step, ...]
    weeks: tuple[Week, ...]
