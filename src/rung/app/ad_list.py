"""The ads on this machine as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rung.app.ads import store
from rung.app.goal import find_level, find_place, find_role
from rung.catalogue import load
from rung.catalogue.rungs import ads_role
from rung.market import own_ads


@dataclass(frozen=True, slots=True)
class AdLine:
    """An ad on this machine."""

    key: str
    title: str
    employer: str
    location: str
    role: str
    level: str
    pay: str
    posted: str
    first_seen: str
    last_seen: str
    days: int
    """Days between the first and the last time it was seen."""

    open: bool
    """Whether the last whole pass over its board still listed it."""

    told_again: int
    """Other ads on this machine that tell of the same job."""

    url: str


@dataclass(frozen=True, slots=True)
class AdList:
    """Some of the ads on this machine, newest first; ``n`` is how many fit in all."""

    n: int
    ads: tuple[AdLine, ...]


def listed(role: str | None, place: str | None, level: str | None, most: int) -> AdList:
    """The ads of a role, in a place, of a level: each job once, newest first."""
    catalogue = load()
    wanted = ads_role(find_role(catalogue, role)) if role else None
    rung = find_level(catalogue, level)
    where = find_place(catalogue, place)
    kept = store()
    ads = own_ads.current(kept)
    again = Counter(a.canonical for a in ads)
    closed = own_ads.closed(kept)
    fit = [
        a
        for a in ads
        if a.counts
        and not a.facts["error"]
        and (wanted is None or a.facts["role"] == wanted)
        and (rung is None or a.facts["level"] == rung.id)
        and (where is None or own_ads.stands_in(a, where))
    ]
    lines = tuple(_line(a, again[a.canonical] - 1, a.key not in closed) for a in fit[:most])
    return AdList(len(fit), lines)


def _line(ad: own_ads.Current, again: int, is_open: bool) -> AdLine:
    told = ad.facts
    return AdLine(
        key=ad.key,
        title=ad.title,
        employer=ad.employer,
        location=ad.location,
        role=told["role"] or "",
        level=told["level"] or "",
        pay=_pay(told),
        posted=ad.posted,
        first_seen=ad.first_seen,
        last_seen=ad.last_seen,
        days=own_ads.days_between(ad.first_seen, ad.last_seen),
        open=is_open,
        told_again=again,
        url=ad.url,
    )


def _pay(told: Mapping[str, Any]) -> str:
    ends = [f"{x:,.0f}" for x in (told["pay_low"], told["pay_high"]) if x is not None]
    if not ends:
        return ""
    return f"{told['pay_currency']} {'–'.join(dict.fromkeys(ends))} a {told['pay_period']}"
