"""Offers a person got: private evidence of pay, kept on this machine and shown beside the ads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from rung.core.errors import DataError, UserError
from rung.core.files import write_whole

NAME = "offers.json"


@dataclass(frozen=True, slots=True)
class Offer:
    """Base pay a year that someone offered; ``high`` equals ``low`` where it was one figure."""

    id: int
    role: str
    country: str
    level: str | None
    currency: str
    low: float
    high: float
    day: str
    employer: str = ""

    @property
    def middle(self) -> float:
        """One number an offer, as with ads."""
        return (self.low + self.high) / 2


def read(home: Path) -> tuple[Offer, ...]:
    """Every offer kept; DataError where the file is no longer ours."""
    path = home / NAME
    if not path.is_file():
        return ()
    try:
        return msgspec.json.decode(path.read_bytes(), type=tuple[Offer, ...])
    except msgspec.DecodeError as error:
        raise DataError(
            str(path), f"is not as Rung wrote it: {error}", "Mend or move it."
        ) from None


def add(home: Path, offer: Offer) -> Offer:
    """Keep an offer under the next number; the same one twice is kept once."""
    kept = read(home)
    for old in kept:
        if replace(old, id=0) == replace(offer, id=0):
            return old
    new = replace(offer, id=max((o.id for o in kept), default=0) + 1)
    _write(home, (*kept, new))
    return new


def remove(home: Path, number: int) -> Offer:
    """Forget one offer; UserError where there is none of that number."""
    kept = read(home)
    gone = next((o for o in kept if o.id == number), None)
    if gone is None:
        known = ", ".join(str(o.id) for o in kept) or "none"
        raise UserError(f"offer {number}", "is not kept.", f"Kept: {known}. See: rung offer list")
    _write(home, tuple(o for o in kept if o.id != number))
    return gone


def _write(home: Path, offers: Sequence[Offer]) -> None:
    home.mkdir(parents=True, exist_ok=True)
    text = msgspec.json.format(msgspec.json.encode(offers), indent=1).decode()
    write_whole(home / NAME, text + "\n")
