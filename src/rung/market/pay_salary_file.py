"""The salary file: posted ranges by title, level and country, without employers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rung.catalogue.load import Catalogue
from rung.market.pay_cells import PaidAd
from rung.market.pay_kinds import role_by_title
from rung.market.pay_rows import LEVELS, PayRow, rows
from rung.market.sources import SALARY_FILE

FIRST_YEAR = 2024


def salary_file(folder: Path, catalogue: Catalogue) -> Iterator[PaidAd | str]:
    """Each row as one ad, or why it isn't counted."""
    for row in rows(folder):
        if not isinstance(row, PayRow):
            yield row.reason
        elif row.year < FIRST_YEAR:
            yield f"before {FIRST_YEAR}"
        elif row.employment != "FT":
            yield "not full time"
        elif (role := role_by_title(row.title, catalogue)) is None:
            yield "another role"
        else:
            yield _ad(row, role)


def _ad(row: PayRow, role: str) -> PaidAd:
    return PaidAd(
        role=role,
        country=row.country,
        level=LEVELS.get(row.level),
        currency=row.currency,
        source=SALARY_FILE.id,
        low=row.low,
        high=row.high,
        month=row.seen,
        year=row.year,
    )
