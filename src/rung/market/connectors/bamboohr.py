"""BambooHR careers pages: a list, then one answer for each ad's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, board_of, decode, rows
from rung.market.connectors.values import day, joined
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


class _Where(msgspec.Struct, rename="camel"):
    city: str | None = None
    state: str | None = None
    province: str | None = None
    country: str | None = None
    address_country: str | None = None


class _Job(msgspec.Struct, rename="camel"):
    id: str | int
    job_opening_name: str
    department_label: str | None = None
    employment_status_label: str | None = None
    location: _Where | None = None
    ats_location: _Where | None = None
    is_remote: bool | None = None
    location_type: str | None = None


class _List(msgspec.Struct):
    result: list[msgspec.Raw]


class _Opening(msgspec.Struct, rename="camel"):
    description: str | None = None
    date_posted: str | None = None
    job_opening_share_url: str | None = None


class _Result(msgspec.Struct, rename="camel"):
    job_opening: _Opening


class _Detail(msgspec.Struct):
    result: _Result


REMOTE = "1"
"""The board's ``locationType`` of a job done from anywhere; 0 is on site, 2 both."""


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (Ask(Request(f"https://{board_of(target)}.bamboohr.com/careers/list")),)


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    if ask.about is not None:
        opening = decode(body, _Detail).result.job_opening
        made = replace(
            ask.about,
            text=text_of(opening.description or ""),
            posted=day(opening.date_posted),
            url=opening.job_opening_share_url or ask.about.url,
        )
        return Page((made,))
    host = f"https://{board_of(target)}.bamboohr.com/careers"

    def posting(job: _Job) -> Posting:
        where, other = job.location or _Where(), job.ats_location or _Where()
        return Posting(
            source="bamboohr",
            board=target.board,
            id=str(job.id),
            title=line_of(job.job_opening_name),
            text="",
            url=f"{host}/{job.id}",
            employer=target.employer or target.board,
            location=joined(where.city or other.city, where.state or other.state or other.province),
            country=where.address_country or other.country or "",
            remote=True if job.location_type == REMOTE else job.is_remote,
            employment=job.employment_status_label or "",
            department=(job.department_label or "").strip(),
        )

    good, bad = rows(decode(body, _List).result, _Job, posting)
    return Page((), bad, tuple(Ask(Request(f"{host}/{p.id}/detail"), p) for p in good))


CONNECTOR = Connector(
    id="bamboohr",
    label="BambooHR careers pages",
    documentation="https://documentation.bamboohr.com/docs",
    terms="public careers page of each employer, no key",
    board="the word before .bamboohr.com",
    recorded="2026-08",
    start=_start,
    read=_read,
)
