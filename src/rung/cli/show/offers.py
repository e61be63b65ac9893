"""Offers in the terminal."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from rich.console import Console

from rung.market.offers import Offer


def added(offer: Offer, console: Console) -> None:
    """What was kept and where it will be seen."""
    console.print(f"Kept as offer {offer.id}: {line(offer)}.")
    console.print(f"It stands beside the ads in: rung pay {offer.role} --place {offer.country}")


def listed(offers: Sequence[Offer], console: Console) -> None:
    """Every offer, or how to add one."""
    if not offers:
        console.print("No offers kept. Add one: rung offer add ROLE AMOUNT --place COUNTRY")
    for offer in offers:
        console.print(f"{offer.id}  {line(offer)}")


def removed(offer: Offer, console: Console) -> None:
    """What was forgotten, and how to bring it back."""
    level = f" --level {offer.level}" if offer.level else ""
    high = f" --high {offer.high:.0f}" if offer.high != offer.low else ""
    employer = f" --employer {shlex.quote(offer.employer)}" if offer.employer else ""
    console.print(f"Forgotten: {line(offer)}.")
    console.print(
        f"To undo: rung offer add {offer.role} {offer.low:.0f}{high} --place {offer.country}"
        f"{level} --currency {offer.currency}{employer} --today {offer.day}"
    )


def line(offer: Offer) -> str:
    """An offer in one line."""
    pay = f"{offer.low:,.0f}" if offer.low == offer.high else f"{offer.low:,.0f}–{offer.high:,.0f}"
    level = f", {offer.level}" if offer.level else ""
    employer = f", {offer.employer}" if offer.employer else ""
    where = f"{offer.country}{employer}, {offer.day}"
    return f"{offer.currency} {pay} a year, {offer.role}{level}, {where}"
