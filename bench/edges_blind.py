"""Whether a second person, blind, agrees with the prerequisites: κ and planted false ones.

    python -m bench.edges_blind --sheet [--seed N] > sheet.json    pairs to label, shuffled
    python -m bench.edges_blind [labels.json …]                    agreement, one file a labeller

A sheet holds 200 edges drawn from the catalogue and 100 pairs that are none: 50 edges turned
round, 50 pairs of skills of different areas neither of which leads to the other. Who labels
sees the two skills with their summaries and says whether the first is *needed* before the
second, *helps* with it, or neither (*no*). The catalogue's own label is needed for hard edges,
helps for soft ones, no for planted pairs. Labels are kept in ``gold/edge_labels/``, one file a
sheet, with the catalogue's label as it was when the sheet was drawn.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.gold_texts import GOLD
from rung.catalogue import Catalogue, load
from rung.catalogue.graph import ancestors

EDGES, TURNED, FOREIGN = 200, 50, 50
WORDS = {"hard": "needed", "soft": "helps"}
KINDS = ("needed", "helps", "no")
Pair = dict[str, Any]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--sheet", action="store_true", help="draw pairs to label")
    args.add_argument("--seed", type=int, default=1, help="which draw")
    args.add_argument("files", nargs="*", type=Path, help="labelled sheets")
    chosen = args.parse_args()
    if chosen.sheet:
        print(json.dumps(sheet(load(), chosen.seed), indent=0, ensure_ascii=False))
        return
    for path in chosen.files or sorted((GOLD / "edge_labels").glob("*.json")):
        report(path.stem, json.loads(path.read_text("utf-8")))


def sheet(catalogue: Catalogue, seed: int) -> list[Pair]:
    """The pairs of one draw, shuffled."""
    draw = random.Random(seed)  # noqa: S311 (a sample, nothing secret)
    skills = catalogue.skills
    known = {(p.id, s.id): WORDS[p.kind] for s in skills.values() for p in s.prerequisites}
    edges = draw.sample(sorted(known), EDGES)
    turned = [(b, a) for a, b in draw.sample(sorted(set(known) - set(edges)), TURNED)]
    planted = [*turned, *_foreign(catalogue, draw)]
    pairs = [(pair, known[pair]) for pair in edges] + [(pair, "no") for pair in planted]
    draw.shuffle(pairs)
    return [
        {
            "before": before,
            "after": after,
            "before_is": f"{skills[before].label}: {skills[before].summary}",
            "after_is": f"{skills[after].label}: {skills[after].summary}",
            "catalogue": own,
            "planted": own == "no",
        }
        for (before, after), own in pairs
    ]


def _foreign(catalogue: Catalogue, draw: random.Random) -> list[tuple[str, str]]:
    above, ids = ancestors(catalogue.skills), sorted(catalogue.skills)
    found: list[tuple[str, str]] = []
    while len(found) < FOREIGN:
        one, two = draw.sample(ids, 2)
        apart = catalogue.area_of[one] != catalogue.area_of[two]
        if apart and one not in above[two] and two not in above[one]:
            found.append((one, two))
    return found


def report(name: str, pairs: Sequence[Pair]) -> None:
    """κ, the table of labels, and how many planted pairs were taken for edges."""
    table = Counter((p["catalogue"], p["label"]) for p in pairs)
    planted = [p for p in pairs if p["planted"]]
    taken = sum(p["label"] != "no" for p in planted)
    print(f"{name}: {len(pairs)} pairs, κ {kappa(table):.3f}")
    print(f"  planted false pairs taken for edges: {taken} of {len(planted)}")
    for own in KINDS:
        row = ", ".join(f"{label} {table[own, label]}" for label in KINDS)
        print(f"  catalogue {own}: {row}")


def kappa(table: Mapping[tuple[str, str], int]) -> float:
    """Cohen's κ of two labellers, from the counts of their pairs of labels."""
    total = sum(table.values())
    same = sum(n for (a, b), n in table.items() if a == b) / total
    kinds = {k for pair in table for k in pair}
    chance = sum(
        sum(n for (a, _), n in table.items() if a == k)
        * sum(n for (_, b), n in table.items() if b == k)
        for k in kinds
    )
    by_chance = chance / total**2
    return (same - by_chance) / (1 - by_chance)


if __name__ == "__main__":
    main()
