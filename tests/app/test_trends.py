"""Trends and the map over ads fetched at many visits, and on the bundled figures."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from rung.app.ads import store
from rung.app.market_map import market_map
from rung.app.trends import trend_answer
from rung.catalogue import load
from rung.core.errors import UserError
from rung.market import facts, own, own_ads
from rung.market.posting import Posting
from rung.market.store import Batch, Seen

START = date(2026, 1, 5)
WORDS = [
    *("bridges", "harbours", "orchards", "theatres", "libraries", "railways", "clinics"),
    *("bakeries", "gardens", "vineyards", "ferries", "airports", "schools", "farms"),
    *("breweries", "forests", "canals", "markets", "stables", "windmills", "tunnels"),
]


def quiet(_done: int, _all: int, _what: str) -> None:
    """Progress nobody watches."""


def ad(number: int, skill: str, draw: random.Random) -> Posting:
    about = " ".join(
        f"We help the people who look after {a} to plan what they do with {b} when {c} are closed."
        for a, b, c in (draw.sample(WORDS, 3) for _ in range(8))
    )
    text = f"{about}\n\nRequirements\n- Python in production\n- {skill}\n"
    return Posting(
        "watched", str(number), "Machine Learning Engineer", text,
        employer=f"{draw.choice(WORDS)} {number}", location="Berlin, Germany",
    )  # fmt: skip


def visit(step: int, skills: list[str]) -> None:
    draw = random.Random(step)  # noqa: S311 - nothing secret
    day = (START + timedelta(days=21 * step)).isoformat()
    seen = [Seen(ad(1000 * step + i, s, draw), day) for i, s in enumerate(skills)]
    store().add(Batch("watched", "", day, seen))


def read() -> None:
    kept = store()
    facts.read_new(kept, quiet, 1)
    own_ads.regroup(kept, load())
    own.build(kept, date(2026, 11, 26), load())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def watched(home: Path) -> Path:
    """Nine visits, at the first of which much is there; Kubernetes rises from 1 in 12 to 9."""
    visit(0, ["Spark"] * 12)
    for step in range(1, 9):
        visit(step, ["Kubernetes"] * (1 + step) + ["Spark"] * (11 - step))
    read()
    return home


def test_a_skill_that_rises_over_the_visits_is_told_to_grow(watched: Path) -> None:
    found = trend_answer("skills", None, None, None)
    assert found.why == ""
    lines = {x.id: x for x in found.lines}
    rising, falling = lines["kubernetes"], lines["apache-spark"]
    assert rising.badge == "growing"
    assert falling.badge == "fading"
    assert rising.times_low is not None
    assert rising.times_low > 1
    assert rising.n == 8 * 12, "ads already there at the first visit tell nothing"
    assert [v.used for v in found.sources] == [True]
    assert (found.sources[0].times, found.first, found.last) == (9, "2026-01-05", "2026-06-22")


def test_what_every_ad_asks_has_no_trend_to_tell(watched: Path) -> None:
    lines = {x.id: x for x in trend_answer("skills", None, None, None).lines}
    assert lines["python"].badge == "insufficient data"
    assert "96 of 96" in lines["python"].why
    assert trend_answer("areas", None, None, None).lines
    assert {x.id for x in trend_answer("roles", None, None, None).lines} == {"ml-engineer"}


def test_only_ads_of_the_place_and_level_asked_are_watched(watched: Path) -> None:
    assert trend_answer("skills", "ml-engineer", "Berlin", None).n == 96
    nobody = trend_answer("skills", None, "Toronto", None)
    assert (nobody.lines, nobody.why) == ((), "insufficient data: no ad that fits what was asked")


def test_five_visits_are_insufficient_in_words(home: Path) -> None:
    for step in range(5):
        visit(step, ["Kubernetes"] * (1 + 2 * step) + ["Spark"] * (11 - 2 * step))
    read()
    found = trend_answer("skills", None, None, None)
    assert found.why == "insufficient data: no source was observed 6 times (the most: 5)"
    assert {x.badge for x in found.lines} == {"insufficient data"}
    assert all(x.forecast is None for x in found.lines)


def test_no_ads_at_all_is_said(home: Path) -> None:
    assert "no ads on this machine" in trend_answer("roles", None, None, None).why


def test_a_kind_nobody_watches_is_an_error(home: Path) -> None:
    with pytest.raises(UserError, match="nothing we watch"):
        trend_answer("salaries", None, None, None)
    with pytest.raises(UserError, match="--role"):
        trend_answer("roles", "ml-engineer", None, None)


def test_the_map_counts_every_ad_of_the_bundled_figures(home: Path) -> None:
    found = market_map("country", None, None)
    assert not found.own
    assert sum(r.n for r in found.rows) == found.all.n == found.snapshot.ads
    for row in (*found.rows, found.all):
        assert all(c.n == row.n and c.low <= c.share <= c.high for c in row.cells)
        assert bool(row.cells) == (row.n >= 10)
        assert max((c.k for c in row.cells), default=0) <= row.n - row.unknown


def test_own_ads_are_mapped_where_there_are_enough(watched: Path) -> None:
    found = market_map("metro", "ml-engineer", None)
    assert found.own
    (row,) = found.rows
    assert [(c.at, c.k, c.n) for c in row.cells] == [("berlin", row.n, row.n)]
    assert not market_map("metro", None, False).own
    assert market_map("industry", None, None).own


def test_industries_need_ads_on_this_machine(home: Path) -> None:
    with pytest.raises(UserError, match="none to count"):
        market_map("industry", None, None)
    with pytest.raises(UserError, match="nothing to map by"):
        market_map("planet", None, None)
