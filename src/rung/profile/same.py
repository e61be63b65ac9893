"""When two readings are of the same thing: a position, a course of study, a text."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from rung.profile.records import Education, Period, Value, Work
from rung.profile.words import SUFFIX

_ALIKE = 0.85


def plain(text: str) -> str:
    """A text for comparing: case, accents, punctuation and spacing put aside."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+|[+#]+", bare))


def same_text(a: str, b: str) -> bool:
    """Whether two texts name the same thing, legal forms and small slips aside."""
    x, y = _name(a), _name(b)
    return x == y or SequenceMatcher(None, x, y).ratio() >= _ALIKE


def same_work(a: Work, b: Work) -> bool:
    """Whether two readings are of one position: two of title, employer and start agree.

    Why never by dates alone: two jobs may begin in one month.
    """
    employers = _agree(a.employer, b.employer)
    titles = _agree(a.title, b.title)
    if employers is False or not _compatible(a.period, b.period):
        return False
    if employers and titles:
        return True
    start = _same_start(a.period, b.period)
    return bool(start and (employers or (titles and employers is None)))


def same_study(a: Education, b: Education) -> bool:
    """Whether two readings are of one course: same level, and nothing contradicts it."""
    if a.level != b.level:
        return False
    schools, fields = _agree(a.institution, b.institution), _agree(a.field, b.field)
    if schools is False:
        return False
    return bool(schools and fields is not False) or (schools is None and bool(fields))


def _name(text: str) -> str:
    words = plain(text).split()
    while len(words) > 1 and SUFFIX.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def _agree(a: Value | None, b: Value | None) -> bool | None:
    """Whether two values agree; None where one is missing."""
    return same_text(a.value, b.value) if a and b else None


def _same_start(a: Period | None, b: Period | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None:
        return False
    months = a.start.month, b.start.month
    return a.start.year == b.start.year and (None in months or months[0] == months[1])


def _compatible(a: Period | None, b: Period | None) -> bool:
    """Whether two periods can be of one position: they touch, or one isn't known."""
    if a is None or b is None or a.start is None or b.start is None:
        return True
    first, last = _years(a), _years(b)
    return first[0] <= last[1] + 1 and last[0] <= first[1] + 1


def _years(period: Period) -> tuple[int, int]:
    start = period.start.year if period.start else 0
    end = 9999 if period.current else period.end.year if period.end else start
    return start, end
