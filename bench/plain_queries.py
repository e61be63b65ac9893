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
SEARCH: dict[str, Callable[[Catalogue, str, int], tuple[Hit, ...]]] = {
    "role": search_roles,
    "skill": search_skills,
}


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--misses", action="store_true", help="list misses of the tune part")
    chosen = args.parse_args()
    queries = json.loads((GOLD / "plain_queries.json").read_text("utf-8"))
    for kind in SEARCH:
        for part in ("tune", "final"):
            mine = [q for q in queries if q["kind"] == kind and q["part"] == part]
            report(kind, part, mine, show=chosen.misses and part == "tune")


def report(kind: str, part: str, queries: Sequence[Any], *, show: bool) -> None:
    """How many queries find an accepted answer first, and among the first three."""
    first = top = 0
    for query in queries:
        found = [h.id for h in SEARCH[kind](load(), query["text"], TOP)]
        first += bool(found) and found[0] in query["accept"]
        hit = bool(set(found) & set(query["accept"]))
        top += hit
        if show and not hit:
            print(f"  {query['text']!r}: {found}, meant {query['accept']}")
    print(f"{kind} {part}: {top} of {len(queries)} in the top {TOP}, {first} first")


if __name__ == "__main__":
    main()
