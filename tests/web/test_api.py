"""The JSON addresses: each answers as it is described, whatever it is asked."""

from __future__ import annotations

import os
from dataclasses import fields
from typing import Any
from urllib.parse import urlencode

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.schemas import OpenApiSchema

from rung.web import pages
from rung.web.openapi import described
from rung.web.page import Page
from tests.web.asking import Asker
from tests.web.chromium import Served

EXAMPLES = 200 if os.environ.get("RUNG_FULL") else 8
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
ASKED = {
    "/roles": {"q": "images"},
    "/roles/compare": {"one": "ml-engineer", "two": "mlops-engineer"},
    "/roles/{id}": {"id": "ml-engineer"},
    "/skills": {"q": "containers"},
    "/skills/{id}": {"id": "docker"},
    "/choices/{choice}": {"choice": "research-or-applied"},
    "/gap": {"role": "ml-engineer"},
    "/plan": {"role": "ml-engineer", "hours": "8", "by": "2027-08-31"},
    "/plan/what-if": {"change": "hours=12"},
    "/market": {"role": "ml-engineer"},
    "/market/read": {"text": "We look for an ML engineer who knows Python and Docker."},
    "/market/skills-in": {"text": "Python and Docker"},
    "/pay": {"role": "ml-engineer", "place": "United States"},
    "/choices/path": {"role": "ml-engineer"},
}
"""Something worth asking, where a page can be asked anything."""


@pytest.fixture
def asker(lived_in: Served) -> Asker:
    return Asker(lived_in)


def _target(asker: Asker, page: Page, asked: dict[str, str]) -> str:
    path, rest = page.twin, dict(asked)
    if page.path.startswith("/work/"):
        job = asker.post("/market/add", {"text": "We look for an ML engineer in Toronto."})
        rest["id"] = job.header("location").rpartition("/")[2]
    for name in list(rest):
        if "{" + name + "}" in path:
            path = path.replace("{" + name + "}", rest.pop(name))
    return f"{path}?{urlencode(rest)}" if rest else path


def _checked(page: Page, answer: Any) -> list[str]:
    """Where an answer isn't as its description says."""
    whole = described()
    said = whole["paths"][page.twin]["get"]["responses"]["200"]["content"]["application/json"]
    schema = {**said["schema"], "components": whole["components"]}
    Draft202012Validator.check_schema(schema)
    found = Draft202012Validator(schema).iter_errors(answer)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@pytest.mark.parametrize("page", pages.PAGES, ids=lambda p: p.twin)
def test_each_page_has_a_twin_that_is_as_described(asker: Asker, page: Page) -> None:
    needed = {k: v for k, v in ASKED.get(page.path, {}).items() if "{" + k + "}" in page.path}
    for asked in (needed, ASKED.get(page.path, {})):
        got = asker.get(_target(asker, page, asked), authorization=f"Bearer {asker.site.key}")
        assert got.status == 200, got.text()
        assert got.header("content-type") == "application/json"
        assert _checked(page, got.json()) == []


@pytest.mark.parametrize(
    "page", [p for p in pages.PAGES if not p.path.startswith("/work/")], ids=lambda p: p.twin
)
def test_each_twin_answers_someone_who_gave_nothing_yet(empty: Served, page: Page) -> None:
    asker = Asker(empty)
    got = asker.get(_target(asker, page, ASKED.get(page.path, {})))
    if page.needs:
        assert got.status == 409
        error = got.json()["error"]
        assert all(error[name] for name in ("subject", "cause", "next_step"))
        assert asker.get(page.path.replace("{choice}", "research-or-applied")).status == 200
    else:
        assert got.status == 200, got.text()
        assert _checked(page, got.json()) == []


def test_a_check_sees_an_answer_that_is_not_as_described(asker: Asker) -> None:
    page = next(p for p in pages.PAGES if p.path == "/data")
    answer = asker.get(page.twin).json()
    assert _checked(page, answer) == []
    assert _checked(page, {**answer, "report": []}) != []
    assert _checked(page, {}) != []


