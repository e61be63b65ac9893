"""Money facts by country and currency, from the World Bank's and the Federal Reserve's tables.

Run: ``python -m training.economy FOLDER`` where FOLDER holds ``ppp-gdp.csv``, ``cpi.csv`` and
``exchange-rates-annual.csv`` of datasets/ppp, datasets/cpi and datasets/exchange-rates.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from rung.catalogue import load
from rung.market.economy import FILE

RATE_NAMES = {
    "Australia": "AUD", "Brazil": "BRL", "Canada": "CAD", "China": "CNY", "Denmark": "DKK",
    "Euro": "EUR", "Hong Kong": "HKD", "India": "INR", "Japan": "JPY", "Malaysia": "MYR",
    "Mexico": "MXN", "New Zealand": "NZD", "Norway": "NOK", "Singapore": "SGD",
    "South Africa": "ZAR", "South Korea": "KRW", "Sweden": "SEK", "Switzerland": "CHF",
    "Taiwan": "TWD", "Thailand": "THB",
}  # fmt: skip
"""The Federal Reserve's names; Venezuela's official rate is nobody's."""

RATES = {"source": "datasets/exchange-rates: US Federal Reserve, yearly averages (ODC-PDDL 1.0)",
         "as_of": "2026-07-21"}  # fmt: skip
PPP = {"source": "datasets/ppp: World Bank PA.NUS.PPP (ODC-PDDL 1.0)", "as_of": "2026-03-05"}
PRICES = {"source": "datasets/cpi: World Bank FP.CPI.TOTL.ZG (ODC-PDDL 1.0)", "as_of": "2025-07-01"}


def main(folder: Path) -> None:
    """Write the facts of each country in the catalogue, the newest year of each."""
    countries = {c.label: c.code for c in load().places.countries}
    rates = _newest(folder / "exchange-rates-annual.csv", "Country", "Date", "Exchange rate")
    ppp = _newest(folder / "ppp-gdp.csv", "Country ID", "Year", "PPP")
    prices = _newest(folder / "cpi.csv", "Country", "Year", "CPI")
    facts: dict[str, Any] = {
        "rates": {**RATES, "values": _named(rates, RATE_NAMES)},
        "ppp": {**PPP, "values": _named(ppp, {c: c for c in countries.values()})},
        "inflation": {**PRICES, "values": _named(prices, countries)},
    }
    text = yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, default_flow_style=None)
    FILE.write_text(text, encoding="utf-8")


def _newest(path: Path, name: str, year: str, value: str) -> dict[str, tuple[int, float]]:
    found: dict[str, tuple[int, float]] = {}
    for row in _rows(path):
        if row[value]:
            when = int(row[year][:4])
            found[row[name]] = max(found.get(row[name], (0, 0.0)), (when, float(row[value])))
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _named(found: dict[str, tuple[int, float]], names: dict[str, str]) -> dict[str, Any]:
    known = {names[n]: (y, v) for n, (y, v) in found.items() if n in names}
    return {name: {"year": y, "value": round(v, 5)} for name, (y, v) in sorted(known.items())}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
