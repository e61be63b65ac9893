"""A band of pay in other money: another currency, purchasing power, or today's prices."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Literal, get_args

from rung.catalogue.records import GuidePay
from rung.core.errors import UserError
from rung.market.economy import Facts, economy
from rung.market.pay_tables import Rate
from rung.market.records import PayBand

Terms = Literal["nominal", "real", "ppp"]
"""As posted; in today's prices; in dollars that buy as much there as in the United States."""

SHARES = (10, 25, 50, 75, 90)


def terms(name: str) -> Terms:
    """The terms a person names."""
    found: Terms | None = next((t for t in get_args(Terms) if t == name.casefold()), None)
    if found is None:
        raise UserError(
            f"terms {name!r}", "are none we know.", f"Known: {', '.join(get_args(Terms))}"
        )
    return found


def rate_of(currency: str, rates: Mapping[str, Rate]) -> Rate | None:
    """Units for one US dollar: as the pay file converted, else the yearly average."""
    known = rates.get(currency)
    if known or currency == "USD":
        return known or Rate(0, 1.0)
    fact = economy().rates.values.get(currency)
    return Rate(fact.year, fact.value) if fact else None


def in_currency(band: PayBand, currency: str, rates: Mapping[str, Rate]) -> PayBand:
    """The band in another currency; the note says at which rate."""
    wanted = currency.upper()
    if wanted == band.currency:
        return band
    old, new = rate_of(band.currency, rates), rate_of(wanted, rates)
    if old is None or new is None:
        known = sorted({*rates, *economy().rates.values, "USD"})
        raise UserError(
            f"currency {currency!r}", "has no exchange rate here.", f"Known: {', '.join(known)}"
        )
    factor = new.per_dollar / old.per_dollar
    year = max(old.year, new.year)
    said = f"Turned from {band.currency} at {factor:,.4g} {wanted} for one, the average of {year}."
    return _times(band, factor, wanted, said)


def in_terms(band: PayBand, wanted: Terms, country: str, today: date) -> PayBand:
    """The band in ``wanted`` terms; the note says how, from what source and year."""
    if wanted == "ppp":
        return _ppp(band, country)
    return _today(band, country, today) if wanted == "real" else band


def _ppp(band: PayBand, country: str) -> PayBand:
    fact, source = economy().ppp.values.get(country), economy().ppp
    if fact is None:
        raise UserError(
            f"--terms ppp in {band.place}",
            "needs a purchasing power we lack.",
            "Leave --terms out.",
        )
    said = (
        f"In dollars that buy there what they buy in the United States: {band.currency} "
        f"{fact.value:,.4g} for one ({_name(source)}, {fact.year}). That is of a whole economy: "
        "no city's rents, no taxes."
    )
    return _times(band, 1 / fact.value, "international USD", said)


def _today(band: PayBand, country: str, today: date) -> PayBand:
    fact, source = economy().inflation.values.get(country), economy().inflation
    if fact is None:
        raise UserError(
            f"--terms real in {band.place}", "needs a rise of prices we lack.", "Leave --terms out."
        )
    months = (today.year - int(band.last[:4])) * 12 + today.month - int(band.last[5:7])
    if months <= 0:
        return band
    factor = (1 + fact.value / 100) ** (months / 12)
    said = (
        f"In prices of {today:%Y-%m}, if they rose since {band.last} as in {fact.year}: "
        f"{fact.value:.1f}% a year, the newest known ({_name(source)}). Pay itself may have "
        "risen otherwise."
    )
    return _times(band, factor, band.currency, said)


def _name(facts: Facts) -> str:
    return facts.source.partition(" (")[0]


def _times(band: PayBand, factor: float, currency: str, said: str) -> PayBand:
    def turned(amount: int) -> int:
        return round(float(f"{amount * factor:.3g}"))

    return replace(
        band,
        low=turned(band.low),
        mid=turned(band.mid),
        high=turned(band.high),
        p10=turned(band.p10),
        p25=turned(band.p25),
        p50=turned(band.p50),
        p75=turned(band.p75),
        p90=turned(band.p90),
        currency=currency,
        note=f"{band.note} {said}".strip(),
        guide_range=None,
        guide_at="",
    )


def with_guide(band: PayBand, guide: GuidePay | None, rates: Mapping[str, Rate]) -> PayBand:
    """The band with what a career guide states beside it, and where in the band that lies."""
    if guide is None:
        return band
    said = f"{guide.currency} {guide.low:,}–{guide.high:,}+ ({guide.note})"
    old, new = rate_of(guide.currency, rates), rate_of(band.currency, rates)
    if old is None or new is None:
        return replace(band, guide=said)
    factor = new.per_dollar / old.per_dollar
    ends = [place_in(band, amount * factor) for amount in (guide.low, guide.high)]
    return replace(
        band,
        guide=said,
        guide_range=(guide.low, guide.high) if guide.currency == band.currency else None,
        guide_at=f"{ends[0]} to {ends[1]} of these ads",
    )


def place_in(band: PayBand, amount: float) -> str:
    """Where an amount lies in a band, in words.

    >>> from types import SimpleNamespace as Band
    >>> place_in(Band(p10=10, p25=20, p50=30, p75=40, p90=50), 25)
    'p38'
    """
    points = (band.p10, band.p25, band.p50, band.p75, band.p90)
    at = bisect_left(points, amount)
    if at == 0 and amount < points[0]:
        return "below p10"
    if at == len(points):
        return "above p90"
    if points[at] == amount:
        return f"p{SHARES[at]}"
    share = (amount - points[at - 1]) / (points[at] - points[at - 1])
    return f"p{round(SHARES[at - 1] + share * (SHARES[at] - SHARES[at - 1]))}"
