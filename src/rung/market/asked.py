"""What ads ask besides skills: degrees, years, an MBA."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import quantiles

from rung.market.readings import Reading
from rung.market.records import Asks, Count, DegreeAsked, YearsAsked

FEWEST_YEARS = 10
"""Ads that state years before their middle is told."""


def asks(ads: Sequence[Reading]) -> Asks:
    """Degrees, years and MBAs over ``ads``, each with its n."""
    found = Counter((ad.degree, ad.degree_strength) for ad in ads if ad.degree)
    looked = [ad.mba for ad in ads if ad.mba is not None]
    return Asks(
        degrees=tuple(
            DegreeAsked(
                level,
                found[level, "required"],
                found[level, "or_equivalent"],
                found[level, "preferred"],
                len(ads),
            )
            for level in ("bachelor", "master", "phd")
        ),
        no_degree=Count(sum(1 for ad in ads if ad.degree is None), len(ads)),
        mba=Count(sum(looked), len(looked)) if looked else None,
        years=years(ads),
    )


def years(ads: Sequence[Reading]) -> YearsAsked:
    """The years ads ask at least: how many say so, and the quarter marks where enough do."""
    stated = [ad.years for ad in ads if ad.years is not None]
    if len(stated) < FEWEST_YEARS:
        return YearsAsked(Count(len(stated), len(ads)), None, None, None)
    low, middle, high = (round(q, 1) for q in quantiles(stated, n=4, method="inclusive"))
    return YearsAsked(Count(len(stated), len(ads)), low, middle, high)
