"""Posted pay of the ads on this machine, one record an ad, and why others have none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rung.market.manifest import LeftOut
from rung.market.own_ads import Current
from rung.market.pay_cells import PaidAd
from rung.market.pay_records import PaidAds, doubt
from rung.market.sift import plain_name
from rung.reading.titles import normalise_title

SOURCE, LABEL = "own", "ads on this machine"


def paid(ads: Iterable[Current]) -> PaidAds:
    """The yearly ranges of catalogue roles that one country's ads state."""
    found: list[PaidAd] = []
    left: Counter[str] = Counter()
    for ad in ads:
        if ad.facts["pay_low"] is None and ad.facts["pay_high"] is None:
            continue
        read = _record(ad)
        why = read if isinstance(read, str) else doubt(read)
        if isinstance(read, PaidAd) and not why:
            found.append(read)
        else:
            left[f"{LABEL}: {why}"] += 1
    listed = tuple(LeftOut(why, n) for why, n in sorted(left.items()))
    return PaidAds(tuple(found), listed)


def _record(ad: Current) -> PaidAd | str:
    facts = ad.facts
    if not ad.counts:
        return "repeat: the same job told again"
    if not facts["role"]:
        return "another role"
    if facts["level"] == "intern":
        return "internship"
    if facts["pay_period"] != "year":
        return "not by the year"
    if len(facts["countries"]) != 1:
        return "no one country"
    if facts["pay_low"] is None or facts["pay_high"] is None:
        return "one end only"
    return PaidAd(
        role=facts["role"],
        country=next(iter(facts["countries"])),
        level=facts["level"] or None,
        currency=facts["pay_currency"],
        source=SOURCE,
        low=facts["pay_low"],
        high=facts["pay_high"],
        month=ad.last_seen[:7],
        year=int(ad.last_seen[:4]),
        employer=plain_name(ad.employer),
        title=normalise_title(ad.title),
    )
