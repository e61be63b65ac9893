"""The one door to the network: polite, cached, and closed unless asked for.

    Fetcher.fetch(Request) → Answer, or FetchFailed with the reason in words

One request a host at a time with a pause between, validators (ETag, Last-Modified) kept on disk,
answers that say "later" waited for, robots.txt obeyed for pages. Nothing else in Rung connects.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from rung.core.errors import UserError

if TYPE_CHECKING:
    import httpx2
    from protego import Protego

AGENT = "rung (open-source career tool; reads public job ads for one person)"
PAUSE = 1.0
"""Seconds between two requests to one host, unless the source asks for more."""

MOST_BYTES = 60_000_000
ATTEMPTS = 4
LONGEST_WAIT = 90.0
"""Seconds a server may ask us to wait; longer, and the source is left for another time."""

_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_WORDS = {
    401: "the source wants a key, or the key is wrong",
    403: "the source refuses (403)",
    404: "nothing is there (404); the board's name may be wrong or the board closed",
    410: "gone for good (410)",
    429: "the source asks to slow down (429); try again later",
}


class FetchFailed(UserError):  # noqa: N818 - named for what happened
    """An address could not be read; ``status`` is the answer's code, 0 where none came."""

    def __init__(self, subject: str, cause: str, next_step: str = "", status: int = 0) -> None:
        super().__init__(subject, cause, next_step)
        self.status = status


@dataclass(frozen=True, slots=True)
class Request:
    """What to fetch. ``page`` is something made for people's browsers, where robots.txt counts;
    documented interfaces are made for programs. ``pause`` is the least time between two requests.
    """

    url: str
    json: Mapping[str, Any] | None = None
    """Sent as the body of a POST; a GET without."""

    headers: Mapping[str, str] = field(default_factory=dict)
    page: bool = False
    pause: float = PAUSE


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of a good answer; ``cached`` where the server said that nothing changed."""

    url: str
    body: bytes
    kind: str
    cached: bool


class Fetcher:
    """Fetches one thing at a time; use it in a ``with`` block.

    ``transport``, ``clock`` and ``sleep`` are passed in so that tests need no network and no time.
    """

    def __init__(
        self,
        cache: Path,
        *,
        offline: bool = False,
        transport: httpx2.BaseTransport | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._cache = cache
        self._offline = offline
        self._transport = transport
        self._clock, self._sleep = clock, sleep
        self._ready_at: dict[str, float] = {}
        self._robots: dict[str, Protego | None] = {}
        self._client: httpx2.Client | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def fetch(self, request: Request) -> Answer:
        """The answer; :class:`FetchFailed` where none came or it was a refusal."""
        if urlsplit(request.url).scheme not in ("http", "https"):
            raise FetchFailed(request.url, "is no web address.", "Give one with https://.")
        if self._offline:
            raise FetchFailed(request.url, "the network is off.", "Run it without --offline.")
        if request.page and not self._allowed(request.url):
            raise FetchFailed(request.url, "the site's robots.txt asks programs not to read this.")
        return self._patiently(request)

    def _patiently(self, request: Request) -> Answer:
        waited = 1.0
        for attempt in range(1, ATTEMPTS + 1):
            self._take_turn(request)
            try:
                return self._once(request)
            except _Later as later:
                wait = later.after if later.after is not None else waited
                if attempt == ATTEMPTS or wait > LONGEST_WAIT:
                    raise FetchFailed(
                        request.url, later.cause, "Try again later.", later.status
                    ) from None
                self._sleep(wait)
                waited *= 2
        raise AssertionError("the last attempt returns or raises")

    def _once(self, request: Request) -> Answer:
        import httpx2

        method = "GET" if request.json is None else "POST"
        try:
            with self._open().stream(
                method, request.url, json=request.json, headers=dict(request.headers)
            ) as response:
                if response.status_code in _TRY_AGAIN:
                    raise _Later(
                        _cause(response.status_code), response.status_code, _after(response)
                    )
                if not response.is_success:
                    status = response.status_code
                    raise FetchFailed(request.url, f"{_cause(status)}.", status=status)
                caching = response.extensions.get("caching") or {}
                return Answer(
                    str(response.url),
                    _body(response),
                    response.headers.get("content-type", ""),
                    bool(caching.get("from_cache")),
                )
        except httpx2.TimeoutException:
            raise _Later("the source is too slow", 0, None) from None
        except httpx2.TransportError as error:
            raise _Later(f"no connection ({type(error).__name__})", 0, None) from None
        except (httpx2.InvalidURL, httpx2.TooManyRedirects, httpx2.DecodingError) as error:
            raise FetchFailed(request.url, f"can't be read: {error}.") from None

    def _open(self) -> httpx2.Client:
        if self._client is None:
            import httpx2
            from hishel import SqliteStorage
            from hishel.httpx2 import CacheTransport

            self._cache.mkdir(parents=True, exist_ok=True)
            storage = SqliteStorage(database_path=self._cache / "http.sqlite")
            inner = self._transport or httpx2.HTTPTransport()
            self._client = httpx2.Client(
                transport=CacheTransport(inner, storage, rfc=True),
                headers={"User-Agent": AGENT},
                timeout=httpx2.Timeout(30.0, connect=10.0),
                follow_redirects=True,
            )
        return self._client

    def _take_turn(self, request: Request) -> None:
        host = urlsplit(request.url).netloc
        wait = self._ready_at.get(host, 0.0) - self._clock()
        if wait > 0:
            self._sleep(wait)
        self._ready_at[host] = self._clock() + request.pause

    def _allowed(self, url: str) -> bool:
        """Whether robots.txt lets us; a site without one does."""
        from protego import Protego

        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            self._robots[root] = None
            with suppress(FetchFailed):
                answer = self._patiently(Request(f"{root}/robots.txt"))
                self._robots[root] = Protego.parse(answer.body.decode("utf-8", "replace"))
        rules = self._robots[root]
        return rules is None or rules.can_fetch(url, "rung")


class _Later(Exception):  # noqa: N818 - never leaves this module
    """The server may answer another time."""

    def __init__(self, cause: str, status: int, after: float | None) -> None:
        super().__init__(cause)
        self.cause, self.status, self.after = cause, status, after


def _cause(status: int) -> str:
    if status in _WORDS:
        return _WORDS[status]
    return f"the source has a fault of its own ({status})" if status >= 500 else f"answer {status}"


def _after(response: httpx2.Response) -> float | None:
    """Seconds the server asks to wait; dates are taken for no answer."""
    with suppress(ValueError):
        return max(0.0, float(response.headers.get("retry-after", "")))
    return None


def _body(response: httpx2.Response) -> bytes:
    parts, size = [], 0
    for chunk in response.iter_bytes():
        size += len(chunk)
        if size > MOST_BYTES:
            raise FetchFailed(str(response.url), f"is larger than {MOST_BYTES // 1_000_000} MB.")
        parts.append(chunk)
    return b"".join(parts)
