"""What the state holds: records by kind and id, original files, and every change made."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from rung.core.errors import DataError


class Refused(DataError):  # noqa: N818 - named for what it is about
    """A state file or archive that this program won't touch; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Part:
    """One record before and after a change, as JSON; None where it wasn't there."""

    kind: str
    id: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the person did. ``undoes`` names the change this one took back."""

    number: int
    at: str
    what: str
    undoes: int | None
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """The whole state in memory: what an archive holds and a restore brings back."""

    records: dict[tuple[str, str], str] = field(default_factory=dict)
    originals: dict[str, bytes] = field(default_factory=dict)
    """Files as the person gave them, by SHA-256."""
    changes: tuple[Change, ...] = ()


def checksum(*parts: str | None) -> str:
    """A short sum that a flipped bit in any part breaks."""
    body = "\x1f".join("\x00" if p is None else p for p in parts)
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def dumps(value: Any, indent: int | None = None) -> str:
    """A value as JSON with sorted keys, so that equal records are equal text.

    Why not always as written: half a surrogate pair is valid in JSON only when escaped.
    """
    apart = (",", ":") if indent is None else None
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=apart, indent=indent, allow_nan=False
    )
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, sort_keys=True, separators=apart, indent=indent, allow_nan=False)
    return text
