"""SmartRecruiters postings: a list, then one answer for each ad's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, board_of, decode, rows
from rung.market.connectors.values import day, joined
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of

LIMIT = 100
API = "https://api.smartrecruiters.com/v1/companies"


class _Named(msgspec.Struct):
    name: str | None = None
    label: str | None = None


class _Where(msgspec.Struct, rename="camel"):
    city: str | None = None
    region: str | None = None
    country: str | None = None
    remote: bool | None = None
    hybrid: bool | None = None


class _Job(msgspec.Struct, rename="camel"):
    id: str
    name: str
    company: _Named | None = None
    released_date: str | None = None
    location: _Where | None = None
    department: _Named | None = None
    type_of_employment: _Named | None = None


class _List(msgspec.Struct, rename="camel"):
    content: list[msgspec.Raw]
    total_found: int = 0
    offset: int = 0


class _Section(msgspec.Struct):
    title: str | None = None
    text: str | None = None


class _Ad(msgspec.Struct):
    sections: dict[str, _Section]


class _Detail(msgspec.Struct, rename="camel"):
    job_ad: _Ad
    posting_url: str = ""


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (_page(target, 0),)


def _page(target: Target, offset: int) -> Ask:
    url = f"{API}/{board_of(target)}/postings?limit={LIMIT}&offset={offset}"
    return Ask(Request(url))


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    if ask.about is not None:
        return Page((_with_text(body, ask.about),))

    def posting(job: _Job) -> Posting:
        where = job.location or _Where()
        return Posting(
            source="smartrecruiters",
            board=target.board,
            id=job.id,
            title=line_of(job.name),
            text="",
            url=f"https://jobs.smartrecruiters.com/{target.board}/{job.id}",
            employer=target.employer or (job.company and job.company.name) or target.board,
            location=joined(where.city, where.region),
            country=(where.country or "").upper(),
            remote=None if where.hybrid else where.remote,
            employment=(job.type_of_employment and job.type_of_employment.label) or "",
            department=(job.department and job.department.label) or "",
            posted=day(job.released_date),
        )

    listed = decode(body, _List)
    good, bad = rows(listed.content, _Job, posting)
    details = [Ask(Request(f"{API}/{board_of(target)}/postings/{p.id}"), p) for p in good]
    following = listed.offset + len(listed.content)
    if listed.content and following < listed.total_found:
        details.append(_page(target, following))
    return Page((), bad, tuple(details))


def _with_text(body: bytes, about: Posting) -> Posting:
    detail = decode(body, _Detail)
    parts = [
        f"{s.title or ''}\n{text_of(s.text or '')}".strip()
        for s in detail.job_ad.sections.values()
        if s.text
    ]
    return replace(about, text="\n\n".join(parts), url=detail.posting_url or about.url)


CONNECTOR = Connector(
    id="smartrecruiters",
    label="SmartRecruiters postings",
    documentation="https://developers.smartrecruiters.com/docs/posting-api",
    terms="public Posting API, no key",
    board="the word after jobs.smartrecruiters.com/",
    recorded="2026-08",
    start=_start,
    read=_read,
)
