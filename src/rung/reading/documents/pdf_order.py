"""Reading order of a PDF page: as painted, or by its columns where that is scrambled."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rung.reading.documents.drafts import Box, DraftLine, DraftPage, Order
from rung.reading.documents.pdf_columns import blocks
from rung.reading.documents.pdf_pieces import Piece
from rung.reading.documents.pdf_rows import Placed, Row, box_of, rows
from rung.reading.documents.tidy import close_letters, letters_apart

# How much of the painted order may jump about before the columns are trusted instead.
MIN_JUMPS = 3
MAX_JUMP_SHARE = 0.12
ROW_SLACK = 2.0


def ordered(found: Sequence[Piece]) -> DraftPage:
    """The page's lines in the better of two orders, with the reason for the choice.

    Why: nearly every maker paints text in reading order, and keeps columns whole; only
    where the painted order hops between columns or upwards is geometry the safer guide.
    """
    columns = blocks([piece.box for piece in found])
    beside = _side_by_side([[found[i].box for i in block] for block in columns])
    block_of = {i: number for number, block in enumerate(columns) for i in block}
    painted = rows([Placed(piece, block_of[i]) for i, piece in enumerate(found)])
    jumps = _jumps(painted)
    reason = f"the painted order jumps {jumps} times in {len(painted)} lines"
    if jumps < MIN_JUMPS or jumps <= MAX_JUMP_SHARE * len(painted):
        return _page(painted, "stream", reason, beside)
    read = [row for number, block in enumerate(columns) for row in _downwards(found, block, number)]
    said = f"{reason}; read by {len(columns)} block(s) instead"
    return _page(read, "geometric", said, beside)


def _side_by_side(columns: Sequence[Sequence[Box]]) -> int:
    """The most blocks that stand beside each other at any height."""
    spans = [(min(b.y0 for b in boxes), max(b.y1 for b in boxes)) for boxes in columns if boxes]
    counts = [sum(top <= y < bottom - ROW_SLACK for top, bottom in spans) for y, _ in spans]
    return max(counts, default=1)


def _downwards(found: Sequence[Piece], block: Sequence[int], number: int) -> list[Row]:
    """One block's rows from the top."""
    order = sorted(block, key=lambda i: found[i].box.y0 + found[i].box.y1)
    return rows([Placed(found[i], number) for i in order])


def _jumps(read: Sequence[Row]) -> int:
    """How many lines were painted after one that stands below them, plus returns to a block.

    Why: only lines above or below each other tell; cells side by side may come in any order.
    """
    turns = [row[0].block for row in read]
    returns = sum(1 for _ in groupby(turns)) - len(set(turns))
    boxes = [(row[0].block, box_of(row)) for row in read]
    late = sum(
        any(block == other and _is_below(earlier, box) for other, earlier in boxes[:place])
        for place, (block, box) in enumerate(boxes)
    )
    return returns + late


def _is_below(one: Box, other: Box) -> bool:
    return one.y0 >= other.y1 - ROW_SLACK and one.x0 < other.x1 and other.x0 < one.x1


def _page(read: Sequence[Row], order: Order, reason: str, columns: int) -> DraftPage:
    lines = tuple(_line(row) for row in read)
    spaced = tuple(
        line.text
        for line, row in zip(lines, read, strict=True)
        if any(item.piece.apart for item in row) or _was_apart(line, row)
    )
    return DraftPage(lines, order, reason, columns, spaced)


def _was_apart(line: DraftLine, row: Row) -> bool:
    stored = "\t".join(item.piece.text for item in row)
    return letters_apart(stored) and not letters_apart(line.text)


def _line(row: Row) -> DraftLine:
    parts = sorted((item.piece for item in row), key=lambda piece: piece.box.x0)
    text = close_letters("\t".join(part.text for part in parts))
    main = max(parts, key=lambda part: len(part.text))
    bold = any(part.bold for part in parts)
    edges = tuple((round(p.box.x0, 1), round(p.box.x1, 1), p.bold) for p in parts)
    several = edges if len(edges) > 1 else ()
    return DraftLine(text, box_of(row), main.size, bold, parts=several)
