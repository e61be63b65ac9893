"""Lever postings."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, board_of, decode_list, rows
from rung.market.connectors.values import day, either, period
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of

LIMIT = 100


class _Where(msgspec.Struct):
    location: str | None = None
    allLocations: list[str] | None = None  # noqa: N815 - the source's name
    commitment: str | None = None
    team: str | None = None
    department: str | None = None


class _List(msgspec.Struct):
    text: str = ""
    content: str = ""


class _Pay(msgspec.Struct):
    min: float | None = None
    max: float | None = None
    currency: str | None = None
    interval: str | None = None


class _Job(msgspec.Struct, rename="camel"):
    id: str
    text: str
    hosted_url: str = ""
    description_plain: str | None = None
    description: str | None = None
    lists: list[_List] | None = None
    additional_plain: str | None = None
    additional: str | None = None
    salary_description_plain: str | None = None
    categories: _Where | None = None
    country: str | None = None
    workplace_type: str | None = None
    created_at: int | None = None
    salary_range: _Pay | None = None


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (_page(target, 0),)


def _page(target: Target, skip: int) -> Ask:
    board = board_of(target)
    host, name = ("api.eu.lever.co", board[3:]) if board.startswith("eu:") else (
        "api.lever.co", board)  # fmt: skip
    url = f"https://{host}/v0/postings/{name}?mode=json&limit={LIMIT}&skip={skip}"
    return Ask(Request(url))


def _text(job: _Job) -> str:
    """All three parts: what is asked mostly stands in the lists between the others."""
    parts = [job.description_plain or text_of(job.description or "")]
    parts += [f"{p.text}\n{text_of(f'<ul>{p.content}</ul>')}" for p in job.lists or ()]
    parts.append(job.additional_plain or text_of(job.additional or ""))
    parts.append(job.salary_description_plain or "")
    return text_of("\n\n".join(p.strip() for p in parts if p.strip()))


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    def posting(job: _Job) -> Posting:
        where, pay = job.categories or _Where(), job.salary_range or _Pay()
        return Posting(
            source="lever",
            board=target.board,
            id=job.id,
            title=line_of(job.text),
            text=_text(job),
            url=job.hosted_url,
            employer=target.employer or target.board.removeprefix("eu:"),
            location=either(where.location, *(where.allLocations or ())),
            country=job.country or "",
            remote={"remote": True, "onsite": False}.get((job.workplace_type or "").lower()),
            employment=where.commitment or "",
            department=where.team or where.department or "",
            posted=day(job.created_at),
            pay_low=pay.min,
            pay_high=pay.max,
            pay_currency=pay.currency or "",
            pay_period=period(pay.interval),
        )

    raw = decode_list(body)
    good, bad = rows(raw, _Job, posting)
    skip = int(ask.request.url.rpartition("skip=")[2])
    more = (_page(target, skip + LIMIT),) if len(raw) == LIMIT else ()
    return Page(good, bad, more)


CONNECTOR = Connector(
    id="lever",
    label="Lever postings",
    documentation="https://github.com/lever/postings-api",
    terms="public Postings API, no key",
    board="the word after jobs.lever.co/ (for jobs.eu.lever.co/ put eu: before it)",
    recorded="2026-08",
    start=_start,
    read=_read,
)