def test_the_description_is_of_every_page_and_nothing_else(asker: Asker) -> None:
    told = asker.get("/openapi.json").json()
    assert told == described()
    assert told["openapi"].startswith("3.1")
    assert set(told["paths"]) == {p.twin for p in pages.PAGES}
    names = [operation["get"]["operationId"] for operation in told["paths"].values()]
    assert len(set(names)) == len(names)
    for path, operations in told["paths"].items():
        assert set(operations) == {"get"}
        parameters = operations["get"].get("parameters", [])
        in_path = {p["name"] for p in parameters if p["in"] == "path"}
        assert in_path == {part[1:-1] for part in path.replace(".", "/").split("/") if "{" in part}
        assert all(p["required"] for p in parameters if p["in"] == "path")


def test_every_reference_leads_somewhere() -> None:
    whole = described()
    missing = [r for r in _references(whole) if not _at(whole, r)]
    assert missing == []


def _references(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        return own + [r for inner in value.values() for r in _references(inner)]
    if isinstance(value, list):
        return [r for inner in value for r in _references(inner)]
    return []


def _at(whole: Any, reference: str) -> bool:
    if not reference.startswith("#/"):
        return False
    for part in reference[2:].split("/"):
        if not isinstance(whole, dict) or part not in whole:
            return False
        whole = whole[part]
    return True


@pytest.mark.parametrize("path", ["/nowhere.json", "/roles/nothing.json", "/plan.json?hours=many"])
def test_what_cannot_be_answered_says_why_in_json(asker: Asker, path: str) -> None:
    got = asker.get(path)
    assert got.status in (400, 404)
    assert got.header("content-type") == "application/json"
    error = got.json()["error"]
    assert set(error) == {"subject", "cause", "next_step"}
    assert error["cause"]


def _described(asker: Asker) -> OpenApiSchema:
    """The description as a tool reads it that knows nothing else of us.

    Without what it says of the key, which each question then carries; that none is answered
    without it is tested elsewhere.
    """
    told = asker.get("/openapi.json").json()
    assert told.pop("security") == [{"key": []}]
    assert told["components"].pop("securitySchemes")["key"]["scheme"] == "bearer"
    return schemathesis.openapi.from_dict(told)


def test_the_description_is_sound(asker: Asker) -> None:
    schema = _described(asker)
    schema.validate()
    operations = [r.ok() for r in schema.get_all_operations() if isinstance(r, Ok)]
    assert sorted(o.path for o in operations) == sorted(p.twin for p in pages.PAGES)


def _questions() -> list[Any]:
    """Each page, asked as described and not, about anything and about something known."""
    made = []
    for page in pages.PAGES:
        asked = len(fields(page.asked))
        # No text in a path is against its description, so such pages can only be asked well.
        either = asked > ("{" in page.path)
        for mode in GenerationMode if either else (GenerationMode.POSITIVE,):
            made.append(pytest.param(page, mode, {}, id=f"{page.twin} {mode.value}"))
            known = dict(list(ASKED.get(page.path, {}).items())[:1])
            if known and asked > 1:
                about = f"{page.twin} {mode.value} {next(iter(known))}"
                made.append(pytest.param(page, mode, known, id=about))
    return made


@pytest.mark.parametrize(("page", "mode", "known"), _questions())
def test_no_question_makes_it_fail(
    asker: Asker, page: Page, mode: GenerationMode, known: dict[str, str]
) -> None:
    operation = _described(asker)[page.twin]["GET"]
    if "{" in page.path:
        cases = operation.as_strategy(mode, path_parameters=known or None)
    else:
        cases = operation.as_strategy(mode, query=known or None)
    key = {"Authorization": f"Bearer {asker.site.key}"}

    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases)
    def answered(case: schemathesis.Case[Any]) -> None:
        with requests.Session() as session:
            session.trust_env = False
            got = case.call_and_validate(asker.site.address, session, key, checks=CHECKS)
        assert got.status_code != 403

    answered()
