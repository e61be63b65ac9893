"""Projects: a name, dates where given, and what was done."""

from __future__ import annotations

import re
from itertools import pairwise

from rung.core.records import Span
from rung.profile import dates
from rung.profile.records import Period, Project
from rung.profile.rows import Row, glued, span, split, value
from rung.profile.sentences import OPEN, join
from rung.profile.words import LINK, is_prose
from rung.reading.documents.records import Document

_NAME_END = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|:\s+|\t+ *| {2,}|\s+\((?=https?:|www\.|\w+\.\w)")

_DASH = re.compile(r"\s+[–—-]\s+|\s*[|·•]\s*|\t+ *")


def read(document: Document, rows: tuple[Row, ...]) -> tuple[Project, ...]:
    """The projects of one section, in order."""
    starts = _starts(rows)
    cuts = [*starts, len(rows)]
    found = (rows[a:b] for a, b in pairwise(cuts))
    return tuple(p for p in (_project(document, part) for part in found) if p)


def _starts(rows: tuple[Row, ...]) -> list[int]:
    """The rows that head a project: as the first one looks, or bare above bullets.

    Why by look: in most documents the names are set alike and apart from the text.
    """
    if not rows:
        return []
    marked = any(r.bullet for r in rows)
    bold = any(r.bold for r in rows) and not all(r.bold for r in rows)
    if marked and all(r.bullet or _continues(rows, i) for i, r in enumerate(rows)):
        return [i for i, r in enumerate(rows) if r.bullet]
    if bold and rows[0].bold:
        return [i for i, r in enumerate(rows) if r.bold and not r.bullet and _breaks(rows, i)]
    if marked:
        return [
            i
            for i, r in enumerate(rows)
            if not r.bullet and (i == 0 or rows[i - 1].bullet) and not _continues(rows, i)
        ]
    starts = [0]
    for i, r in enumerate(rows[1:], 1):
        if _continues(rows, i) or is_prose(r.text) or not _heads(rows, i):
            continue
        alone = not _NAME_END.search(rows[i - 1].text) and not dates.find(rows[i - 1].text)
        if starts[-1] == i - 1 and alone:
            continue  # a role or subtitle below the name
        starts.append(i)
    return starts


def _breaks(rows: tuple[Row, ...], at: int) -> bool:
    return at == 0 or not rows[at - 1].bold or rows[at - 1].bullet


def _continues(rows: tuple[Row, ...], at: int) -> bool:
    """Whether a row goes on with the one before it."""
    row = rows[at]
    if at == 0 or row.bullet:
        return False
    before = rows[at - 1].text.rstrip()
    if OPEN.search(before):
        return True
    return (
        row.text[:1].islower()
        or before.endswith((",", "-", "–", "("))
        or (rows[at - 1].bullet and not before.endswith((".", ")")) and len(before) > 60)
    )


def _heads(rows: tuple[Row, ...], at: int) -> bool:
    row = rows[at]
    dated = any(h.start > 0 for h in dates.find(row.text))
    below = rows[at + 1] if at + 1 < len(rows) else None
    return dated or below is None or is_prose(below.text) or ":" in row.text


def _project(document: Document, rows: tuple[Row, ...]) -> Project | None:
    if len(rows) > 1 and dates.is_whole(rows[0].text) and not rows[1].bullet:
        rows = (glued(rows[1], [(rows[1],), (rows[0],)]), *rows[2:])
    head = rows[0]
    hits = [h for h in dates.find(head.text) if h.range or h.start == 0 or _at_end(head.text, h)]
    hit = hits[-1] if hits else None
    piece = next(iter(head.without(((hit.start, hit.end),))), None) if hit else head
    period = None
    if hit:
        place = span(document, head.cut(hit.start, hit.end))
        period = (
            Period(hit.first, hit.last, hit.current, place)
            if hit.range
            else Period(None, hit.first, False, place)
        )
    name = _name(piece) if piece else None
    rest = _rest(head, name, hit)
    body = rows[1:] if rest is None else (rest, *rows[1:])
    lines: tuple[Span, ...] = tuple(
        s for s in join(document, body) if not dates.is_whole(s.text) and not LINK.fullmatch(s.text)
    )
    if name is None and not lines:
        return None
    return Project(value(document, name, 0.8) if name else None, period, lines)


def _at_end(text: str, hit: dates.DateHit) -> bool:
    return not text[hit.end :].strip(" ).") and (
        hit.start == 0 or text[: hit.start].rstrip(" (")[-1:] in ",|·•–—-\t" or "\t" in text
    )


def _name(piece: Row) -> Row | None:
    apart = _DASH if _DASH.search(piece.text) else _NAME_END
    first = next((p for p in split(piece, apart) if p.text), None)
    if first is None:
        return None
    name = first.cut(0, len(first.text.rstrip(" ,;:|·–—-(")))
    if not name.text or LINK.fullmatch(name.text) or len(name.text.split()) > 12:
        return None
    return name


def _rest(head: Row, name: Row | None, hit: dates.DateHit | None) -> Row | None:
    """What the first line says after the name, where that is a description."""
    if name is None:
        return head
    at = head.index(name.end - 1) + 1
    end = hit.start if hit and hit.start > at else len(head.text)
    piece = head.cut(at, end)
    lead = len(piece.text) - len(piece.text.lstrip(" |·•–—-:\t(,"))
    piece = piece.cut(lead, len(piece.text.rstrip(" |·•–—-(,")))
    return piece if len(piece.text.split()) >= 2 else None
