"""What the catalogue holds, whether real ads call for it, and what reading it costs.

    python -m bench.catalogue [--rest]

A skill is *called for* when at least two real ads of the shared market files name it by the
rules the product reads ads with, when a career guide names it, or when it is a prerequisite, at
whatever depth, of a skill that is. The others carry ``kept_because`` and are listed by --rest.
Edges *not implied* are those no other prerequisite of the skill brings anyway. Loading is the
best of seven, all read and checked, with a warm compiled cache, after the modules are imported.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter

from bench.gold_texts import FILES, MARKET
from rung.catalogue import Catalogue, load
from rung.catalogue.graph import ancestors, hard_chain, implied_edges
from rung.catalogue.load import PACKAGED
from rung.reading.language import language_of
from rung.reading.skills import find, lexicon

ENOUGH_ADS = 2
RUNS = 7


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("--rest", action="store_true", help="list skills few ads name")
    chosen = args.parse_args()
    catalogue = load()
    skills = catalogue.skills
    edges = [p for s in skills.values() for p in s.prerequisites]
    implied = implied_edges(skills)
    chain = hard_chain(skills)
    print(f"{len(skills)} skills, {len(catalogue.areas)} areas, {len(catalogue.roles)} roles")
    hard = sum(p.kind == "hard" for p in edges)
    print(f"{len(edges)} edges ({hard} hard), {len(edges) - len(implied)} not implied by others")
    print(f"longest hard chain {len(chain)}: {' → '.join(chain)}")
    resources = [r for s in skills.values() for r in s.resources]
    print(f"{len(resources)} resources, {sum(1 for r in resources if r.checked)} checked")
    linked = [s for s in skills.values() if s.links.esco or s.links.onet]
    print(f"{len(linked)} skills linked to ESCO or O*NET")
    print(f"loading: {1000 * cost():.0f} ms CPU, best of {RUNS}")
    if MARKET.is_dir():
        report(catalogue, in_ads(catalogue), rest=chosen.rest)


def cost() -> float:
    """CPU seconds to read the whole catalogue."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        fresh = Catalogue(PACKAGED)
        for part in (
            "skills", "area_of", "areas", "roles", "levels", "places", "implications",
            "employers", "guide", "courses", "edge_decisions",
        ):  # fmt: skip
            getattr(fresh, part)
        best = min(best, time.process_time() - start)
    return best


def in_ads(catalogue: Catalogue) -> Counter[str]:
    """How many distinct English ads name each skill."""
    import duckdb

    names = lexicon(catalogue)
    counts: Counter[str] = Counter()
    total = 0
    for file in FILES:
        rows = duckdb.execute(
            f"select distinct description from '{MARKET / file}' where description is not null"
        )
        while chunk := rows.fetchmany(2000):
            for (text,) in chunk:
                if language_of(text[:1500]) == "en":
                    total += 1
                    counts.update({m.id for m in find(text, names)})
    print(f"{total} distinct English ads read")
    return counts


def report(catalogue: Catalogue, ads: Counter[str], *, rest: bool) -> None:
    """Who calls for each skill, and who doesn't."""
    skills = catalogue.skills
    guide = {a.skill for a in catalogue.guide.atoms if a.skill}
    named = {s for s in skills if ads[s] >= ENOUGH_ADS}
    above = ancestors(skills)
    needed = set().union(*(above[s] for s in named | guide))
    called = named | guide | needed
    only = needed - named - guide
    print(
        f"in ≥ {ENOUGH_ADS} ads: {len(named)}; in a guide: {len(guide)}; "
        f"prerequisite only: {len(only)}"
    )
    others = sorted(set(skills) - called)
    unjustified = [s for s in others if not skills[s].kept_because]
    print(f"others: {len(others)}, of which without a reason: {len(unjustified)} {unjustified}")
    if rest:
        for s in others:
            print(f"  {s}: {ads[s]} ads; {skills[s].kept_because}")
        thin = sorted((ads[s], s) for s in skills if ads[s] < 10)
        print("fewer than 10 ads:", ", ".join(f"{s} {n}" for n, s in thin))


if __name__ == "__main__":
    main()
