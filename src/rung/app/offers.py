"""A person's own offers: kept, listed, forgotten."""

from __future__ import annotations

from datetime import date

from rung.app.goal import find_level, find_place, find_role
from rung.catalogue import load
from rung.catalogue.rungs import ads_role
from rung.core import paths
from rung.core.errors import UserError
from rung.core.state import State
from rung.market import offers
from rung.market.offers import Offer
from rung.market.places import currency_of


def add(
    role: str,
    place: str,
    low: float,
    high: float | None,
    day: date,
    *,
    level: str | None = None,
    currency: str | None = None,
    employer: str = "",
) -> Offer:
    """Keep an offer; its currency is the country's own if none is given."""
    catalogue = load()
    where, rung = find_place(catalogue, place), find_level(catalogue, level)
    if where is None or where.country is None:
        raise UserError(f"place {place!r}", "names no country.", "Pay is told by country.")
    top = low if high is None else high
    if not 0 < low <= top:
        raise UserError("the offer", "must be above zero and not fall.", "Give LOW, then --high.")
    return offers.add(
        State(paths.home()),
        Offer(
            id=0,
            role=ads_role(find_role(catalogue, role)),
            country=where.country,
            level=rung.id if rung else None,
            currency=(currency or currency_of(where.country, catalogue.places)).upper(),
            low=low,
            high=top,
            day=day.isoformat(),
            employer=employer,
        ),
    )


def listed() -> tuple[Offer, ...]:
    """Every offer kept."""
    return offers.read(State(paths.home()))


def remove(number: int) -> Offer:
    """Forget an offer."""
    return offers.remove(State(paths.home()), number)
