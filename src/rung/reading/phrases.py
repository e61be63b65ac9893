"""Phrases of an ad that name a skill the catalogue lacks, so that it can grow.

The encoder reads the lines that ask or describe the work; what no catalogue name covers is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from rung.reading.encoder.tagger import Span, tag
from rung.reading.sections import sections
from rung.reading.skills import Mention

Lines = Literal["asked", "all"]

_SENTENCE = re.compile(r"[^\n.!?]*(?:[.!?](?![\s\n]|$)[^\n.!?]*)*[.!?]?")
SURE = 0.3
"""Confidence from which a phrase is shown."""

_LONGEST = 600
"""Characters of a sentence that are read."""


def phrases_of(text: str, lines: Lines = "asked") -> tuple[Span, ...]:
    """Every skill and knowledge phrase the encoder finds.

    Why not every line: benefits and the firm's praise are most of an ad's words and none of
    its demands. One ad's sentences are read together and no others, so that an ad reads the
    same in any batch.
    """
    placed = list(_sentences(text, lines))
    found = []
    for (at, _), spans in zip(placed, tag([s for _, s in placed]), strict=True):
        found += [replace(s, start=at + s.start, end=at + s.end) for s in spans]
    return tuple(found)


def unknown(phrases: Sequence[Span], mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """The phrases that no catalogue name overlaps and of which the encoder is fairly sure."""
    return tuple(
        p
        for p in phrases
        if p.confidence >= SURE and not any(m.start < p.end and p.start < m.end for m in mentions)
    )


def _sentences(text: str, lines: Lines) -> Iterator[tuple[int, str]]:
    parts = sections(text)
    for m in _SENTENCE.finditer(text):
        sentence = m.group().strip()
        if len(sentence) < 2:
            continue
        at = m.start() + m.group().index(sentence[0])
        if lines == "all" or parts.at(at) in ("required", "preferred", "mentioned"):
            yield at, sentence[:_LONGEST]
