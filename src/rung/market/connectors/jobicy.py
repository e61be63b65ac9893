"""Jobicy's remote jobs."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode, rows
from rung.market.connectors.values import amount, day, either, period
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


class _Job(msgspec.Struct, rename="camel"):
    id: int
    job_title: str
    url: str = ""
    company_name: str | None = None
    job_industry: list[str] | None = None
    job_type: list[str] | None = None
    job_geo: str | None = None
    job_description: str | None = None
    pub_date: str | None = None
    salary_min: float | str | None = None
    salary_max: float | str | None = None
    salary_currency: str | None = None
    salary_period: str | None = None
    annual_salary_min: float | str | None = None
    annual_salary_max: float | str | None = None


class _Jobs(msgspec.Struct):
    jobs: list[msgspec.Raw]


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    asked = {"count": "100"} | ({"tag": target.search} if target.search else {})
    url = f"https://jobicy.com/api/v2/remote-jobs?{urlencode(asked)}"
    return (Ask(Request(url, pause=30.0)),)


def _read(body: bytes, _ask: Ask, _target: Target) -> Page:
    def posting(job: _Job) -> Posting:
        low = amount(job.salary_min) or amount(job.annual_salary_min)
        high = amount(job.salary_max) or amount(job.annual_salary_max)
        yearly = job.annual_salary_min or job.annual_salary_max
        unit = "year" if yearly else period(job.salary_period)
        return Posting(
            source="jobicy",
            id=str(job.id),
            title=line_of(job.job_title),
            text=text_of(job.job_description or ""),
            url=job.url,
            employer=text_of(job.company_name or ""),
            location=either(*(job.job_geo or "").split(",")),
            remote=True,
            employment=", ".join(job.job_type or ()),
            department=text_of("; ".join(job.job_industry or ())),
            posted=day(job.pub_date),
            pay_low=low,
            pay_high=high,
            pay_currency=(job.salary_currency or "") if low or high else "",
            pay_period=unit if low or high else "",
        )

    good, bad = rows(decode(body, _Jobs).jobs, _Job, posting)
    return Page(good, bad)


CONNECTOR = Connector(
    id="jobicy",
    label="Jobicy",
    documentation="https://jobicy.com/jobs-rss-feed",
    terms="public API; a link back is asked for, at most a call an hour",
    recorded="2026-08",
    whole=False,
    start=_start,
    read=_read,
)
