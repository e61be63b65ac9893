"""Level, years, degree, pay, place of work, visa, employment and bounds of real ads.

Labels: the 136 whole ads of ``gold/ads_gold.jsonl``, and pay and visa of the 245 ads of
``gold/facts_gold.jsonl``, drawn later and stratified so that both occur often enough. Each was
judged by reading; no label comes from a rule. The later ones were labelled by the author of the
rules, from the lines about every figure and every word of permits, before the rules were run on
them. A fixed part (by hash of the id) is final: of it only totals are looked at. Where two people
labelled an ad, either is right. ``--misses`` lists the errors of the other part.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bench.gold_texts import FILES, MARKET, is_final, labels
from bench.reading.common import f1, interval
from bench.roles_gold import LEVELS
from rung.catalogue import load
from rung.reading.ad import AdReading, AdText, read_ad

FINAL_OF = 0.4
"""Which share of the ads is final."""

STEPS = {"intern": 0, "junior": 1, "mid": 2, "senior": 3, "staff_plus": 4, "manager": 4}
LABEL = {"years": "years_min"}
STEPS |= {"director_plus": 5}
"""How far apart two levels are: a manager stands beside staff."""


@dataclass(frozen=True)
class Case:
    """One ad: what people said, and what was read."""

    id: str
    title: str
    said: tuple[dict[str, Any], ...]
    read: AdReading


def main() -> None:
    """Print each fact for both parts."""
    cases = read_all()
    for part in ("tune", "final"):
        chosen = [c for c in cases if is_final(c.id, FINAL_OF) == (part == "final")]
        print(f"{part} ({len(chosen)} ads)")
        show = "--misses" in sys.argv and part == "tune"
        for name in ("level", "years", "degree", "pay", "remote", "visa", "employment"):
            judge(name, chosen, show=show)
        bounds(chosen)


def read_all() -> list[Case]:
    """Every labelled English ad with what Rung reads from it."""
    import duckdb

    records = labels("ads_gold.jsonl") + labels("facts_gold.jsonl") + labels("skills_by_id.jsonl")
    grouped: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for r in records:
        grouped[r["id"], r["source"]].append(r)
    found = []
    for file in FILES:
        rows = duckdb.execute(
            "select id, source, title, description, coalesce(location, ''),"
            f" coalesce(country_hint, '') from '{MARKET / file}' where id in (select unnest(?))",
            [sorted({k[0] for k in grouped})],
        ).fetchall()
        for ad, source, title, text, location, country in rows:
            said = grouped.pop((ad, source), None)
            if said is None:
                continue
            # The later annotators were not shown the location for the place of work.
            seen = location if "skills" in said[0] else ""
            read = read_ad(AdText(title, text, seen, country), load())
            if isinstance(read, AdReading):
                found.append(Case(ad, title, tuple(said), read))
    return found


def value_read(name: str, read: AdReading) -> Any:
    """A fact as the labels write it."""
    if name == "level":
        return LEVELS.get(read.level or "", read.level or "unstated")
    if name == "years":
        return read.years
    if name == "degree":
        return read.degree.level if read.degree else "none_stated"
    if name == "pay":
        p = read.pay
        return (p.low, p.high, p.currency, p.period) if p else None
    if name == "remote":
        return read.remote.kind if read.remote else "unstated"
    if name == "visa":
        return read.visa.kind if read.visa else "unstated"
    return read.employment or "unstated"


def value_said(name: str, record: dict[str, Any]) -> Any:
    """A fact as one person labelled it."""
    if name == "years":
        return record["years_min"]
    if name == "degree":
        return record["degree"]["level"]
    if name == "pay":
        p = record["pay"]
        return (p["min"], p["max"], p["currency"], p["period"]) if p else None
    return record[name]


def judge(name: str, cases: Sequence[Case], *, show: bool) -> None:
    """One line: how often a stated value is read right, and F1 by value."""
    silent = {"years": None, "pay": None, "degree": "none_stated"}.get(name, "unstated")
    cases = [c for c in cases if LABEL.get(name, name) in c.said[0]]
    rows = [(value_read(name, c.read), [value_said(name, r) for r in c.said]) for c in cases]
    stated = [(read, said) for read, said in rows if silent not in said]
    exact = interval(stated, lambda u: sum(r in s for r, s in u) / max(1, len(u)), 500)
    line = f"  {name}: {len(stated)} stated, exact {exact}"
    if name == "level":
        known = [(r, s[0]) for r, s in stated if r in STEPS]
        near = sum(abs(STEPS[r] - STEPS[s]) <= 1 for r, s in known) / max(1, len(known))
        line += f", within one {near:.3f} of the {len(known)} read"
    false = sum(read != silent and silent in said and read not in said for read, said in rows)
    line += f", {false} of {len(rows) - len(stated)} silent ads read as stating one"
    if name not in ("years", "pay"):
        line += f", macro-F1 {macro(rows):.3f}"
    print(line)
    if name == "visa":
        _precision(rows)
    if show:
        for c, (read, said) in zip(cases, rows, strict=True):
            if read not in said:
                print(f"    {said} read {read}: {c.title[:60]} [{c.id}]")


def _precision(rows: Sequence[tuple[Any, Sequence[Any]]]) -> None:
    read = [(r, s) for r, s in rows if r != "unstated"]
    gold = [(r, s) for r, s in rows if "unstated" not in s]
    right = sum(r in s for r, s in read)
    print(
        f"    precision {right / max(1, len(read)):.3f} of {len(read)}, "
        f"recall {sum(r in s for r, s in gold) / max(1, len(gold)):.3f} of {len(gold)}"
    )


def macro(rows: Sequence[tuple[Any, Sequence[Any]]]) -> float:
    """Mean F1 over the values people gave."""
    pairs = [(read, read if read in said else said[0]) for read, said in rows]
    values = {gold for _, gold in pairs}
    scores = [
        f1(
            sum(r == g == v for r, g in pairs),
            sum(r == v for r, _ in pairs),
            sum(g == v for _, g in pairs),
        )
        for v in values
    ]
    return sum(scores) / len(scores)


def bounds(cases: Sequence[Case]) -> None:
    """Precision and recall of latency, embedded, safety and regulation."""
    counts: Counter[str] = Counter()
    for c in (c for c in cases if "constraints" in c.said[0]):
        read = {x.kind for x in c.read.constraints}
        sets = [set(r["constraints"]) for r in c.said]
        either, both = set().union(*sets), set.intersection(*sets)
        counts["right"] += len(read & either)
        counts["read"] += len(read)
        counts["found"] += len(read & both)
        counts["gold"] += len(both)
    print(
        f"  bounds: precision {counts['right'] / max(1, counts['read']):.3f}, "
        f"recall {counts['found'] / max(1, counts['gold']):.3f} of {counts['gold']}"
    )
