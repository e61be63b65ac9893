"""Greenhouse job boards."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, board_of, decode, rows
from rung.market.connectors.values import day
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of


class _Named(msgspec.Struct):
    name: str | None = None


class _Job(msgspec.Struct):
    id: int
    title: str
    absolute_url: str = ""
    content: str | None = None
    company_name: str | None = None
    location: _Named | None = None
    departments: list[_Named] | None = None
    first_published: str | None = None
    updated_at: str | None = None


class _Board(msgspec.Struct):
    jobs: list[msgspec.Raw]


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    board = board_of(target)
    url = f"https://boards-api.greenhouse.io/v1/boards/{board}/jobs?content=true"
    return (Ask(Request(url)),)


def _read(body: bytes, _ask: Ask, target: Target) -> Page:
    def posting(job: _Job) -> Posting:
        return Posting(
            source="greenhouse",
            board=target.board,
            id=str(job.id),
            title=line_of(job.title),
            text=text_of(job.content or ""),
            url=job.absolute_url,
            employer=target.employer or (job.company_name or "").strip(),
            location=((job.location and job.location.name) or "").strip(),
            department="; ".join(d.name.strip() for d in job.departments or () if d.name),
            posted=day(job.first_published or job.updated_at),
        )

    good, bad = rows(decode(body, _Board).jobs, _Job, posting)
    return Page(good, bad)


CONNECTOR = Connector(
    id="greenhouse",
    label="Greenhouse boards",
    documentation="https://developers.greenhouse.io/job-board.html",
    terms="public Job Board API, no key",
    board="the word after boards.greenhouse.io/",
    recorded="2026-07",
    start=_start,
    read=_read,
)
