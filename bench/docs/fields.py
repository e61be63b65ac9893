"""JSON Schemas as tables: every record, every field, what it may hold.

A schema knows types and what is always there; what a field is for stands in the code, as the
string under the field, and is read from there.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "rung"
CATALOGUE = SOURCES / "catalogue" / "schemas"
PLAN = ROOT / "docs" / "rung.plan.v1.schema.json"
KINDS = ("skill", "area", "role", "ladder-level", "industry", "course", "choice")
"""Schemas of files a person may write, one record a file."""

Schema = Mapping[str, Any]


def plan() -> str:
    """The answer of ``rung plan`` first, then every record in it by name."""
    whole = json.loads(PLAN.read_text("utf-8"))
    words = _words(("app/answer.py", "core/records.py", "*/records.py"))
    top = {**whole, "title": "Answer"}
    records = {"Answer": top, **whole["$defs"]}
    return "\n".join(line for n, r in records.items() for line in _record(n, r, words, "##"))


def catalogue() -> str:
    """The record of each kind of file, then the records inside it."""
    words = _words(("catalogue/records/*.py",))
    found: list[str] = []
    told: set[str] = set()
    for kind in KINDS:
        whole = json.loads((CATALOGUE / f"{kind}.schema.json").read_text("utf-8"))
        first = whole["$ref"].rpartition("/")[2]
        names = [first, *sorted(set(whole["$defs"]) - {first} - told)]
        for name in names:
            told.add(name)
            mark = "##" if name == first else "###"
            found += _record(name, whole["$defs"][name], words, mark)
    return "\n".join(found)


def _record(
    name: str, record: Schema, words: Mapping[tuple[str, str], str], mark: str
) -> Iterator[str]:
    yield from (f"{mark} {name}", "", _prose(record.get("description", "")), "")
    fields = record.get("properties", {})
    always = set(record.get("required", ()))
    notes = {field: words.get((name, field), "") for field in fields}
    told = any(notes.values())
    yield "| field | holds | always |" + (" what for |" if told else "")
    yield "|---|---|---|" + ("---|" if told else "")
    for field, shape in fields.items():
        sure = "yes" if field in always else ""
        row = f"| `{field}` | {_held(shape)} | {sure} |"
        yield row + (f" {notes[field]} |" if told else "")
    yield ""


def _held(shape: Schema) -> str:
    """What a field holds, in a word or two, with links to records."""
    for word, told in (("$ref", _link), ("enum", _enum), ("anyOf", _any), ("const", _const)):
        if word in shape:
            return told(shape[word])
    kind = shape.get("type")
    if kind == "array":
        inner = shape.get("items") or {"anyOf": shape.get("prefixItems", [{}])}
        return f"list of {_held(inner)}"
    if kind == "object":
        return f"map to {_held(shape.get('additionalProperties') or {})}"
    if shape.get("format") == "date":
        return "date"
    return {"string": "text", "integer": "whole number", "number": "number"}.get(
        str(kind), "yes or no" if kind == "boolean" else "nothing" if kind == "null" else "anything"
    )


def _link(ref: str) -> str:
    name = ref.rpartition("/")[2]
    return f"[{name}](#{name.casefold()})"


def _enum(values: Sequence[Any]) -> str:
    return ", ".join(f"`{v}`" for v in values)


def _const(value: Any) -> str:
    return f"`{value}`"


def _any(shapes: Sequence[Schema]) -> str:
    told = dict.fromkeys(_held(s) for s in shapes)
    return " or ".join(told)


def _words(patterns: Sequence[str]) -> dict[tuple[str, str], str]:
    """The string under each field of each class, by class and the field's name outside."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted({p for pattern in patterns for p in SOURCES.glob(pattern)}):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                found |= {(node.name, name): said for name, said in _said(node)}
    return found


def _said(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Fields with the string below them; one string may stand under two fields told together."""
    for at, below in zip(node.body, node.body[1:], strict=False):
        if not (isinstance(at, ast.AnnAssign) and isinstance(at.target, ast.Name)):
            continue
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
            yield at.target.id.removesuffix("_"), _prose(str(below.value.value))


def _prose(text: str) -> str:
    """Docstring text as one paragraph of Markdown."""
    return " ".join(text.replace("``", "`").split()).replace("|", "\\|")
