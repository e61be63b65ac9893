"""Markdown pieces: escaped text, tables, quotes, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rung.core.records import Span
from rung.fit.records import Reason
from rung.market.records import AdRef
from rung.report import words

MARKS = re.compile(r"([\\`*_\[\]<>|~])")
"""Characters that Markdown or HTML in it would read as more than text."""


def safe(text: str, most: int = 4000) -> str:
    """Text on one line that stays text."""
    return MARKS.sub(r"\\\1", words.line(text, most))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], right: str = "") -> list[str]:
    """A table; ``right`` holds an ``r`` at each column that is set to the right."""
    marks = ["---:" if right[i : i + 1] == "r" else "---" for i in range(len(heads))]
    lines = [_row(heads), _row(marks)]
    return [*lines, *(_row(r) for r in rows), ""]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def quote(span: Span) -> str:
    """A document's line in quotation marks with its place."""
    return f"“{safe(span.text, 200)}” ({safe(words.where(span))})"


def reason(item: Reason, sign: str, follows: str = "") -> list[str]:
    """One line for or against, with what it follows from and the first line it rests on."""
    count = f" (asked in {item.count.k} of {item.count.n} ads)" if item.count else ""
    found = [f"- {sign} {safe(item.text)}{safe(follows)}{count}"]
    return found + [f"  {quote(s)}" for s in item.spans[:1]]


def link(ad: AdRef) -> str:
    """An ad as a link where it has a web address, and who placed it when."""
    title = safe(ad.title, 90)
    address = words.web_address(ad)
    named = f"[{title}](<{address}>)" if address else title
    return f"{named}, {safe(ad.employer, 60)}, seen {words.moment(ad.seen)}"
