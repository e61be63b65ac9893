"""Which ads answers may name: the best of each skill in every cell answers use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rung.market import references
from rung.market.demand import ENOUGH
from rung.market.readings import Reading
from rung.market.references import Fact

LONGEST_TITLE = 120
"""A longer title is a piece of the ad's text."""


def referenced(read: Sequence[Reading], facts: Mapping[int, Fact]) -> list[Fact]:
    """The ads some answer may name, by number."""
    wanted: dict[int, Fact] = {}
    for cell in _cells(read):
        if len(cell) < ENOUGH:
            continue
        asked = {ad.ad: ad.asked for ad in cell}
        ranked = references.ranked(facts[ad.ad] for ad in cell if _nameable(facts[ad.ad]))
        for skill in sorted(frozenset[str]().union(*asked.values())):
            for fact in references.choose(f for f in ranked if skill in asked[f.ad]):
                wanted[fact.ad] = fact
    return [wanted[ad] for ad in sorted(wanted)]


def _nameable(fact: Fact) -> bool:
    return bool(fact.title and fact.employer) and len(fact.title) <= LONGEST_TITLE


def _cells(read: Sequence[Reading]) -> Iterable[list[Reading]]:
    """Every cell of the ladder: each role in each place and everywhere, and all pooled."""
    cells: dict[tuple[str, str, str], list[Reading]] = defaultdict(list)
    for ad in read:
        places = (("metro", ad.metros), ("country", ad.countries), ("region", ad.regions))
        for scope, named in places:
            for place in named:
                cells[ad.role, scope, place].append(ad)
        cells[ad.role, "all", ""].append(ad)
        cells["", "family", ""].append(ad)
    return cells.values()
