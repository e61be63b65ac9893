"""Adzuna's search; needs the person's own key. Its texts are cut at 500 characters."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

from rung.core.http import Request
from rung.market.connectors.base import Ask, Connector, Page, Target, decode, rows
from rung.market.connectors.values import amount, day
from rung.market.posting import Posting
from rung.reading.markup import line_of, text_of

LIMIT, MOST = 50, 1000
API = "https://api.adzuna.com/v1/api/jobs"
_CURRENCY = {
    "gb": "GBP", "us": "USD", "ca": "CAD", "au": "AUD", "de": "EUR", "fr": "EUR", "nl": "EUR",
    "at": "EUR", "be": "EUR", "it": "EUR", "es": "EUR", "pl": "PLN", "ch": "CHF", "in": "INR",
    "sg": "SGD", "nz": "NZD", "za": "ZAR", "br": "BRL", "mx": "MXN",
}  # fmt: skip
"""Countries the search knows, with the currency their pay is in."""


class _Named(msgspec.Struct):
    display_name: str | None = None
    label: str | None = None


class _Job(msgspec.Struct):
    id: str | int
    title: str
    redirect_url: str = ""
    description: str | None = None
    company: _Named | None = None
    location: _Named | None = None
    category: _Named | None = None
    created: str | None = None
    contract_time: str | None = None
    contract_type: str | None = None
    salary_min: float | None = None
    salary_max: float | None = None
    salary_is_predicted: str | int | None = None


class _Jobs(msgspec.Struct):
    results: list[msgspec.Raw]
    count: int = 0


def _start(target: Target, keys: Mapping[str, str]) -> tuple[Ask, ...]:
    return (_page(target, 1, keys.get("ADZUNA_APP_ID", ""), keys.get("ADZUNA_APP_KEY", "")),)


def _country(target: Target) -> str:
    return target.board if target.board in _CURRENCY else "us"


def _page(target: Target, number: int, app: str, key: str) -> Ask:
    asked = {"app_id": app, "app_key": key, "results_per_page": LIMIT,
             "what": target.search or "machine learning"}  # fmt: skip
    return Ask(Request(f"{API}/{_country(target)}/search/{number}?{urlencode(asked)}"))


def _read(body: bytes, ask: Ask, target: Target) -> Page:
    country = _country(target)

    def posting(job: _Job) -> Posting:
        predicted = str(job.salary_is_predicted or "0") != "0"
        low = None if predicted else amount(job.salary_min)
        high = None if predicted else amount(job.salary_max)
        known = bool(low or high)
        return Posting(
            source="adzuna",
            board=country,
            id=str(job.id),
            title=line_of(job.title),
            text=text_of(job.description or ""),
            url=job.redirect_url,
            employer=(job.company and job.company.display_name) or "",
            location=(job.location and job.location.display_name) or "",
            country=country.upper(),
            employment=" ".join(x for x in (job.contract_time, job.contract_type) if x),
            department=(job.category and job.category.label) or "",
            posted=day(job.created),
            pay_low=low,
            pay_high=high,
            pay_currency=_CURRENCY[country] if known else "",
            pay_period="year" if known else "",
        )

    listed = decode(body, _Jobs)
    good, bad = rows(listed.results, _Job, posting)
    address, _, asked = ask.request.url.partition("?")
    number = int(address.rpartition("/")[2])
    if len(listed.results) < LIMIT or number * LIMIT >= min(MOST, listed.count):
        return Page(good, bad)
    again = f"{API}/{country}/search/{number + 1}?{asked}"
    return Page(good, bad, (Ask(Request(again)),))


CONNECTOR = Connector(
    id="adzuna",
    label="Adzuna",
    documentation="https://developer.adzuna.com/docs/search",
    terms="free key; set ADZUNA_APP_ID and ADZUNA_APP_KEY; texts are cut, so they count little",
    keys=("ADZUNA_APP_ID", "ADZUNA_APP_KEY"),
    whole=False,
    start=_start,
    read=_read,
)
