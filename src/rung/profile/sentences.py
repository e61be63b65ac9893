"""Body lines put back together: one place for each bullet or sentence, wraps included."""

from __future__ import annotations

import re
from dataclasses import replace

from rung.core.records import Span
from rung.profile.rows import Row, span
from rung.reading.documents.records import Document

OPEN = re.compile(r"\b(?:of|the|a|an|in|to|for|with|and|or|by|from|at|on|into|using)$")
"""A line that ends so goes on in the next one."""

_LABEL = re.compile(r"[A-ZÀ-Þ][\w &/+-]{1,30}:\s")
"""A label that begins a list; below another one it begins a list of its own."""


def join(document: Document, rows: tuple[Row, ...]) -> tuple[Span, ...]:
    """One span for each bullet or sentence line of a body, in order."""
    marked = any(r.bullet for r in rows)
    wide = max((len(r.text) for r in rows), default=0)
    found: list[Row] = []
    for row in rows:
        if found and _continues(document, found[-1], row, marked, wide):
            last = found[-1]
            text = document.pages[row.page - 1].text[last.start : row.end]
            found[-1] = replace(last, text=text)
        else:
            found.append(row)
    return tuple(span(document, r) for r in found)


def _continues(document: Document, last: Row, row: Row, marked: bool, wide: int) -> bool:
    """Whether a row goes on with the sentence of the one before it.

    Only rows that touch can: a place holds one unbroken stretch of a page.
    """
    if row.page != last.page or row.bullet or row.start < last.end or row.origins or last.origins:
        return False
    if document.pages[row.page - 1].text[last.end : row.start].strip("\n\t •▪●◦-–"):
        return False
    if _LABEL.match(row.text) and _LABEL.match(last.text):
        return False
    if row.text[0].islower() or last.text.endswith(",") or OPEN.search(last.text):
        return True
    if last.text.rstrip().endswith((".", ":", ";")):
        return False
    if marked:
        return last.bullet
    tail = last.text.rsplit("\n", 1)[-1]
    return len(tail) > 0.85 * wide and len(tail) > 40
