"""Remotive's remote jobs."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode, rows
from rung.market.connectors.values import day
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


class _Job(msgspec.Struct):
    id: int
    title: str
    url: str = ""
    company_name: str | None = None
    category: str | None = None
    job_type: str | None = None
    publication_date: str | None = None
    candidate_required_location: str | None = None
    description: str | None = None
    tags: list[str] | None = None


class _Jobs(msgspec.Struct):
    jobs: list[msgspec.Raw]


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    asked = f"?{urlencode({'search': target.search})}" if target.search else ""
    return (Ask(Request(f"https://remotive.com/api/remote-jobs{asked}", pause=30.0)),)


def _read(body: bytes, _ask: Ask, _target: Target) -> Page:
    def posting(job: _Job) -> Posting:
        # Pay is free text here ("$31,2k- $52k", "Pay per task"), so it is left to the reader.
        return Posting(
            source="remotive",
            id=str(job.id),
            title=line_of(job.title),
            text=text_of(job.description or ""),
            url=job.url,
            employer=(job.company_name or "").strip(),
            location=job.candidate_required_location or "",
            remote=True,
            employment=(job.job_type or "").replace("_", " "),
            department=job.category or "",
            posted=day(job.publication_date),
            tags=tuple(job.tags or ()),
        )

    good, bad = rows(decode(body, _Jobs).jobs, _Job, posting)
    return Page(good, bad)


CONNECTOR = Connector(
    id="remotive",
    label="Remotive",
    documentation="https://remotive.com/api-documentation",
    terms="public API; link back to Remotive, at most a few calls a day",
    recorded="2026-08",
    start=_start,
    read=_read,
)
