"""A JSON Resume as the lines of a plain résumé."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from rung.reading.documents.drafts import DraftLine

Entry = dict[str, Any]


class Section(NamedTuple):
    """How one section shows: its heading, and the fields on an entry's first line."""

    heading: str
    title: tuple[str, ...]


SECTIONS = {
    "work": Section("Work", ("position", "name", "company")),
    "volunteer": Section("Volunteering", ("position", "organization")),
    "education": Section("Education", ("studyType", "area", "institution")),
    "projects": Section("Projects", ("name", "type", "entity")),
    "publications": Section("Publications", ("name", "publisher")),
    "certificates": Section("Certificates", ("name", "issuer")),
    "awards": Section("Awards", ("title", "awarder")),
    "skills": Section("Skills", ("name", "level")),
    "languages": Section("Languages", ("language", "fluency")),
    "interests": Section("Interests", ("name",)),
}
_UNDER = ("location", "score", "url", "website", "summary", "description")
_BULLETS = ("highlights", "courses")
_INLINE = ("keywords", "roles")


def lines_of(data: Entry) -> Iterator[DraftLine]:
    """Name and contacts, then each section that has entries under its heading.

    Why: every value stands verbatim, so that a span can quote it.
    """
    yield from _basics(data.get("basics") or {})
    for name, section in SECTIONS.items():
        entries = [entry for entry in data.get(name) or [] if isinstance(entry, dict)]
        if entries:
            yield DraftLine(section.heading, bold=True)
        for entry in entries:
            yield from _entry(entry, section)


def _basics(basics: Entry) -> Iterator[DraftLine]:
    yield DraftLine(_text(basics.get("name")), bold=True)
    for field in ("label", "email", "phone"):
        yield DraftLine(_text(basics.get(field)))
    yield DraftLine(_place(basics.get("location")))
    yield DraftLine(_text(basics.get("url")) or _text(basics.get("website")))
    for profile in _entries(basics.get("profiles")):
        where = _text(profile.get("url")) or _text(profile.get("username"))
        yield DraftLine(_joined(": ", (_text(profile.get("network")), where)))
    summary = list(_paragraphs(basics.get("summary")))
    if summary:
        yield DraftLine("Summary", bold=True)
        yield from summary


def _entry(entry: Entry, section: Section) -> Iterator[DraftLine]:
    title = _joined(" — ", (_text(entry.get(field)) for field in section.title))
    yield DraftLine(_joined("\t", (title, _dates(entry))), bold=True)
    for field in _UNDER:
        value = entry.get(field)
        if isinstance(value, dict):
            yield DraftLine(_place(value))
        else:
            yield from _paragraphs(value)
    for field in _BULLETS:
        for item in _texts(entry.get(field)):
            yield DraftLine(" ".join(item.split()), bullet=True)
    for field in _INLINE:
        yield DraftLine(", ".join(_texts(entry.get(field))))


def _dates(entry: Entry) -> str:
    start = _text(entry.get("startDate"))
    if start:
        return f"{start} – {_text(entry.get('endDate'))}".strip()
    return _joined(" ", (_text(entry.get(f)) for f in ("endDate", "date", "releaseDate")))


def _place(location: object) -> str:
    if not isinstance(location, dict):
        return _text(location)
    fields = ("address", "postalCode", "city", "region", "countryCode")
    return _joined(", ", (_text(location.get(field)) for field in fields))


def _paragraphs(value: object) -> Iterator[DraftLine]:
    for line in _text(value).splitlines():
        yield DraftLine(line)


def _entries(value: object) -> list[Entry]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    items = value if isinstance(value, list) else []
    return [text for text in map(_text, items) if text]


def _joined(separator: str, texts: Iterable[str]) -> str:
    return separator.join(text for text in texts if text)


def _text(value: object) -> str:
    """A value as text; anything but text and numbers says nothing."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""
