"""What a snapshot says about itself: dates, sources, and what was left out and why."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rung.core.errors import DataError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many records were not counted, and why."""

    reason: str
    n: int


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where records come from, under which stated licence, and when they were read."""

    id: str
    label: str
    origin: str
    licence: str
    first: str
    last: str
    n: int


@dataclass(frozen=True, slots=True)
class FileNote:
    """A file of the snapshot and the hash it must have."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The snapshot's own description. ``first`` and ``last`` are the months ads were read."""

    version: str
    as_of: str
    first: str
    last: str
    read: int
    ads: int
    left_out: tuple[LeftOut, ...]
    cut_kept: int
    """Ads kept although their board cuts texts at 4,000 characters and theirs is that long."""
    sources: tuple[SourceNote, ...]
    pay_sources: tuple[SourceNote, ...]
    pay_left_out: tuple[LeftOut, ...]
    rules: tuple[str, ...]
    files: tuple[FileNote, ...]


def read(folder: Path) -> Manifest:
    """The manifest of the snapshot in ``folder``."""
    path = folder / NAME
    try:
        return _adapter().validate_json(path.read_bytes())
    except FileNotFoundError as error:
        raise DataError(
            str(path), "is missing, so there are no figures.", "Build them: rung ads snapshot."
        ) from error
    except ValueError as error:
        raise DataError(str(path), f"does not fit its schema: {error}") from error


def write(folder: Path, manifest: Manifest) -> None:
    """Write the manifest; the same manifest gives the same bytes."""
    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n"
    (folder / NAME).write_bytes(text.encode())


@cache
def _adapter() -> TypeAdapter[Manifest]:
    from pydantic import TypeAdapter

    return TypeAdapter(Manifest)
