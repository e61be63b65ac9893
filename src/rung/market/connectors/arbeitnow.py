"""Arbeitnow's job board."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode, rows
from rung.market.connectors.values import day
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of

URL = "https://www.arbeitnow.com/api/job-board-api"


class _Job(msgspec.Struct):
    slug: str
    title: str
    url: str = ""
    company_name: str | None = None
    description: str | None = None
    remote: bool | None = None
    tags: list[str] | None = None
    job_types: list[str] | None = None
    location: str | None = None
    created_at: int | None = None


class _Links(msgspec.Struct):
    next: str | None = None


class _Page(msgspec.Struct):
    data: list[msgspec.Raw]
    links: _Links | None = None


def _start(_target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (Ask(Request(URL, pause=2.0)),)


def _read(body: bytes, ask: Ask, _target: Target) -> Page:
    def posting(job: _Job) -> Posting:
        return Posting(
            source="arbeitnow",
            id=job.slug,
            title=line_of(job.title),
            text=text_of(job.description or ""),
            url=job.url,
            employer=(job.company_name or "").strip(),
            location=job.location or "",
            remote=job.remote or None,
            employment=", ".join(job.job_types or ()),
            posted=day(job.created_at),
            tags=tuple(job.tags or ()),
        )

    page = decode(body, _Page)
    good, bad = rows(page.data, _Job, posting)
    following = page.links.next if page.links and page.data else None
    further = following and following.startswith(URL) and following != ask.request.url
    return Page(good, bad, (Ask(Request(following or "", pause=2.0)),) if further else ())


CONNECTOR = Connector(
    id="arbeitnow",
    label="Arbeitnow",
    documentation="https://www.arbeitnow.com/api/job-board-api",
    terms="public API; a link back is asked for",
    recorded="2026-08",
    start=_start,
    read=_read,
)
