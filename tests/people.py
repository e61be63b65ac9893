"""Fictional people for tests."""

from __future__ import annotations

from collections.abc import Mapping

from rung.core.records import Evidence, Span
from rung.profile.records import PersonSkill, Profile


def span(text: str = "a line of the résumé") -> Span:
    """A place in a fictional document."""
    return Span("person.pdf", 1, 0, len(text), text)


def person(
    skills: Mapping[str, Evidence] | None = None, years: float | None = None, **fields: object
) -> Profile:
    """A profile holding just what a test is about."""
    shown = tuple(PersonSkill(s, e, (span(),)) for s, e in sorted((skills or {}).items()))
    empty = {
        "documents": ("person.pdf",),
        "name": None,
        "email": None,
        "phone": None,
        "location": None,
        "links": (),
        "headline": None,
        "summary": (),
        "work": (),
        "education": (),
        "publications": (),
        "projects": (),
        "certificates": (),
    }
    return Profile(skills=shown, years=years, **{**empty, **fields})  # type: ignore[arg-type]
