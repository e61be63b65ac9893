"""HTML of an ad to plain text: one line a block, list items marked, nothing hidden kept."""

from __future__ import annotations

import html
import re
import unicodedata

from rung.reading.documents.html import visible_lines

_TAG = re.compile(r"<[a-zA-Z/!][^>]{0,2000}>")
_ESCAPED = re.compile(r"&lt;\s*/?[a-zA-Z]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_BLANKS = re.compile(r"\n{3,}")


def text_of(markup: str) -> str:
    """What a person would see of a piece of HTML, or of plain text with entities.

    Why escaped HTML is opened first: some boards escape their HTML once more.
    """
    if _ESCAPED.search(markup):
        markup = html.unescape(markup)
    if not _TAG.search(markup):
        return clean(html.unescape(markup))
    return clean("\n".join(visible_lines(markup)))


def line_of(markup: str) -> str:
    """:func:`text_of` on one line: titles and names."""
    return " ".join(text_of(markup).split())


def clean(text: str) -> str:
    """Text without control and invisible characters, in NFC, at most one blank line in a row.

    Why invisible ones go: zero-width and direction marks hide words from people or from readers.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _CONTROL.sub("", text.replace("\u00a0", " "))
    return _BLANKS.sub("\n\n", "\n".join(line.rstrip() for line in text.split("\n"))).strip()
