"""Posted pay from three collections, one record an ad, never pooled."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rung.catalogue.load import Catalogue
from rung.core import lake
from rung.market.manifest import LeftOut
from rung.market.pay_cells import PaidAd
from rung.market.postings import Posting
from rung.market.sift import plain_name
from rung.market.sources import ASHBY_PAY, POSTED_2026, SALARY_FILE
from rung.reading.places import place_of
from rung.reading.seniority import level_of
from rung.reading.titles import normalise_title, role_of
from rung.reading.years import years_min

FIRST_YEAR = 2024
WIDEST = 3.0
"""A range whose ends differ by more was read wrongly from its ad."""

LEAST = 10_000
"""Less than this a year is an hourly or monthly figure under a wrong name."""

_LEVELS: Mapping[str, str] = {"EN": "junior", "MI": "mid", "SE": "senior"}
"""The salary file's levels; its EX ("executive") fits no one rung, so it has none here."""

_YEARLY = ("1 YEAR", "year", "per-year-salary", "YEARLY")


@dataclass(frozen=True, slots=True)
class PaidAds:
    """Pay records that count, and how many don't and why."""

    ads: tuple[PaidAd, ...]
    left_out: tuple[LeftOut, ...]


def gather_pay(folder: Path, postings: Iterable[Posting], catalogue: Catalogue) -> PaidAds:
    """Pay records of every collection in ``folder``, and of the Ashby ads among ``postings``."""
    ads: list[PaidAd] = []
    left_out = Counter[str]()
    for label, judged in (
        (SALARY_FILE.label, _salary_file(folder, catalogue)),
        (POSTED_2026.label, _posted_2026(folder, catalogue)),
        (ASHBY_PAY.label, _ashby(postings, catalogue)),
    ):
        seen: set[tuple[str, str, str, float, float]] = set()
        for ad in judged:
            if isinstance(ad, PaidAd) and (reason := _doubt(ad) or _repeat(ad, seen)):
                left_out[f"{label}: {reason}"] += 1
            elif isinstance(ad, PaidAd):
                ads.append(ad)
            else:
                left_out[f"{label}: {ad}"] += 1
    listed = tuple(LeftOut(reason, n) for reason, n in sorted(left_out.items()))
    return PaidAds(tuple(ads), listed)


def _doubt(ad: PaidAd) -> str | None:
    """Why a range can't be right, or None."""
    if ad.low < LEAST:
        return f"under {LEAST:,} a year"
    if ad.high < ad.low:
        return "ends in the wrong order"
    return f"ends more than {WIDEST:g} times apart" if ad.high > WIDEST * ad.low else None


def _repeat(ad: PaidAd, seen: set[tuple[str, str, str, float, float]]) -> str | None:
    """Why the ad repeats an earlier one; where the employer is unknown nothing can tell."""
    key = (ad.employer, ad.title, ad.country, ad.low, ad.high)
    if not ad.employer:
        return None
    if key in seen:
        return "repeat: same employer, title, country and range"
    seen.add(key)
    return None


def _salary_file(folder: Path, catalogue: Catalogue) -> Iterator[PaidAd | str]:
    path = folder / "pay_ads_2020_2025.csv.gz"
    if not path.is_file():
        return
    roles: dict[str, str | None] = {}
    with gzip.open(path) as packed:
        for row in csv.DictReader(io.TextIOWrapper(packed, "utf-8", newline="")):
            title = row["job_title"]
            if title not in roles:
                roles[title] = role_of(title, "", catalogue).role
            role = roles[title]
            if int(row["work_year"]) < FIRST_YEAR:
                yield f"before {FIRST_YEAR}"
            elif row["employment_type"] != "FT":
                yield "not full time"
            elif role is None:
                yield "another role"
            else:
                yield _salary_row(row, role)


def _salary_row(row: Mapping[str, str], role: str) -> PaidAd:
    return PaidAd(
        role=role,
        country=row["company_location"],
        level=_LEVELS.get(row["experience_level"]),
        currency=row["salary_currency"],
        source=SALARY_FILE.id,
        low=float(row["salary_low"]),
        high=float(row["salary_high"]),
        month=row["first_seen"],
        year=int(row["work_year"]),
    )


def _posted_2026(folder: Path, catalogue: Catalogue) -> Iterator[PaidAd | str]:
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


def _ashby(postings: Iterable[Posting], catalogue: Catalogue) -> Iterator[PaidAd | str]:
    """Why Ashby alone: the other boards' figures lack a currency or a period."""
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
