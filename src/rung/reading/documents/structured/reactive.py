"""Reactive Resume's JSON, versions 4 and 5: hidden items stay out, HTML becomes lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rung.reading.documents.drafts import Draft
from rung.reading.documents.structured.draft import bare, draft, filled, items

Item = dict[str, Any]
Fields = dict[str, tuple[str, ...]]

_LINES = ("highlights", "courses")
_RANGE: Fields = {"startDate": ()}
_SECTIONS: dict[str, tuple[str, Fields]] = {
    "work": (
        "experience",
        {
            "name": ("company",),
            "position": ("position",),
            "location": ("location",),
            **_RANGE,
            "url": (),
            "highlights": (),
        },
    ),
    "volunteer": (
        "volunteer",
        {
            "organization": ("organization",),
            "position": ("position",),
            **_RANGE,
            "highlights": (),
        },
    ),
    "education": (
        "education",
        {
            "institution": ("institution", "school"),
            "studyType": ("studyType", "degree"),
            "area": ("area",),
            "score": ("score", "grade"),
            **_RANGE,
            "courses": (),
        },
    ),
    "projects": (
        "projects",
        {"name": ("name",), **_RANGE, "highlights": (), "keywords": (), "url": ()},
    ),
    "publications": (
        "publications",
        {"name": ("name", "title"), "publisher": ("publisher",), "releaseDate": ("date",)},
    ),
    "certificates": (
        "certifications",
        {"name": ("name", "title"), "issuer": ("issuer",), "date": ("date",)},
    ),
    "awards": (
        "awards",
        {"title": ("title", "name"), "awarder": ("awarder",), "date": ("date",)},
    ),
    "skills": (
        "skills",
        {"name": ("name",), "level": ("description", "proficiency"), "keywords": ()},
    ),
    "languages": (
        "languages",
        {"language": ("name", "language"), "fluency": ("description", "fluency")},
    ),
    "interests": ("interests", {"name": ("name",), "keywords": ()}),
}
"""For each section of JSON Resume: theirs, and the names each field has had in versions 4 and 5."""


def is_one(data: Item) -> bool:
    """Whether a JSON object is a Reactive Resume."""
    return isinstance(data.get("sections"), dict) and isinstance(data.get("basics"), dict)


def to_draft(data: Item) -> Draft:
    """The résumé of a parsed Reactive Resume file."""
    return draft(_resume(data), "Reactive Resume file")


def _resume(data: Item) -> Item:
    found = {
        section: [_entry(item, fields) for item in _items(data, theirs)]
        for section, (theirs, fields) in _SECTIONS.items()
    }
    return {"basics": _basics(data), **found}


def _entry(item: Item, fields: Fields) -> Item:
    """One item: each field from the first of its names that says something."""
    made: Item = {}
    for field, names in fields.items():
        if field in _LINES:
            made[field] = _lines(item)
        elif field == "keywords":
            made[field] = [bare(k) for k in item.get("keywords") or [] if bare(k)]
        elif field == "url":
            made[field] = _link(item)
        else:
            made[field] = next((text for n in names if (text := bare(item.get(n)))), "")
    if "startDate" in fields:
        made |= _dates(item)
    return filled(made)


def _basics(data: Item) -> Item:
    basics = data["basics"]
    own = data["sections"].get("summary") or data.get("summary")
    shown = isinstance(own, dict) and own.get("visible", True) and not own.get("hidden")
    profiles = [
        filled(
            {
                "network": bare(p.get("network")),
                "username": bare(p.get("username")),
                "url": _link(p),
            }
        )
        for p in _items(data, "profiles")
    ]
    return filled(
        {
            "name": bare(basics.get("name")),
            "label": bare(basics.get("headline")),
            "email": bare(basics.get("email")),
            "phone": bare(basics.get("phone")),
            "url": _link(basics),
            "location": filled({"city": bare(basics.get("location"))}),
            "summary": "\n".join(items(own.get("content"))) if shown and own else "",
            "profiles": profiles,
        }
    )


def _items(data: Item, section: str) -> Iterator[Item]:
    """A section's visible items."""
    held = data["sections"].get(section)
    if not isinstance(held, dict) or held.get("visible") is False or held.get("hidden"):
        return
    listed = held.get("items")
    for item in listed if isinstance(listed, list) else []:
        if isinstance(item, dict) and item.get("visible", True) and not item.get("hidden"):
            yield item


def _lines(item: Item) -> list[str]:
    return items(item.get("summary") or item.get("description"))


def _link(item: Item) -> str:
    held = item.get("url") or item.get("website")
    return bare(held.get("href") or held.get("url")) if isinstance(held, dict) else bare(held)


def _dates(item: Item) -> Item:
    """The ends of a range given as one text ("June 2016 to December 2018")."""
    text = bare(item.get("date") or item.get("period"))
    for cut in (" to ", " – ", " — ", " - ", "–", "—"):
        if cut in text:
            start, end = text.split(cut, 1)
            goes_on = end.strip().casefold() in ("present", "current", "now", "today", "ongoing")
            return {"startDate": start.strip(), "endDate": "" if goes_on else end.strip()}
    return {"endDate": text}
