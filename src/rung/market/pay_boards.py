"""Pay in ads of company boards: with employers, and mostly with the ad's own currency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rung.catalogue.load import Catalogue
from rung.core import lake
from rung.market.pay_cells import PaidAd
from rung.market.postings import Posting
from rung.market.sift import plain_name
from rung.market.sources import ASHBY_PAY, POSTED_2026
from rung.reading.places import place_of
from rung.reading.seniority import level_of
from rung.reading.titles import normalise_title, role_of
from rung.reading.years import years_min

_YEARLY = ("1 YEAR", "year", "per-year-salary", "YEARLY")


def posted_2026(folder: Path, catalogue: Catalogue) -> Iterator[PaidAd | str]:
    """Each row with pay as one ad, or why it isn't counted."""
    files = sorted(folder.glob("posted_pay_ats_*.parquet"))
    if not files:
        return
    rows = lake.query(
        "SELECT source, company, title, coalesce(location_raw, ''), coalesce(region, ''), "
        "first_seen, coalesce(currency_original, ''), salary_min_orig, salary_max_orig, "
        "coalesce(salary_interval_orig, '') FROM pay WHERE has_salary ORDER BY job_uid",
        (),
        {"pay": files},
    )
    for board, company, title, location, region, seen, currency, low, high, period in rows:
        role = role_of(title, "", catalogue).role
        country = place_of(location, "US" if region == "us" else "", catalogue.places).country
        level = level_of(title, None, "")
        doubt = _unusable(role, country, level, period, low, high)
        if doubt:
            yield doubt
        elif board == "greenhouse" and country != "US":
            # This collection writes USD beside every Greenhouse figure, whatever the ad says.
            yield "currency not recorded"
        else:
            yield PaidAd(
                role=role or "",
                country=country or "",
                level=level,
                currency=currency,
                source=POSTED_2026.id,
                low=low,
                high=high,
                month=seen[:7],
                year=int(seen[:4]),
                employer=plain_name(company),
                title=normalise_title(title),
            )


def ashby(postings: Iterable[Posting], catalogue: Catalogue) -> Iterator[PaidAd | str]:
    """Each Ashby ad with pay, or why it isn't counted.

    Why Ashby alone: the other boards' figures lack a currency or a period.
    """
    for posting in postings:
        low, high = posting.salary_min, posting.salary_max
        if posting.source != "ashby_2025" or low is None:
            continue
        role = role_of(posting.title, posting.text, catalogue).role
        country = place_of(posting.location, posting.country_hint, catalogue.places).country
        level = level_of(posting.title, years_min(posting.text), posting.text)
        doubt = _unusable(role, country, level, posting.salary_period, low, high)
        if doubt:
            yield doubt
            continue
        yield PaidAd(
            role=role or "",
            country=country or "",
            level=level,
            currency=posting.salary_currency,
            source=ASHBY_PAY.id,
            low=low,
            high=high or low,
            month=posting.month,
            year=int(posting.seen[:4]),
            employer=plain_name(posting.company),
            title=normalise_title(posting.title),
        )


def _unusable(
    role: str | None,
    country: str | None,
    level: str | None,
    period: str,
    low: float | None,
    high: float | None,
) -> str | None:
    """Why an ad with pay can't be counted, or None."""
    if role is None:
        return "another role"
    if country is None:
        return "country not read"
    if level == "intern":
        return "internship"
    if period not in _YEARLY:
        return "not by the year"
    return "one end only" if low is None or high is None else None
