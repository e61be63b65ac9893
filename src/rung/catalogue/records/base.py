"""What every record of a data file shares."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=3, strip_whitespace=True)]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}(-\d{2})?$")]


class Record(BaseModel):
    """A record of a data file: unknown keys are errors, so a typing slip can't pass."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Hours(Record):
    """Hours of study and practice. ``basis`` says how they are known.

    ``rule`` is three times the way to working level, where nobody has estimated the skill:
    most of what makes someone advanced is work, not study.
    """

    low: float = Field(gt=0)
    likely: float = Field(gt=0)
    high: float = Field(gt=0)
    basis: Literal["estimate", "course", "users", "rule"] = "estimate"

    @model_validator(mode="after")
    def _ordered(self) -> Hours:
        if not self.low <= self.likely <= self.high:
            raise ValueError("hours must rise: low ≤ likely ≤ high")
        return self
