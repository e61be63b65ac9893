"""A band of pay told from the fitted model: which fit speaks, in which money, and what it rests on.

Why a model and not the cell's own quantiles: see :mod:`rung.market.pay_model`. A band is told only
where ten ads are of just its role and country; with fewer, the countries near it are told instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Role
from rung.catalogue.rungs import ads_role
from rung.market import pay_words
from rung.market.pay_cells import ALL_LEVELS
from rung.market.pay_learn import FEWEST, confidence
from rung.market.pay_model import Estimate, estimate
from rung.market.pay_tables import Ads, PayTables, Rate
from rung.market.places import country_label, currency_of, in_place
from rung.market.records import PayBand
from rung.market.words import inside, plural

DRIFTED = 0.72
"""A role whose later ads lay less often inside their bands is said to have drifted."""

LADDER = ("junior", "mid", "senior")

REMOTE, ON_SITE = "100", "0"
"""As the file writes them."""

DIGITS = 3
"""Significant ones: more would claim to know what no band does."""


@dataclass(frozen=True, slots=True)
class Told:
    """An estimate in one currency with the ads it rests on."""

    found: Estimate
    ads: Ads
    currency: str
    rate: Rate
    level: str
    """Empty for all levels."""


def told(
    tables: PayTables,
    role: str,
    country: str,
    level: str | None,
    remote: bool | None,
    catalogue: Catalogue,
) -> Told | None:
    """The band of a role in a country, at a level where its ads and their order allow it.

    ``remote`` None is whatever the ads are; the countries of an ad are its employer's.
    """
    currency = currency_of(country, catalogue.places)
    rate = tables.rates.get(currency)
    every = tables.ads.get((country, role, ""))
    if rate is None or every is None or every.n < FEWEST:
        return None
    where = {} if remote is None else {"remote": REMOTE if remote else ON_SITE}
    asked = tables.ads.get((country, role, level)) if level else None
    if asked and asked.n >= FEWEST and rises(tables, role, country, catalogue):
        found = estimate(
            tables.with_levels, _features(role, country, catalogue, asked.level) | where
        )
        return Told(found, asked, currency, rate, asked.level)
    found = estimate(tables.without, _features(role, country, catalogue, "") | where)
    return Told(found, every, currency, rate, "")


def rises(tables: PayTables, role: str, country: str, catalogue: Catalogue) -> bool:
    """Whether a higher level is paid more there; else levels tell nothing."""
    middles = [
        estimate(tables.with_levels, _features(role, country, catalogue, level)).quantiles[2]
        for level in LADDER
    ]
    return middles == sorted(middles)


def _features(role: str, country: str, catalogue: Catalogue, level: str) -> dict[str, str]:
    market = next((c.market for c in catalogue.places.countries if c.code == country), "other")
    return {"market": market, "country": country, "role": role, "level": level}


def rounded(amount: float) -> int:
    """An amount to three significant digits, as an estimate may be written.

    >>> rounded(118_263.4)
    118000
    """
    return int(float(f"{amount:.{DIGITS}g}"))


def band(
    said: Told,
    tables: PayTables,
    role: Role,
    catalogue: Catalogue,
    *,
    basis: str,
    source: str,
    notes: tuple[str, ...],
) -> PayBand:
    """The record a person is shown; ``notes`` are what else there is to say."""
    p10, p25, p50, p75, p90 = (rounded(q * said.rate.per_dollar) for q in said.found.quantiles)
    ads = said.ads
    return PayBand(
        low=p25,
        mid=p50,
        high=p75,
        p10=p10,
        p25=p25,
        p50=p50,
        p75=p75,
        p90=p90,
        currency=said.currency,
        period="year",
        basis=basis,
        n=ads.n,
        distinct=ads.distinct,
        first=ads.first,
        last=ads.last,
        years=ads.years,
        place=country_label(ads.country, catalogue.places),
        level=pay_words.level_label(said.level or ALL_LEVELS, catalogue),
        role=ads.role,
        source=source,
        confidence=_sure(said, tables),
        note=" ".join(n for n in (*notes, _drift(said, tables, role)) if n),
        borrowed=_borrowed(said, tables, role, catalogue),
        later=_later(said, tables),
        width=round(said.found.width, 2),
    )


def _sure(said: Told, tables: PayTables) -> str:
    """How sure a band is by its ads; one step less where its role has drifted."""
    label = confidence(said.ads.n)
    if _drift_share(said, tables) is None:
        return label
    return {"high": "medium"}.get(label, "low")


def _drift_share(said: Told, tables: PayTables) -> float | None:
    found = tables.later.get(("role", said.ads.role))
    return found.share if found and found.share < DRIFTED else None


def _drift(said: Told, tables: PayTables, role: Role) -> str:
    share = _drift_share(said, tables)
    if share is None:
        return ""
    return (
        f"What {inside(role.label)} ads pay has shifted: only {share:.0%} of the newest lay inside "
        "the p10–p90 told before them, where 80% should."
    )


def _later(said: Told, tables: PayTables) -> str:
    found = tables.later.get(("confidence", confidence(said.ads.n)))
    if found is None:
        return ""
    return (
        f"of {plural(found.n, 'later ad')} with as many like them, {found.share:.0%} lay inside "
        "p10–p90 (80% should)"
    )


def _borrowed(said: Told, tables: PayTables, role: Role, catalogue: Catalogue) -> str:
    """From which ads a thin band leans; empty where its own are many."""
    ads = said.ads
    if confidence(ads.n) == "high":
        return ""
    alike = sum(a.n for k, a in tables.ads.items() if k[1] == ads.role and not k[2])
    here = sum(a.n for k, a in tables.ads.items() if k[0] == ads.country and not k[2])
    own = tables.ads[ads.country, ads.role, ""].n
    where = in_place(country_label(ads.country, catalogue.places))
    return (
        f"leans on {plural(alike - own, f'{inside(role.label)} ad')} of other countries and "
        f"{plural(here - own, 'ad')} of other roles {where}{_at(said)}"
    )


def _at(said: Told) -> str:
    """The rate at which other countries' pay became this one's money."""
    if said.currency == "USD":
        return ""
    return f" (at {said.rate.per_dollar:,.4g} {said.currency} for a US dollar, {said.rate.year})"


def nearby(tables: PayTables, role: Role, country: str, catalogue: Catalogue) -> str:
    """What a role pays in the countries near one that has too few ads, in words."""
    record = next((c for c in catalogue.places.countries if c.code == country), None)
    rate = tables.rates.get(record.currency) if record else None
    if record is None or rate is None:
        return ""
    near = {c.code for c in catalogue.places.countries if c.market == record.market}
    name = ads_role(role)
    n = sum(a.n for k, a in tables.ads.items() if k[0] in near and k[1] == name and not k[2])
    if n < FEWEST or near == {country}:
        return ""
    found = estimate(tables.without, {"market": record.market, "role": name, "level": ""})
    low, *_, high = (rounded(q * rate.per_dollar) for q in found.quantiles)
    where = catalogue.places.markets[record.market]
    return pay_words.nearby(where, n, low, high, record.currency, role)
