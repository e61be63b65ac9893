"""Decisions on proposed prerequisites that the records don't follow."""

from __future__ import annotations

from collections.abc import Iterator

from rung.catalogue.check.skills import place_of
from rung.catalogue.graph import ancestors, cycle
from rung.catalogue.load import Catalogue


def contradicted(catalogue: Catalogue) -> Iterator[str]:
    """Accepted prerequisites that no record holds, rejected ones that one does, unknown skills."""
    skills = catalogue.skills
    seen: set[tuple[str, str]] = set()
    if any(p.id not in skills for s in skills.values() for p in s.prerequisites) or cycle(skills):
        return
    above = ancestors(skills)
    for made in catalogue.edge_decisions.decisions:
        pair = (made.before, made.after)
        where = f"edge_decisions.yaml: {made.before} before {made.after}"
        unknown = [s for s in pair if s not in skills]
        if unknown:
            yield f"{where}: unknown skill {' and '.join(unknown)}"
            continue
        if pair in seen:
            yield f"{where}: decided twice"
        seen.add(pair)
        direct = any(p.id == made.before for p in skills[made.after].prerequisites)
        if made.verdict == "no" and direct:
            yield f"{where}: rejected, but {place_of(catalogue, made.after)} has it"
        if made.verdict != "no" and made.before not in above[made.after]:
            yield f"{where}: accepted, but {place_of(catalogue, made.after)} lacks it"


def unknown_in_courses(catalogue: Catalogue) -> Iterator[str]:
    """Skills that courses are said to teach and that aren't there."""
    for course in catalogue.courses.values():
        taught = {s for c in course.chapters for s in c.skills}
        for skill in sorted(taught - set(catalogue.skills)):
            yield f"courses/{course.id}.yaml: unknown skill {skill}"
