"""Dates, hours, money and counts in words: the same on every machine and in every face."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from rung.core.records import Evidence, HoursRange, Span
from rung.fit.records import GapRow
from rung.market.records import AdRef, PayBand
from rung.plan.records import StepKind

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
"""English names of our own, as a locale would change them."""

EVIDENCE: Mapping[Evidence, str] = {
    "absent": "no line found",
    "claimed": "named, not shown in use",
    "evidenced": "shown",
    "verified": "verified",
}

KINDS: Mapping[StepKind, str] = {
    "study": "study",
    "build": "build",
    "test-out": "test out",
    "project": "project",
    "checkpoint": "checkpoint",
}

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Controls and direction marks: they show nothing and can turn the text around them."""

PARTED = re.compile(r"(?<=\w)-\n(?=\w)")
"""A line's end within a word such as "self-service"."""

WEB = re.compile(r"https?://[^\s<>\"'`\\]+", re.IGNORECASE)


def clean(text: str) -> str:
    """Text from a document or an ad without characters that only disturb."""
    return UNSEEN.sub("", text)


def line(text: str, most: int = 200) -> str:
    """Text on one line, cut to ``most`` characters."""
    flat = flattened(clean(text))
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def flattened(text: str) -> str:
    """Lines as one; a word that a line's end parts at its hyphen is whole again."""
    return " ".join(PARTED.sub("-", text).split())


def opening(text: str) -> str:
    """The first sentence, where a longer text stands elsewhere in full."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", text, maxsplit=1)[0]


def web_address(ad: AdRef) -> str:
    """The ad's address if it is one for the web, else nothing: no other kind becomes a link."""
    return ad.url if WEB.fullmatch(ad.url) else ""


def day(when: date) -> str:
    """A day in full: 31 August 2027."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def short_day(when: date) -> str:
    """A day without its year: 31 Aug."""
    return f"{when.day} {MONTHS[when.month - 1][:3]}"


def month(when: date) -> str:
    """A month: August 2027."""
    return f"{MONTHS[when.month - 1]} {when.year}"


def moment(iso: str) -> str:
    """An ISO year, month or day in words; anything else as it stands."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", iso)
    if found is None or not 1 <= int(found[2] or 1) <= 12:
        return clean(iso)
    named = f"{MONTHS[int(found[2]) - 1]} {found[1]}" if found[2] else found[1]
    return f"{int(found[3])} {named}" if found[3] else named


def span_of(first: str, last: str) -> str:
    """From when to when, once if they are the same."""
    return moment(first) if first == last else f"{moment(first)} to {moment(last)}"


def hours(value: float) -> str:
    """Hours without a needless decimal."""
    return f"{round(value, 1):g}"


def total(value: float) -> str:
    """Summed hours, to the hour: their spread is wider than any decimal."""
    return f"{round(value):,}"


def hours_range(value: HoursRange) -> str:
    """Likely hours with their spread."""
    if value.low == value.high:
        return hours(value.likely)
    return f"{hours(value.likely)} ({hours(value.low)}–{hours(value.high)})"


def hours_to_learn(row: GapRow) -> str:
    """Hours to working level; a dash for what no study gives, such as a degree."""
    return "–" if row.kind == "credential" else hours_range(row.hours)


def share(k: int, n: int) -> str:
    """The share k of n as a whole percentage; nothing when nothing was counted."""
    return f"{round(100 * k / n)}%" if n else ""


def several(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {noun(number, one, many)}"


def noun(number: float, one: str, many: str = "") -> str:
    """A noun in the number that goes with a count or amount."""
    return one if number == 1 else many or one + "s"


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def where(span: Span) -> str:
    """The document and page of a quoted line."""
    return f"{clean(span.document)}, page {span.page}"


def band(pay: PayBand) -> str:
    """The middle half of posted pay."""
    return f"{pay.currency} {pay.p25:,}–{pay.p75:,}"


def pay_rests_on(pay: PayBand) -> list[str]:
    """What a band is made of, a line each: for those who want to know."""
    said = [f"Source: {pay.source}"]
    if pay.borrowed:
        said.append(f"The band {pay.borrowed}.")
    if pay.later:
        said.append(f"How such bands held: {pay.later}.")
    if pay.width:
        said.append(
            f"One ad's own range: its high end is typically {pay.width:g} times its low end."
        )
    if pay.guide:
        at = f"; that is {pay.guide_at}" if pay.guide_at else ""
        said.append(f"A career guide says: {pay.guide}{at}.")
    return said


def pay_basis(pay: PayBand) -> str:
    """What a band rests on: ads, place, level, dates, source and how sure it is."""
    return (
        f"{several(pay.n, 'ad')}, {pay.place}, {pay.level}, "
        f"{span_of(pay.first, pay.last)}; {pay.source}; {pay.confidence} confidence"
    )
