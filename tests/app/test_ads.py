"""Ads on this machine: fetched, added, read and counted; nothing lost, nothing twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import httpx2
import pytest

from rung.app import ad_list, ads
from rung.app.demand import demand_answer, guide_skills
from rung.catalogue import load
from rung.core.errors import UserError
from rung.core.http import Fetcher
from rung.market.connectors import Target
from tests.market.connectors.boards import BOARDS, Job, Server, jobs

TODAY = date(2026, 11, 26)
Fetchers = Callable[[Server], Fetcher]


def quiet(_done: int, _all: int, _what: str) -> None:
    """Progress nobody watches."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RUNG_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def door(tmp_path: Path) -> Fetchers:
    def made(server: Server) -> Fetcher:
        return Fetcher(
            tmp_path / "cache",
            transport=httpx2.MockTransport(server),
            clock=lambda: 0.0,
            sleep=lambda _: None,
        )

    return made


ACME = Target("greenhouse", "acme", "Acme Heron")
BETA = Target("lever", "beta", "Beta Egret")


def both(request: httpx2.Request) -> httpx2.Response:
    """A Greenhouse and a Lever board."""
    name = "greenhouse" if "greenhouse" in request.url.host else "lever"
    return BOARDS[name](jobs())(request)


def tree(folder: Path) -> dict[str, bytes]:
    held = (f for f in folder.rglob("*") if f.is_file() and f.suffix != ".sqlite")
    return {str(f.relative_to(folder)): f.read_bytes() for f in held}


def test_a_sync_stores_reads_and_counts(home: Path, door: Fetchers) -> None:
    told = ads.sync([ACME, BETA], TODAY, quiet, fetcher=door(both))
    assert (told.seen, told.new, told.read, told.failed) == (6, 6, 6, [])
    listed = ad_list.listed(None, None, None, 10)
    assert listed.n == 3
    assert all(a.open and a.first_seen == "2026-11-26" for a in listed.ads)
    assert all(a.told_again == 1 for a in listed.ads)  # one text on two boards is one job
    assert ad_list.listed("ml-engineer", "Toronto", None, 10).n >= 1
    assert ad_list.listed("ml-engineer", "Berlin", None, 10).n == 0


def test_a_second_sync_the_same_day_asks_nothing(home: Path, door: Fetchers) -> None:
    ads.sync([ACME], TODAY, quiet, fetcher=door(both))
    before = tree(home)
    told = ads.sync([ACME], TODAY, quiet, fetcher=door(both))
    assert (told.asked, told.skipped, told.new) == (0, 1, 0)
    assert tree(home) == before
    again = ads.sync([ACME], TODAY, quiet, fetcher=door(both), again=True)
    assert (again.asked, again.new, again.changed, again.gone) == (1, 0, 0, 0)
    assert tree(home) == before


def test_an_ad_no_longer_listed_is_gone(home: Path, door: Fetchers) -> None:
    ads.sync([ACME], TODAY, quiet, fetcher=door(BOARDS["greenhouse"](jobs(3))))
    later = date(2026, 11, 30)
    told = ads.sync([ACME], later, quiet, fetcher=door(BOARDS["greenhouse"](jobs(2))))
    assert told.gone == 1
    listed = {a.title: a for a in ad_list.listed(None, None, None, 10).ads}
    assert not listed["MLOps Engineer"].open
    assert listed["Machine Learning Engineer"].open
    assert listed["Machine Learning Engineer"].days == 4


