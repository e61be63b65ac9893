"""The rows of a salary file, each read whole or set aside with its number and reason."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = "pay_ads_2020_2025.csv.gz"

WIDEST = 3.0
"""A range whose ends differ by more was read wrongly from its ad."""

LEVELS: Mapping[str, str] = {"EN": "junior", "MI": "mid", "SE": "senior"}
"""The file's levels; its EX ("executive") fits no one rung, so it has none here."""

CURRENCIES = frozenset(
    {"USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF"}
    | {"INR", "SGD", "HKD", "JPY", "BRL", "MXN", "CLP", "ILS", "TRY", "ZAR", "PHP", "THB"}
    | {"TWD", "IDR", "MYR"}
)
"""Those the file writes that are real ones; another is a slip."""


@dataclass(frozen=True, slots=True)
class PayRow:
    """One posted range a year: its ends in its own currency and in US dollars of that year."""

    number: int
    title: str
    level: str
    """As the file writes it: EN, MI, SE or EX."""

    employment: str
    country: str
    remote: str
    """0, 50 or 100, as the file writes it."""

    size: str
    """Of the employer: S, M or L."""

    year: int
    seen: str
    """The month the file first held it: a release."""

    currency: str
    low: float
    high: float
    low_usd: float
    high_usd: float

    @property
    def middle_usd(self) -> float:
        """The middle of the range in US dollars."""
        return (self.low_usd + self.high_usd) / 2


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that can't be right: which and why."""

    number: int
    reason: str


def rows(folder: Path) -> Iterator[PayRow | Rejected]:
    """Every row of the salary file in ``folder``, numbered from 1; none where there is no file."""
    path = folder / FILE
    if not path.is_file():
        return
    with gzip.open(path) as packed:
        reader = csv.DictReader(io.TextIOWrapper(packed, "utf-8", newline=""))
        for number, row in enumerate(reader, 1):
            yield _row(number, row)


def _row(number: int, row: Mapping[str, str]) -> PayRow | Rejected:
    try:
        read = PayRow(
            number=number,
            title=row["job_title"].strip(),
            level=row["experience_level"],
            employment=row["employment_type"],
            country=row["company_location"],
            remote=row["remote_ratio"],
            size=row["company_size"],
            year=int(row["work_year"]),
            seen=row["first_seen"],
            currency=row["salary_currency"],
            low=float(row["salary_low"]),
            high=float(row["salary_high"]),
            low_usd=float(row["usd_low"]),
            high_usd=float(row["usd_high"]),
        )
    except (KeyError, ValueError, AttributeError):
        return Rejected(number, "a cell is missing or no number")
    reason = _doubt(read)
    return Rejected(number, reason) if reason else read


def _doubt(row: PayRow) -> str:
    """Why a row can't be right, or an empty text."""
    if min(row.low, row.high, row.low_usd, row.high_usd) <= 0:
        return "nothing paid"
    if row.high < row.low:
        return "ends in the wrong order"
    if row.high > WIDEST * row.low:
        return f"ends more than {WIDEST:g} times apart"
    if row.currency not in CURRENCIES:
        return f"unknown currency {row.currency}"
    return "" if row.country and row.title and row.seen else "no country, title or month"
