"""Skills and languages as a person lists them: groups under their labels, words as written."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from rung.profile import dates
from rung.profile.headings import heading_kind
from rung.profile.languages import LANGUAGE, LEVEL
from rung.profile.records import Language, SkillGroup
from rung.profile.rows import Row, glued, value, within
from rung.profile.words import is_prose
from rung.reading.documents.records import Document

_LABEL = re.compile(r"(?P<label>[^:,;|•·(]{2,48}?)\s*:\s*(?=\S)|(?P<open>[^:,;|•·]{2,48}):$")
_SEPARATOR = re.compile(r"\s*(?:[,;|•·▪●◦‧∙⋅]|\t|\s{2,})\s*|\s+/\s+")
_STARS = re.compile(r"[\s●○◉◯★☆■□▪▫⬤•·]*[●○◉◯★☆■□⬤][\s●○◉◯★☆■□▪▫⬤•·]*$|\s+\d\s?/\s?\d+$")
_HOW_WELL = re.compile(rf"\s*[(–—:-]\s*{LEVEL.pattern}\)?\s*$", re.IGNORECASE)
_BARE_HEADING = re.compile(r"(?:technical |key |core |other )?skills", re.IGNORECASE)
_AND = re.compile(r"^(?:and|und|et|y|&)\s+", re.IGNORECASE)
_NO_SKILL = ("interests", "languages", "references", "awards")
_MOST_WORDS = 8
Known = Callable[[str], bool]
"""Whether a text names a skill of the catalogue."""


@dataclass
class _Draft:
    label: Row | None = None
    items: list[Row] = field(default_factory=list)


def skill_groups(
    document: Document, rows: tuple[Row, ...], known: Known, heading: Row | None
) -> tuple[SkillGroup, ...]:
    """The groups of one skills section, empty ones left out."""
    lines = _unwrapped(_own(rows), known)
    found: list[_Draft] = [_Draft()]
    for at, line in enumerate(lines):
        match = _LABEL.match(line.text)
        following = next((r for r in lines[at + 1 :] if not LEVEL.fullmatch(r.text)), None)
        if match:
            label = line.cut(*match.span("label" if match["label"] else "open"))
            found.append(_Draft(label, _items(line.cut(match.end(), len(line.text)), known)))
        elif _tabbed(line):
            first = line.cells()[0]
            rest = line.cut(line.index(line.cells()[1].start), len(line.text))
            found.append(_Draft(first, _items(rest, known)))
        elif _heads(line, following):
            found.append(_Draft(line))
        else:
            if found[-1].items and _closed(found[-1], line, lines[at - 1]):
                found.append(_Draft())
            found[-1].items += _items(line, known)
    kept = [d for d in found if d.items and not _of_other_kind(d, heading)]
    return tuple(
        SkillGroup(
            value(document, d.label) if d.label else None,
            tuple(value(document, i) for i in d.items),
        )
        for d in kept
    )


def _own(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows up to the first that can't belong to a list: a date range, or another's head."""
    kept: list[Row] = []
    for row in within(rows):
        if any(h.range for h in dates.find(row.text)):
            break
        if kept and _opens_another(row):
            break
        if not _BARE_HEADING.fullmatch(row.text):
            kept.append(row)
    return tuple(kept)


def _opens_another(row: Row) -> bool:
    """Whether a label in the margin opens a section of another kind ("REFERENCES   Dr …")."""
    first = row.cells()[0].text
    kind = heading_kind(first)
    return first.isupper() and kind is not None and kind not in ("skills", "languages", "other")


def _unwrapped(rows: tuple[Row, ...], known: Known) -> list[Row]:
    """Wrapped rows as one line each."""
    wide = max((len(r.text) for r in rows), default=0)
    edge = max((r.x1 for r in rows if r.x1 is not None), default=0.0)
    lines: list[Row] = []
    last: Row | None = None
    for row, following in zip_longest(rows, rows[1:]):
        ends = following is None or _LABEL.match(following.text) is not None
        rest = ends or "," in row.text
        if lines and last is not None and _goes_on(last, row, wide, edge if rest else None, known):
            lines[-1] = glued(lines[-1], [(lines[-1], row)])
        else:
            lines.append(row)
        last = row
    return lines


def _goes_on(last: Row, row: Row, wide: int, edge: float | None, known: Known) -> bool:
    """Whether a row goes on in the list of the one before it.

    ``edge`` is the section's right edge, where the row can be the rest of a list at all: it
    holds commas, or nothing but a label follows.
    """
    if _begins(last, row):
        return False
    if _hangs(last, row):
        return True
    if not _SEPARATOR.search(last.text) and not _LABEL.match(last.text):
        return False
    if edge and "," in last.text and (last.bold, last.size) == (row.bold, row.size):
        room = _room(last, row, edge)
        if room is not None:
            return not room
    tail = re.split(_SEPARATOR, last.text)[-1].rsplit(":", 1)[-1].strip()
    head = re.split(_SEPARATOR, row.text)[0].strip()
    if known(f"{tail} {head}") and not (known(tail) and known(head)):
        return True
    if known(tail) or known(head):
        return False
    if row.x0 is not None and last.x0 is not None and row.x0 > last.x0 + 3:
        return True
    full = len(last.text) + len(head.split(" ")[0]) + 1
    return full > (0.9 if row.text[:1].islower() else 1.0) * wide > 24


def _begins(last: Row, row: Row) -> bool:
    """Whether a row surely opens a list of its own, or stands elsewhere."""
    elsewhere = row.page != last.page or row.start <= last.start
    opens = row.bullet or _LABEL.match(row.text) is not None or _tabbed(row)
    return elsewhere or opens or last.text.rstrip().endswith(":")


