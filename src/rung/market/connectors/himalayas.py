"""Himalayas' remote jobs."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode, rows
from rung.market.connectors.values import amount, day, either, period
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of

LIMIT = 20
MOST = 2000
"""Ads read in one pass: the newest come first, and the list holds a hundred thousand."""


class _Job(msgspec.Struct, rename="camel"):
    title: str
    guid: str
    company_name: str | None = None
    company_slug: str | None = None
    application_link: str | None = None
    employment_type: str | None = None
    min_salary: float | None = None
    max_salary: float | None = None
    salary_period: str | None = None
    currency: str | None = None
    location_restrictions: list[str] | None = None
    categories: list[str] | None = None
    description: str | None = None
    pub_date: int | None = None


class _Jobs(msgspec.Struct, rename="camel"):
    jobs: list[msgspec.Raw]
    total_count: int | None = None


def _start(_target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (_page(0),)


def _page(offset: int) -> Ask:
    return Ask(Request(f"https://himalayas.app/jobs/api?limit={LIMIT}&offset={offset}"))


def _read(body: bytes, ask: Ask, _target: Target) -> Page:
    def posting(job: _Job) -> Posting:
        low, high = amount(job.min_salary), amount(job.max_salary)
        return Posting(
            source="himalayas",
            id=job.guid,
            title=line_of(job.title),
            text=text_of(job.description or ""),
            url=job.application_link or job.guid,
            employer=_employer(job),
            location=either(*(job.location_restrictions or ())),
            remote=True,
            employment=job.employment_type or "",
            posted=day(job.pub_date),
            pay_low=low,
            pay_high=high,
            pay_currency=(job.currency or "") if low or high else "",
            pay_period=period(job.salary_period) if low or high else "",
            tags=tuple(c.replace("-", " ") for c in job.categories or ()),
        )

    listed = decode(body, _Jobs)
    good, bad = rows(listed.jobs, _Job, posting)
    following = int(ask.request.url.rpartition("offset=")[2]) + LIMIT
    full = len(listed.jobs) == LIMIT and following < min(MOST, listed.total_count or MOST)
    return Page(good, bad, (_page(following),) if full else ())


def _employer(job: _Job) -> str:
    """The employer's name; some answers say only "name", and then the address tells it."""
    name = (job.company_name or "").strip()
    return name if name and name != "name" else (job.company_slug or "").replace("-", " ")


CONNECTOR = Connector(
    id="himalayas",
    label="Himalayas",
    documentation="https://himalayas.app/api",
    terms="public API; a link back is asked for",
    recorded="2026-08",
    whole=False,
    start=_start,
    read=_read,
)
