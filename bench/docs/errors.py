"""Rung's errors and what a program that ends with one gives back, from the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from rung.cli.main import INTERRUPTED

SOURCES = Path(__file__).resolve().parents[2] / "src" / "rung"
ROOT_ERROR = "RungError"
DATA, USER = 3, 2


def codes() -> str:
    """What each exit code means."""
    return "\n".join(
        [
            "| code | when |",
            "|---|---|",
            "| 0 | it was done; a plan that can't be done in time is an answer too |",
            "| 1 | `rung catalogue check` or `rung data doctor` found something, or you said no |",
            f"| {USER} | you can mend it: a path, a document, a goal, an option |",
            f"| {DATA} | a data file is wrong, ours or yours; the message names file and place |",
            f"| {INTERRUPTED} | Ctrl-C; what was stored stays |",
        ]
    )


def tree() -> str:
    """Every error Rung raises on purpose, below the one it is a kind of."""
    found = {name: (base, said) for name, base, said in _classes()}
    return "\n".join(_below(ROOT_ERROR, found, 0))


def _below(name: str, found: dict[str, tuple[str, str]], depth: int) -> Iterator[str]:
    yield f"{'    ' * depth}- `{name}`: {found[name][1]}"
    for kind in sorted(n for n, (base, _) in found.items() if base == name):
        yield from _below(kind, found, depth + 1)


def _classes() -> Iterator[tuple[str, str, str]]:
    """Name, base and first line of every class that is, or comes from, Rung's own error."""
    known: dict[str, tuple[str, str]] = {}
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.ClassDef)
                and node.bases
                and isinstance(node.bases[0], ast.Name)
            ):
                said = (ast.get_docstring(node) or "").partition("\n\n")[0]
                known[node.name] = (node.bases[0].id, " ".join(said.replace("``", "`").split()))
    for name, (base, said) in known.items():
        if name == ROOT_ERROR or _comes_from(name, known):
            yield name, base, said


def _comes_from(name: str, known: dict[str, tuple[str, str]]) -> bool:
    base = known[name][0] if name in known else ""
    return base == ROOT_ERROR or (base in known and base != name and _comes_from(base, known))