def test_a_source_that_fails_is_told_and_the_others_go_on(home: Path, door: Fetchers) -> None:
    def half(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(503) if "lever" in request.url.host else both(request)

    told = ads.sync([BETA, ACME], TODAY, quiet, fetcher=door(half))
    assert told.new == 3
    assert [f.what for f in told.failed] == ["Lever postings Beta Egret"]
    assert "fault of its own" in told.failed[0].reason


def test_what_came_before_ctrl_c_is_kept_and_the_next_sync_goes_on(
    home: Path, door: Fetchers
) -> None:
    asked: list[str] = []
    served = BOARDS["smartrecruiters"](jobs(6))

    def stopping(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.url.path)
        if len(asked) == 4:
            raise KeyboardInterrupt
        return served(request)

    target = Target("smartrecruiters", "acme")
    told = ads.sync([target, ACME], TODAY, quiet, fetcher=door(stopping))
    assert told.stopped
    assert told.new == 2
    asked.clear()

    def going_on(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.url.path)
        return served(request)

    told = ads.sync([target], TODAY, quiet, fetcher=door(going_on))
    assert told.new == 4
    assert len(asked) == 5
    assert ad_list.listed(None, None, None, 10).n >= 3


def test_an_address_is_added_whether_page_or_feed(home: Path, door: Fetchers) -> None:
    for kind in ("page", "feed"):
        told = ads.add("https://acme.example/x", TODAY, quiet, fetcher=door(BOARDS[kind](jobs())))
        assert told.new == 3


def test_an_address_without_ads_says_so(home: Path, door: Fetchers) -> None:
    def nothing(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, content=b"<html><p>Hello</p></html>")

    with pytest.raises(UserError, match="no ad marked"):
        ads.add("https://acme.example/x", TODAY, quiet, fetcher=door(nothing))


def write_table(path: Path, n: int, text: str = "Python, SQL and Docker are required.") -> Path:
    rows = [
        {"id": i, "title": "MLOps Engineer", "company": f"Firm {i}", "location": "Toronto, Canada",
         "description": f"Requirements\n- {text}\n- Firm {i} number {i}", "seen": "2026-11"}
        for i in range(n)
    ]  # fmt: skip
    path.write_text("\n".join(json.dumps(r) for r in rows), "utf-8")
    return path


def test_own_ads_answer_where_there_are_enough(home: Path, tmp_path: Path) -> None:
    told = ads.ingest(write_table(tmp_path / "ads.jsonl", 40), TODAY, quiet)
    assert (told.new, told.counted) == (40, 40)
    answer = demand_answer("mlops-engineer", "Toronto", None)
    assert answer.own
    python = next(s for s in answer.skills if s.id == "python")
    assert (python.k, python.n, python.required) == (40, 40, 40)
    assert 0.9 < python.low < python.share == 1.0
    assert python.ads
    bundled = demand_answer("mlops-engineer", "Toronto", None, own_ads=False)
    assert not bundled.own


def test_too_few_own_ads_leave_the_bundled_figures(home: Path, tmp_path: Path) -> None:
    ads.ingest(write_table(tmp_path / "ads.jsonl", 5), TODAY, quiet)
    answer = demand_answer("mlops-engineer", None, None)
    assert not answer.own
    assert "too few" in answer.note


def test_files_added_twice_change_nothing(home: Path, tmp_path: Path) -> None:
    file = write_table(tmp_path / "ads.jsonl", 12)
    ads.ingest(file, TODAY, quiet)
    before = tree(home)
    told = ads.ingest(file, TODAY, quiet)
    assert (told.new, told.changed, told.read) == (0, 0, 0)
    assert tree(home) == before


def test_rows_set_aside_can_be_looked_at(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "ads.jsonl"
    rows = '{"title": "", "description": "x"}\n{"title": "A", "description": "b"}'
    file.write_text(rows, "utf-8")
    told = ads.ingest(file, TODAY, quiet)
    assert (told.new, told.bad) == (1, 1)
    (row,) = ads.quarantine()
    assert (row.reason, row.n) == ("it has no title", 1)


def test_nothing_is_asked_without_a_key(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("USAJOBS_KEY", raising=False)
    (target,) = ads.targets(["usajobs"], [])
    told = ads.sync([target], TODAY, quiet, fetcher=Fetcher(home, offline=True))
    assert "USAJOBS_KEY" in told.failed[0].reason
    assert "usajobs" not in {t.source for t in ads.targets([], [])}


def test_default_targets_are_the_known_boards_and_open_lists(home: Path) -> None:
    found = ads.targets([], [])
    assert len([t for t in found if t.source == "ashby"]) > 100
    assert {"remotive", "hackernews"} <= {t.source for t in found}
    assert "page" not in {t.source for t in found}
    with pytest.raises(UserError, match="no source"):
        ads.targets(["nowhere"], [])
    with pytest.raises(UserError, match="one --source"):
        ads.targets([], ["acme"])


def test_a_person_s_own_boards_are_asked_too(home: Path) -> None:
    home.mkdir(parents=True)
    own = "boards:\n  - {source: recruitee, board: heron, employer: Heron}\n"
    (home / "boards.yaml").write_text(own, "utf-8")
    assert Target("recruitee", "heron", "Heron") in ads.targets(["recruitee"], [])


def test_the_guide_s_lists_are_those_of_the_role() -> None:
    found = guide_skills(load(), "mlops-engineer")
    assert {"docker", "kubernetes", "iac"} <= found
    assert "functional-safety" not in found
    assert guide_skills(load(), "devops-engineer") == frozenset()


def test_sources_say_how_they_stand(home: Path, door: Fetchers) -> None:
    ads.sync([ACME], TODAY, quiet, fetcher=door(both))
    by_id = {s.id: s for s in ads.sources()}
    assert (by_id["greenhouse"].ads, by_id["greenhouse"].last) == (3, "2026-11-26")
    assert by_id["personio"].verified == ""
    assert by_id["ashby"].last == ""
    assert by_id["ashby"].boards > 100


def test_an_ad_older_than_wanted_is_left_out(home: Path, door: Fetchers) -> None:
    old = (Job("1", "ML Engineer"),)
    told = ads.sync([BETA], TODAY, quiet, fetcher=door(BOARDS["lever"](old)), since="2026-06-01")
    assert told.new == 0
