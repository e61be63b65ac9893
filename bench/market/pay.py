"""The pay model judged on ads that came after its fit, beside hard back-off and boosted trees.

Run: ``python -m bench.market.pay``. Needs the shared salary file; the boosted trees are shown
where LightGBM is installed (``pip install lightgbm``). P1 to P10 are the bars' names.

Splits: T1 fits work years to 2023 and judges 2024; T2 fits ads seen to 2024-07 and judges those
first seen in 2024-10 and 2025-01; T3 fits those to 2025-01 and judges 2025-08. LOCO leaves one
country out at a time.
"""

from __future__ import annotations

import importlib.util
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from bench.gold_texts import MARKET
from rung.catalogue import load
from rung.market.pay_fit import FEATURES, PaidKind, fit
from rung.market.pay_kinds import kinds
from rung.market.pay_model import Model, estimate
from rung.market.pay_rows import PayRow, Rejected, rows

Floats = npt.NDArray[np.float64]
SHARES = (0.1, 0.5, 0.9)
LEAST = 30
MANY = 100
CATALOGUE = load()


def main() -> None:
    """Print every bar."""
    read = list(rows(MARKET))
    good = [r for r in read if isinstance(r, PayRow)]
    bad = Counter(r.reason for r in read if isinstance(r, Rejected))
    print(f"P1: {len(read)} rows: {len(good)} ads, {sum(bad.values())} set aside: {dict(bad)}")
    for name, train, test, as_of in splits(good):
        judge(name, train, test, as_of)
    leave_one_out(good)
    order(good)


def splits(
    good: Sequence[PayRow],
) -> Iterable[tuple[str, list[PayRow], list[PayRow], str]]:
    """Each split's name, what is fitted, what is judged, and the month of the fit."""
    early = [r for r in good if r.seen <= "2024-07"]
    later = [r for r in good if "2024-07" < r.seen <= "2025-01"]
    yield "T2", early, later, "2024-07"
    yield "T3", early + later, [r for r in good if r.seen > "2025-01"], "2025-01"
    years = [r for r in good if r.year <= 2023], [r for r in good if r.year == 2024]
    yield "T1", *years, "2023-12"


def judge(name: str, train: Sequence[PayRow], test: Sequence[PayRow], as_of: str) -> None:
    """Print how three methods foretell one split's ads."""
    titles = {r.title for r in train}
    both = kinds([*train, *test], CATALOGUE)
    seen, ahead = kinds(train, CATALOGUE), both[len(train) :]
    roles = {a.features[2] for a in seen}
    ahead = [a if a.features[2] in roles else _other(a) for a in ahead]
    print(f"\n{name}: {len(train)} ads fitted, {len(test)} judged, {len(titles)} titles")
    begun = time.process_time()
    model = fit(seen, as_of)
    cost = time.process_time() - begun
    report(name, "shrinkage", foretold(model, ahead), ahead)
    report(name, "back-off", backed_off(seen, ahead), ahead)
    if importlib.util.find_spec("lightgbm"):
        report(name, "LightGBM", boosted(seen, ahead), ahead)
    print(f"  P9: fit {cost:.2f} CPU s")


def foretold(model: Model, ads: Sequence[PaidKind]) -> Floats:
    """p10, p50 and p90 of each ad by the model."""
    known: dict[tuple[str, ...], tuple[float, float, float]] = {}
    for ad in ads:
        key = ad.features[:-1]
        if key not in known:
            q = estimate(model, dict(zip(FEATURES[:-1], key, strict=True))).quantiles
            known[key] = (q[0], q[2], q[4])
    return np.array([known[ad.features[:-1]] for ad in ads])


def backed_off(train: Sequence[PaidKind], test: Sequence[PaidKind]) -> Floats:
    """Quantiles of the narrowest group with enough ads."""
    groups = (
        ("role", "level", "country", "remote", "size"),
        ("role", "level", "country", "remote"),
        ("role", "level", "country"),
        ("role", "level", "market"),
        ("role", "country"),
        ("level", "market"),
        ("market",),
        (),
    )
    tables: list[tuple[list[int], dict[tuple[str, ...], Floats]]] = []
    for names in groups:
        at = [FEATURES.index(n) for n in names]
        held: dict[tuple[str, ...], list[float]] = defaultdict(list)
        for ad in train:
            held[tuple(ad.features[i] for i in at)].append(_middle(ad))
        enough = {k: np.quantile(v, SHARES) for k, v in held.items() if len(v) >= LEAST or not at}
        tables.append((at, enough))

    def one(ad: PaidKind) -> Floats:
        keyed = ((table, tuple(ad.features[i] for i in at)) for at, table in tables)
        return next(table[key] for table, key in keyed if key in table)

    return np.array([one(ad) for ad in test])


