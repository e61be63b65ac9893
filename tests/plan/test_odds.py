"""Chances of being done in time."""

from __future__ import annotations

from datetime import date, timedelta

from rung.core.records import HoursRange
from rung.plan.odds import odds
from rung.plan.records import Goal, Speed, Step, Stretch

TODAY = date(2026, 11, 22)


def step(name: str, hours: HoursRange, *, core: bool = True) -> Step:
    return Step(name, name, name, "mlops", "basic", "study", core, hours, (), "", 0, None, "")


def goal(weeks: int, hours: float = 8, **more: object) -> Goal:
    return Goal("mlops-engineer", None, None, hours, TODAY + timedelta(weeks=weeks), TODAY, **more)  # type: ignore[arg-type]


STEPS = [step(f"s{i}", HoursRange(5, 10, 20), core=i < 5) for i in range(10)]


def test_more_weeks_never_lower_the_chance() -> None:
    found = [odds(STEPS, goal(w), Speed()).everything for w in range(4, 40, 4)]
    assert found == sorted(found)
    assert found[0] < 0.05
    assert found[-1] > 0.95


def test_the_core_is_never_less_likely_than_all() -> None:
    for weeks in (6, 10, 16):
        found = odds(STEPS, goal(weeks), Speed())
        assert found.core >= found.everything


def test_the_same_plan_has_the_same_odds() -> None:
    assert odds(STEPS, goal(16), Speed()) == odds(STEPS, goal(16), Speed())


def test_exact_estimates_and_a_known_speed_leave_only_lost_weeks() -> None:
    exact = [step("one", HoursRange(40, 40, 40))]
    certain = Speed(1.0, 1e-9, 99)
    assert odds(exact, goal(30), certain).everything == 1.0
    assert odds(exact, goal(4), certain).everything == 0.0


def test_days_off_and_hours_used_count() -> None:
    usual = odds(STEPS, goal(16), Speed()).everything
    off = Stretch(TODAY, TODAY + timedelta(weeks=6, days=-1), 0)
    assert odds(STEPS, goal(16, special=(off,)), Speed()).everything < usual
    assert odds(STEPS, goal(16, used=8.0), Speed()).everything <= usual


def test_days_are_named_only_up_to_the_deadline() -> None:
    late = odds(STEPS, goal(5), Speed())
    assert late.median is None
    found = odds(STEPS, goal(40), Speed())
    assert found.median is not None
    assert found.late is not None
    assert found.median <= found.late <= TODAY + timedelta(weeks=40)
