"""Posted pay from three collections, one record an ad, never pooled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rung.catalogue.load import Catalogue
from rung.market.manifest import LeftOut
from rung.market.pay_boards import ashby, posted_2026
from rung.market.pay_cells import PaidAd
from rung.market.pay_rows import WIDEST
from rung.market.pay_salary_file import salary_file
from rung.market.postings import Posting
from rung.market.sources import ASHBY_PAY, POSTED_2026, SALARY_FILE

LEAST = 10_000
"""Less than this a year is an hourly or monthly figure under a wrong name."""


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
        (SALARY_FILE.label, salary_file(folder, catalogue)),
        (POSTED_2026.label, posted_2026(folder, catalogue)),
        (ASHBY_PAY.label, ashby(postings, catalogue)),
    ):
        seen: set[tuple[str, str, str, float, float]] = set()
        for ad in judged:
            if isinstance(ad, PaidAd) and (reason := doubt(ad) or _repeat(ad, seen)):
                left_out[f"{label}: {reason}"] += 1
            elif isinstance(ad, PaidAd):
                ads.append(ad)
            else:
                left_out[f"{label}: {ad}"] += 1
    listed = tuple(LeftOut(reason, n) for reason, n in sorted(left_out.items()))
    return PaidAds(tuple(ads), listed)


def doubt(ad: PaidAd) -> str | None:
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
