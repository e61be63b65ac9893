"""What the JSON addresses are, as OpenAPI: written from the pages themselves."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

import rung
from rung.web import pages
from rung.web.page import Page

ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["subject", "cause", "next_step"],
            "properties": {n: {"type": "string"} for n in ("subject", "cause", "next_step")},
        }
    },
}
REFUSALS = {
    "400": "What was asked can't be answered; says why and what helps.",
    "403": "The key is missing.",
    "404": "No such address.",
    "409": "Nothing is kept yet that this could speak of.",
}


@cache
def described() -> dict[str, Any]:
    """The description, schemas of questions and answers included."""
    from pydantic import TypeAdapter
    from pydantic.json_schema import GenerateJsonSchema

    class Generate(GenerateJsonSchema):
        """Catalogue records are another library's, so they are described as objects."""

        def is_instance_schema(self, schema: Any) -> dict[str, Any]:
            return {"type": "object", "title": schema["cls"].__name__}

    paths: dict[str, Any] = {}
    kinds = {p.twin: TypeAdapter(p.kind) for p in pages.PAGES}
    inputs = [(path, "serialization", kind) for path, kind in kinds.items()]
    made, shared = TypeAdapter.json_schemas(
        inputs,  # type: ignore[arg-type]
        by_alias=True,
        ref_template="#/components/schemas/{model}",
        schema_generator=Generate,
    )
    for page in pages.PAGES:
        schema = made[page.twin, "serialization"]
        paths[page.twin] = {"get": _operation(page, schema)}
    components = {"Error": ERROR, **shared.get("$defs", {})}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Rung",
            "version": rung.__version__,
            "description": (
                "The same answers as the pages, on this machine alone. Each request carries the "
                "key that `rung serve` printed, as the cookie or as a bearer's token."
            ),
        },
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"key": []}],
    }


def _operation(page: Page, schema: dict[str, Any]) -> dict[str, Any]:
    refused = {
        code: {
            "description": said,
            "content": (
                {"text/plain": {"schema": {"type": "string"}}}
                if code == "403"
                else {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
            ),
        }
        for code, said in REFUSALS.items()
        if code != "409" or page.needs
    }
    return {
        "operationId": page.twin.strip("/").removesuffix(".json").replace("/", "-"),
        "summary": page.title,
        "description": page.what,
        "parameters": _parameters(page),
        "responses": {
            "200": {
                "description": page.what,
                "content": {"application/json": {"schema": schema}},
            },
            **refused,
        },
    }


def _parameters(page: Page) -> list[dict[str, Any]]:
    [schema], shared = msgspec.json.schema_components([page.asked])
    found = next(iter(shared.values())) if "$ref" in schema else schema
    required = set(found.get("required", ()))
    parameters = []
    for name, told in found.get("properties", {}).items():
        in_path = "{" + name + "}" in page.path
        parameters.append(
            {
                "name": name,
                "in": "path" if in_path else "query",
                "required": in_path or name in required,
                "schema": {k: v for k, v in told.items() if k != "default"},
            }
        )
    return parameters
