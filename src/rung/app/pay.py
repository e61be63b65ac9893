"""What a role pays in a place, in the money and terms a person asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rung import market
from rung.app import offers
from rung.app.ads import store
from rung.app.answer import NoPay
from rung.app.goal import find_level, find_place, find_role
from rung.catalogue import load
from rung.catalogue.rungs import ads_role
from rung.core.errors import UserError
from rung.core.records import Abstained
from rung.market import own, pay_money
from rung.market.offers import Offer
from rung.market.pay_cells import ALL_LEVELS, PayCell
from rung.market.pay_tables import Rate
from rung.market.records import PayBand, SnapshotInfo


@dataclass(frozen=True, slots=True)
class OfferPlaced:
    """An offer in its own money, and where in the band its middle lies; empty without a band."""

    offer: Offer
    at: str


@dataclass(frozen=True, slots=True)
class PayAnswer:
    """A pay band, or why there is none."""

    role: str
    place: str | None
    level: str | None
    snapshot: SnapshotInfo
    pay: PayBand | NoPay
    own: tuple[PayCell, ...] = ()
    """What the ads on this machine pay there, counted by themselves."""

    offers: tuple[OfferPlaced, ...] = ()
    """What the person was offered there."""


def pay_answer(
    role: str,
    place: str | None,
    level: str | None,
    today: date,
    *,
    remote: bool | None = None,
    currency: str | None = None,
    terms: str = "nominal",
) -> PayAnswer:
    """What ads for a role pay in a place, at a level, in a currency and terms."""
    catalogue = load()
    found, rung = find_role(catalogue, role), find_level(catalogue, level)
    where = find_place(catalogue, place)
    snapshot = market.load()
    level_id = rung.id if rung else None
    wanted = pay_money.terms(terms)
    if currency and wanted == "ppp":
        raise UserError("--currency", "has no meaning with --terms ppp.", "Leave one of them out.")
    pay = market.pay_band(snapshot, found.id, where, level_id, today, catalogue, remote=remote)
    rates = snapshot.pay_tables.rates if snapshot.pay_tables else {}
    country = (where and where.country) or ""
    name = ads_role(found)
    mine = _own(name, country, level_id)
    got = [o for o in offers.listed() if (o.role, o.country) == (name, country)]
    if isinstance(pay, Abstained):
        shown: PayBand | NoPay = NoPay.of(pay)
        placed = tuple(OfferPlaced(o, "") for o in got)
        return PayAnswer(found.id, place, level_id, snapshot.info, shown, mine, placed)
    placed = tuple(_placed(o, pay, rates) for o in got)
    pay = pay_money.in_terms(pay, wanted, country, today)
    if currency:
        pay = pay_money.in_currency(pay, currency, rates)
        pay = pay_money.with_guide(pay, found.guide_pay, rates)
    return PayAnswer(found.id, place, level_id, snapshot.info, pay, mine, placed)


def _own(role: str, country: str, level: str | None) -> tuple[PayCell, ...]:
    """The cells of the person's own ads: at the level asked, else at all levels."""
    figures = own.figures(store())
    cells = [c for c in figures.pay if (c.role, c.country) == (role, country)] if figures else []
    exact = tuple(c for c in cells if c.level == level)
    return exact or tuple(c for c in cells if c.level == ALL_LEVELS)


def _placed(offer: Offer, band: PayBand, rates: Mapping[str, Rate]) -> OfferPlaced:
    old = pay_money.rate_of(offer.currency, rates)
    new = pay_money.rate_of(band.currency, rates)
    if old is None or new is None:
        return OfferPlaced(offer, "")
    amount = offer.middle * new.per_dollar / old.per_dollar
    return OfferPlaced(offer, pay_money.place_in(band, amount))
