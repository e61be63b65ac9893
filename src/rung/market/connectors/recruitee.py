"""Recruitee offers."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, board_of, decode, rows
from rung.market.connectors.values import amount, day, either, joined, period
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


class _Pay(msgspec.Struct):
    min: str | float | None = None
    max: str | float | None = None
    period: str | None = None
    currency: str | None = None


class _Where(msgspec.Struct):
    city: str | None = None
    state: str | None = None
    country: str | None = None
    country_code: str | None = None


class _Job(msgspec.Struct):
    id: int
    title: str
    careers_url: str = ""
    company_name: str | None = None
    description: str | None = None
    requirements: str | None = None
    department: str | None = None
    location: str | None = None
    locations: list[_Where] | None = None
    city: str | None = None
    country: str | None = None
    country_code: str | None = None
    remote: bool | None = None
    hybrid: bool | None = None
    status: str | None = None
    published_at: str | None = None
    created_at: str | None = None
    employment_type_code: str | None = None
    salary: _Pay | None = None
    tags: list[str] | None = None


class _Offers(msgspec.Struct):
    offers: list[msgspec.Raw]


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (Ask(Request(f"https://{board_of(target)}.recruitee.com/api/offers/")),)


def _read(body: bytes, _ask: Ask, target: Target) -> Page:
    def posting(job: _Job) -> Posting | None:
        if job.status not in (None, "published"):
            return None
        pay = job.salary or _Pay()
        low, high = amount(pay.min), amount(pay.max)
        where = either(*(joined(w.city, w.state, w.country) for w in job.locations or ()))
        return Posting(
            source="recruitee",
            board=target.board,
            id=str(job.id),
            title=line_of(job.title),
            text=f"{text_of(job.description or '')}\n\n{_asked(job)}".strip(),
            url=job.careers_url,
            employer=target.employer or (job.company_name or "").strip() or target.board,
            location=where or job.location or joined(job.city, job.country),
            country=job.country_code or job.country or "",
            remote=None if job.hybrid else job.remote,
            employment=(job.employment_type_code or "").replace("_", " "),
            department=(job.department or "").strip(),
            posted=day(job.published_at or job.created_at),
            pay_low=low,
            pay_high=high,
            pay_currency=(pay.currency or "") if low or high else "",
            pay_period=period(pay.period) if low or high else "",
            tags=tuple(job.tags or ()),
        )

    good, bad = rows(decode(body, _Offers).offers, _Job, posting)
    return Page(good, bad)


def _asked(job: _Job) -> str:
    """The demands, under a heading: the board keeps them in a field of their own."""
    text = text_of(job.requirements or "")
    return f"Requirements\n{text}" if text else ""


CONNECTOR = Connector(
    id="recruitee",
    label="Recruitee boards",
    documentation="https://docs.recruitee.com/reference/offers",
    terms="public Careers Site API, no key",
    board="the word before .recruitee.com",
    recorded="2026-08",
    start=_start,
    read=_read,
)
