"""The Muse's public jobs."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode, rows
from rung.market.connectors.values import day, either
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of

MOST = 100
"""Pages the interface gives at most."""


class _Named(msgspec.Struct):
    name: str | None = None
    landing_page: str | None = None


class _Job(msgspec.Struct):
    id: int
    name: str
    contents: str | None = None
    company: _Named | None = None
    locations: list[_Named] | None = None
    categories: list[_Named] | None = None
    refs: _Named | None = None
    publication_date: str | None = None
    type: str | None = None


class _Jobs(msgspec.Struct):
    results: list[msgspec.Raw]
    page_count: int = 1


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (_page(target, 1),)


def _page(target: Target, number: int) -> Ask:
    asked = {"category": target.search or "Data and Analytics", "page": number}
    return Ask(Request(f"https://www.themuse.com/api/public/jobs?{urlencode(asked)}"))


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    def posting(job: _Job) -> Posting:
        places = [place.name for place in job.locations or ()]
        return Posting(
            source="themuse",
            id=str(job.id),
            title=line_of(job.name),
            text=text_of(job.contents or ""),
            url=(job.refs and job.refs.landing_page) or "",
            employer=(job.company and job.company.name) or "",
            location=either(*places),
            remote=True if any("Remote" in (p or "") for p in places) else None,
            department="; ".join(c.name for c in job.categories or () if c.name),
            posted=day(job.publication_date),
        )

    listed = decode(body, _Jobs)
    good, bad = rows(listed.results, _Job, posting)
    number = int(ask.request.url.rpartition("page=")[2])
    further = listed.results and number < min(MOST, listed.page_count)
    return Page(good, bad, (_page(target, number + 1),) if further else ())


CONNECTOR = Connector(
    id="themuse",
    label="The Muse",
    documentation="https://www.themuse.com/developers/api/v2",
    terms="public API, 500 calls an hour without a key",
    whole=False,
    start=_start,
    read=_read,
)
