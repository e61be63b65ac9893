"""Records as JSON, one way everywhere."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import msgspec


def _adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def plain(record: Any, kind: Any = None) -> Any:
    """A record as JSON values: dates as ISO text, field order as declared."""
    adapter = _adapter(kind or type(record))
    return adapter.dump_python(record, mode="json", by_alias=True)


def values(record: Any) -> Any:
    """A record as Python values: as ``plain``, but days stay days, and sets come in order."""
    return _built(_adapter(type(record)).dump_python(record, mode="python", by_alias=True))


def _built(value: Any) -> Any:
    """Why two libraries: pydantic knows names fields go by, msgspec the catalogue's records."""
    if isinstance(value, dict):
        return {key: _built(v) for key, v in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_built(v) for v in value]
    return msgspec.to_builtins(value, builtin_types=(date,))


def to_json(record: Any, kind: Any = None) -> str:
    """A record as JSON text; the same record gives the same bytes."""
    return json.dumps(plain(record, kind), ensure_ascii=False, indent=2) + "\n"


def schema(kind: Any, title: str) -> str:
    """The JSON Schema of what ``to_json`` writes for ``kind``.

    Only the contract's test calls it: the schema in docs is made and kept fresh there.
    """
    made = _adapter(kind).json_schema(mode="serialization", by_alias=True)
    made["title"] = title
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
