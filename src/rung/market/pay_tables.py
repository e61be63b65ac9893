"""What the bundled figures hold of the pay model: effects, spreads, ads behind them, later ads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rung.core import lake
from rung.market.pay_model import Effect, Key, Model, Spread, Term

EFFECTS = {
    "levels": "BOOLEAN",
    "term": "VARCHAR[]",
    "key": "VARCHAR[]",
    "value": "FLOAT",
    "variance": "FLOAT",
}
"""``levels`` tells the fit that knows levels from the one that doesn't. A row without a key holds
the term's own variance; one without a term the base."""

SPREADS = {
    "levels": "BOOLEAN",
    "key": "VARCHAR[]",
    "around": "FLOAT[]",
    "width": "FLOAT",
}

ADS = {
    "country": "VARCHAR",
    "role": "VARCHAR",
    "level": "VARCHAR",
    "n": "INTEGER",
    "distinct_values": "INTEGER",
    "first": "VARCHAR",
    "last": "VARCHAR",
    "years": "INTEGER[]",
}

LATER = {"kind": "VARCHAR", "name": "VARCHAR", "n": "INTEGER", "inside": "INTEGER"}

RATES = {"currency": "VARCHAR", "year": "INTEGER", "per_dollar": "DOUBLE"}

NAMES = ("pay_effects", "pay_spreads", "pay_ads", "pay_later", "pay_rates")
FILES = tuple(f"{name}.parquet" for name in NAMES)


@dataclass(frozen=True, slots=True)
class Ads:
    """The ads of one country, role and level (empty: whatever level)."""

    country: str
    role: str
    level: str
    n: int
    distinct: int
    first: str
    last: str
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """Of ``n`` ads first seen after a fit, how many lay inside its p10 to p90."""

    n: int
    inside: int

    @property
    def share(self) -> float:
        """As a share of one."""
        return self.inside / self.n


@dataclass(frozen=True, slots=True)
class Rate:
    """Units of a currency for one US dollar, over a year."""

    year: int
    per_dollar: float


@dataclass(frozen=True, slots=True)
class PayTables:
    """Two fits, one without levels, and what stands beside their bands."""

    with_levels: Model
    without: Model
    ads: Mapping[Key, Ads]
    """By (country, role, level); the level may be empty, for all of them."""

    later: Mapping[tuple[str, str], Later]
    """By ("role", its id) and ("confidence", its label)."""

    rates: Mapping[str, Rate]


def write(folder: Path, tables: PayTables, keep: Callable[[Term, Key], bool]) -> None:
    """Write the tables into ``folder``; effects are only those that ``keep`` is true of.

    Why leave some out: titles outside the catalogue and releases gone by are never asked for.
    """
    effects: list[lake.Row] = []
    spreads: list[lake.Row] = []
    for levels, model in ((True, tables.with_levels), (False, tables.without)):
        effects.append((levels, [], [], model.base, 0.0))
        for term, unseen, found in zip(model.terms, model.unseen, model.effects, strict=True):
            effects.append((levels, list(term), [], unseen, unseen))
            effects += [
                (levels, list(term), list(key), e.value, e.variance)
                for key, e in sorted(found.items())
                if keep(term, key)
            ]
        spreads += [
            (levels, list(key), list(s.around), s.width)
            for key, s in sorted(model.spreads.items())
            if keep(("market", "role", "level")[: len(key)], key)
        ]
    lake.write(folder / "pay_effects.parquet", EFFECTS, effects)
    lake.write(folder / "pay_spreads.parquet", SPREADS, spreads)
    lake.write(
        folder / "pay_ads.parquet",
        ADS,
        [
            (a.country, a.role, a.level, a.n, a.distinct, a.first, a.last, list(a.years))
            for _, a in sorted(tables.ads.items())
        ],
    )
    lake.write(
        folder / "pay_later.parquet",
        LATER,
        [(*key, found.n, found.inside) for key, found in sorted(tables.later.items())],
    )
    lake.write(
        folder / "pay_rates.parquet",
        RATES,
        [(name, r.year, r.per_dollar) for name, r in sorted(tables.rates.items())],
    )


def read(folder: Path) -> PayTables | None:
    """The tables of a snapshot; None where it has none."""
    if not all((folder / name).is_file() for name in FILES):
        return None
    effects, spreads, ads, later, rates = (lake.read(folder / name) for name in FILES)
    counted = [
        Ads(country, role, level, n, distinct, first, last, tuple(years))
        for country, role, level, n, distinct, first, last, years in ads
    ]
    return PayTables(
        with_levels=_model(effects, spreads, levels=True),
        without=_model(effects, spreads, levels=False),
        ads={(a.country, a.role, a.level): a for a in counted},
        later={(kind, name): Later(n, inside) for kind, name, n, inside in later},
        rates={name: Rate(year, per_dollar) for name, year, per_dollar in rates},
    )


def _model(effects: list[lake.Row], spreads: list[lake.Row], *, levels: bool) -> Model:
    base = 0.0
    unseen: dict[Term, float] = {}
    found: dict[Term, dict[Key, Effect]] = {}
    for which, names, values, value, variance in effects:
        term, key = tuple(names), tuple(values)
        if which != levels:
            continue
        if not term:
            base = value
        elif not key:
            unseen[term], found[term] = variance, {}
        else:
            found[term][key] = Effect(value, variance)
    return Model(
        base=base,
        terms=tuple(unseen),
        unseen=tuple(unseen.values()),
        effects=tuple(found.values()),
        spreads={
            tuple(key): Spread(tuple(around), width)
            for which, key, around, width in spreads
            if which == levels
        },
    )
