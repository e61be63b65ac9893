"""Who the person is and how to reach them, from the head of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from rung.profile import dates
from rung.profile.headings import heading_kind
from rung.profile.records import Value
from rung.profile.rows import Row, chained, split, value
from rung.profile.sections import Section
from rung.profile.words import COMPANY, LINK, TITLE, PlaceNames, is_place, is_prose
from rung.reading.documents.records import Document

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_BROKEN_EMAIL = re.compile(r"[\w.+-]+@[\w.-]*$")
_EMAIL_TAIL = re.compile(r"\.?[a-z0-9][a-z0-9-]*(?:\.[a-z]+)*(?=\s|$)")
_SOFT_HYPHEN = re.compile(r"(?:^|\s)([\w.+]+)\u2010$")
_COMMON = """com org net edu gov io ai dev app me info co uk ca us de fr es it nl be ch at pl se no
dk fi ie pt br mx ar cl in cn jp kr sg hk tw au nz za ng ke il tr ru ua cz gr ro hu eu tech xyz
cloud research science email name pro online site"""
_ENDINGS = frozenset(_COMMON.split())
"""What addresses end in: the usual ones, to tell a broken address from a whole one."""
PHONE = re.compile(r"(?<![\w./-])\(?\+?\(?\d[\d\s().\-–‐‑/]{6,19}\d(?![\w/])")
_PHONE_TAIL = re.compile(r"\d[\d\s-]{0,7}(?=\s*[^\w\s]|\t|$)")
_PHONE_HEAD = re.compile(r"(?:(?<=\s)|^)\(?\+?\(?\d[\d\s().-]{3,16}$")
_MOST_DIGITS = 13
_YEARS = re.compile(r"(?<!\d)1[5-9]\d\d\s?[-–]\s?(?:1[5-9]|20)\d\d(?!\d)")
_URL = re.compile(LINK.pattern + r"|(?:linkedin|github|gitlab)\.com/\S+", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*[|·•‧∙●◆⋄\u2300-\u23ff\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?\s*"
    r"|\t+ *| {2,}|\s+/\s+|\s+[–—-]\s+"
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*\.?")
_PARTICLES = re.compile(
    r"(?i:d[eao]s?|das|di|del|della|der|den|van|von|zur?|la|le|bin|ibn|al|el|y|e|te[rn])"
)
_POST = re.compile(
    r",?\s*\b(?:ph\.?\s?d|m\.?sc|mba|b\.?sc|m\.?d|p\.?eng|pmp|cfa|csm|he/him|she/her|they/them)\b\.?"
    r"|\s*\((?:he/him|she/her|they/them)\)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:curriculum vitae|résumé|resume|cv|lebenslauf|name|nom)\b(?:\s+(?:of|de|von))?\s*[:–-]?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """What the head of a document says about the person."""

    name: Value | None
    email: Value | None
    phone: Value | None
    location: Value | None
    links: tuple[Value, ...]
    headline: Value | None


def read(
    document: Document, rows: tuple[Row, ...], parts: tuple[Section, ...], places: PlaceNames
) -> Contact:
    """The person's name, contact and headline; whatever isn't clear stays None."""
    top = [r for p in parts if p.kind in ("head", "contact") for r in p.rows]
    name = _name(rows, parts)
    mail = _email(rows)
    near = _after(rows, name) if name else []
    pieces = [p for r in (top + near) for p in split(r, _BETWEEN)]
    phone = _phone(top + near, pieces)
    place = next((p for p in map(_unlabel, pieces) if _is_home(p, places)), None)
    headline = next((r for r in near[:2] if _is_headline(r, places)), None)
    return Contact(
        value(document, name) if name else None,
        value(document, mail) if mail else None,
        value(document, phone) if phone else None,
        value(document, place, 0.9) if place else None,
        _links(document, top),
        value(document, headline, 0.9) if headline else None,
    )


def _phone(rows: list[Row], pieces: list[Row]) -> Row | None:
    """The first number, with the digits that a narrow column put on the next line."""
    for row, below in pairwise(rows):
        head = _PHONE_HEAD.search(row.text) if row.page == below.page else None
        tail = _PHONE_TAIL.match(below.text) if head else None
        if head and tail and _whole_number(head.group(), tail.group()):
            start, end = row.cut(head.start(), len(row.text)), below.cut(0, tail.end())
            return chained((start, end), " ")
    return _first([p for p in pieces if _may_hold_phone(p.text)], PHONE)


def _whole_number(head: str, tail: str) -> bool:
    """Whether two lines' digits make one number that the first line alone does not."""
    first, both = (sum(c.isdigit() for c in t) for t in (head, head + tail))
    international = head.startswith("+")
    return 8 <= both <= _MOST_DIGITS and first < (11 if international else 8)


def _first(rows: Iterable[Row], pattern: re.Pattern[str]) -> Row | None:
    for row in rows:
        match = pattern.search(row.text)
        if match:
            return row.cut(match.start(), match.end())
    return None


def _may_hold_phone(text: str) -> bool:
    if _YEARS.search(text):
        return False
    enough = sum(c.isdigit() for c in text) >= 8
    return enough and not LINK.search(text) and not any(h.range for h in dates.find(text))


