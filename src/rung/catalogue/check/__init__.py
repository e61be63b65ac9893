"""What is wrong with the catalogue, all of it at once."""

from __future__ import annotations

from pathlib import Path

from rung.catalogue.check import edges, guide, links, names, roles, skills
from rung.catalogue.load import Catalogue


def check(catalogue: Catalogue, tables: Path | None = None) -> tuple[str, ...]:
    """Every problem in words; ``tables`` is a folder of ESCO and O*NET tables, if there is one.

    Why: schemas catch what one file can show; these need the whole catalogue.
    """
    return (
        *skills.unknown_ids(catalogue),
        *skills.circle(catalogue),
        *skills.long_chain(catalogue),
        *names.shared(catalogue),
        *roles.references(catalogue),
        *roles.projects(catalogue),
        *roles.empty_sections(catalogue),
        *roles.shared_names(catalogue),
        *skills.implications(catalogue),
        *skills.industries(catalogue),
        *guide.unmapped(catalogue),
        *edges.contradicted(catalogue),
        *edges.unknown_in_courses(catalogue),
        *(links.unresolved(catalogue, tables) if tables else ()),
    )


__all__ = ["check"]
