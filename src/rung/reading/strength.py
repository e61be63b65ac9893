"""What an ad asks: each skill once, with how strongly and among which alternatives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rung.reading.alternatives import groups
from rung.reading.cues import Sentence, Strength
from rung.reading.sections import LONE_BULLETS, Sections, sections
from rung.reading.skills import Lexicon, Mention, find

STRENGTHS: tuple[Strength, ...] = ("required", "preferred", "mentioned")
"""Strongest first."""

_BULLET = re.compile(r"\s*(?:[-•·▪*●○◦–—]|\d{1,2}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\s[-•·*▪]\s(?=[A-Z])|\n")
_OPENING = 0.25
"""Share of a text up to which what stands before its first heading is only an opening; in
longer ones the work itself is told there."""

_LONGEST = 400
"""Characters after which a sentence is taken to end, in texts without punctuation."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """A skill an ad asks; ``group`` is shared by those of which one would do."""

    id: str
    strength: Strength
    group: int | None
    start: int
    end: int
    text: str


def read_requirements(text: str, lexicon: Lexicon) -> tuple[Requirement, ...]:
    """Every catalogue skill the ad asks, once, by place; the strongest demand wins.

    Why some are missing: what stands in company boilerplate, benefits or equal-opportunity
    parts, or is said not to be needed, is not asked. Nor is a notion that the ad names just
    once, in prose of a short opening before its first heading, where firms describe themselves.
    """
    return requirements_in(text, lexicon, sections(text))


def requirements_in(text: str, lexicon: Lexicon, parts: Sections) -> tuple[Requirement, ...]:
    """:func:`read_requirements` of a text whose parts are known."""
    return asked_among(text, find(text, lexicon), lexicon, parts)


def asked_among(
    text: str, mentions: Sequence[Mention], lexicon: Lexicon, parts: Sections
) -> tuple[Requirement, ...]:
    """:func:`read_requirements` of a text whose parts and names are known."""
    either = groups(text, mentions)
    often = Counter(m.id for m in mentions)
    best: dict[str, Requirement] = {}
    kept: dict[tuple[int, int], Sentence] = {}
    opening = parts.starts[1] if len(parts.starts) > 1 else len(text)
    brief = opening < _OPENING * len(text)
    for i, m in enumerate(mentions):
        strength = _strength(text, m, parts, kept)
        passing = (
            brief and often[m.id] == 1 and m.id not in lexicon.tools and _in_opening(text, m, parts)
        )
        if strength is None or (strength == "mentioned" and passing):
            continue
        known = best.get(m.id)
        if known is None or STRENGTHS.index(strength) < STRENGTHS.index(known.strength):
            best[m.id] = Requirement(m.id, strength, either.get(i), m.start, m.end, m.text)
    return tuple(sorted(best.values(), key=lambda r: r.start))


def strength_of(text: str, mention: Mention, parts: Sections) -> Strength | None:
    """How strongly this mention is asked; None where it isn't asked at all."""
    return _strength(text, mention, parts, {})


def _strength(
    text: str, mention: Mention, parts: Sections, kept: dict[tuple[int, int], Sentence]
) -> Strength | None:
    part = parts.at(mention.start)
    if part == "skip":
        return None
    start, end = _sentence(text, mention)
    sentence = kept.get((start, end))
    if sentence is None:
        sentence = kept[start, end] = Sentence(text[start:end])
    prose = part in ("intro", "mentioned") and not _in_list(text, start)
    if prose and sentence.of_the_firm(part):
        return None
    return sentence.demand(mention.start - start, mention.end - start, part)


def _in_opening(text: str, mention: Mention, parts: Sections) -> bool:
    return parts.at(mention.start) == "intro" and not _in_list(text, mention.start)


def _sentence(text: str, mention: Mention) -> tuple[int, int]:
    start = max(text.rfind("\n", 0, mention.start) + 1, mention.start - _LONGEST)
    stop = text.find("\n", mention.end)
    stop = min(len(text) if stop < 0 else stop, mention.end + _LONGEST)
    for m in _SENTENCE_END.finditer(text, start, mention.start):
        start = m.end()
    end = _SENTENCE_END.search(text, mention.end, stop)
    return start, end.end() if end else stop


def _in_list(text: str, at: int) -> bool:
    """Whether the line about ``at`` is an item of a list."""
    line = text.rfind("\n", 0, at) + 1
    return bool(_BULLET.match(text, line)) or text[max(0, line - 4) : line].strip() in LONE_BULLETS
