"""Two ways a career can go: what a person's lines show of each, and what their answers lean to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rung.catalogue.load import Catalogue
from rung.catalogue.records import ChoiceRecord, Side
from rung.core.records import Span
from rung.profile.records import Profile, Publication

LEAST_ANSWERED = 10
"""Answers below which nothing is said about a leaning."""

LEAST_APART = 5
"""Points between the sides below which answers are even: one step on five questions."""

MIDDLE, LOWEST, HIGHEST = 3, 1, 5
LINES = 6


@dataclass(frozen=True, slots=True)
class SkillShown:
    """A skill that is a side's own work, and whether a line shows it."""

    id: str
    label: str
    shown: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """What documents show of one side: ``count`` lines, the first few quoted."""

    side: str
    label: str
    work: str
    lines: tuple[Span, ...]
    count: int
    skills: tuple[SkillShown, ...]
    publications: tuple[Publication, ...]
    degrees: tuple[Span, ...]
    """Lines of degrees that train for this side."""
    note: str


@dataclass(frozen=True, slots=True)
class Leaning:
    """Where answers lean, or None with the reason. ``points`` run from 0 to ``most`` a side."""

    side: str | None
    points: dict[str, int]
    most: int
    answered: int
    asked: int
    said: str


def columns(catalogue: Catalogue, choice: ChoiceRecord, profile: Profile) -> tuple[Column, ...]:
    """Both sides' evidence, each line quoted; lines may speak for both."""
    return tuple(_column(catalogue, side, profile) for side in choice.sides)


def _column(catalogue: Catalogue, side: Side, profile: Profile) -> Column:
    work = [line for w in profile.work for line in w.lines]
    built = [line for p in profile.projects for line in p.lines]
    lines = tuple(line for line in (*work, *built) if _shows(line, side.cues))
    person = {s.id: s for s in profile.skills if s.evidence != "absent"}
    skills = tuple(
        SkillShown(
            s, catalogue.skills[s].label, s in person, person[s].spans[:1] if s in person else ()
        )
        for s in side.skills
        if s in catalogue.skills
    )
    papers = profile.publications if side.venues else ()
    degrees = [d for d in profile.education if d.level in ("master", "phd") and side.venues]
    return Column(
        side=side.id,
        label=side.label,
        work=side.work,
        lines=lines[:LINES],
        count=len(lines),
        skills=skills,
        publications=papers,
        degrees=tuple(d.span for d in degrees),
        note=_papers(papers, side) if side.venues else "",
    )


def _shows(line: Span, cues: Sequence[str]) -> bool:
    text = line.text.casefold()
    return any(re.search(rf"(?<!\w){re.escape(cue)}(?!\w)", text) for cue in cues)


def _papers(papers: Sequence[Publication], side: Side) -> str:
    """Venues and author positions, and whether any venue is one of machine learning."""
    if not papers:
        return "No publication was read in your documents."
    first = sum(1 for p in papers if p.position == 1)
    field = [p for p in papers if p.venue and _is_of_field(p.venue.value, side.venues)]
    many = "publication" if len(papers) == 1 else "publications"
    said = f"{len(papers)} {many}, {first} as first author; "
    if field:
        return said + f"{len(field)} at a venue of machine learning."
    return said + "none at a venue of machine learning that Rung knows, which research ads ask for."


def _is_of_field(venue: str, known: Sequence[str]) -> bool:
    text = venue.casefold()
    return any(re.search(rf"(?<!\w){re.escape(v)}(?!\w)", text) for v in known)


def lean(choice: ChoiceRecord, answers: Sequence[int | None]) -> Leaning:
    """What the answers lean to, from 1 (not at all) to 5 (fully) each; None was left blank.

    Why it abstains: a few answers, or as many points on either side, say nothing, and a
    coin toss in words would be taken for advice.
    """
    given = dict.fromkeys((s.id for s in choice.sides), 0)
    answered = 0
    for question, answer in zip(choice.questions, answers, strict=False):
        if answer is not None:
            answered += 1
            given[question.side] += answer - MIDDLE
    one, two = choice.sides
    half = len(choice.questions) // 2 * (HIGHEST - MIDDLE)
    apart = given[one.id] - given[two.id]
    asked = len(choice.questions)

    def leaning(side: str | None, said: str) -> Leaning:
        return Leaning(side, given, half, answered, asked, said)

    if answered < LEAST_ANSWERED:
        return leaning(
            None,
            f"{answered} of {asked} questions answered; {LEAST_ANSWERED} are needed before "
            "anything is said.",
        )
    if abs(apart) < LEAST_APART:
        return leaning(None, "Your answers are even, so they decide nothing; a trial of each can.")
    side = one if apart > 0 else two
    return leaning(
        side.id,
        f"Your answers lean to {side.label.casefold()}, by {abs(apart)} of {2 * half} points. "
        "That is what you said, not what you must do.",
    )
