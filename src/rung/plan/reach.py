"""How many ads of the role a person could answer before and after the plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rung.catalogue.load import Catalogue
from rung.core.records import Evidence
from rung.market.records import RoleDemand
from rung.plan.records import Reach

ENOUGH = 0.7
"""Share of an ad's required skills that makes an application reasonable (a rule of thumb)."""


def reach(
    catalogue: Catalogue,
    demand: RoleDemand,
    held: Mapping[str, Evidence],
    learnt: Iterable[str],
) -> Reach | None:
    """Ads whose required technical skills are covered to 70 %; None without ads."""
    ads = [frozenset(s for s in ad if _technical(catalogue, s)) for ad in demand.asked]
    ads = [ad for ad in ads if ad]
    if not ads:
        return None
    have = {s for s, e in held.items() if e != "absent"}
    then = have | set(learnt)
    return Reach(
        sum(_covered(catalogue, ad, have) for ad in ads),
        sum(_covered(catalogue, ad, then) for ad in ads),
        len(ads),
        "at least 70% of the technical skills an ad requires, any of an either-or family counting",
    )


def _technical(catalogue: Catalogue, skill: str) -> bool:
    record = catalogue.skills.get(skill)
    return record is not None and record.kind not in ("human", "credential")


def _covered(catalogue: Catalogue, ad: frozenset[str], have: set[str]) -> bool:
    met = sum(1 for s in ad if s in have or have.intersection(catalogue.skills[s].alternatives))
    return met >= ENOUGH * len(ad)
