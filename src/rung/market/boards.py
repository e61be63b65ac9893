"""The employers' boards a sync asks by default; a data file, which a person's own adds to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rung.catalogue.compiled import content
from rung.core.errors import DataError
from rung.market.connectors import Target, connectors

PACKAGED = Path(__file__).parent / "data" / "boards.yaml"
OWN = "boards.yaml"
"""A person's own list, in Rung's home."""


@dataclass(frozen=True, slots=True)
class Board:
    """A board: ``seen`` is the last month an ad of it was seen when the list was made, ``ai`` how
    many of its ``ads`` were for a role of the field.
    """

    source: str
    board: str
    employer: str
    seen: str = ""
    ai: int = 0
    ads: int = 0

    @property
    def target(self) -> Target:
        """What to ask the source for."""
        return Target(self.source, self.board, self.employer)


@cache
def boards(own: Path | None = None) -> tuple[Board, ...]:
    """The packaged boards and the person's, each once, by source and name."""
    found: dict[tuple[str, str], Board] = {}
    for path in (PACKAGED, own):
        if path is None or not path.is_file():
            continue
        for number, row in enumerate(_rows(path), 1):
            found_board = _board(path, number, row)
            found[found_board.source, found_board.board] = found_board
    return tuple(found[key] for key in sorted(found))


def _rows(path: Path) -> list[object]:
    held = content(path)
    rows = held.get("boards") if isinstance(held, dict) else None
    if not isinstance(rows, list):
        raise DataError(str(path), "has no list called `boards`.", "See the packaged one.")
    return rows


def _board(path: Path, number: int, row: object) -> Board:
    if not isinstance(row, dict):
        raise DataError(str(path), f"board {number} is no record.", "Mend that line.")
    try:
        made = Board(**row)
    except TypeError as error:
        raise DataError(str(path), f"board {number}: {error}.", "Mend that line.") from None
    if made.source not in connectors():
        raise DataError(
            str(path),
            f"board {number}: no source {made.source!r}.",
            "See `rung ads sources`.",
        )
    return made
