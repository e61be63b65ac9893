"""Rows of a PDF page: pieces that stand on one line, and cells beside lines already read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rung.reading.documents.drafts import Box
from rung.reading.documents.pdf_pieces import Piece, same_row

# How many rows back a cell may stand beside, and how exactly edges must agree, in points.
MAX_BACK = 15
EDGE_SLACK = 2.0


class Placed(NamedTuple):
    """A piece and the number of the block (column) it stands in."""

    piece: Piece
    block: int

    @property
    def box(self) -> Box:
        """Where it stands."""
        return self.piece.box


Row = list[Placed]


def rows(placed: Sequence[Placed]) -> list[Row]:
    """The pieces in the given order, those on one line of one block joined.

    Why: a right-hand cell (date, place) is painted after all of the text it stands beside,
    but belongs to that text's first line.
    """
    found: list[Row] = []
    rest = list(placed)
    while rest:
        if found and _joins(found[-1], rest[0]):
            found[-1].append(rest.pop(0))
            continue
        home = _home(found, rest[0])
        if home is None:
            found.append([rest.pop(0)])
            continue
        cell = _cell(found[home:], rest)
        del rest[: len(cell)]
        _settle(found, home, cell)
    return found


def box_of(row: Row) -> Box:
    """The box around a row."""
    box = row[0].box
    for item in row[1:]:
        box = box.around(item.box)
    return box


def _joins(row: Row, item: Placed) -> bool:
    """Whether a piece stands on a row, beside what is there."""
    return row[-1].block == item.block and all(
        same_row(other.box, item.box) and _beside(other.box, item.box) for other in row
    )


def _beside(one: Box, other: Box) -> bool:
    return one.x1 <= other.x0 + 1 or other.x1 <= one.x0 + 1


def _home(found: Sequence[Row], item: Placed) -> int | None:
    """The earlier row on whose line a piece stands, all rows since being beside it."""
    for place in range(len(found) - 1, max(len(found) - 1 - MAX_BACK, -1), -1):
        row = found[place]
        if row[0].block != item.block or not _beside(box_of(row), item.box):
            return None
        if _joins(row, item):
            return place
    return None


def _cell(beside: Sequence[Row], rest: Sequence[Placed]) -> list[Placed]:
    """The pieces one below the other, from the first of ``rest``, that stand beside the rows."""
    cell = [rest[0]]
    boxes = [box_of(row) for row in beside]
    bottom = max(box.y1 for box in boxes)
    for item in rest[1:]:
        below = item.box.y0 >= cell[-1].box.y1 - EDGE_SLACK and item.box.y0 < bottom
        if not below or not all(_beside(box, item.box) for box in boxes):
            break
        cell.append(item)
    return cell


def _settle(found: list[Row], home: int, cell: list[Placed]) -> None:
    """Put a cell's pieces where they read best.

    Right-aligned, they belong to the rows they stand on, or all to the first where bullets
    stand below it. Left-aligned, they are a column of their own.
    """
    first, *others = cell
    beside = found[home:]
    if others and _spread([item.box.x1 for item in cell]) > EDGE_SLACK:
        found += [[item] for item in cell]
        return
    beside[0].append(first)
    flush = _spread([box_of(row).x0 for row in beside[: len(cell)]]) <= EDGE_SLACK
    matches = [next((row for row in beside if _joins(row, item)), None) for item in others]
    for step, (item, row) in enumerate(zip(others, matches, strict=True), 1):
        if flush and row is not None:
            row.append(item)
        else:
            found.insert(home + step, [item])


def _spread(values: Sequence[float]) -> float:
    return max(values) - min(values)
