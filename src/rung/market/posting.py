"""An ad as data, whichever source it comes from."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass, field, fields

LONGEST = 200_000
"""Characters of the longest text that is an ad and not a mistake."""

PERIODS = frozenset({"", "hour", "day", "week", "month", "year"})


@dataclass(frozen=True, slots=True)
class Posting:
    """An ad as its source gave it, in plain text; what the source doesn't say is empty or None.

    ``posted`` is a day (YYYY-MM-DD). Pay is the source's own field, never read from the text
    here, never a prediction. ``country`` is the source's word for it, a code or a name.
    """

    source: str
    id: str
    title: str
    text: str
    url: str = ""
    board: str = ""
    employer: str = ""
    location: str = ""
    country: str = ""
    remote: bool | None = None
    employment: str = ""
    department: str = ""
    posted: str = ""
    pay_low: float | None = None
    pay_high: float | None = None
    pay_currency: str = ""
    pay_period: str = ""
    tags: tuple[str, ...] = field(default=())

    @property
    def key(self) -> str:
        """What this ad is called in the store, the same each time it is seen."""
        return f"{self.source}/{self.board}/{self.id}"

    @property
    def digest(self) -> str:
        """A name for what the ad says; another when any of it changes."""
        told = "\x1f".join(repr(value) for value in astuple(self))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def check(self) -> None:
        """Raise :class:`ValueError` with the reason where this can be no ad."""
        if not self.id.strip():
            raise ValueError("it has no id")
        if not self.title.strip():
            raise ValueError("it has no title")
        if len(self.text) > LONGEST:
            raise ValueError(f"its text is longer than {LONGEST:,} characters")
        if self.pay_period not in PERIODS:
            raise ValueError(f"unknown pay period {self.pay_period!r}")


FIELDS = tuple(f.name for f in fields(Posting))


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is no ad we can read: its place in the answer, why, and its beginning."""

    row: int
    reason: str
    shown: str
