"""What every record of a data file shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Ref = str
"""The id of another record; the check of the whole catalogue finds those that aren't there.

Why no pattern: thousands of them are read at each start, and a pattern says less than a look-up.
"""
Text = Annotated[str, Meta(min_length=3)]
Name = Annotated[str, Meta(min_length=1)]
"""A name as people say it; some are one letter long."""
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]
Positive = Annotated[float, Meta(gt=0)]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A record of a data file: unknown keys are errors, so a typing slip can't pass.

    Why msgspec: the whole catalogue is read for nearly every command, and this reads it in a
    third of the time of the next library. Records never refer back to what holds them, so
    the collector need not watch them.
    """

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> CoreSchema:
        """Let answers that hold a record be written as JSON with the rest of them."""
        from pydantic_core import core_schema as schemas

        writer = schemas.plain_serializer_function_ser_schema(msgspec.to_builtins)
        return schemas.is_instance_schema(cls, serialization=writer)


class Hours(Record, frozen=True, kw_only=True):
    """Hours of study and practice. ``basis`` says how they are known.

    ``rule`` is three times the way to working level, where nobody has estimated the skill:
    most of what makes someone advanced is work, not study.
    """

    low: Positive
    likely: Positive
    high: Positive
    basis: Literal["estimate", "course", "users", "rule"] = "estimate"

    def __post_init__(self) -> None:
        if not self.low <= self.likely <= self.high:
            raise ValueError("hours must rise: low ≤ likely ≤ high")