def _hangs(last: Row, row: Row) -> bool:
    """Whether an unmarked row stands below the text of a marked one."""
    placed = row.x0 is not None and last.x0 is not None
    return last.bullet and placed and (row.x0 or 0) >= (last.x0 or 0) - 2


def _room(last: Row, row: Row, edge: float) -> bool | None:
    """Whether a row's first word had room on the line above; None where nobody can say."""
    if row.x0 is None or row.x1 is None or last.x1 is None:
        return None
    width = (row.x1 - row.x0) * len(row.text.split()[0]) / len(row.text)
    return last.x1 + 0.2 * (row.size or 10.0) + width <= edge


def _items(line: Row, known: Known = lambda _text: False) -> list[Row]:
    """The words of a list; brackets hold their commas together."""
    found: list[Row] = []
    if line.origins and not _SEPARATOR.search(line.text):
        cut = line.origins[-1][0]
        first, second = line.cut(0, cut), line.cut(cut, len(line.text))
        if not known(line.text) and (known(first.text) or known(second.text)):
            return _items(first, known) + _items(second, known)  # two tags, not one broken
    at = 0
    cuts = [m.span() for m in _SEPARATOR.finditer(line.text) if not _inside(line.text, m.start())]
    for start, end in (*cuts, (len(line.text), len(line.text))):
        item = _clean(line.cut(at, start))
        if item is not None:
            found.append(item)
        at = end
    return found


def _inside(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("(") > before.count(")") and ")" in text[at:]


def _clean(item: Row) -> Row | None:
    """An item without what says how well ("Python (expert)", "SQL ●●●○"); None if only that."""
    text = item.text
    lead = _AND.match(text)
    start = lead.end() if lead else 0
    end = len(text)
    if stars := _STARS.search(text, start):
        end = stars.start()
    if level := _HOW_WELL.search(text[start:end]):
        end = start + level.start()
    piece = item.cut(start, end)
    piece = piece.cut(0, len(piece.text.rstrip(" .;,–-"))) if piece.text[-2:] != ".." else piece
    if not any(c.isalnum() for c in piece.text) or LEVEL.fullmatch(piece.text):
        return None
    if len(piece.text.split()) > _MOST_WORDS or _BARE_HEADING.fullmatch(piece.text):
        return None
    return piece


def _tabbed(line: Row) -> bool:
    """A label in a cell of its own beside a list ("Languages<gap>Python, C++")."""
    cells = line.cells()
    return (
        len(cells) == 2
        and not re.search(r"[,;|•·]", cells[0].text)
        and (re.search(r"[,;|•·]", cells[1].text) is not None)
    )


def _heads(line: Row, following: Row | None) -> bool:
    """Whether a lone line is the label of what follows."""
    if following is None or line.bullet or _SEPARATOR.search(line.text):
        return False
    if len(line.text.split()) > 5 or LEVEL.fullmatch(line.text):
        return False
    if following.bullet or (line.bold and not following.bold):
        return True
    if line.x0 is not None and following.x0 is not None and following.x0 > line.x0 + 2:
        return True
    larger = line.size is not None and following.size is not None
    if larger and line.size and following.size and line.size > following.size + 0.4:
        return True
    listed = re.search(r"[,;|•·\t]", following.text) is not None
    return listed and (len(line.text.split()) > 1 or "\t" in following.text)


def _closed(draft: _Draft, line: Row, before: Row) -> bool:
    """Whether an unlabelled line begins a new group: a list a line, or a bullet a group."""
    if line.bullet and before.bullet and _LABEL.match(before.text):
        return True
    several = len(_items(line)) > 1 and len(_items(before)) > 1
    return several and draft.label is None


def _of_other_kind(draft: _Draft, heading: Row | None) -> bool:
    label = draft.label or heading
    kind = heading_kind(label.text) if label else None
    if kind == "languages":
        return all(LANGUAGE.match(i.text) for i in draft.items)
    return kind in _NO_SKILL


def languages(document: Document, rows: tuple[Row, ...]) -> tuple[Language, ...]:
    """The languages a section names, each with the fluency given beside or below it."""
    found: list[Language] = []
    for row in within(rows):
        for piece in (p for p in _pieces(row) if p.text):
            match = LANGUAGE.match(piece.text)
            if match:
                rest = _fluency(piece.cut(match.end(), len(piece.text)))
                fluency = value(document, rest) if rest else None
                found.append(Language(value(document, piece.cut(0, match.end())), fluency))
            elif found and found[-1].fluency is None and _says_level(piece):
                level = _fluency(piece)
                if level is not None:
                    found[-1] = Language(found[-1].language, value(document, level))
    return tuple(found)


def _pieces(row: Row) -> list[Row]:
    """A row cut before each language it names."""
    starts = [m.start() for m in LANGUAGE.finditer(row.text)]
    if not starts:
        return [row]
    cuts = [*starts, len(row.text)]
    head = [row.cut(0, starts[0])] if starts[0] else []
    return head + [row.cut(a, b) for a, b in pairwise(cuts)]


def _says_level(piece: Row) -> bool:
    return LEVEL.search(piece.text) is not None and not is_prose(piece.text + "x")


def _fluency(piece: Row) -> Row | None:
    text = piece.text
    start = len(text) - len(text.lstrip(" ,;:|·•–—-(\t"))
    end = len(text.rstrip(" ,;:|·•–—-)\t"))
    if text[start:end].count("(") > text[start:end].count(")"):
        end = len(text.rstrip(" ,;:|·•–—-\t"))
    inner = piece.cut(start, end) if start < end else None
    return inner if inner and any(c.isalnum() for c in inner.text) else None
