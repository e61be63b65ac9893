"""The JSON others build on: its schema is committed, fresh, and met."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from rung.app.answer import SCHEMA, Answer
from rung.app.wire import plain, schema

FILE = "docs/rung.plan.v1.schema.json"
FIELDS = ["schema", "today", "snapshot", "person", "goal", "fit", "gap", "plan", "level", "pay"]


def test_the_committed_schema_is_fresh(root: Path, request: pytest.FixtureRequest) -> None:
    made = schema(Answer, SCHEMA)
    path = root / FILE
    if request.config.getoption("--update-golden"):
        path.write_text(made, "utf-8")
    assert path.read_text("utf-8") == made, (
        f"{FILE} is stale; run: python3 bootstrap.py test --update-golden tests/app"
    )


def test_an_answer_meets_its_schema(root: Path, backend_engineer: Answer) -> None:
    answer = plain(backend_engineer, Answer)
    jsonschema.validate(answer, json.loads((root / FILE).read_text("utf-8")))
    assert set(FIELDS) <= answer.keys()


def test_every_number_about_the_world_carries_what_it_rests_on(backend_engineer: Answer) -> None:
    answer = plain(backend_engineer, Answer)
    assert all(answer["snapshot"][k] for k in ("version", "first", "last", "ads"))
    for row in answer["gap"]:
        assert row["n"] >= row["k"]
        assert row["used"]
        assert row["source"]
        assert row["first"]
        assert row["last"]
    pay = answer["pay"]
    wanted = ("n", "first", "last", "source", "currency", "confidence")
    assert pay.get("abstained") or all(pay[k] for k in wanted)
