"""Workable's public widget."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, board_of, decode, rows
from rung.market.connectors.values import day, either, joined
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


class _Where(msgspec.Struct, rename="camel"):
    country: str | None = None
    country_code: str | None = None
    city: str | None = None
    region: str | None = None


class _Job(msgspec.Struct):
    title: str
    shortcode: str
    url: str = ""
    telecommuting: bool | None = None
    employment_type: str | None = None
    department: str | None = None
    description: str | None = None
    published_on: str | None = None
    created_at: str | None = None
    country: str | None = None
    city: str | None = None
    state: str | None = None
    locations: list[_Where] | None = None


class _Widget(msgspec.Struct):
    jobs: list[msgspec.Raw]
    name: str | None = None


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    board = board_of(target)
    return (
        Ask(Request(f"https://apply.workable.com/api/v1/widget/accounts/{board}?details=true")),
    )


def _read(body: bytes, _ask: Ask, target: Target) -> Page:
    widget = decode(body, _Widget)
    places = _all_places(widget.jobs)

    def posting(job: _Job) -> Posting:
        first = (job.locations or [_Where()])[0]
        return Posting(
            source="workable",
            board=target.board,
            id=job.shortcode,
            title=line_of(job.title),
            text=text_of(job.description or ""),
            url=job.url,
            employer=target.employer or widget.name or target.board,
            location=places.get(job.shortcode, ""),
            country=first.country_code or job.country or "",
            remote=job.telecommuting,
            employment=job.employment_type or "",
            department=job.department or "",
            posted=day(job.published_on or job.created_at),
        )

    good, bad = rows(widget.jobs, _Job, posting)
    return Page(good, bad)


def _all_places(raw: list[msgspec.Raw]) -> dict[str, str]:
    """Every place of an ad: the widget repeats it once for each."""
    found: dict[str, list[str]] = {}
    for row in raw:
        try:
            job = msgspec.json.decode(row, type=_Job)
        except msgspec.DecodeError:
            continue
        where = job.locations or [_Where(country=job.country, city=job.city, region=job.state)]
        found.setdefault(job.shortcode, []).extend(
            joined(w.city, w.region, w.country) for w in where
        )
    return {code: either(*named) for code, named in found.items()}


CONNECTOR = Connector(
    id="workable",
    label="Workable boards",
    documentation="https://help.workable.com/hc/en-us/articles/115012771647",
    terms="public careers widget, no key",
    board="the word after apply.workable.com/",
    recorded="2026-08",
    start=_start,
    read=_read,
)
