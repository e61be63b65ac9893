"""Reactive Resume's JSON, versions 4 and 5: hidden items stay out, HTML becomes lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rung.reading.documents.drafts import Draft
from rung.reading.documents.structured.draft import bare, draft, filled, items

Item = dict[str, Any]


def is_one(data: Item) -> bool:
    """Whether a JSON object is a Reactive Resume."""
    return isinstance(data.get("sections"), dict) and isinstance(data.get("basics"), dict)


def to_draft(data: Item) -> Draft:
    """The résumé of a parsed Reactive Resume file."""
    return draft(_resume(data), "Reactive Resume file")


def _resume(data: Item) -> Item:
    return {
        "basics": _basics(data),
        "work": [_work(w) for w in _items(data, "experience")],
        "volunteer": [
            filled(
                {
                    "organization": bare(v.get("organization")),
                    "position": bare(v.get("position")),
                    **_dates(v),
                    "highlights": _lines(v),
                }
            )
            for v in _items(data, "volunteer")
        ],
        "education": [_education(e) for e in _items(data, "education")],
        "projects": [_project(p) for p in _items(data, "projects")],
        "publications": [
            filled(
                {
                    "name": bare(p.get("name") or p.get("title")),
                    "publisher": bare(p.get("publisher")),
                    "releaseDate": bare(p.get("date")),
                }
            )
            for p in _items(data, "publications")
        ],
        "certificates": [
            filled({"name": _name(c), "issuer": bare(c.get("issuer")), "date": bare(c.get("date"))})
            for c in _items(data, "certifications")
        ],
        "awards": [
            filled(
                {"title": _name(a), "awarder": bare(a.get("awarder")), "date": bare(a.get("date"))}
            )
            for a in _items(data, "awards")
        ],
        "skills": [
            filled(
                {
                    "name": bare(s.get("name")),
                    "level": bare(s.get("description") or s.get("proficiency")),
                    "keywords": [bare(k) for k in s.get("keywords") or [] if bare(k)],
                }
            )
            for s in _items(data, "skills")
        ],
        "languages": [
            filled(
                {
                    "language": bare(x.get("name") or x.get("language")),
                    "fluency": bare(x.get("description") or x.get("fluency")),
                }
            )
            for x in _items(data, "languages")
        ],
        "interests": [
            filled({"name": bare(i.get("name")), "keywords": list(i.get("keywords") or [])})
            for i in _items(data, "interests")
        ],
    }


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


def _work(item: Item) -> Item:
    return filled(
        {
            "name": bare(item.get("company")),
            "position": bare(item.get("position")),
            **_dates(item),
            "location": bare(item.get("location")),
            "url": _link(item),
            "highlights": _lines(item),
        }
    )


def _education(item: Item) -> Item:
    return filled(
        {
            "institution": bare(item.get("institution") or item.get("school")),
            "studyType": bare(item.get("studyType") or item.get("degree")),
            "area": bare(item.get("area")),
            "score": bare(item.get("score") or item.get("grade")),
            **_dates(item),
            "courses": _lines(item),
        }
    )


def _project(item: Item) -> Item:
    about = bare(item.get("description")) if item.get("summary") else ""
    return filled(
        {
            "name": bare(item.get("name")),
            **_dates(item),
            "description": about,
            "highlights": _lines(item),
            "keywords": [bare(k) for k in item.get("keywords") or [] if bare(k)],
            "url": _link(item),
        }
    )


def _name(item: Item) -> str:
    return bare(item.get("name") or item.get("title"))


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
