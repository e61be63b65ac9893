"""What money is worth: exchange rates, purchasing power and prices, each with year and source."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).with_name("economy.yaml")


class Fact(msgspec.Struct, frozen=True):
    """A figure of one year."""

    year: int
    value: float


class Facts(msgspec.Struct, frozen=True):
    """Figures by currency or country, from one source."""

    source: str
    as_of: str
    values: dict[str, Fact]


class Economy(msgspec.Struct, frozen=True):
    """``rates``: units of a currency for one US dollar. ``ppp``: units of a country's money that
    buy there what a dollar buys in the United States. ``inflation``: per cent a year.
    """

    rates: Facts
    ppp: Facts
    inflation: Facts


@cache
def economy() -> Economy:
    """The packaged facts."""
    return msgspec.yaml.decode(FILE.read_bytes(), type=Economy)
