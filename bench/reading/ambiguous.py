"""Names that are ordinary words too: precision and recall on sentences written for this.

``gold/ambiguous.jsonl``: sentences by people who saw neither the catalogue nor its rules, half of
them with the word in another sense. A fixed half (by hash) is final. The peer is the bare list:
every occurrence counts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bench.gold_texts import GOLD, order
from bench.reading.common import interval
from rung.catalogue import load
from rung.reading.skills import find, lexicon


@dataclass(frozen=True)
class Case:
    """One sentence: the word's truth, and whether it was read as the skill."""

    name: str
    text: str
    true: bool
    read: bool


def main() -> None:
    """Print precision and recall for both halves and the names that err most."""
    file = GOLD / "ambiguous.jsonl"
    if not file.exists():
        print("no labelled sentences")
        return
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    ranked = order({r["text"] for r in rows})
    final = set(ranked[: len(ranked) // 2])
    for part, chosen in (
        ("tune", [r for r in rows if r["text"] not in final]),
        ("final", [r for r in rows if r["text"] in final]),
    ):
        cases = [_case(r) for r in chosen]
        report(f"{part} ({len(cases)} sentences, {len({c.name for c in cases})} names)", cases)
        if "--misses" in sys.argv and part == "tune":
            for c in cases:
                if c.true != c.read:
                    print(f"    {c.name} {'missed' if c.true else 'wrongly read'}: {c.text}")


def _case(row: dict[str, Any]) -> Case:
    at, end = row["at"], row["at"] + len(row["surface"])
    mentions = find(row["text"], lexicon(load()))
    read = any(m.start < end and at < m.end for m in mentions)
    return Case(row["name"], row["text"], row["is"], read)


def report(title: str, cases: Sequence[Case]) -> None:
    """One line of figures and the names that err most."""
    print(
        f"{title}: precision {interval(cases, _precision, 500)} recall "
        f"{interval(cases, _recall, 500)}; bare list precision "
        f"{sum(c.true for c in cases) / len(cases):.3f}"
    )
    wrong = Counter(c.name for c in cases if c.true != c.read)
    print("  errs: " + ", ".join(f"{name} ×{n}" for name, n in wrong.most_common(20)))


def _precision(cases: Sequence[Case]) -> float:
    read = [c for c in cases if c.read]
    return sum(c.true for c in read) / max(1, len(read))


def _recall(cases: Sequence[Case]) -> float:
    true = [c for c in cases if c.true]
    return sum(c.read for c in true) / max(1, len(true))
