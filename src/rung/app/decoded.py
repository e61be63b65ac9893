"""The person's records as they were written, or one error that says what to do."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from rung.core.errors import DataError
from rung.core.state import State

T = TypeVar("T")


def decoded(state: State, body: str, kind: type[T], what: str) -> T:
    """A record's JSON as ``kind``; DataError names ``what`` where it isn't as Rung wrote it."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError as error:
        cause = f"{what} in it is not as Rung wrote it: {error}"
        raise DataError(str(state.path), cause, "Run: rung data doctor") from None
