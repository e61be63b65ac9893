"""The schemas editors complete from are made from the records and fresh."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rung.catalogue.load import PACKAGED
from rung.catalogue.records import (
    Area,
    Employers,
    Implications,
    LadderLevel,
    Places,
    Record,
    Role,
)

KINDS: dict[str, type[Record]] = {
    "area": Area,
    "employers": Employers,
    "implications": Implications,
    "ladder-level": LadderLevel,
    "places": Places,
    "role": Role,
}
FOLDER = PACKAGED.parent / "schemas"


@pytest.mark.parametrize("name", KINDS)
def test_a_schema_is_fresh(name: str, request: pytest.FixtureRequest) -> None:
    path = FOLDER / f"{name}.schema.json"
    made = json.dumps(KINDS[name].model_json_schema(), indent=1, ensure_ascii=False) + "\n"
    if request.config.getoption("--update-golden"):
        path.write_text(made, "utf-8")
    assert path.read_text("utf-8") == made, (
        f"{path.name} is stale; run: python3 bootstrap.py test --update-golden tests/catalogue"
    )


@pytest.mark.parametrize("path", sorted(PACKAGED.rglob("*.yaml")), ids=lambda p: Path(p).stem)
def test_every_file_names_a_schema_that_exists(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    named = re.search(r"\$schema=(\S+)", first)
    assert named, "the first line names the schema, for completion in editors"
    assert (path.parent / named.group(1)).resolve().is_file()
