"""Records as JSON, one way everywhere."""

from __future__ import annotations

import json
from typing import Any


def _adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def plain(record: Any, kind: Any = None) -> Any:
    """A record as JSON values: dates as ISO text, field order as declared."""
    adapter = _adapter(kind or type(record))
    return adapter.dump_python(record, mode="json", by_alias=True)


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
