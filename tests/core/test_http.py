"""The door to the network: pauses, retries, validators, robots, refusals in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx2
import pytest

from rung.core import http
from rung.core.http import Fetcher, FetchFailed, Request

Handler = Callable[[httpx2.Request], httpx2.Response]


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now, self.slept = 0.0, list[float]()

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def fetcher(tmp_path: Path, handler: Handler, clock: Clock | None = None) -> Fetcher:
    clock = clock or Clock()
    return Fetcher(
        tmp_path, transport=httpx2.MockTransport(handler), clock=clock, sleep=clock.sleep
    )


def test_a_host_is_asked_once_a_second(tmp_path: Path) -> None:
    clock = Clock()
    with fetcher(tmp_path, lambda _: httpx2.Response(200, content=b"{}"), clock) as f:
        for i in range(3):
            f.fetch(Request(f"https://a.example/{i}"))
        f.fetch(Request("https://b.example/"))
    assert clock.slept == [1.0, 1.0]


def test_a_busy_source_is_waited_for_as_it_asks(tmp_path: Path) -> None:
    answers = [httpx2.Response(429, headers={"retry-after": "7"}), httpx2.Response(503)]
    clock = Clock()

    def handler(_: httpx2.Request) -> httpx2.Response:
        return answers.pop(0) if answers else httpx2.Response(200, content=b"ok")

    with fetcher(tmp_path, handler, clock) as f:
        assert f.fetch(Request("https://a.example/")).body == b"ok"
    assert clock.slept == [7.0, 2.0]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (403, "refuses"),
        (404, "nothing is there"),
        (401, "key"),
        (429, "slow down"),
        (500, "fault of its own"),
        (418, "answer 418"),
    ],
)
def test_refusals_say_why(tmp_path: Path, status: int, words: str) -> None:
    with (
        fetcher(tmp_path, lambda _: httpx2.Response(status)) as f,
        pytest.raises(FetchFailed, match=words) as failed,
    ):
        f.fetch(Request("https://a.example/x"))
    assert failed.value.status == status


def test_a_wait_too_long_is_not_slept(tmp_path: Path) -> None:
    clock = Clock()
    busy = httpx2.Response(429, headers={"retry-after": "86400"})
    with fetcher(tmp_path, lambda _: busy, clock) as f, pytest.raises(FetchFailed):
        f.fetch(Request("https://a.example/"))
    assert clock.slept == []


def test_slow_and_broken_connections_are_tried_again_then_told(tmp_path: Path) -> None:
    tries = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        tries.append(request)
        raise httpx2.ReadTimeout("slow")

    with fetcher(tmp_path, handler) as f, pytest.raises(FetchFailed, match="too slow"):
        f.fetch(Request("https://a.example/"))
    assert len(tries) == http.ATTEMPTS


def test_an_unchanged_answer_comes_from_disk(tmp_path: Path) -> None:
    seen: list[str | None] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        tag = request.headers.get("if-none-match")
        seen.append(tag)
        if tag == '"v1"':
            return httpx2.Response(304, headers={"etag": '"v1"'})
        headers = {"etag": '"v1"', "cache-control": "no-cache"}
        return httpx2.Response(200, content=b"body", headers=headers)

    for expected in (False, True):
        with fetcher(tmp_path, handler) as f:
            answer = f.fetch(Request("https://a.example/list"))
            assert (answer.body, answer.cached) == (b"body", expected)
    assert seen == [None, '"v1"']


def test_robots_count_for_pages_and_not_for_interfaces(tmp_path: Path) -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/robots.txt":
            return httpx2.Response(200, content=b"User-agent: *\nDisallow: /private")
        return httpx2.Response(200, content=b"ad")

    with fetcher(tmp_path, handler) as f:
        assert f.fetch(Request("https://a.example/open", page=True)).body == b"ad"
        with pytest.raises(FetchFailed, match=r"robots\.txt"):
            f.fetch(Request("https://a.example/private/1", page=True))
        assert f.fetch(Request("https://a.example/private/1")).body == b"ad"


def test_offline_and_odd_addresses_are_refused(tmp_path: Path) -> None:
    with Fetcher(tmp_path, offline=True) as f, pytest.raises(FetchFailed, match="network is off"):
        f.fetch(Request("https://a.example/"))
    with Fetcher(tmp_path) as f, pytest.raises(FetchFailed, match="no web address"):
        f.fetch(Request("file:///etc/passwd"))


def test_an_answer_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "MOST_BYTES", 10)
    with (
        fetcher(tmp_path, lambda _: httpx2.Response(200, content=b"x" * 11)) as f,
        pytest.raises(FetchFailed, match="larger"),
    ):
        f.fetch(Request("https://a.example/"))


def test_a_body_is_posted(tmp_path: Path) -> None:
    def handler(request: httpx2.Request) -> httpx2.Response:
        assert request.method == "POST"
        return httpx2.Response(200, content=request.content)

    with fetcher(tmp_path, handler) as f:
        assert f.fetch(Request("https://a.example/", json={"a": 1})).body == b'{"a":1}'
