"""One listed publication taken apart: its title, how many authors, and where the person stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rung.profile import dates

_MARK = re.compile(r"\s*(?:\[\d+\]|\(?\d{1,2}[.)])?\s*")
_QUOTED = re.compile(r"[“\"„«]([^”\"“»]{8,})[”\"“»]")
_INITIALS = r"(?:[A-ZÀ-Þ]\.?[ -]?){1,3}"
_FAMILY = r"(?:(?:van|von|de|del|da|di|der|den|la|le|bin|al|el|Mc|Mac|O['’])[ -]?)*[A-ZÀ-Þ][\w'’-]+"
_AUTHOR = (
    rf"(?:{_INITIALS}\s?{_FAMILY}|{_FAMILY},?\s{_INITIALS}(?![a-zà-ÿ])"
    rf"|{_FAMILY}(?: {_FAMILY}| [A-Z]\.){{0,3}})"
)
_AND = r"(?:,?\s+(?:and|&|und|et|y|with)\s+|\s*[,;]\s+)"
_AUTHORS = re.compile(
    rf"(?P<list>{_AUTHOR}\*?(?:{_AND}{_AUTHOR}\*?){{0,20}}(?:,?\s+et al\.?|,? and others)?)"
    r"(?P<stop>\.\s+|\s*\(\d{4}[a-z]?\)\.?,?\s+|:\s+|,?\s+(?=[“\"„])|(?<=al\.)\s+)"
)
_ONE = re.compile(_AUTHOR)
_TITLE_END = re.compile(
    r"[.?!](?=\s|$)|\s+[—–|·]\s+|,\s+(?=(?:in\s|19|20)\d?)|,\s+(?=[A-Z]{3,})|\t"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """Where the title stands in the text, and the person's place among the authors."""

    title: tuple[int, int] | None
    authors: int | None = None
    position: int | None = None


def read(text: str, name: str | None) -> Cited:
    """What one entry of a list of publications says.

    Why the person's own name decides: a run of capitalised words is only surely a list of
    authors where the person is one of them, or where initials stand in it.
    """
    lead = _MARK.match(text)
    start = lead.end() if lead else 0
    dated = next((h for h in dates.find(text) if h.start == start), None)
    start = (
        dated.end + len(text[dated.end :]) - len(text[dated.end :].lstrip(" \t,:|–—-"))
        if dated
        else start
    )
    match = _AUTHORS.match(text, start)
    authors = position = None
    if match and _is_authors(match["list"], name):
        people = [m.group() for m in _ONE.finditer(match["list"])]
        complete = "et al" not in match["list"] and "others" not in match["list"]
        authors = len(people) if complete else None
        position = _place(people, name)
        start = match.end()
    quoted = _QUOTED.search(text, start)
    if quoted:
        first, last = quoted.span(1)
    else:
        end = _TITLE_END.search(text, start + 8)
        first, last = start, end.start() if end else len(text)
    title = text[first:last]
    kept = title.rstrip(" ,.;")
    first += len(title) - len(title.lstrip(" ,.;"))
    last = first + len(kept.lstrip(" ,.;"))
    plausible = len(text[first:last].split()) >= 2
    return Cited((first, last) if plausible else None, authors, position)


def _is_authors(found: str, name: str | None) -> bool:
    if re.search(r"\b[A-ZÀ-Þ]\.", found):
        return True
    family = _family(name) if name else ""
    return bool(family) and _names(found, family)


def _place(people: list[str], name: str | None) -> int | None:
    family = _family(name) if name else ""
    if not family:
        return None
    for at, person in enumerate(people, 1):
        if _names(person, family):
            return at
    return None


def _names(text: str, family: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(family)}(?!\w)", text, re.IGNORECASE) is not None


def _family(name: str) -> str:
    words = name.split()
    return words[-1] if len(words) > 1 else ""
