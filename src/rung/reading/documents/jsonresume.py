"""JSON Resume: the parsed object, and a plain rendering of it to quote from."""

from __future__ import annotations

import json
from typing import Any

from rung.reading.documents.decode import decode
from rung.reading.documents.drafts import Draft, DraftPage, tidy_lines
from rung.reading.documents.jsonresume_lines import SECTIONS, lines_of
from rung.reading.documents.limits import Limits
from rung.reading.documents.refusal import RefusalError
from rung.reading.documents.structured import reactive

_OTHERS = {"$schema", "meta", "references"}
_NOT_ONE = "it is JSON, but not a JSON Resume."
_NEXT = "Give a JSON Resume (jsonresume.org/schema), Reactive Resume JSON, PDF, DOCX or text."


def parse(content: bytes, _limits: Limits) -> Draft:
    """The object as ``data`` and its rendering as one page."""
    try:
        data = json.loads(decode(content), parse_constant=_no_constant)
    except RecursionError as error:
        raise RefusalError("its JSON is nested far too deep.", _NEXT) from error
    except ValueError as error:
        place = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise RefusalError(f"it starts like JSON but is not valid JSON{place}.", _NEXT) from error
    if isinstance(data, dict) and reactive.is_one(data):
        return reactive.to_draft(data)
    if not isinstance(data, dict) or not _is_resume(data):
        raise RefusalError(_NOT_ONE, _NEXT)
    page = DraftPage(tidy_lines(lines_of(data)), reason="rendered from the JSON")
    return Draft((page,), data=data)


def _no_constant(name: str) -> None:
    """NaN and the infinities are no JSON, though Python reads them."""
    raise ValueError(name)


def _is_resume(data: dict[str, Any]) -> bool:
    """Whether the object has a JSON Resume's sections and little else.

    Raises a refusal that names the section where one of them has another shape.
    """
    own = data.keys() & {"basics", *SECTIONS}
    foreign = data.keys() - own - _OTHERS
    if len(own) <= len(foreign):
        return False
    for name in sorted(own):
        held = data[name]
        if held is None:
            continue
        if name == "basics" and not isinstance(held, dict):
            raise RefusalError("in it, “basics” is no object.", _NEXT)
        if name != "basics" and not _are_entries(held):
            raise RefusalError(f"in it, “{name}” is no list of objects.", _NEXT)
    return True


def _are_entries(section: object) -> bool:
    return isinstance(section, list) and all(isinstance(entry, dict) for entry in section)
