"""Remote OK."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode_list, rows
from rung.market.connectors.values import amount, day
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


class _Job(msgspec.Struct):
    id: str | None = None
    position: str | None = None
    legal: str | None = None
    url: str = ""
    company: str | None = None
    description: str | None = None
    location: str | None = None
    date: str | None = None
    salary_min: float | None = None
    salary_max: float | None = None


def _start(_target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (Ask(Request("https://remoteok.com/api", pause=30.0)),)


def _read(body: bytes, _ask: Ask, _target: Target) -> Page:
    def posting(job: _Job) -> Posting | None:
        if job.legal is not None:
            return None
        low, high = amount(job.salary_min), amount(job.salary_max)
        # Its tags are guessed by the board and often nonsense, so they are left out.
        return Posting(
            source="remoteok",
            id=job.id or "",
            title=line_of(_mended(job.position or "")),
            text=text_of(_mended(job.description or "")),
            url=job.url,
            employer=text_of(job.company or ""),
            location=(job.location or "").strip(" ,"),
            remote=True,
            posted=day(job.date),
            pay_low=low,
            pay_high=high,
            pay_currency="USD" if low or high else "",
            pay_period="year" if low or high else "",
        )

    good, bad = rows(decode_list(body), _Job, posting)
    return Page(good, bad)


def _mended(text: str) -> str:
    """UTF-8 that was read as Latin-1 once too often, put right where that can be told."""
    if not any(sign in text for sign in ("Ã", "â€", "â\x80")):
        return text
    try:
        return b"".join(_byte(c) for c in text).decode("utf-8")
    except UnicodeError:
        return text


def _byte(letter: str) -> bytes:
    """The byte a letter was misread from; five of them Windows leaves undefined."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


CONNECTOR = Connector(
    id="remoteok",
    label="Remote OK",
    documentation="https://remoteok.com/api",
    terms="public API; a followed link back to Remote OK is asked for",
    recorded="2026-08",
    start=_start,
    read=_read,
)
