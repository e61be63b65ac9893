"""Ways to a role: hours, stays, and which of them are worth showing."""

from __future__ import annotations

from datetime import date
from pathlib import Path as File

from hypothesis import given
from hypothesis import strategies as st

from rung import market
from rung.app.paths import paths_answer
from rung.catalogue import load
from rung.plan.paths import STAY_MONTHS, Leg, Path, core_hours, pareto, stones, taught_at_work, walk

legs = st.lists(
    st.builds(
        Leg,
        role=st.sampled_from(["a", "b", "c"]),
        hours=st.integers(0, 900).map(float),
        months=st.integers(0, 60).map(float),
        stays=st.sampled_from([0, STAY_MONTHS]),
    ),
    min_size=1,
    max_size=3,
)
paths = st.lists(legs.map(lambda found: Path(tuple(found))), min_size=1, max_size=8)


def marks(path: Path) -> tuple[float, float, float, float]:
    return (path.months, path.hours, path.largest, path.first)


@given(paths)
def test_no_path_shown_is_beaten_by_another_and_every_best_one_is_shown(found: list[Path]) -> None:
    kept = pareto(found)
    assert kept
    for path in kept:
        for other in found:
            better = all(x <= y for x, y in zip(marks(other), marks(path), strict=True))
            assert not better or marks(other) == marks(path)
    for at in range(4):
        assert min(marks(p)[at] for p in kept) == min(marks(p)[at] for p in found)


def test_what_a_stay_teaches_needs_no_study_and_hours_never_fall_below_the_last_leg() -> None:
    catalogue, snapshot = load(), market.load()
    core = core_hours(catalogue, market.demands(snapshot, catalogue))
    straight = walk(catalogue, core, {}, ("ml-engineer",), 8)
    over = walk(catalogue, core, {}, ("data-scientist", "ml-engineer"), 8)
    assert over.legs[-1].hours < straight.hours
    assert over.largest < straight.largest
    assert over.months > straight.months
    taught = taught_at_work(catalogue, catalogue.roles["data-scientist"])
    assert core("data-scientist", taught) < 0.2 * core("data-scientist", {})


def test_by_study_alone_a_detour_without_work_never_wins() -> None:
    """Hours needed obey the triangle: so stones must be told by other things."""
    catalogue, snapshot = load(), market.load()
    core = core_hours(catalogue, market.demands(snapshot, catalogue))
    have = {"python": "evidenced", "git": "evidenced", "sql": "evidenced"}
    for roles in stones(catalogue, "ml-engineer", ["data-scientist", "data-engineer"]):
        learnt = dict(have)
        total = 0.0
        for role in (*roles, "ml-engineer"):
            total += core(role, learnt)  # type: ignore[arg-type]
            for entry in catalogue.roles[role].skills.core:
                learnt |= dict.fromkeys(entry.members[:1], "evidenced")
        assert total >= core("ml-engineer", have) - 1e-6  # type: ignore[arg-type]


def test_a_persons_ways_hold_the_straight_one_and_say_what_is_assumed(root: File) -> None:
    document = root / "examples" / "backend_engineer.pdf"
    found = paths_answer(document, "research-scientist", 8, "Toronto", date(2026, 11, 22))
    assert any(len(way.stops) == 1 for way in found.ways)
    assert any(len(way.stops) > 1 for way in found.ways)
    straight = next(way for way in found.ways if len(way.stops) == 1)
    assert straight.stops[0].over
    assert "PhD" in straight.stops[0].missing
    for way in found.ways:
        assert way.stops[-1].role == "research-scientist"
        assert way.months >= sum(s.months for s in way.stops)
        assert all(s.ads.k <= s.ads.n == found.snapshot.ads for s in way.stops)
    assert any("No counts of real moves" in line for line in found.assumed)


def test_a_role_no_ad_was_read_of_still_has_a_way(root: File) -> None:
    document = root / "bench" / "people" / "radiologist.md"
    found = paths_answer(document, "clinical-ai-lead", 6, None, date(2026, 11, 27))
    last = found.ways[0].stops[-1]
    assert last.role == "clinical-ai-lead"
    assert last.hours > 0
    assert last.ads.k == 0
