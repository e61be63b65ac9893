"""A draft from résumé data: its JSON Resume object, and a plain rendering to quote from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rung.reading.documents.drafts import Draft, DraftPage, tidy_lines
from rung.reading.documents.jsonresume_lines import lines_of

_TAG = re.compile(r"<[^<>]*>")
_SPACE = re.compile(r"[ \t]+")


def draft(data: dict[str, Any], what: str, warnings: tuple[str, ...] = ()) -> Draft:
    """The draft of a JSON Resume object made from ``what``."""
    kept = {name: value for name, value in data.items() if value}
    page = DraftPage(tidy_lines(lines_of(kept)), reason=f"rendered from the {what}")
    return Draft((page,), warnings, kept)


def filled(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry without its empty fields."""
    return {name: value for name, value in entry.items() if value not in (None, "", [], {})}


def bare(value: object) -> str:
    """A value as text without markup; anything but text and numbers says nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _SPACE.sub(" ", _TAG.sub(" ", str(value)).replace("&nbsp;", " ")).strip()


def items(markup: object) -> list[str]:
    """The lines of a text or of a piece of HTML: paragraphs, breaks and list items."""
    if not isinstance(markup, str):
        return []
    if "<" not in markup:
        found = markup.splitlines()
    else:
        from rung.reading.documents.html import visible_lines

        found = list(visible_lines(markup))
    lines = (re.sub(r"^\s*[-•*–]\s+", "", line).strip() for line in found)
    return [line for line in lines if line]
