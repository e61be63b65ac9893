"""Ashby job boards."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, board_of, decode, rows
from rung.market.connectors.values import day, either, period
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


class _PostalAddress(msgspec.Struct, rename="camel"):
    address_country: str | None = None


class _Address(msgspec.Struct, rename="camel"):
    postal_address: _PostalAddress | None = None


class _Second(msgspec.Struct):
    location: str | None = None


class _Component(msgspec.Struct, rename="camel"):
    compensation_type: str | None = None
    interval: str | None = None
    currency_code: str | None = None
    min_value: float | None = None
    max_value: float | None = None


class _Compensation(msgspec.Struct, rename="camel"):
    summary_components: list[_Component] | None = None


class _Job(msgspec.Struct, rename="camel"):
    id: str
    title: str
    job_url: str = ""
    description_html: str | None = None
    description_plain: str | None = None
    department: str | None = None
    team: str | None = None
    employment_type: str | None = None
    location: str | None = None
    secondary_locations: list[_Second] | None = None
    address: _Address | None = None
    is_remote: bool | None = None
    is_listed: bool | None = None
    workplace_type: str | None = None
    published_at: str | None = None
    compensation: _Compensation | None = None


class _Board(msgspec.Struct):
    jobs: list[msgspec.Raw]


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    board = board_of(target)
    url = f"https://api.ashbyhq.com/posting-api/job-board/{board}?includeCompensation=true"
    return (Ask(Request(url)),)


def _salary(job: _Job) -> _Component:
    """The salary of the pay given; equity and bonus are something else."""
    given = (job.compensation and job.compensation.summary_components) or ()
    return next((c for c in given if c.compensation_type == "Salary"), _Component())


def _read(body: bytes, _ask: Ask, target: Target) -> Page:
    def posting(job: _Job) -> Posting | None:
        if job.is_listed is False:
            return None
        pay = _salary(job)
        address = job.address and job.address.postal_address
        hybrid = (job.workplace_type or "").lower() == "hybrid"
        return Posting(
            source="ashby",
            board=target.board,
            id=job.id,
            title=line_of(job.title),
            text=text_of(job.description_html or job.description_plain or ""),
            url=job.job_url,
            employer=target.employer or target.board,
            location=either(job.location, *(s.location for s in job.secondary_locations or ())),
            country=(address and address.address_country) or "",
            remote=None if hybrid else job.is_remote,
            employment=job.employment_type or "",
            department=job.department or job.team or "",
            posted=day(job.published_at),
            pay_low=pay.min_value,
            pay_high=pay.max_value,
            pay_currency=pay.currency_code or "",
            pay_period=period(pay.interval),
        )

    good, bad = rows(decode(body, _Board).jobs, _Job, posting)
    return Page(good, bad)


CONNECTOR = Connector(
    id="ashby",
    label="Ashby boards",
    documentation="https://developers.ashbyhq.com/docs/public-job-posting-api",
    terms="public Job Posting API, no key",
    board="the word after jobs.ashbyhq.com/",
    recorded="2026-07",
    start=_start,
    read=_read,
)
