"""Every value of a profile beside the place it was read from, as one HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rung.core.records import Span
from rung.profile.corrections import label_of
from rung.profile.records import Education, Profile, Value, Work
from rung.reading.documents.records import Document, Line, Page

WIDTH, HEIGHT = 595.0, 842.0
"""A4 in points: the least a page is drawn at."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One value: its path as `rung profile edit` names it, what it says, and where it stands."""

    path: str
    text: str
    span: Span
    confidence: float

    @property
    def anchor(self) -> str:
        """The mark's name in the page."""
        return "at-" + self.path.replace("/", "-")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a line that values were read from."""

    x: float
    width: float
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text at its place on a page."""

    text: str
    x: float
    y: float
    width: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page to draw: runs of text and marks behind them, in points."""

    number: int
    width: float
    height: float
    reason: str
    runs: tuple[Run, ...]
    boxes: tuple[tuple[Mark, float, float], ...]
    """Each mark with its top and height."""


@dataclass(frozen=True, slots=True)
class Written:
    """A page without layout: lines of stretches, each with the paths read from it."""

    number: int
    lines: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...]


def shown(profile: Profile) -> tuple[Shown, ...]:
    """Every value with its place, in the order `rung profile show` prints them."""
    return tuple(_shown(profile))


def _shown(profile: Profile) -> Iterator[Shown]:
    for name in ("name", "headline", "email", "phone", "location"):
        yield from _value(name, getattr(profile, name))
    for at, work in enumerate(profile.work, 1):
        yield from _work(f"work/{at}", work)
    for at, study in enumerate(profile.education, 1):
        yield from _study(f"education/{at}", study)
    lists = (
        ("project", profile.projects),
        ("publication", profile.publications),
        ("certificate", profile.certificates),
        ("award", profile.awards),
        ("language", profile.languages),
    )
    for kind, items in lists:
        for at, item in enumerate(items, 1):
            span = _span_of(item)
            if span is not None:
                yield Shown(f"{kind}/{at}", label_of(item), span, 0.8)
    for at, group in enumerate(profile.listed, 1):
        for keyword in group.keywords:
            yield from _value(f"listed/{at}", keyword)


def _span_of(item: object) -> Span | None:
    for field in ("name", "title", "language"):
        found = getattr(item, field, None)
        if isinstance(found, Value):
            return found.span
    span = getattr(item, "span", None)
    return span if isinstance(span, Span) else None


def _value(path: str, value: Value | None) -> Iterator[Shown]:
    if value is not None:
        yield Shown(path, value.value, value.span, value.confidence)


def _work(path: str, work: Work) -> Iterator[Shown]:
    yield from _value(f"{path}/title", work.title)
    yield from _value(f"{path}/employer", work.employer)
    yield from _value(f"{path}/place", work.place)
    if work.period is not None:
        yield Shown(f"{path}/dates", " ".join(work.period.span.text.split()), work.period.span, 1.0)


def _study(path: str, study: Education) -> Iterator[Shown]:
    yield from _value(f"{path}/degree", study.degree)
    yield from _value(f"{path}/field", study.field)
    yield from _value(f"{path}/institution", study.institution)
    if study.period is not None:
        text = " ".join(study.period.span.text.split())
        yield Shown(f"{path}/dates", text, study.period.span, 1.0)


def drawn(document: Document, values: Sequence[Shown]) -> tuple[Drawn | Written, ...]:
    """A document's pages with the marks of the values read from them."""
    own = [v for v in values if v.span.document == document.name]
    return tuple(
        _drawn(page, [v for v in own if v.span.page == page.number])
        if any(line.x0 is not None for line in page.lines)
        else _written(page, [v for v in own if v.span.page == page.number])
        for page in document.pages
    )


def _drawn(page: Page, values: Sequence[Shown]) -> Drawn:
    lines = [line for line in page.lines if line.x0 is not None]
    right = max((line.x1 or 0.0 for line in lines), default=0.0)
    bottom = max((line.y1 or 0.0 for line in lines), default=0.0)
    runs: list[Run] = []
    boxes: list[tuple[Mark, float, float]] = []
    for line in lines:
        places = _places(line)
        top, base = line.y0 or 0.0, line.y1 or 0.0
        runs += (
            Run(text, x0, base - 0.22 * (base - top), x1 - x0, line.size or 10.0, line.bold)
            for text, x0, x1, _ in places
        )
        for stretch, paths in _marked(line, values):
            for x, width in _across(places, *stretch):
                boxes.append((Mark(x, width, paths), top, base - top))
    width, height = max(WIDTH, right + 30), max(HEIGHT, bottom + 30)
    return Drawn(page.number, width, height, page.order_reason, tuple(runs), tuple(boxes))


Place = tuple[str, float, float, int]
"""A run's text, left and right edge, and offset in its line."""


def _places(line: Line) -> list[Place]:
    """The line's runs where their edges are known, else the line as one."""
    cells = line.text.split("\t")
    if line.parts and len(cells) == len(line.parts):
        found: list[Place] = []
        at = 0
        for cell, (left, right, _) in zip(cells, line.parts, strict=True):
            found.append((cell, left, right, at))
            at += len(cell) + 1
        return found
    return [(line.text.replace("\t", "  "), line.x0 or 0.0, line.x1 or 0.0, 0)]


def _across(places: Sequence[Place], start: int, end: int) -> Iterator[tuple[float, float]]:
    """Where a stretch of a line stands, by even letters: near enough to see the words."""
    for text, left, right, at in places:
        a, b = max(start, at), min(end, at + len(text))
        if a < b and text:
            unit = (right - left) / len(text)
            yield left + unit * (a - at), unit * (b - a)


def paths_on(
    document: Document, page: Page, line: Line, values: Sequence[Shown]
) -> tuple[str, ...]:
    """The paths of the values read from a line."""
    here = [v for v in values if (v.span.document, v.span.page) == (document.name, page.number)]
    return tuple(dict.fromkeys(p for _, paths in _marked(line, here) for p in paths))


def _marked(
    line: Line, values: Sequence[Shown]
) -> Iterator[tuple[tuple[int, int], tuple[str, ...]]]:
    """Stretches of a line and the paths of the values read from each."""
    stretches: dict[tuple[int, int], list[str]] = {}
    for value in values:
        start = max(value.span.start - line.start, 0)
        end = min(value.span.end - line.start, len(line.text))
        if start < end:
            stretches.setdefault((start, end), []).append(value.path)
    for stretch, paths in stretches.items():
        yield stretch, tuple(dict.fromkeys(paths))


def _written(page: Page, values: Sequence[Shown]) -> Written:
    return Written(page.number, tuple(_stretches(line, values) for line in page.lines))


def _stretches(line: Line, values: Sequence[Shown]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A line cut where values begin and end."""
    marks = list(_marked(line, values))
    cuts = sorted({0, len(line.text), *(edge for stretch, _ in marks for edge in stretch)})
    found = []
    for start, end in pairwise(cuts):
        paths = [p for (a, b), ps in marks if a <= start and end <= b for p in ps]
        found.append((line.text[start:end], tuple(dict.fromkeys(paths))))
    return tuple(found)
