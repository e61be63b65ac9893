"""What entries add up to, and the speed they speak of."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rung.core.records import HoursRange
from rung.plan.log import Entry, add_up, between, hours_of, week_of
from rung.plan.speed import LEAST, MOST, learn

DAY = date(2026, 11, 22)
TEN = HoursRange(5, 10, 20)

entries = st.lists(
    st.builds(
        Entry,
        number=st.integers(1, 999),
        day=st.integers(0, 60).map(lambda n: DAY + timedelta(days=n)),
        did=st.sampled_from(["done", "hours", "note", "evidence"]),
        step=st.sampled_from([None, "a.basic", "a.working", "project.mlops"]),
        hours=st.integers(0, 40).map(lambda n: n / 4),
        estimate=st.sampled_from([None, TEN]),
    ),
    unique_by=lambda e: e.number,
)


@given(entries, st.randoms())
def test_no_hour_is_lost_and_order_does_not_matter(found: list[Entry], chance: object) -> None:
    sums = add_up(found)
    assert round(sum(sums.spent.values()), 2) == hours_of(found)
    chance.shuffle(found)  # type: ignore[attr-defined]
    assert add_up(found) == sums
    assert set(sums.done) == {e.step for e in found if e.did == "done" and e.step}
    assert not set(sums.open) & set(sums.done)
    assert sums.shown <= set(sums.done)
    assert LEAST <= sums.speed.factor <= MOST


@given(entries)
def test_every_entry_falls_into_one_week(found: list[Entry]) -> None:
    weeks = {week_of(DAY, e.day) for e in found}
    parts = [between(found, w, w + timedelta(days=6)) for w in sorted(weeks)]
    assert sorted(e.number for p in parts for e in p) == sorted(e.number for e in found)


def test_one_step_says_little_and_ten_say_much() -> None:
    one = learn([(TEN, 20.0)])
    ten = learn([(TEN, 20.0)] * 10)
    assert 1.2 < one.factor < 1.5 < ten.factor < 2.0
    assert ten.spread < one.spread < 0.4
    assert learn([]).factor == 1.0


def test_evidence_may_come_with_or_after_the_step() -> None:
    first = Entry(1, DAY, "done", "a.working", text="https://example.org/a")
    then = [Entry(2, DAY, "done", "b.working"), Entry(3, DAY, "evidence", "b.working", text="x")]
    assert add_up([first, *then]).shown == {"a.working", "b.working"}
