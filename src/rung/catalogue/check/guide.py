"""Points of the career guides that no record answers."""

from __future__ import annotations

from collections.abc import Iterator

from rung.catalogue.load import Catalogue


def unmapped(catalogue: Catalogue) -> Iterator[str]:
    """Each point of a guide whose record isn't there, with its line."""
    duties = {d.id for r in catalogue.roles.values() for d in r.responsibilities if d.cues}
    known = {
        "skill": catalogue.skills,
        "responsibility": duties,
        "role": catalogue.roles,
        "level": catalogue.levels,
    }
    for atom in catalogue.guide.atoms:
        for kind, records in known.items():
            named = getattr(atom, kind)
            if named and named not in records:
                where = f"{atom.guide} guide, line {atom.line}"
                yield f"guide.yaml: {atom.atom} ({where}) names the unknown {kind} {named}"