def _email(rows: tuple[Row, ...]) -> Row | None:
    """The first address, also one that a narrow column breaks at the end of its line."""
    for at, (row, below) in enumerate(zip_longest(rows, rows[1:])):
        match = EMAIL.search(row.text)
        broken = _BROKEN_EMAIL.search(row.text)
        tail = _EMAIL_TAIL.match(below.text) if below and below.page == row.page else None
        if below and broken and tail and _completes(broken.group(), tail.group()):
            start = row.cut(broken.start(), len(row.text))
            end = below.cut(0, tail.end())
            return chained((start, end))
        parted = _hyphenated(rows, at)
        if parted is not None:
            return parted
        if match:
            return row.cut(match.start(), match.end())
    return None


def _hyphenated(rows: tuple[Row, ...], at: int) -> Row | None:
    """An address that a hyphenating program spread over lines, from the one it begins on."""
    soft = _SOFT_HYPHEN.search(rows[at].text)
    if soft is None:
        return None
    pieces = [rows[at].cut(*soft.span(1))]
    for row in rows[at + 1 : at + 4]:
        whole = EMAIL.match("".join(p.text for p in pieces) + row.text)
        more = _SOFT_HYPHEN.fullmatch(row.text)
        if row.page != rows[at].page or not (whole or more):
            return None
        length = whole.end() - sum(len(p.text) for p in pieces) if whole else len(row.text) - 1
        pieces.append(row.cut(0, length))
        if whole:
            return chained(pieces)
    return None


def _completes(start: str, tail: str) -> bool:
    """Whether a line's end and the next one's first word make an address, and only together.

    Why by the ending: "example.co" may be whole, but before a lone "m" it is not.
    """
    whole = EMAIL.fullmatch(start + tail)
    if not whole:
        return False
    last = start.rpartition(".")[2].lower()
    ending = (start + tail).rpartition(".")[2].lower()
    complete = EMAIL.fullmatch(start) is not None and last in _ENDINGS
    return ending in _ENDINGS and (not complete or (last == "co" and ending == "com"))


def _links(document: Document, rows: list[Row]) -> tuple[Value, ...]:
    found: dict[str, Value] = {}
    for row in rows:
        masked = EMAIL.sub(lambda m: " " * len(m.group()), row.text)
        for match in _URL.finditer(masked):
            piece = row.cut(match.start(), match.end())
            found.setdefault(piece.text.lower(), value(document, piece))
    return tuple(found.values())


def _name(rows: tuple[Row, ...], parts: tuple[Section, ...]) -> Row | None:
    """The line that most looks like a name: the first of the largest ones, else the very top.

    Why not anywhere: a wrong name is worse than none, so a line of ordinary size counts only
    among the first three.
    """
    first = [r for r in rows if r.page == rows[0].page] if rows else []
    sizes = [r.size for r in first if r.size is not None]
    if sizes:
        largest = max(sizes)
        body = sorted(sizes)[len(sizes) // 2]
        if largest > body * 1.15:
            big = [r for r in first if r.size and r.size >= largest * 0.92]
            whole = _two_lines(big)
            for row in ([whole] if whole else []) + big:
                found = _as_name(row)
                if found:
                    return found
    head = parts[0].rows if parts else ()
    for row in head[:3]:
        found = _as_name(row)
        if found:
            return found
        if EMAIL.search(row.text):
            piece = next(iter(split(row, _BETWEEN)))
            return _as_name(piece)
    return None


def _two_lines(big: list[Row]) -> Row | None:
    """First and last name on lines of their own, where these two are all that is so large."""
    if len(big) != 2 or big[0].end + 1 != big[1].start:
        return None
    if any(len(r.text.split()) > 2 for r in big):
        return None
    return Row(
        big[0].page,
        big[0].start,
        f"{big[0].text}\n{big[1].text}",
        big[0].x0,
        big[0].y0,
        big[0].size,
    )


def _as_name(row: Row) -> Row | None:
    lead = _LEAD.match(row.text)
    piece = row.cut(lead.end(), len(row.text)) if lead else row
    post = _POST.search(piece.text)
    piece = piece.cut(0, post.start()) if post else piece
    piece = next(iter(split(piece, _BETWEEN)))
    text = piece.text.rstrip(" ,")
    words = text.replace("\n", " ").split()
    if not 1 <= len(words) <= 5 or row.bullet or (len(words) == 1 and len(text) < 3):
        return None
    if heading_kind(text) or TITLE.search(text) or COMPANY.search(text):
        return None
    if not all(_NAME_WORD.fullmatch(w) for w in words):
        return None
    if not all(w[0].isupper() or not w[0].islower() or _PARTICLES.fullmatch(w) for w in words):
        return None
    return piece.cut(0, len(text))


def _after(rows: tuple[Row, ...], name: Row) -> list[Row]:
    at = next(i for i, r in enumerate(rows) if r.page == name.page and r.end >= name.end)
    return list(rows[at + 1 : at + 5])


def _unlabel(row: Row) -> Row:
    match = re.match(
        r"(?:location|address|adresse|residence|based in|lives in)\s*:?\s*", row.text, re.IGNORECASE
    )
    return row.cut(match.end(), len(row.text)) if match else row


def _is_home(row: Row, places: PlaceNames) -> bool:
    if not row.text or EMAIL.search(row.text) or PHONE.search(row.text):
        return False
    bare = row.text.strip(" ,.")
    return bool(is_place(bare, places) and not re.fullmatch(r"(?i)remote|hybrid|full.*", bare))


def _is_headline(row: Row, places: PlaceNames) -> bool:
    text = row.text
    return (
        not EMAIL.search(text)
        and not PHONE.search(text)
        and not LINK.search(text)
        and heading_kind(text) is None
        and TITLE.search(text) is not None
        and not dates.find(text)
        and len(text.split()) <= 12
        and not is_prose(text)
        and not is_place(text, places)
    )
