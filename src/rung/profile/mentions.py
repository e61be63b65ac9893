"""The skills that a document's lines name, names of organisations left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from rung.core.records import Span
from rung.profile.parts import Parts
from rung.profile.records import Value
from rung.profile.words import TITLE
from rung.reading.skills import Lexicon, Mention, find

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u2010]\s*\n\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds skills in lines.

    Why not in organisations' names: whoever works at "Alder Robotics" or publishes in
    "Linguistics Today" shows neither by the name.
    """

    lexicon: Lexicon
    places: tuple[Span, ...]
    """Where the organisations' names stand."""
    phrases: re.Pattern[str] | None
    """Names of two words or more, wherever else they stand."""

    def of(self, line: Span) -> tuple[Mention, ...]:
        """The skills a line names."""
        taken = [
            (p.start - line.start, p.end - line.start)
            for p in self.places
            if (p.document, p.page) == (line.document, line.page)
            and p.start < line.end
            and line.start < p.end
        ]
        if self.phrases is not None:
            taken += [m.span() for m in self.phrases.finditer(line.text)]
        found = (*find(line.text, self.lexicon), *_parted(line.text, self.lexicon))
        return tuple(m for m in found if not any(a <= m.start and m.end <= b for a, b in taken))

    def hides(self, page: int, at: int) -> bool:
        """Whether an organisation's name stands at this place."""
        return any(p.page == page and p.start <= at < p.end for p in self.places)


def _parted(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Names that a hyphen at a line's end breaks in two ("Kuber-" above "netes")."""
    breaks = list(_HYPHEN.finditer(text))
    if not breaks:
        return
    whole, kept = "", list[int]()
    at = 0
    for mark in breaks:
        whole += text[at : mark.start()]
        kept += range(at, mark.start())
        at = mark.end()
    whole += text[at:]
    kept += [*range(at, len(text)), len(text)]
    for mention in find(whole, lexicon):
        start, end = kept[mention.start], kept[mention.end - 1] + 1
        if any(start < mark.start() and mark.end() < end for mark in breaks):
            yield replace(mention, start=start, end=end, text=text[start:end])


def finder(document: str, parts: Parts, lexicon: Lexicon) -> Finder:
    """A finder for one document that knows the organisations of these parts."""
    named = [v for v in _named(parts) if not TITLE.search(v.value)]
    long = sorted({v.value for v in named if _is_telling(v, lexicon)}, key=len, reverse=True)
    pattern = "|".join(r"\s+".join(map(re.escape, name.split())) for name in long)
    return Finder(
        lexicon,
        tuple(v.span for v in named if v.span.document == document),
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if long else None,
    )


def _named(parts: Parts) -> Iterable[Value]:
    yield from (w.employer for w in parts.work if w.employer)
    schools = (e.institution for e in parts.education if e.institution)
    # "Bootcamp in Web Development" says what was learnt.
    yield from (s for s in schools if " in " not in s.value)
    yield from (p.venue for p in parts.publications if p.venue)
    yield from parts.organisations


def _is_telling(name: Value, lexicon: Lexicon) -> bool:
    """Whether a name is surely an organisation's wherever it stands, and not a tool's too."""
    if name.confidence < 0.8 or len(name.value.split()) < 2:
        return False
    named = find(name.value, lexicon)
    return not any(m.text == name.value or m.id in lexicon.tools for m in named)
