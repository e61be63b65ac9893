"""Years of work: the union of dated positions, so that overlaps count once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from rung.profile.records import Month, Period, Work

UNCOUNTED = re.compile(
    r"\b(?:interns?|internship|stagiaire|stage|praktik\w+|trainee|apprentice|becari[oa]"
    r"|werkstudent\w*|co-?op|volunteer\w*|student|étudiant\w*|undergraduate|ph\.?d"
    r"|graduate (?:research |teaching )?(?:assistant|researcher|instructor)|doctora\w+"
    r"|doktorand\w*)\b",
    re.IGNORECASE,
)
"""Words in a title that say the position was training or study rather than a job."""

Interval = tuple[int, int]
"""Months since year 0, the second one excluded."""


def interval(period: Period | None, today: date) -> Interval | None:
    """The months a period covers up to today, or None where it can't be said.

    Why mid-year for bare years: "2018 – 2021" lasted between two and four years, so three;
    a single bare year counts half of one.
    """
    if period is None or period.start is None:
        return None
    now = today.year * 12 + today.month - 1
    start = _index(period.start)
    if period.current:
        end = now
    elif period.end is None:
        end = start + (6 if period.start.month is None else 1)
    else:
        end = _index(period.end) + (1 if period.end.month else 0)
        if end <= start and period.end.month is None and period.end.year == period.start.year:
            end = start + 6
    end = min(end, now)
    return (start, end) if start < end else None


def union(intervals: Iterable[Interval]) -> int:
    """How many months the intervals cover together."""
    total, reached = 0, -1
    for start, end in sorted(intervals):
        start = max(start, reached)
        if end > start:
            total += end - start
            reached = end
    return total


def years(work: Iterable[Work], today: date) -> float | None:
    """Years of dated work; None when no position is dated. Internships count as nothing."""
    dated = [(w, interval(w.period, today)) for w in work]
    found = [span for w, span in dated if span and counts(w)]
    if not any(span for _, span in dated):
        return None
    return round(union(found) / 12, 1)


def counts(work: Work) -> bool:
    """Whether a position counts as work experience."""
    return work.title is None or not UNCOUNTED.search(work.title.value)


def _index(month: Month) -> int:
    return month.year * 12 + ((month.month - 1) if month.month else 6)
