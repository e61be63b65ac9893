"""Every connector keeps the same promises, on fictional boards in its source's own shape."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from rung.core.errors import RungError
from rung.core.http import Fetcher
from rung.market.connectors import Target, connectors
from rung.market.crawl import Crawl, crawl
from rung.market.posting import PERIODS
from tests.market.connectors.boards import BOARDS, Job, Server, jobs

IDS = sorted(connectors())
PAGED = {
    "lever": 100, "smartrecruiters": 100, "teamtailor": 100, "workday": 20, "arbeitnow": 100,
    "himalayas": 20, "hackernews": 1000, "usajobs": 250, "adzuna": 50, "themuse": 20,
}  # fmt: skip
"""Sources that tell their ads page by page, with the size of a page."""

PAY = {"lever", "ashby", "recruitee", "himalayas", "usajobs", "page"}
"""Sources whose fictional board tells pay in fields of its own."""

XML = {"weworkremotely", "personio", "feed"}
KEYS = {"USAJOBS_KEY": "k", "USAJOBS_EMAIL": "me@example.com", "ADZUNA_APP_ID": "a",
        "ADZUNA_APP_KEY": "k"}  # fmt: skip


def target(source: str) -> Target:
    boards = {"workday": "acme.wd5.myworkdayjobs.com/Jobs", "adzuna": "ca"}
    search = "https://acme.example/jobs" if source in ("page", "feed") else ""
    return Target(source, boards.get(source, "acme"), search=search)


def run(source: str, server: Server, tmp_path: Path, known: set[str] | None = None) -> Crawl:
    transport = httpx2.MockTransport(server)
    with Fetcher(tmp_path, transport=transport, clock=lambda: 0.0, sleep=lambda _: None) as f:
        return crawl(connectors()[source], target(source), f, KEYS, known or ())


def test_every_connector_has_a_fictional_board() -> None:
    assert set(BOARDS) == set(connectors())


@pytest.mark.parametrize("source", IDS)
def test_postings_are_read_whole(source: str, tmp_path: Path) -> None:
    found = run(source, BOARDS[source](jobs()), tmp_path)
    assert (found.complete, found.bad, found.failed) == (True, [], [])
    assert [p.id for p in found.postings] == ["1000", "1001", "1002"]
    first, second, _ = found.postings
    assert (first.title, second.title) == ("Machine Learning Engineer", "Data Scientist")
    assert first.source == source
    assert first.employer.casefold().startswith("acme")
    assert "Toronto" in first.location
    assert first.posted == "2026-03-04"
    assert "Acme Heron builds weather models. Number 1000." in first.text
    lines = first.text.split("\n")
    assert "- Python & PyTorch" in lines
    assert "- SQL" in lines
    assert "<" not in first.text
    assert "&amp;" not in first.text
    assert len({p.key for p in found.postings}) == 3


@pytest.mark.parametrize("source", IDS)
def test_pay_is_told_with_its_unit_or_not_at_all(source: str, tmp_path: Path) -> None:
    first = run(source, BOARDS[source](jobs()), tmp_path).postings[0]
    pay = (first.pay_low, first.pay_high, first.pay_currency, first.pay_period)
    if source in PAY:
        currency = "USD" if source == "usajobs" else "CAD"
        assert pay == (120000.0, 150000.0, currency, "year")
    else:
        assert pay == (None, None, "", "")
    assert first.pay_period in PERIODS


@pytest.mark.parametrize("source", sorted(PAGED))
def test_every_page_is_asked_for(source: str, tmp_path: Path) -> None:
    many = jobs(PAGED[source] + 3)
    found = run(source, BOARDS[source](many), tmp_path)
    assert found.complete
    assert {p.id for p in found.postings} == {j.id for j in many}
    assert all(p.text for p in found.postings)


@pytest.mark.parametrize("source", IDS)
def test_the_same_answers_give_the_same_ads(source: str, tmp_path: Path) -> None:
    one, two = (run(source, BOARDS[source](jobs()), tmp_path / name) for name in ("a", "b"))
    assert [p.digest for p in one.postings] == [p.digest for p in two.postings]


@pytest.mark.parametrize("source", IDS)
def test_an_ad_told_twice_is_one(source: str, tmp_path: Path) -> None:
    found = run(source, BOARDS[source]((*jobs(), *jobs())), tmp_path)
    assert [p.id for p in found.postings] == ["1000", "1001", "1002"]


@pytest.mark.parametrize("source", IDS)
def test_an_ad_without_a_title_is_set_aside_with_the_reason(source: str, tmp_path: Path) -> None:
    good, *others = jobs()
    found = run(source, BOARDS[source]((good, Job("9", " "), *others)), tmp_path)
    if source == "hackernews":  # a comment without a second part is no ad, so nothing is amiss
        assert {p.id for p in found.postings} == {"1000", "1001", "1002", "9"}
        return
    assert [p.id for p in found.postings] == ["1000", "1001", "1002"]
    assert [b.reason for b in found.bad] == ["it has no title"]


def broken(change: Callable[[httpx2.Response], httpx2.Response], server: Server) -> Server:
    def serve(request: httpx2.Request) -> httpx2.Response:
        return request_free(request, server) or change(server(request))

    return serve


def request_free(request: httpx2.Request, server: Server) -> httpx2.Response | None:
    """robots.txt is answered as ever."""
    return server(request) if request.url.path == "/robots.txt" else None


BREAKS: dict[str, tuple[Callable[[httpx2.Response], httpx2.Response], str]] = {
    "cut off": (lambda r: httpx2.Response(200, content=r.content[: len(r.content) // 2]), ""),
    "empty": (lambda _: httpx2.Response(200, content=b""), ""),
    "a web page": (
        lambda _: httpx2.Response(200, content=b"<!doctype html><html><p>Log in</p></html>"),
        "",
    ),
    "forbidden": (lambda _: httpx2.Response(403), "refuses"),
    "too many": (lambda _: httpx2.Response(429), "slow down"),
    "at fault": (lambda _: httpx2.Response(503), "fault of its own"),
    "another shape": (lambda _: httpx2.Response(200, json={"unexpected": [1]}), ""),
    "bytes": (lambda _: httpx2.Response(200, content=bytes(range(256))), ""),
}


@pytest.mark.parametrize("source", IDS)
@pytest.mark.parametrize("kind", sorted(BREAKS))
def test_a_broken_answer_is_told_and_nothing_is_invented(
    source: str, kind: str, tmp_path: Path
) -> None:
    change, words = BREAKS[kind]
    found = run(source, broken(change, BOARDS[source](jobs())), tmp_path)
    assert not found.complete
    assert found.failed
    assert words in found.failed[0]
    assert all(p.title for p in found.postings)


@pytest.mark.parametrize("source", IDS)
def test_a_slow_source_is_told(source: str, tmp_path: Path) -> None:
    def slow(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/robots.txt":
            return httpx2.Response(404)
        raise httpx2.ReadTimeout("slow")

    found = run(source, slow, tmp_path)
    assert not found.complete
    assert "too slow" in found.failed[0]


@pytest.mark.parametrize("source", ["smartrecruiters", "bamboohr", "workday"])
def test_pages_of_known_ads_are_not_asked_for_again(source: str, tmp_path: Path) -> None:
    asked: list[str] = []
    server = BOARDS[source](jobs())

    def counting(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.url.path)
        return server(request)

    key = run(source, server, tmp_path / "a").postings[0].key
    found = run(source, counting, tmp_path / "b", {key})
    assert found.complete
    assert found.listed == {key}
    assert len(found.postings) == 2
    assert not any("1000" in path for path in asked)


@pytest.mark.parametrize("source", IDS)
def test_what_a_connector_says_of_itself(source: str) -> None:
    c = connectors()[source]
    assert c.id == source
    assert c.label
    assert c.documentation.startswith("https://")
    assert c.terms


@pytest.mark.parametrize("source", [i for i in IDS if connectors()[i].board and i != "adzuna"])
@pytest.mark.parametrize("board", ["", "a/../b", "x?y", "a b", "..", "a#b"])
def test_a_board_that_could_lead_elsewhere_is_refused(source: str, board: str) -> None:
    with pytest.raises(RungError):
        connectors()[source].start(Target(source, board), KEYS)
