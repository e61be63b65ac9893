"""The house as a picture and as tables, from the import contracts in pyproject.toml.

The contracts say who may import whom, and a check holds the code to them; what is drawn here is
therefore what is so. A room's purpose is the first line of its own docstring.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
WIDTH, EDGE, GAP = 760, 20, 10
NAME, LINE, PAD = 20, 17, 11
LETTER = 6.5
"""About how wide a letter of the small text is; lines are broken by it."""

STYLE = """
  svg { --ink: #1d2428; --muted: #4f595f; --accent: #0d5c6c; --paper: #fdfcf9; --raised: #f1eee5 }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #e9e6df; --muted: #a7b0b5; --accent: #69bfce }
    svg { --paper: #14181b; --raised: #20272b }
  }
  text { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
  .name { fill: var(--ink); font-size: 15px; font-weight: 600; }
  .what { font-size: 13px; fill: var(--muted); }
  .room { fill: var(--raised); stroke: var(--accent); stroke-opacity: .45; }
  .down { stroke: var(--accent); stroke-width: 1.5; fill: none; marker-end: url(#tip); }
"""


@dataclass(frozen=True, slots=True)
class Room:
    """A room of the house: its module, and what it is for in a sentence."""

    module: str
    what: str

    @property
    def name(self) -> str:
        """Its folder under ``src/rung``."""
        return self.module.removeprefix("rung.")


def layers() -> tuple[tuple[Room, ...], ...]:
    """The rooms from the faces down to the ground; those of one layer don't know each other."""
    contract = next(c for c in _contracts() if c["type"] == "layers")
    return tuple(
        tuple(Room(name.strip(), purpose(name.strip())) for name in layer.split("|"))
        for layer in contract["layers"]
    )


def purpose(module: str) -> str:
    """The first paragraph of a module's docstring, read without importing it."""
    path = ROOT / "src" / Path(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    said = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    return " ".join(said.partition("\n\n")[0].replace("``", "").split())


def table() -> str:
    """Every room with its purpose, top to bottom, as Markdown."""
    rows = ["| room | what it is for |", "|---|---|"]
    rows += [f"| `{r.name}` | {r.what} |" for layer in layers() for r in layer]
    return "\n".join(rows)


def rules() -> str:
    """The other contracts: what only one room may touch, as Markdown."""
    rows = ["| rule | kept out everywhere else |", "|---|---|"]
    for contract in _contracts():
        if contract["type"] == "forbidden":
            names = ", ".join(f"`{m}`" for m in contract["forbidden_modules"])
            rows.append(f"| {contract['name']} | {names} |")
    return "\n".join(rows)


def picture() -> str:
    """The layers as one SVG that follows the reader's light or dark scheme."""
    drawn: list[str] = []
    top = EDGE
    middle = WIDTH / 2
    found = layers()
    for number, layer in enumerate(found):
        height = max(_height(room, len(layer)) for room in layer)
        drawn += [_drawn(r, at, top, len(layer), height) for at, r in enumerate(layer)]
        top += height
        if number < len(found) - 1:
            drawn.append(f'<path class="down" d="M{middle:g} {top + 2}v{GAP + 2}"/>')
            top += GAP + 10
    return "\n".join(_framed(drawn, top + EDGE))


def _contracts() -> Sequence[Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts: Sequence[Any] = settings["tool"]["importlinter"]["contracts"]
    return contracts


def _wide(rooms: int) -> float:
    return (WIDTH - 2 * EDGE - (rooms - 1) * GAP) / rooms


def _lines(room: Room, rooms: int) -> list[str]:
    return wrap(room.what, int((_wide(rooms) - 2 * PAD) / LETTER))


def _height(room: Room, rooms: int) -> int:
    return PAD + NAME + LINE * len(_lines(room, rooms)) + PAD - 4


def _drawn(room: Room, at: int, top: int, rooms: int, height: int) -> str:
    left, wide = EDGE + at * (_wide(rooms) + GAP), _wide(rooms)
    x = f"{left + PAD:g}"
    box = f'x="{left:g}" y="{top}" width="{wide:g}" height="{height}"'
    said = [
        f'<rect class="room" {box} rx="6"/>',
        f'<text class="name" x="{x}" y="{top + PAD + 12}">{escape(room.name)}</text>',
    ]
    for number, text in enumerate(_lines(room, rooms)):
        y = top + PAD + 12 + NAME + number * LINE
        said.append(f'<text class="what" x="{x}" y="{y}">{escape(text)}</text>')
    return "\n".join(said)


def _framed(drawn: Sequence[str], height: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        'role="img" aria-labelledby="title">'
    )
    yield '<title id="title">The rooms of Rung: each imports only rooms below it</title>'
    yield f"<style>{STYLE}</style>"
    yield (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" '
        'markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" fill="var(--accent)"/></marker>'
        "</defs>"
    )
    yield f'<rect width="{WIDTH}" height="{height}" fill="var(--paper)" rx="8"/>'
    yield from drawn
    yield "</svg>"
