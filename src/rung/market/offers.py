"""Offers a person got: private evidence of pay, kept on this machine and shown beside the ads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from rung.core.errors import DataError, UserError
from rung.core.state import State

KIND = "offer"
OLD_FILE = "offers.json"
"""Where offers stood before there was a state file."""


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


def read(state: State) -> tuple[Offer, ...]:
    """Every offer kept; DataError where one is no longer ours."""
    _take_over(state)
    return _decoded(state.path, state.all(KIND).values())


def add(state: State, offer: Offer) -> Offer:
    """Keep an offer under the next number; the same one twice is kept once."""
    _take_over(state)
    with state.change("add an offer") as change:
        kept = _decoded(state.path, change.all(KIND).values())
        for old in kept:
            if replace(old, id=0) == replace(offer, id=0):
                return old
        new = replace(offer, id=max((o.id for o in kept), default=0) + 1)
        change.put(KIND, str(new.id), msgspec.to_builtins(new))
    return new


def remove(state: State, number: int) -> Offer:
    """Forget one offer; UserError where there is none of that number."""
    kept = read(state)
    gone = next((o for o in kept if o.id == number), None)
    if gone is None:
        known = ", ".join(str(o.id) for o in kept) or "none"
        raise UserError(f"offer {number}", "is not kept.", f"Kept: {known}. See: rung offer list")
    with state.change(f"remove offer {number}") as change:
        change.drop(KIND, str(number))
    return gone


def _decoded(path: Path, bodies: Iterable[str]) -> tuple[Offer, ...]:
    try:
        found = [msgspec.json.decode(body, type=Offer) for body in bodies]
    except msgspec.DecodeError as error:
        cause = f"an offer in it is not as Rung wrote it: {error}"
        raise DataError(str(path), cause, "Run: rung data doctor") from None
    return tuple(sorted(found, key=lambda o: o.id))


def _take_over(state: State) -> None:
    """Bring in the file offers used to stand in, once."""
    old = state.folder / OLD_FILE
    if not old.is_file():
        return
    try:
        kept = msgspec.json.decode(old.read_bytes(), type=tuple[Offer, ...])
    except msgspec.DecodeError as error:
        raise DataError(str(old), f"is not as Rung wrote it: {error}", "Mend or move it.") from None
    with state.change("take over the offers file") as change:
        for offer in kept:
            change.put(KIND, str(offer.id), msgspec.to_builtins(offer))
    old.unlink()
