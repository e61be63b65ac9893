"""Visits and new ads, on a store of made ads and on all the shared ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rung.market import files
from rung.market.flows import Visits, flows, number, visits
from rung.market.posting import Posting
from rung.market.store import Batch, Seen, Store
from rung.market.trends import TooFew, trend
from tests.market.test_own_pay import AD


@pytest.fixture(scope="module")
def market_sightings(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Every shared ad's sightings, without what the ads ask."""
    kept = Store(tmp_path_factory.mktemp("market"))
    for file in files.files_in(shared / "data" / "market"):
        for part in files.read(file, "2026-11-26", "", named=False):
            if isinstance(part, files.Refused):
                continue
            by_source: dict[str, list[Seen]] = {}
            for one in part.seen:
                by_source.setdefault(one.posting.source, []).append(one)
            for source, many in by_source.items():
                kept.add(Batch(source, "", "2026-11-26", many))
    return kept


def seen(number: int, day: str, board: str = "b") -> Seen:
    return Seen(Posting("board", str(number), "Title", f"text {number}", board=board), day)


def test_each_sources_days_are_its_visits_and_each_board_has_a_first(tmp_path: Path) -> None:
    kept = Store(tmp_path)
    kept.add(Batch("board", "b", "2026-01-01", [seen(1, "2026-01-01"), seen(2, "2026-01-01")]))
    kept.add(Batch("board", "b", "2026-02-01", [seen(2, "2026-02-01")]))
    kept.add(Batch("board", "c", "2026-02-01", [seen(3, "2026-02-01", "c")]))
    (found,) = visits(kept)
    assert found.days == ("2026-01-01", "2026-02-01")
    assert found.begun == {"b": "2026-01-01", "c": "2026-02-01"}
    assert found.span == 31


def test_an_empty_store_has_no_visits(tmp_path: Path) -> None:
    assert visits(Store(tmp_path)) == ()


def test_ads_of_a_boards_first_visit_are_not_new() -> None:
    watched = Visits("board", ("2026-01-01", "2026-02-01", "2026-03-01"), {"b": "2026-01-01"})
    there = replace(AD, first_seen="2026-01-01")
    new = replace(AD, first_seen="2026-02-01")
    late = replace(AD, first_seen="2026-02-01", board="c")
    found = flows([there, new, late], [watched], lambda _: ("x", "x"))
    assert [(p.k, p.n) for p in found["x"]] == [(0, 0), (1, 1), (0, 0)]


@pytest.mark.parametrize(
    ("day", "same"), [("2026-03", "2026-03-15"), ("2026", "2026-07-01"), ("2026-03-09",) * 2]
)
def test_a_day_known_roughly_is_its_middle(day: str, same: str) -> None:
    assert number(day) == number(same)


def test_no_source_of_under_six_observations_is_said_anything_of(market_sightings: Store) -> None:
    """On every shared ad: a source's own points alone give words, not figures."""
    found = visits(market_sightings)
    seldom = [v for v in found if len(v.days) < 6]
    assert len(found) >= 20
    assert len(seldom) >= 10
    for watched in seldom:
        ads = [
            replace(AD, key=str(i), source=watched.source, first_seen=day, board="x")
            for i, day in enumerate(watched.days * 30)
        ]
        there = Visits(watched.source, watched.days, {"x": "2000-01-01"})
        points = flows(ads, [there], lambda ad: ("x",) if int(ad.key) % 2 else ("y",))["x"]
        told = trend(points)
        assert isinstance(told, TooFew), watched.source
        assert told.reason.startswith("insufficient data: no source was observed 6 times")
