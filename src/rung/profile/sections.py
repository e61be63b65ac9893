"""Where each section of a résumé begins, under usual and unusual headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rung.profile.degrees import DEGREE
from rung.profile.headings import DECORATION, Kind, heading_kind
from rung.profile.rows import Row

_INLINE = re.compile(r"(?P<label>[A-Za-zÀ-ÿ '’&/]{3,32}?)\s*(?::\s+|\t+ *| {2,})(?=\S)")
_DATED_RAIL = re.compile(
    r"(?P<label>[A-Z][A-Z &]{3,30}?)\s+(?=(?:[A-Z][a-z]{2,8}\.? )?(?:19|20)\d\d)"
)
_RAIL: tuple[Kind, ...] = ("work", "education", "skills", "projects", "publications", "summary")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the rows below it; the head of the document has no heading."""

    kind: Kind
    heading: Row | None
    rows: tuple[Row, ...]


def sections(rows: Iterable[Row]) -> tuple[Section, ...]:
    """The document's sections in reading order, beginning with its head."""
    stream = tuple(rows)
    body = _body_size(stream)
    found: list[tuple[Kind, Row | None, list[Row]]] = [("head", None, [])]
    looks: set[tuple[float | None, bool, bool]] = set()
    for at, row in enumerate(stream):
        marked = row.bullet and not _lone_mark(stream, at)
        kind = heading_kind(row.text) if not marked and _can_head(row, body) else None
        if kind and not _label_inside(found[-1][0], kind, row, looks, body):
            looks.add(_look(row))
            found.append((kind, row, []))
            continue
        rail = _rail(row)
        if rail and _leaves(found[-1][0], rail):
            found.append((rail[0], rail[1], [rail[2]]))
        elif looks and _unknown_heading(row, body, looks):
            found.append(("other", row, []))
        else:
            found[-1][2].append(row)
    return tuple(Section(kind, heading, tuple(lines)) for kind, heading, lines in found)


def _lone_mark(stream: tuple[Row, ...], at: int) -> bool:
    """Whether a mark before a short line decorates it, since its neighbours have none."""
    beside = (*stream[max(0, at - 1) : at], *stream[at + 1 : at + 2])
    return len(stream[at].text.split()) <= 3 and not any(r.bullet for r in beside)


def _can_head(row: Row, body: float | None) -> bool:
    words = row.text.split()
    if row.text.endswith((",", ";")) or ("," in row.text and len(words) > 4):
        return False
    small = body is not None and row.size is not None and row.size < body * 0.85
    return not small and (row.text[:1].isupper() or row.text[:1] in DECORATION)


def _look(row: Row) -> tuple[float | None, bool, bool]:
    size = None if row.size is None else round(row.size, 1)
    return size, row.bold, row.text.isupper()


def _label_inside(
    current: Kind,
    kind: Kind,
    row: Row,
    looks: set[tuple[float | None, bool, bool]],
    body: float | None,
) -> bool:
    """Whether a heading's word is only a label of a group ("Languages", "Tools" of skills)."""
    size, bold, _ = _look(row)
    large = size is not None and body is not None and size > body * 1.08
    if large and any((size, bold) == look[:2] for look in looks):
        return False
    within = current in ("skills", "coursework") and kind in ("languages", "skills", "other")
    sizes = [size for size, _, _ in looks if size is not None]
    less = row.size is not None and bool(sizes) and row.size < min(sizes) - 0.5
    small = current == "skills" and less
    return (within or small or current == kind) and bool(looks) and _look(row) not in looks


def _rail(row: Row) -> tuple[Kind, Row, Row] | None:
    """A heading and its first content on one line ("EDUCATION   BSc …", "SKILLS: SQL")."""
    match = _INLINE.match(row.text) or _DATED_RAIL.match(row.text)
    if not match or row.bullet:
        return None
    label = match["label"].strip()
    kind = heading_kind(label)
    if kind not in _RAIL or not (label.isupper() or ":" not in match.group()):
        return None
    rest = row.cut(match.end(), len(row.text))
    return kind, row.cut(0, len(label)), replace(rest, bold=False)


def _leaves(current: Kind, rail: tuple[Kind, Row, Row]) -> bool:
    """Whether a label in the margin ends the section: inside skills most labels do not."""
    if rail[0] == current:
        return False
    return current != "skills" or (rail[0] == "education" and bool(DEGREE.search(rail[2].text)))


def _unknown_heading(
    row: Row, body: float | None, looks: set[tuple[float | None, bool, bool]]
) -> bool:
    """Whether a row looks exactly like the headings known so far, which stand out from text."""
    if row.bullet or len(row.text.split()) > 5 or len(row.cells()) > 1 or row.size is None:
        return False
    stands_out = body is not None and row.size > body * 1.12
    return stands_out and _look(row) in looks and not any(c.isdigit() for c in row.text)


def _body_size(rows: tuple[Row, ...]) -> float | None:
    sizes: dict[float, int] = {}
    for row in rows:
        if row.size is not None:
            key = round(row.size, 1)
            sizes[key] = sizes.get(key, 0) + len(row.text)
    return max(sizes, key=lambda s: (sizes[s], -s)) if sizes else None
