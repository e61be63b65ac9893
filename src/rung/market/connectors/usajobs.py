"""USAJOBS, the United States government's ads; needs the person's own key."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode, rows
from rung.market.connectors.values import amount, day, either
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of

LIMIT = 250
_PERIODS = {"PA": "year", "PH": "hour", "PM": "month", "PD": "day", "BW": "", "WC": ""}
"""The codes of pay intervals that are one of ours; fortnights and fees aren't."""


class _Where(msgspec.Struct, rename="pascal"):
    location_name: str | None = None


class _Pay(msgspec.Struct, rename="pascal"):
    minimum_range: str | None = None
    maximum_range: str | None = None
    rate_interval_code: str | None = None


class _Named(msgspec.Struct, rename="pascal"):
    name: str | None = None


class _Details(msgspec.Struct, rename="pascal"):
    job_summary: str | None = None
    major_duties: list[str] | str | None = None
    requirements: str | None = None
    education: str | None = None
    remote_indicator: bool | None = None


class _Area(msgspec.Struct, rename="pascal"):
    details: _Details | None = None


class _Job(msgspec.Struct, rename="pascal"):
    position_title: str
    position_i_d: str | None = msgspec.field(default=None, name="PositionID")
    position_u_r_i: str | None = msgspec.field(default=None, name="PositionURI")
    organization_name: str | None = None
    department_name: str | None = None
    position_location_display: str | None = None
    position_location: list[_Where] | None = None
    position_remuneration: list[_Pay] | None = None
    position_schedule: list[_Named] | None = None
    publication_start_date: str | None = None
    qualification_summary: str | None = None
    user_area: _Area | None = None


class _Item(msgspec.Struct, rename="pascal"):
    matched_object_id: str
    matched_object_descriptor: _Job


class _Found(msgspec.Struct, rename="pascal"):
    search_result_items: list[msgspec.Raw]
    search_result_count_all: int = 0


class _Answer(msgspec.Struct, rename="pascal"):
    search_result: _Found


def _start(target: Target, keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (_page(target, 1, keys),)


def _page(target: Target, number: int, keys: Mapping[str, str]) -> Ask:
    asked = {"Keyword": target.search or "machine learning", "ResultsPerPage": LIMIT,
             "Page": number}  # fmt: skip
    headers = {
        "Host": "data.usajobs.gov",
        "User-Agent": keys.get("USAJOBS_EMAIL", ""),
        "Authorization-Key": keys.get("USAJOBS_KEY", ""),
    }
    url = f"https://data.usajobs.gov/api/search?{urlencode(asked)}"
    return Ask(Request(url, headers=headers))


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    found = decode(body, _Answer).search_result
    good, bad = rows(found.search_result_items, _Item, _posting)
    number = int(ask.request.url.rpartition("Page=")[2])
    further = number * LIMIT < found.search_result_count_all and found.search_result_items
    keys = {
        "USAJOBS_EMAIL": ask.request.headers.get("User-Agent", ""),
        "USAJOBS_KEY": ask.request.headers.get("Authorization-Key", ""),
    }
    return Page(good, bad, (_page(target, number + 1, keys),) if further else ())


def _posting(item: _Item) -> Posting:
    job = item.matched_object_descriptor
    pay = (job.position_remuneration or [_Pay()])[0]
    details = (job.user_area and job.user_area.details) or _Details()
    duties = details.major_duties or ()
    parts = [
        details.job_summary,
        *([duties] if isinstance(duties, str) else duties),
        details.requirements and f"Requirements\n{details.requirements}",
        job.qualification_summary,
        details.education,
    ]
    low, high = amount(pay.minimum_range), amount(pay.maximum_range)
    unit = _PERIODS.get(pay.rate_interval_code or "", "")
    known = bool(unit and (low or high))
    return Posting(
        source="usajobs",
        id=item.matched_object_id,
        title=line_of(job.position_title),
        text="\n\n".join(text_of(p) for p in parts if p and p.strip()),
        url=job.position_u_r_i or "",
        employer=job.organization_name or "",
        location=either(*(w.location_name for w in job.position_location or ()))
        or job.position_location_display
        or "",
        remote=details.remote_indicator or None,
        country="US",
        employment=", ".join(s.name for s in job.position_schedule or () if s.name),
        department=job.department_name or "",
        posted=day(job.publication_start_date),
        pay_low=low if known else None,
        pay_high=high if known else None,
        pay_currency="USD" if known else "",
        pay_period=unit if known else "",
    )


CONNECTOR = Connector(
    id="usajobs",
    label="USAJOBS",
    documentation="https://developer.usajobs.gov/api-reference/get-api-search",
    terms="free key by e-mail; set USAJOBS_KEY and USAJOBS_EMAIL",
    keys=("USAJOBS_KEY", "USAJOBS_EMAIL"),
    whole=False,
    start=_start,
    read=_read,
)
