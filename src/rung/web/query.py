"""What an address or a form asks, as a typed record; one clear error where it can't be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, get_type_hints

import msgspec

from rung.core.errors import UserError

Q = TypeVar("Q")
MOST_LETTERS = 20_000
"""Of one value in an address or form: more is no answer to any question we ask."""


def read(kind: type[Q], pairs: Iterable[tuple[str, str]], path: Mapping[str, str]) -> Q:
    """``kind`` filled from an address's parameters, or a form's fields.

    Empty values count as left out, so that a form sends what a person filled in. Fields that
    ``kind`` doesn't have are passed over.
    """
    hints = get_type_hints(kind)
    found: dict[str, Any] = {}
    for name, value in (*pairs, *path.items()):
        text = value.strip()
        if name not in hints or not text:
            continue
        if len(text) > MOST_LETTERS:
            raise UserError(name, f"is longer than {MOST_LETTERS:,} characters.", "Shorten it.")
        if _many(hints[name]):
            found.setdefault(name, []).append(text)
        else:
            found[name] = text
    try:
        return msgspec.convert(found, type=kind, strict=False)
    except msgspec.ValidationError as error:
        raise _unclear(error, found) from None


def _many(hint: Any) -> bool:
    return getattr(hint, "__origin__", None) is tuple


def _unclear(error: msgspec.ValidationError, found: Mapping[str, Any]) -> UserError:
    said, _, place = str(error).partition(" - at `$.")
    name = place.rstrip("`").split("[")[0]
    if not name:
        return UserError("the form", f"{said}.", "Fill it in and try again.")
    given = found.get(name)
    return UserError(f"{name.replace('_', ' ')} {given!r}", f"can't be read: {said}.", "Change it.")
