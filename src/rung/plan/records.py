"""A plan: what to learn, in which order and week, and whether it can be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
class Stretch:
    """Days, the last one counted, with other hours a week than usual; none on a holiday."""

    first: date
    last: date
    hours_per_week: float


@dataclass(frozen=True, slots=True)
class Goal:
    """What the person is after. ``start`` is the day the plan begins, or goes on."""

    role: str
    level: str | None
    place: str | None
    hours_per_week: float
    by: date
    start: date
    special: tuple[Stretch, ...] = ()
    """Stretches that don't overlap."""
    lived: int = 0
    """Weeks of the plan that lie before ``start``; checkpoints are counted from its beginning."""
    used: float = 0.0
    """Hours of the first week already spent."""
    search: float = 0.0
    """Hours a week beside study that go to looking for work; none for who has work."""

    @property
    def weeks(self) -> int:
        """Whole weeks from start to deadline."""
        return max(0, (self.by - self.start).days // 7)

    @property
    def budget_hours(self) -> float:
        """Hours a plan may use: those of all weeks × 0.85, in tenths rounded down."""
        return self.all_tenths(self.weeks) / 10

    def tenths(self, weeks: int) -> int:
        """Tenths of an hour left for steps in so many weeks, checkpoints taken off.

        Why whole tenths: sums of them don't depend on their order.
        """
        pauses = len(self.checkpoints(weeks)) * round(10 * self.checkpoint_hours)
        return max(0, self.all_tenths(weeks) - pauses)

    def all_tenths(self, weeks: int) -> int:
        """Tenths of an hour of so many weeks, what review and slips take left out."""
        if not weeks:
            return 0
        spent = min(round(10 * self.used), self._kept(1))
        return self._kept(weeks) - spent

    def _kept(self, weeks: int) -> int:
        return int(self.hours_in(weeks) * (1 - BUFFER) * 10 + 1e-6)

    def hours_in(self, weeks: int) -> float:
        """Hours of the first so many weeks, before anything is kept back."""
        less = sum(
            self._days(s, weeks) * (self.hours_per_week - s.hours_per_week) / 7
            for s in self.special
        )
        return weeks * self.hours_per_week - less

    def usual_weeks(self, weeks: int) -> float:
        """How many of the first weeks have the usual hours."""
        return weeks - sum(self._days(s, weeks) for s in self.special) / 7

    def _days(self, stretch: Stretch, weeks: int) -> int:
        """Days of a stretch within the first so many weeks; days by number never overflow."""
        begin = self.start.toordinal()
        first = max(stretch.first.toordinal(), begin)
        return max(0, min(stretch.last.toordinal() + 1, begin + 7 * weeks) - first)

    def checkpoints(self, weeks: int) -> tuple[int, ...]:
        """The weeks (from 1) that open with a checkpoint."""
        first = CHECKPOINT_WEEKS - self.lived % CHECKPOINT_WEEKS
        return tuple(range(first, weeks + 1, CHECKPOINT_WEEKS))

    @property
    def checkpoint_hours(self) -> float:
        """Hours a quarterly checkpoint takes: one, or less where weeks are short."""
        return max(0.1, int(min(1.0, self.hours_per_week * 0.5) * 10) / 10)


@dataclass(frozen=True, slots=True)
class Speed:
    """How a person's hours compare with the catalogue's: 1.2 is a fifth more than estimated.

    ``spread`` is the standard deviation of its logarithm; ``n`` counts finished steps.
    """

    factor: float = 1.0
    spread: float = 0.4
    n: int = 0


@dataclass(frozen=True, slots=True)
class Taste:
    """What a person wants to learn from; empty ``kinds`` are all alike."""

    free: bool = False
    kinds: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What already stands when a plan is made: work done, and what the person wants."""

    done: frozenset[str] = frozenset()
    """Ids of steps finished."""
    spent: Mapping[str, float] = field(default_factory=dict)
    """Hours logged on steps that are not finished, by id."""
    begun: tuple[str, ...] = ()
    """Steps of the plan in hand for this week and the next, in its order."""
    pins: tuple[str, ...] = ()
    """Skills the person wants in, whatever they are worth."""
    drops: tuple[str, ...] = ()
    """Skills the person wants out, and what rests on them."""
    speed: Speed = Speed()
    taste: Taste = Taste()
    longest: float | None = None
    """Hours above which nothing is begun, for who looks for work."""


NOTHING_GIVEN = Given()


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
    search: float = 0.0
    """Hours kept for looking for work."""


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
class Odds:
    """How often simulated learners are done by the deadline, of ``draws``.

    ``median`` and ``late`` are the days by which half and nine in ten of them are done with
    all steps; None where that is after the deadline.
    """

    core: float
    everything: float
    draws: int
    median: date | None
    late: date | None
    rests_on: str


@dataclass(frozen=True, slots=True)
class SearchPart:
    """One part of a week's search."""

    what: str
    hours: float


@dataclass(frozen=True, slots=True)
class SearchWeek:
    """What a week of looking for work holds, and what is enough on a bad day."""

    hours: float
    parts: tuple[SearchPart, ...]
    bad_day: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole answer to "can I, and how". ``feasible`` speaks of the role's core skills; for
    who looks for work no core has to fit.

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
    odds: Odds | None = None
    set_aside: tuple[Dropped, ...] = ()
    """What the person dropped, and what rests on it."""
    search: SearchWeek | None = None
    """For who looks for work: that comes first."""
