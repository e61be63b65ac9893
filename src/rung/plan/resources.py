"""What to learn from: one work a step, few works in all, in the kind and price a person likes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Resource
from rung.plan.records import Taste
from rung.plan.solver import solver

OTHER_KIND, UNCHECKED = 0.3, 0.01
"""What a work of another kind than liked costs, and one nobody has opened, in works."""

_PART = re.compile(
    r"\s*(?:\(.*|,\s*(?:chapter|part|section|lecture|unit|2nd|3rd|4th).*|:\s.*)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Picked:
    """The work chosen for a skill, what else of the plan it serves, and the others there are.

    ``fits`` is whether it is as the person wants it; where nothing is, the best other stands.
    """

    first: Resource
    also: tuple[str, ...]
    others: tuple[Resource, ...]
    fits: bool


def work_of(resource: Resource) -> str:
    """The whole work a resource is a part of: chapters and authors left out."""
    return _PART.sub("", resource.title).strip().casefold()


def pick(catalogue: Catalogue, skills: Sequence[str], taste: Taste) -> Mapping[str, Picked]:
    """One work a skill, so that all together are as few as can be: proven, by HiGHS.

    Why few: a book that serves four steps is opened once; four good links are four beginnings.
    """
    offered = {s: _fitting(catalogue.skills[s].resources, taste) for s in dict.fromkeys(skills)}
    offered = {s: found for s, found in offered.items() if found}
    works = {s: [work_of(r) for r in found] for s, found in offered.items()}
    price = {work_of(r): _price(r, taste) for found in offered.values() for r in found}
    chosen = _fewest(works, price)
    serves: dict[str, list[str]] = {}
    firsts: dict[str, Resource] = {}
    for skill, found in offered.items():
        taken = [r for r in found if work_of(r) in chosen]
        first = min(taken, key=lambda r: (_price(r, taste), r.hours or 99.0, r.title))
        firsts[skill] = first
        serves.setdefault(work_of(first), []).append(skill)
    return {
        skill: Picked(
            first,
            tuple(s for s in serves[work_of(first)] if s != skill),
            tuple(r for r in catalogue.skills[skill].resources if r != first),
            _fits(first, taste),
        )
        for skill, first in firsts.items()
    }


def in_words(picked: Picked, labels: Mapping[str, str], taste: Taste) -> tuple[str, ...]:
    """The chosen work first with what else it serves, then the others."""
    notes = [_about(picked.first)]
    if picked.also:
        notes.append(f"also for {', '.join(labels[s] for s in picked.also)}")
    if not picked.fits:
        notes.append("no free one is known" if taste.free else "none in your language is known")
    first = f"{picked.first.title} ({'; '.join(notes)})"
    return (first, *(f"or {r.title} ({_about(r)})" for r in picked.others))


def _about(resource: Resource) -> str:
    hours = f"{resource.hours:g} h" if resource.hours else ""
    parts = (resource.kind, resource.cost, hours, str(resource.checked or "unchecked"))
    return ", ".join(p for p in parts if p)


def _fits(resource: Resource, taste: Taste) -> bool:
    free = not taste.free or resource.cost != "paid"
    return free and (not taste.language or resource.language == taste.language)


def _fitting(resources: Sequence[Resource], taste: Taste) -> tuple[Resource, ...]:
    """Those a person would take; all where there are none."""
    return tuple(r for r in resources if _fits(r, taste)) or tuple(resources)


def _price(resource: Resource, taste: Taste) -> float:
    other = OTHER_KIND if taste.kinds and resource.kind not in taste.kinds else 0.0
    return 1 + other + (0.0 if resource.checked else UNCHECKED)


def _fewest(offered: Mapping[str, list[str]], price: Mapping[str, float]) -> frozenset[str]:
    """The cheapest set of works in which every skill finds one."""
    if not offered:
        return frozenset()
    highs = solver()
    works = sorted(price)
    take = {w: highs.addBinary() for w in works}
    for works_of_one in offered.values():
        highs.addConstr(sum(take[w] for w in dict.fromkeys(works_of_one)) >= 1)
    cost = sum((price[w] + 1e-6 * at / len(works)) * take[w] for at, w in enumerate(works))
    highs.minimize(cost)
    values = list(highs.getSolution().col_value)
    return frozenset(w for w in works if values[take[w].index] > 0.5)
