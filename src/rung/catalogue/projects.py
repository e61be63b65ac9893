"""What shows an area's skills in one piece of work: the role's own project, else the area's."""

from __future__ import annotations

from rung.catalogue.load import Catalogue
from rung.catalogue.records import Project, Role


def project_of(catalogue: Catalogue, area: str, role: Role | None) -> Project | None:
    """The project of ``area`` as people on the way to ``role`` are given it."""
    own = next((p for p in role.projects if p.area == area), None) if role else None
    known = catalogue.areas.get(area)
    return own or (known.project if known else None)


def projects_of(catalogue: Catalogue, role: Role) -> dict[str, Project]:
    """Every area's project on the way to ``role``, by area."""
    found = ((area, project_of(catalogue, area, role)) for area in catalogue.areas)
    return {area: project for area, project in found if project}
