"""Plans for people without work: the search comes first, and nothing long is begun."""

from __future__ import annotations

from collections.abc import Sequence

from rung.plan.records import Goal, SearchPart, SearchWeek, Step

STUDY_SHARE = 0.3
"""Share of the hours left for study; the rest goes to search and interviews."""

LONGEST = 20.0
"""Hours above which nothing is begun: whoever needs work can't wait for a course to end."""

PARTS = (
    (0.4, "applications, at most ten a day, each to an ad whose level and place fit"),
    (0.3, "interview practice: stories from your own lines, theory, coding, system design"),
    (0.2, "talks with people who do the work, and asking them for two names"),
    (0.1, "follow-ups, and a look back: what was answered, what to change next week"),
)
"""What a week of search holds. A rule of thumb by practice, not a measurement."""

BAD_DAY = "On a bad day one follow-up and one story are enough; nothing is counted against you."


def search_week(goal: Goal) -> SearchWeek:
    """A week's search in hours."""
    parts = tuple(SearchPart(what, round(goal.search * share, 1)) for share, what in PARTS)
    return SearchWeek(goal.search, parts, BAD_DAY)


def search_first(
    aim: str, goal: Goal, steps: Sequence[Step], longest: float | None = LONGEST
) -> str:
    """The plan in a sentence or two, without a word on whether the whole role fits."""
    whole = goal.hours_per_week + goal.search
    taught = [s for s in steps if s.skill]
    said = (
        f"Search first: {goal.search:g} of {whole:g} hours a week go to applications and "
        f"interviews, {goal.hours_per_week:g} to study."
    )
    if not taught:
        return f"{said} No step of at most {longest:g} hours would open more ads for {aim}."
    return (
        f"{said} No step takes more than {longest:g} hours; they are what most ads for {aim} ask."
    )
