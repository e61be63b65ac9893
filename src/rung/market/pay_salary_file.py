"""The salary file: posted ranges by title, level and country, without employers."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from rung.catalogue.load import Catalogue
from rung.market.pay_cells import PaidAd
from rung.market.sources import SALARY_FILE
from rung.reading.titles import role_of

FIRST_YEAR = 2024

_LEVELS: Mapping[str, str] = {"EN": "junior", "MI": "mid", "SE": "senior"}
"""The salary file's levels; its EX ("executive") fits no one rung, so it has none here."""


def salary_file(folder: Path, catalogue: Catalogue) -> Iterator[PaidAd | str]:
    """Each row as one ad, or why it isn't counted."""
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
