"""The numbers the code decides by, with what it says of each, as tables.

A page may tell a rule in words; the value it tells stands here as the code has it, so that a
reader can see at once whether the words are still right.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "src"
_MOST = 64
"""Characters of a value that a table still holds."""


def table(*named: str, **said: str) -> str:
    """One row a constant, given as ``market.demand.ENOUGH``.

    ``said`` tells, by the last name, of one that the code leaves to its name.
    """
    rows = ["| constant | value | what it is |", "|---|---|---|"]
    return "\n".join([*rows, *(_row(name, said) for name in named)])


def _row(named: str, said: Mapping[str, str]) -> str:
    module, _, name = named.rpartition(".")
    path = SOURCES / "rung" / Path(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    body = ast.parse(file.read_text("utf-8")).body
    at = next((n for n, node in enumerate(body) if name in _names(node)), None)
    if at is None:
        raise LookupError(f"{file.name} has no constant {name}")
    what = said.get(name) or _said(body, at)
    if not what:
        raise LookupError(f"{named} says nothing of itself; give its words")
    return f"| `{named}` | {_value(body[at], name)} | {what} |"


def _names(node: ast.stmt) -> tuple[str, ...]:
    """What an assignment at the top of a module names."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    if isinstance(node, ast.AnnAssign):
        targets = [node.target]
    parts = [p for t in targets for p in (t.elts if isinstance(t, ast.Tuple) else [t])]
    return tuple(p.id for p in parts if isinstance(p, ast.Name))


def _value(node: ast.stmt, name: str) -> str:
    value = getattr(node, "value", None)
    if isinstance(value, ast.Tuple) and len(names := _names(node)) > 1:
        value = value.elts[names.index(name)]
    text = ast.unparse(value) if isinstance(value, ast.expr) else ""
    return f"`{text if len(text) <= _MOST else text[:_MOST] + '…'}`"


def _said(body: list[ast.stmt], at: int) -> str:
    """The string under an assignment, which may speak of several told together."""
    below = body[at + 1] if at + 1 < len(body) else None
    if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
        return " ".join(str(below.value.value).replace("``", "`").split()).replace("|", "\\|")
    return ""
