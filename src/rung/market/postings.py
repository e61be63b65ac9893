"""Ads as collected, from the files of a market folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rung.core import lake
from rung.core.errors import UserError
from rung.market.manifest import LeftOut

FIRST_MONTH = "2025-01"
"""Ads read before this don't tell what is asked now."""

CUT_SHORT = 500
"""Texts of boards that cut at this length lack their requirements."""

CUT_LONG = 4000
"""Texts of boards that cut at this length mostly hold them."""

_TEXT = (
    "source, id, title, company, location, country_hint, fetched_at, salary_currency, "
    "salary_period, description, desc_hash, url"
)
_FIELDS = ", ".join(f"coalesce({name.strip()}, '')" for name in _TEXT.split(","))
_CUT = f"description_raw_format = 'text_trunc{CUT_LONG}' AND desc_len >= {CUT_LONG - 1}"
_UNFIT = {
    f"read before {FIRST_MONTH} or at no known date": f"coalesce(fetched_at, '') < '{FIRST_MONTH}'",
    f"text cut at {CUT_SHORT} characters by its source (Adzuna)": (
        "(source LIKE '%adzuna%' OR coalesce(description_raw_format, '') LIKE '%trunc500')"
    ),
    "one text for several jobs (Hacker News)": "source LIKE 'hn_%'",
    "source states personal use only": "source LIKE 'cyber_2026_%'",
}
"""Ads that can't be counted, by reason, as SQL conditions that are never null."""


@dataclass(frozen=True, slots=True)
class Posting:
    """One ad as its source wrote it; ``seen`` is when it was read, a day or a month."""

    source: str
    id: str
    title: str
    company: str
    location: str
    country_hint: str
    seen: str
    salary_currency: str
    salary_period: str
    text: str
    text_hash: str
    url: str
    remote: bool | None
    salary_min: float | None
    salary_max: float | None
    cut: bool

    @property
    def month(self) -> str:
        """The month the ad was read."""
        return self.seen[:7]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The ads worth reading, and what was left out before."""

    read: int
    postings: tuple[Posting, ...]
    left_out: tuple[LeftOut, ...]


def gather(folder: Path) -> Gathered:
    """Every ad of the folder's ``postings_*.parquet`` that was read lately and is whole.

    Newest first; of ads read on the same day the longer text first, so that of two alike the
    fuller one is kept.
    """
    files = sorted(folder.glob("postings_*.parquet"))
    if not files:
        raise UserError(
            str(folder), "holds no postings_*.parquet.", "Give the folder that holds the ads."
        )
    tables: dict[str, Path | Sequence[Path]] = {"ads": files}
    total = int(lake.query("SELECT count(*) FROM ads", (), tables)[0][0])
    left_out, wanted = [], "true"
    for reason, unfit in _UNFIT.items():
        count = f"SELECT count(*) FROM ads WHERE {wanted} AND {unfit}"  # noqa: S608
        left_out.append(LeftOut(reason, lake.query(count, (), tables)[0][0]))
        wanted += f" AND NOT {unfit}"
    rows = lake.query(
        f"SELECT {_FIELDS}, remote, salary_min, salary_max, coalesce({_CUT}, false) FROM ads "  # noqa: S608
        f"WHERE {wanted} ORDER BY fetched_at DESC, desc_len DESC, source, id, title",
        (),
        tables,
    )
    return Gathered(total, tuple(Posting(*row) for row in rows), tuple(left_out))
