"""Skills that name what isn't there, or that wait for each other."""

from __future__ import annotations

from collections.abc import Iterator

from rung.catalogue.graph import cycle, hard_chain
from rung.catalogue.load import Catalogue

LONGEST_CHAIN = 12
"""Skills one after another that nobody may skip; more than that no one can plan."""


def unknown_ids(catalogue: Catalogue) -> Iterator[str]:
    """References to skills that aren't there, to itself, and areas without a file."""
    for s in catalogue.skills.values():
        where = place_of(catalogue, s.id)
        for other in set(s.teaches) - set(s.implies):
            yield f"{where}: {s.id} teaches {other}, but doesn't imply it"
        if catalogue.area_of.get(s.id) not in catalogue.areas:
            area = catalogue.area_of.get(s.id)
            yield f"{where}: there is no areas/{area}.yaml; put the file in the folder of an area"
        for other in [*(p.id for p in s.prerequisites), *s.alternatives, *s.implies]:
            if other not in catalogue.skills:
                yield f"{where}: {s.id} names the unknown skill {other}"
            if other == s.id:
                yield f"{where}: {s.id} names itself"
        needed = [(p.id, p.level, p.for_) for p in s.prerequisites]
        for again in sorted({n[0] for n in needed if needed.count(n) > 1}):
            yield f"{where}: {s.id} names its prerequisite {again} twice"


def circle(catalogue: Catalogue) -> Iterator[str]:
    """Prerequisites that run in a circle, spelt out."""
    known = catalogue.skills
    if all(p.id in known for s in known.values() for p in s.prerequisites):
        found = cycle(known)
        if found:
            yield "skills: prerequisites run in a circle: " + " → ".join(found)


def long_chain(catalogue: Catalogue) -> Iterator[str]:
    """The longest chain of hard prerequisites, where it is too long to plan."""
    known = catalogue.skills
    if any(p.id not in known for s in known.values() for p in s.prerequisites) or cycle(known):
        return
    chain = hard_chain(known)
    if len(chain) > LONGEST_CHAIN:
        yield f"skills: {len(chain)} skills must follow each other: {' → '.join(chain)}"


def implications(catalogue: Catalogue) -> Iterator[str]:
    """Degrees and job titles that show skills which aren't there."""
    implied = catalogue.implications
    for d in implied.degrees:
        for skill in sorted({*d.bachelor, *d.master, *d.phd} - set(catalogue.skills)):
            yield f"implications.yaml: degree {d.id} names the unknown skill {skill}"
    for t in implied.titles:
        for skill in sorted(set(t.skills) - set(catalogue.skills)):
            yield f"implications.yaml: title {t.id} names the unknown skill {skill}"


def place_of(catalogue: Catalogue, skill: str) -> str:
    """The file a skill stands in."""
    return f"skills/{catalogue.area_of.get(skill, '?')}/{skill}.yaml"


def industries(catalogue: Catalogue) -> Iterator[str]:
    """Industries that point to skills which aren't there, or share a name."""
    owners: dict[str, str] = {}
    for industry in catalogue.industries.values():
        for skill in industry.skills:
            if skill not in catalogue.skills:
                yield f"industry {industry.id}: no skill {skill}"
        for name in (*industry.skills, *industry.names):
            if owners.setdefault(name, industry.id) != industry.id:
                yield f"industry {industry.id}: {name} already points to {owners[name]}"
