"""How likely a plan is done in time, from what its hours rest on: estimates with a spread."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rung.plan.records import Goal, Odds, Speed, Step

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]

DRAWS = 2_000
SEED = 20_261_127
"""Fixed, so that the same plan has the same odds."""

LOST = 0.1
"""Share of weeks in which nothing is done: illness, work, family. An assumption."""

KEPT_LOW, KEPT_HIGH = 0.89, 1.0
"""Share of a week's hours that is really spent on the plan in the other weeks. Together with
the lost weeks that is the 85% a plan counts on."""

MOST_WEEKS = 520
"""Weeks looked ahead; ten years are no plan any more."""


def odds(
    steps: Sequence[Step], goal: Goal, speed: Speed, *, draws: int = DRAWS, seed: int = SEED
) -> Odds:
    """The share of ``draws`` simulated learners who are done by the deadline.

    Each has one personal speed for all steps, a PERT draw of each step's hours, and weeks
    that go wrong. Why one speed: who is slow at one thing is slow at the next, so slips add
    up instead of cancelling out.
    """
    import numpy as np

    chance = np.random.default_rng(seed)
    pace = np.exp(chance.normal(0.0, speed.spread, draws))
    core = _hours([s for s in steps if s.core], pace, chance)
    rest = _hours([s for s in steps if not s.core], pace, chance)
    spent = _spent_by_week(goal, draws, chance)
    everything = core + rest
    ends = 1 + (spent < everything[:, None]).sum(axis=1)
    weeks = spent.shape[1]
    return Odds(
        core=_share(spent[:, -1] >= core),
        everything=_share(spent[:, -1] >= everything),
        draws=draws,
        median=_day(goal, float(np.quantile(ends, 0.5)), weeks),
        late=_day(goal, float(np.quantile(ends, 0.9)), weeks),
        rests_on=_words(speed, draws),
    )


def _share(met: NDArray[np.bool_]) -> float:
    return round(float(met.mean()), 2)


def _hours(steps: Sequence[Step], pace: Draws, chance: np.random.Generator) -> Draws:
    """Hours of all ``steps`` for each learner: beta draws between low and high, as in PERT."""
    import numpy as np

    total = np.zeros(len(pace))
    for step in steps:
        low, likely, high = step.hours.low, step.hours.likely, step.hours.high
        if high <= low:
            total += likely
            continue
        rise = 1 + 4 * (likely - low) / (high - low)
        fall = 1 + 4 * (high - likely) / (high - low)
        total += pace * (low + (high - low) * chance.beta(rise, fall, len(pace)))
    return total


def _spent_by_week(goal: Goal, draws: int, chance: np.random.Generator) -> Draws:
    """Hours each learner has spent by the end of each week until the deadline."""
    import numpy as np

    count = max(1, min(goal.weeks, MOST_WEEKS))
    marks = [goal.hours_in(w) for w in range(count + 1)]
    weekly = np.diff(np.asarray(marks))
    weekly[0] = max(0.0, weekly[0] - goal.used)
    kept = chance.uniform(KEPT_LOW, KEPT_HIGH, (draws, count))
    kept *= chance.random((draws, count)) >= LOST
    return np.asarray(np.cumsum(kept * weekly, axis=1))


def _day(goal: Goal, week: float, weeks: int) -> date | None:
    """The last day of a week, or None past the weeks looked at."""
    whole = round(week)
    return goal.start + timedelta(days=7 * whole - 1) if whole <= weeks else None


def _words(speed: Speed, draws: int) -> str:
    own = (
        f"your {speed.n} finished steps ({speed.factor:.2f} times the estimates)"
        if speed.n
        else "no finished step of yours yet, so speeds from half to twice the estimates are likely"
    )
    return (
        f"{draws:,} simulated learners: the catalogue's low, likely and high hours, {own}, and one "
        f"week in ten lost"
    )
