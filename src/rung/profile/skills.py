"""Which catalogue skills the lines of a profile show, and how well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from rung.core.records import Evidence, Span
from rung.profile.mentions import Finder, finder
from rung.profile.parts import Parts
from rung.profile.records import PersonSkill, Publication, Work
from rung.profile.rows import Row, span
from rung.profile.sentences import join
from rung.profile.stance import Stance, stance
from rung.profile.years import Interval, counts, interval, union
from rung.reading.documents.records import Document
from rung.reading.skills import Lexicon, find

MOST_SPANS = 5


@dataclass(frozen=True, slots=True)
class Sign:
    """One line that names a skill. ``rank`` sorts what convinces most first."""

    skill: str
    span: Span
    evidence: Evidence
    rank: tuple[int, int]
    held: Interval | None = None
    last_year: int | None = None


def direct(document: Document, parts: Parts, lexicon: Lexicon, today: date) -> list[PersonSkill]:
    """Every skill a line names, sorted by id; what is wished for or lacking counts for nothing."""
    return gathered(signs(document, parts, lexicon, today))


def signs(document: Document, parts: Parts, lexicon: Lexicon, today: date) -> Iterator[Sign]:
    """Every line of one document that names a skill."""
    yield from _signs(document, parts, finder(document.name, parts, lexicon), today)
    yield from _echoes(parts, lexicon, today)


def gathered(found: Iterable[Sign]) -> list[PersonSkill]:
    """One record a skill from the signs of all documents, sorted by id."""
    groups: dict[str, list[Sign]] = {}
    for sign in found:
        groups.setdefault(sign.skill, []).append(sign)
    return [_skill(name, group) for name, group in sorted(groups.items())]


def _signs(document: Document, parts: Parts, named: Finder, today: date) -> Iterator[Sign]:
    for position in parts.work:
        yield from _of_work(position, named, today)
    for line in parts.built:
        yield from _of_line(line, named, "evidenced", 1)
    for publication in parts.publications:
        yield from _of_publication(publication, named)
    for line in parts.shown:
        yield from _of_line(line, named, "evidenced", 3)
    for rows in parts.claims:
        lines = join(document, rows)
        for line in (*lines, *_broken(document, rows, lines, named)):
            yield from _of_line(line, named, "claimed", 4)
        yield from _listed(document, rows, lines, named)


def _of_work(position: Work, named: Finder, today: date) -> Iterator[Sign]:
    lines = position.lines + ((position.title.span,) if position.title else ())
    for line in lines:
        for mention in named.of(line):
            how = stance(line.text, mention.start, mention.end)
            if how in ("plain", "hedged"):
                yield _worked(position, line, mention.id, how, today)


def _worked(position: Work, line: Span, skill: str, how: Stance, today: date) -> Sign:
    """Why undated positions only claim: nothing says when, or for how long."""
    held = interval(position.period, today)
    recency = -(held[1] if held else 0)
    if how == "hedged" or position.period is None:
        return Sign(skill, line, "claimed", (5 if how == "hedged" else 4, recency))
    counted = held if held and counts(position) else None
    last = (held[1] - 1) // 12 if held else None
    return Sign(skill, line, "evidenced", (0, recency), counted, last)


def _of_publication(publication: Publication, named: Finder) -> Iterator[Sign]:
    for mention in named.of(publication.span):
        yield Sign(mention.id, publication.span, "evidenced", (2, 0))


def _of_line(line: Span, named: Finder, evidence: Evidence, rank: int) -> Iterator[Sign]:
    for mention in named.of(line):
        how = stance(line.text, mention.start, mention.end)
        if how == "plain":
            yield Sign(mention.id, line, evidence, (rank, 0))
        elif how == "hedged":
            yield Sign(mention.id, line, "claimed", (5, 0))


def _broken(
    document: Document, rows: tuple[Row, ...], lines: tuple[Span, ...], named: Finder
) -> Iterator[Span]:
    """Two neighbours as one line where a name is broken across them and no line holds both."""
    for row, below in pairwise(rows):
        if below.page != row.page or row.end + 1 != below.start:
            continue
        both = document.span(row.page, row.start, below.end)
        edge = row.end - row.start
        if _around(lines, both.page, both.start, both.end) is None and any(
            m.start < edge < m.end for m in named.of(both)
        ):
            yield both


def _around(lines: tuple[Span, ...], page: int, start: int, end: int) -> Span | None:
    """The line that holds a stretch of a page."""
    held = (s for s in lines if s.page == page and s.start <= start and end <= s.end)
    return next(held, None)


def _listed(
    document: Document, rows: tuple[Row, ...], lines: tuple[Span, ...], named: Finder
) -> Iterator[Sign]:
    """Short rows read as one list.

    Why: a name that is also a word ("R", "Go") counts among its neighbours, and a sidebar
    gives each neighbour a line of its own. A short row may also end a wrapped sentence, so
    the whole line says how it is meant.
    """
    short = [r for r in rows if len(r.text.split()) <= 4]
    text, at, starts = "", 0, []
    for row in short:
        starts.append(at)
        text += row.text + ", "
        at = len(text)
    for mention in find(text, named.lexicon):
        which = max(i for i, s in enumerate(starts) if s <= mention.start)
        row, offset = short[which], mention.start - starts[which]
        place = span(document, row)
        whole = _around(lines, row.page, place.start, place.end)
        first = row.place(offset) - whole.start if whole else 0
        last = first + len(mention.text)
        how = {stance(text, mention.start, mention.end)}
        how |= {stance(whole.text, first, last)} if whole else set()
        if how <= {"plain", "hedged"} and not named.hides(row.page, row.place(offset)):
            yield Sign(mention.id, place, "claimed", (4, 0))


def _echoes(parts: Parts, lexicon: Lexicon, today: date) -> Iterator[Sign]:
    """Names of one or two letters in positions, once a list of the document settled them.

    Why: "tutorials in R" alone could be anything; beside a skills list with R it is R.
    """
    settled = {
        m.text: m.id
        for rows in parts.claims
        for line in [", ".join(r.text for r in rows)]
        for m in find(line, lexicon)
        if len(m.text) <= 2 and stance(line, m.start, m.end) == "plain"
    }
    for text, skill in sorted(settled.items()):
        used = re.compile(rf"\b(?:in|with|using|via|and)\s+{re.escape(text)}(?=[\s,.;)]|$)")
        for position in parts.work:
            for line in position.lines:
                match = used.search(line.text)
                if match and stance(line.text, match.end() - 1, match.end()) == "plain":
                    yield _worked(position, line, skill, "plain", today)


def distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The first few places that don't overlap, so that no line is quoted twice."""
    kept: list[Span] = []
    for place in spans:
        if not any(
            (k.document, k.page) == (place.document, place.page)
            and k.start < place.end
            and place.start < k.end
            for k in kept
        ):
            kept.append(place)
    return tuple(kept[:MOST_SPANS])


def _skill(name: str, signs: list[Sign]) -> PersonSkill:
    shown = any(s.evidence == "evidenced" for s in signs)
    ordered = sorted(signs, key=lambda s: (s.rank, s.span.text))
    spans = distinct(s.span for s in ordered)
    worked = [s for s in signs if s.evidence == "evidenced"]
    months = union({s.held for s in worked if s.held})
    return PersonSkill(
        name,
        "evidenced" if shown else "claimed",
        spans,
        years=round(months / 12, 1) if months else None,
        last_year=max((s.last_year for s in worked if s.last_year), default=None),
    )
