"""Whether plain words find the role or skill meant: top 3 of hand-written queries.

    python -m bench.plain_queries [--misses]

The queries stand in ``gold/plain_queries.json`` with every answer a careers adviser would accept.
They were written from the titles of roles and skills alone, without sight of the words records
carry for search. ``tune`` queries may be looked at while weights are set; of ``final`` ones only
the totals were.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from typing import Any

from bench.gold_texts import GOLD
from rung.catalogue import Catalogue, load
from rung.catalogue.search import search_roles, search_skills
from rung.core.index import Hit

TOP = 3
Query = dict[str, Any]
SEARCH: dict[str, Callable[[Catalogue, str, int], tuple[Hit, ...]]] = {
    "role": search_roles,
    "skill": search_skills,
}


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--misses", action="store_true", help="list misses of the tune part")
    chosen = args.parse_args()
    for kind in SEARCH:
        for part in ("tune", "final"):
            mine = [q for q in queries() if q["kind"] == kind and q["part"] == part]
            report(kind, part, mine, show=chosen.misses and part == "tune")


def queries() -> list[Query]:
    """Every query with the answers that count."""
    found: list[Query] = json.loads((GOLD / "plain_queries.json").read_text("utf-8"))
    return found


def answers(kind: str, query: Query) -> list[str]:
    """The first few ids found for a query."""
    return [h.id for h in SEARCH[kind](load(), query["text"], TOP)]


def in_top(kind: str, chosen: Sequence[Query]) -> int:
    """How many queries have an accepted answer among the first few."""
    return sum(bool(set(answers(kind, q)) & set(q["accept"])) for q in chosen)


def report(kind: str, part: str, chosen: Sequence[Query], *, show: bool) -> None:
    """How many queries find an accepted answer first, and among the first few."""
    first = sum(answers(kind, q)[:1] != [] and answers(kind, q)[0] in q["accept"] for q in chosen)
    print(f"{kind} {part}: {in_top(kind, chosen)} of {len(chosen)} in the top {TOP}, {first} first")
    for query in chosen if show else ():
        found = answers(kind, query)
        if not set(found) & set(query["accept"]):
            print(f"  {query['text']!r}: {found}, meant {query['accept']}")


if __name__ == "__main__":
    main()
