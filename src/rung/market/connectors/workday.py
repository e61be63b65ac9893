"""Workday career sites: a posted search, then one answer for each ad's text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import msgspec

from rung.core.errors import RungError
from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode, rows
from rung.market.connectors.values import day, either
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of

LIMIT = 20
MOST = 2000
"""Ads a site lists at most; sites tell no more however many they have."""


class _Job(msgspec.Struct, rename="camel"):
    title: str
    external_path: str
    locations_text: str | None = None
    bullet_fields: list[str] | None = None


class _List(msgspec.Struct, rename="camel"):
    job_postings: list[msgspec.Raw]
    total: int = 0


class _Country(msgspec.Struct):
    descriptor: str | None = None


class _Info(msgspec.Struct, rename="camel"):
    job_description: str = ""
    location: str | None = None
    additional_locations: list[str] | None = None
    start_date: str | None = None
    time_type: str | None = None
    remote_type: str | None = None
    external_url: str | None = None
    country: _Country | None = None


class _Detail(msgspec.Struct, rename="camel"):
    job_posting_info: _Info


def _site(target: Target) -> tuple[str, str]:
    """The host and the address its interface begins with, from HOST/SITE."""
    host, _, site = target.board.partition("/")
    if not host.endswith(".myworkdayjobs.com") or not site or "/" in site:
        raise RungError(
            f"workday: {target.board!r}",
            "is no career site.",
            "Give HOST/SITE, such as acme.wd5.myworkdayjobs.com/Careers.",
        )
    return host, f"https://{host}/wday/cxs/{host.partition('.')[0]}/{site}"


def _start(target: Target, _keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (_page(target, 0),)


def _page(target: Target, offset: int) -> Ask:
    asked = {"appliedFacets": {}, "limit": LIMIT, "offset": offset, "searchText": target.search}
    return Ask(Request(f"{_site(target)[1]}/jobs", json=asked))


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    if ask.about is not None:
        return Page((_with_text(body, ask.about),))
    host, api = _site(target)

    def posting(job: _Job) -> Posting:
        return Posting(
            source="workday",
            board=target.board,
            id=(job.bullet_fields or [job.external_path])[0],
            title=line_of(job.title),
            text="",
            url=f"https://{host}/{target.board.partition('/')[2]}{job.external_path}",
            employer=target.employer or host.partition(".")[0],
            location=job.locations_text or "",
        )

    listed = decode(body, _List)
    good, bad = rows(listed.job_postings, _Job, posting)
    paths = {p.id: p.url.partition(target.board.partition("/")[2])[2] for p in good}
    more = [Ask(Request(f"{api}{paths[p.id]}"), p) for p in good]
    following = int((ask.request.json or {}).get("offset", 0)) + LIMIT
    if len(listed.job_postings) == LIMIT and following < min(MOST, listed.total or MOST):
        more.append(_page(target, following))
    return Page((), bad, tuple(more))


def _with_text(body: bytes, about: Posting) -> Posting:
    info = decode(body, _Detail).job_posting_info
    return replace(
        about,
        text=text_of(info.job_description),
        location=either(info.location, *(info.additional_locations or ())) or about.location,
        country=(info.country and info.country.descriptor) or "",
        remote=True if (info.remote_type or "").lower().startswith("remote") else None,
        employment=info.time_type or "",
        posted=day(info.start_date),
        url=info.external_url or about.url,
    )


CONNECTOR = Connector(
    id="workday",
    label="Workday career sites",
    documentation="https://www.workday.com/en-us/products/talent-management/talent-acquisition.html",
    terms="the interface the public career site itself uses; no key, undocumented",
    board="HOST/SITE of the career site",
    recorded="2026-08",
    start=_start,
    read=_read,
)
