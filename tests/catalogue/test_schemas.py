"""The schemas editors complete from are made from the records and fresh."""

from __future__ import annotations

import json
import re

import msgspec
import pytest

from rung.catalogue.load import PACKAGED
from rung.catalogue.records import (
    Area,
    ChoiceRecord,
    Course,
    EdgeDecisions,
    Employers,
    GuideClaims,
    Implications,
    Industry,
    LadderLevel,
    Places,
    Record,
    Role,
    Skill,
)

KINDS: dict[str, type[Record]] = {
    "area": Area,
    "course": Course,
    "edge-decisions": EdgeDecisions,
    "employers": Employers,
    "guide": GuideClaims,
    "implications": Implications,
    "industry": Industry,
    "ladder-level": LadderLevel,
    "choice": ChoiceRecord,
    "places": Places,
    "role": Role,
    "skill": Skill,
}
FOLDER = PACKAGED.parent / "schemas"


@pytest.mark.parametrize("name", KINDS)
def test_a_schema_is_fresh(name: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{name}.schema.json"
    made = json.dumps(msgspec.json.schema(KINDS[name]), indent=1, ensure_ascii=False) + "\n"
    if request.config.getoption("--update-golden"):
        path.write_text(made, "utf-8")
    assert path.is_file(), path
    assert path.read_text("utf-8") == made, (
        f"{path.name} is stale; run: python3 bootstrap.py test --update-golden tests/catalogue"
    )


def test_every_file_names_a_schema_that_exists() -> None:
    for path in sorted(PACKAGED.rglob("*.yaml")):
        first = path.read_text("utf-8").splitlines()[0]
        named = re.search(r"\$schema=(\S+)", first)
        assert named, f"{path.name}: the first line names the schema, for completion in editors"
        assert (path.parent / named.group(1)).resolve().is_file(), path
