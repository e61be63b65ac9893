"""Documents made in the test: lines of text as a reader gives them."""

from __future__ import annotations

from rung.catalogue import load
from rung.profile.build import place_names
from rung.profile.words import PlaceNames
from rung.reading.documents.records import Document, Line, Page

PLACES: PlaceNames = place_names(load().places)


def document(text: str) -> Document:
    """One page of these lines; "- " marks a bullet, "**…**" a bold line."""
    lines: list[Line] = []
    at = 0
    for raw in text.strip("\n").split("\n"):
        bullet, bold = raw.startswith("- "), raw.startswith("**")
        shown = raw.removeprefix("- ").strip("*")
        lines.append(Line(shown, at, bold=bold, bullet=bullet))
        at += len(shown) + 1
    page = Page(1, "\n".join(line.text for line in lines), tuple(lines))
    return Document("cv.txt", "text", "0" * 64, (page,))
