"""Which ads are one ad, against 288 pairs judged by hand.

Run: ``python -m bench.market.near_duplicates [--misses]``. Needs the shared market files.

300 pairs were drawn in strata from the English ads of both files: pairs an earlier version of the
rules called the same, pairs that only shared a band of the sketch, by likeness, and pairs of one
employer whatever the sketch says, with like and with other titles. They were judged by the author
of the rules from titles, employers, places, days and the sentences only one of the two has,
without sight of the stratum; 12 could not be told. *Same*: one job told again, also elsewhere, for
another language or shift; another level, team or product is another job. Pairs are weighed by how
many of their kind there are now, so that the many of one employer that share nothing count as
many. One half of the pairs (by hash) was not looked at while the rules were changed. Intervals:
bootstrap over pairs.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from bench.gold_texts import FILES, MARKET, labels
from rung.catalogue import load
from rung.market import alike
from rung.market.sift import plain_name
from rung.reading.language import language_of

Judged = tuple[dict[str, Any], str]
"""A pair, and the cell it counts in."""


def main() -> None:
    """Print precision and recall, all and by half."""
    ads = english()
    place = {ad.key: i for i, ad in enumerate(ads)}
    sharing = set(alike.pairs(ads))
    sizes = Counter(cell(ads[i], ads[j], near=True) for i, j in sharing)
    sizes += apart(ads, sharing)
    judged: list[Judged] = []
    for pair in labels("near_duplicates.jsonl"):
        i, j = sorted((place[pair["a"]], place[pair["b"]]))
        judged.append((pair, cell(ads[i], ads[j], near=(i, j) in sharing)))
    print(f"{len(ads):,} ads, {len(sharing):,} pairs that share a band; {len(judged)} judged")
    for part in ("all", "seen", "unseen"):
        chosen = [x for x in judged if part in ("all", half(x[0]))]
        report(part, chosen, sizes)
    if "--misses" in sys.argv:
        for pair, where in judged:
            if half(pair) == "seen" and (where == "same") != pair["same"]:
                print(pair, where)


def english() -> list[alike.Told]:
    """The English ads of both files, made ready, longest text first."""
    import duckdb

    found = []
    for file in FILES:
        found += duckdb.execute(
            "select source, id, title, coalesce(company, ''), coalesce(location, ''), fetched_at,"
            f" description from '{MARKET / file}'"
        ).fetchall()
    found.sort(key=lambda r: (-len(r[6]), r[0], r[1]))
    places = load().places
    ads = []
    for source, own, title, company, location, seen, text in found:
        sketched = alike.sketch(text)
        if sketched and language_of(f"{title}\n{text}") == "en":
            key = f"{source}//{own}"
            name = plain_name(company)
            ads.append(alike.told(key, title, name, location, seen or "", sketched, places))
    return ads


def cell(a: alike.Told, b: alike.Told, *, near: bool) -> str:
    """The kind of pair: called the same, or else by likeness and whether titles are equal."""
    if near and alike.same(a, b):
        return "same"
    title = "=" if a.title == b.title and a.title else ""
    if not near:
        return f"apart{title}"
    found = alike.likeness(a.sketch, b.sketch)
    return ("0.8" if found >= 0.8 else "0.6" if found >= 0.6 else "below") + title


def apart(ads: Sequence[alike.Told], sharing: set[tuple[int, int]]) -> Counter[str]:
    """How many pairs of one employer share no band, by kind."""
    sizes: Counter[str] = Counter()
    of_one: dict[str, list[int]] = defaultdict(list)
    for i, ad in enumerate(ads):
        if ad.employer:
            of_one[ad.employer].append(i)
    for held in of_one.values():
        for n, j in enumerate(held):
            for i in held[:n]:
                if (i, j) not in sharing:
                    sizes[cell(ads[i], ads[j], near=False)] += 1
    return sizes


def half(pair: dict[str, Any]) -> str:
    """Whether a pair was looked at while the rules were changed."""
    digest = int(hashlib.sha256(pair["a"].encode()).hexdigest(), 16)
    return "unseen" if digest % 2 else "seen"


def measured(judged: Sequence[Judged], sizes: Counter[str]) -> tuple[float, float]:
    """Precision, and recall with each pair weighed by its kind."""
    drawn = Counter(where for _, where in judged)
    right = wrong = missed = 0.0
    for pair, where in judged:
        weight = sizes[where] / drawn[where]
        if where == "same":
            right, wrong = right + weight * pair["same"], wrong + weight * (not pair["same"])
        else:
            missed += weight * pair["same"]
    return right / max(1e-9, right + wrong), right / max(1e-9, right + missed)


def report(part: str, judged: Sequence[Judged], sizes: Counter[str]) -> None:
    """One line: both figures with their intervals; recall also without rewritten texts."""
    draw = random.Random(20261126)  # noqa: S311 - a bootstrap, nothing secret
    near = [x for x in judged if not x[1].startswith("apart")]
    line = f"{part} ({len(judged)})"
    for what, units, at in (("precision", judged, 0), ("recall", judged, 1),
                            ("recall where texts share a band", near, 1)):  # fmt: skip
        values = sorted(measured(draw.choices(units, k=len(units)), sizes)[at] for _ in range(500))
        line += f"  {what} {measured(units, sizes)[at]:.3f} [{values[12]:.3f}, {values[487]:.3f}]"
    print(line)


if __name__ == "__main__":
    main()