def boosted(train: Sequence[PaidKind], test: Sequence[PaidKind]) -> Floats:
    """LightGBM's quantile trees on the same features."""
    import lightgbm

    codes: list[dict[str, int]] = [{} for _ in FEATURES[:-1]]
    for ad in train:
        for known, value in zip(codes, ad.features, strict=False):
            known.setdefault(value, len(known))

    def table(ads: Sequence[PaidKind]) -> Floats:
        rows = ([c.get(v, -1) for c, v in zip(codes, a.features, strict=False)] for a in ads)
        return np.array(list(rows), np.float64)

    target = np.log([_middle(a) for a in train])
    columns = list(range(len(codes)))
    found: list[Any] = []
    for share in SHARES:
        options = {
            "objective": "quantile",
            "alpha": share,
            "num_leaves": 31,
            "learning_rate": 0.1,
            "verbose": -1,
            "num_threads": 2,
        }
        data = lightgbm.Dataset(table(train), target, categorical_feature=columns)
        found.append(lightgbm.train(options, data, 150).predict(table(test)))
    return np.sort(np.exp(np.array(found).T), axis=1)


def report(split: str, method: str, bands: Floats, ads: Sequence[PaidKind]) -> None:
    """One method's figures on one split."""
    paid = np.array([_middle(a) for a in ads])
    loss = np.mean([_pinball(paid - bands[:, i], s) for i, s in enumerate(SHARES)], axis=0)
    inside = (bands[:, 0] <= paid) & (paid <= bands[:, 2])
    off = np.abs(paid - bands[:, 1]) / paid
    abroad = np.array([a.features[1] != "US" for a in ads])
    print(
        f"  {method:9} P2 pinball {loss.mean():,.0f}  P3 MdAPE {np.median(off):.4f}  "
        f"P4 inside {inside.mean():.3f}, below {(paid < bands[:, 0]).mean():.3f}, "
        f"above {(paid > bands[:, 2]).mean():.3f}  "
        f"P6 abroad {loss[abroad].mean():,.0f}, inside {inside[abroad].mean():.3f}"
    )
    if method == "shrinkage":
        for at, what in ((0, "market"), (2, "role")):
            low = sorted(_by(inside, [a.features[at] for a in ads]))[:3]
            told = ", ".join(f"{name} {share:.3f} of {n}" for share, name, n in low)
            print(f"    P5 {split} worst {what}: {told}")


def leave_one_out(good: Sequence[PayRow]) -> None:
    """P8: how the ads of a country lie in the band made without them."""
    ads = kinds(good, CATALOGUE)
    sizes = Counter(a.features[1] for a in ads if a.features[1] != "US").most_common(15)
    told: list[tuple[float, str, int]] = []
    for country, n in sizes:
        mine = [a for a in ads if a.features[1] == country]
        bands = foretold(fit([a for a in ads if a.features[1] != country], "2025-08"), mine)
        paid = np.array([_middle(a) for a in mine])
        share = float(((bands[:, 0] <= paid) & (paid <= bands[:, 2])).mean())
        told.append((share, country, n))
    every = sum(share * n for share, _, n in told) / sum(n for *_, n in told)
    mean = sum(share for share, *_ in told) / len(told)
    print(f"\nP8: inside {every:.3f} of all their ads, {mean:.3f} as the mean of 15 countries")
    print("  " + ", ".join(f"{c} {s:.2f} of {n}" for s, c, n in told))


def order(good: Sequence[PayRow]) -> None:
    """P10: whether higher levels pay more in every role and country with ads."""
    ads = kinds(good, CATALOGUE)
    model = fit(ads, "2025-08")
    cells = Counter((a.features[0], a.features[1], a.features[2]) for a in ads)
    shown = [c for c, n in cells.items() if n >= 5 and c[2] in CATALOGUE.roles]
    rising = 0
    begun = time.process_time()
    for market, country, role in shown:
        middles = [
            estimate(
                model, {"market": market, "country": country, "role": role, "level": level}
            ).quantiles
            for level in ("junior", "mid", "senior")
        ]
        rising += middles[0][2] <= middles[1][2] <= middles[2][2]
        assert all(list(q) == sorted(set(q)) for q in middles)
    spent = (time.process_time() - begun) / (3 * len(shown))
    print(f"\nP10: junior ≤ mid ≤ senior in {rising} of {len(shown)} cells; where not, no level")
    print(f"P9: a query takes {spent * 1000:.3f} CPU ms")


def _by(inside: npt.NDArray[np.bool_], names: Sequence[str]) -> list[tuple[float, str, int]]:
    held: dict[str, list[bool]] = defaultdict(list)
    for name, is_in in zip(names, inside, strict=True):
        held[name].append(bool(is_in))
    return [(sum(v) / len(v), name, len(v)) for name, v in held.items() if len(v) >= MANY]


def _pinball(off: Floats, share: float) -> Floats:
    return np.maximum(share * off, (share - 1) * off)


def _middle(ad: PaidKind) -> float:
    return (ad.low + ad.high) / 2


def _other(ad: PaidKind) -> PaidKind:
    return PaidKind((*ad.features[:2], "other", *ad.features[3:]), ad.low, ad.high)


if __name__ == "__main__":
    main()
