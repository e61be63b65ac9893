"""From the rows of a salary file to the tables the pay of a role is told from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from rung.catalogue.load import Catalogue
from rung.market.pay_fit import FEATURES, PaidKind, fit
from rung.market.pay_kinds import in_doubtful_dollars, kinds, role_by_title
from rung.market.pay_model import Key, Model, Term, estimate
from rung.market.pay_rows import LEVELS, PayRow
from rung.market.pay_tables import Ads, Later, PayTables, Rate

HIGH, MEDIUM, FEWEST = 100, 30, 10
"""Ads of just its kind from which a band's confidence is high, medium, and low."""

MANY = 100
"""Later ads from which their share inside the band is told."""


def learn(rows: Sequence[PayRow], catalogue: Catalogue) -> PayTables:
    """Fit to all rows, and judge the fit to all but the last release on that release.

    Rows in doubtful dollars are left out: see :func:`~rung.market.pay_kinds.in_doubtful_dollars`.
    """
    rows = [r for r in rows if not in_doubtful_dollars(r, catalogue)]
    last = max(r.seen for r in rows)
    return PayTables(
        with_levels=fit(kinds(rows, catalogue), last),
        without=fit(kinds(rows, catalogue, levels=False), last),
        ads=count(rows, catalogue),
        later=judge(rows, catalogue),
        rates=rates(rows),
    )


def keep(catalogue: Catalogue, term: Term, key: Key) -> bool:
    """Whether an effect is of something one can ask for."""
    told = dict(zip(term, key, strict=True))
    return (
        "release" not in told
        and ("role" not in told or told["role"] in catalogue.roles)
        and told.get("level", "") in {*LEVELS.values(), ""}
    )


def count(rows: Sequence[PayRow], catalogue: Catalogue) -> dict[Key, Ads]:
    """The ads of each country, catalogue role and level, and of all levels together."""
    cells: dict[Key, list[PayRow]] = defaultdict(list)
    for row in rows:
        role = role_by_title(row.title, catalogue)
        if role is None:
            continue
        for level in {LEVELS.get(row.level, ""), ""}:
            cells[row.country, role, level].append(row)
    return {key: _ads(key, held) for key, held in cells.items()}


def _ads(key: Key, rows: Sequence[PayRow]) -> Ads:
    months = sorted(r.seen for r in rows)
    distinct = len({r.middle_usd for r in rows})
    years = tuple(sorted({r.year for r in rows}))
    country, role, level = key
    return Ads(country, role, level, len(rows), distinct, months[0], months[-1], years)


def judge(rows: Sequence[PayRow], catalogue: Catalogue) -> dict[tuple[str, str], Later]:
    """How the last release's ads lay in bands fitted to those before, by role and confidence."""
    last = max(r.seen for r in rows)
    early = [r for r in rows if r.seen < last]
    if not early:
        return {}
    model = fit(kinds(early, catalogue), max(r.seen for r in early))
    counted = count(early, catalogue)
    found: dict[tuple[str, str], list[bool]] = defaultdict(list)
    known: dict[Key, tuple[float, ...]] = {}
    for ad in kinds([r for r in rows if r.seen == last], catalogue):
        _, country, role, level, *_ = ad.features
        if role not in catalogue.roles:
            continue
        inside = _inside(model, ad, known)
        found["role", role].append(inside)
        ads = counted.get((country, role, level if level in LEVELS.values() else ""))
        found["confidence", confidence(ads.n if ads else 0)].append(inside)
    return {key: Later(len(v), sum(v)) for key, v in found.items() if len(v) >= MANY}


def _inside(model: Model, ad: PaidKind, known: dict[Key, tuple[float, ...]]) -> bool:
    key = ad.features[:-1]
    if key not in known:
        told = dict(zip(FEATURES[:-1], key, strict=True))
        known[key] = estimate(model, told).quantiles
    return known[key][0] <= (ad.low + ad.high) / 2 <= known[key][-1]


def confidence(n: int) -> str:
    """How sure a band is that has ``n`` ads of just its kind; "none" where it isn't to be told."""
    if n < FEWEST:
        return "none"
    return "high" if n >= HIGH else "medium" if n >= MEDIUM else "low"


def rates(rows: Sequence[PayRow]) -> dict[str, Rate]:
    """The yearly rates the file itself converted at, of each currency's last year.

    Why its own: an amount turned to dollars and back is then what the ad said.
    """
    held: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        held[row.currency][row.year].append(row.high / row.high_usd)
    return {
        currency: Rate(max(years), round(median(years[max(years)]), 6))
        for currency, years in held.items()
    }
