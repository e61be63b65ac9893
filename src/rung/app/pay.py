"""What a role pays in a place, in the money and terms a person asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rung import market
from rung.app.answer import NoPay
from rung.app.goal import find_level, find_place, find_role
from rung.catalogue import load
from rung.core.errors import UserError
from rung.core.records import Abstained
from rung.market import pay_money
from rung.market.records import PayBand, SnapshotInfo


@dataclass(frozen=True, slots=True)
class PayAnswer:
    """A pay band, or why there is none."""

    role: str
    place: str | None
    level: str | None
    snapshot: SnapshotInfo
    pay: PayBand | NoPay


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
    pay = market.pay_band(snapshot, found.id, where, level_id, today, catalogue, remote=remote)
    if isinstance(pay, Abstained):
        return PayAnswer(found.id, place, level_id, snapshot.info, NoPay.of(pay))
    rates = snapshot.pay_tables.rates if snapshot.pay_tables else {}
    pay = pay_money.in_terms(pay, wanted, (where and where.country) or "", today)
    if currency and wanted == "ppp":
        raise UserError("--currency", "has no meaning with --terms ppp.", "Leave one of them out.")
    if currency:
        pay = pay_money.in_currency(pay, currency, rates)
        pay = pay_money.with_guide(pay, found.guide_pay, rates)
    return PayAnswer(found.id, place, level_id, snapshot.info, pay)
