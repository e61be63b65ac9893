"""What is wrong with one file's content, all of it at once, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import structs

from rung.catalogue.records import Record


def faults(content: Any, kind: type[Record]) -> tuple[str, ...]:
    """Every field that is missing, unknown or of the wrong form; empty where all is well.

    Why field by field: the reader stops at the first fault, and a person mends all at once.
    """
    if not isinstance(content, dict):
        return (f"holds {type(content).__name__}, not the fields of a {kind.__name__.lower()}",)
    found = tuple(_fields(content, kind))
    return found or _whole(content, kind)


def _fields(content: dict[Any, Any], kind: type[Record]) -> Iterator[str]:
    known = {f.encode_name: f for f in structs.fields(kind)}
    yield from (f"{name}: there is no such field" for name in content if name not in known)
    for name, field in known.items():
        if name not in content:
            if field.required:
                yield f"{name}: missing"
            continue
        try:
            msgspec.convert(content[name], field.type)
        except msgspec.ValidationError as error:
            yield f"{name}: {_said(error)}"


def _whole(content: dict[Any, Any], kind: type[Record]) -> tuple[str, ...]:
    try:
        msgspec.convert(content, kind)
    except msgspec.ValidationError as error:
        return (_said(error),)
    return ()


def _said(error: msgspec.ValidationError) -> str:
    """The reader's words with the place first: ``[2].reason: Expected `str`, got `int```."""
    what, _, place = str(error).partition(" - at `$")
    place = place.rstrip("`").lstrip(".")
    return f"{place}: {what}" if place else what
