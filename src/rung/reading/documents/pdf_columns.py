"""Where a page's columns are: recursive cuts along white gutters (an X-Y cut)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median
from typing import NamedTuple

from rung.reading.documents.drafts import Box

MIN_GUTTER = 5.0
MIN_COLUMN_LINES = 3
# A rail is a narrow column of dates, places or labels that belong to the lines beside them.
RAIL_WIDTH = 0.3
RAIL_ALIGNED = 0.7
RAIL_FILL = 0.45
BASELINE_SLACK = 1.5

Block = tuple[int, ...]


class _Cut(NamedTuple):
    """One way to part a region: what stands above, left, right and below of a gutter."""

    above: Block
    left: Block
    right: Block
    below: Block


def blocks(boxes: Sequence[Box]) -> list[Block]:
    """The boxes' numbers in blocks, blocks in reading order (left column before right)."""
    downwards = sorted(range(len(boxes)), key=lambda i: (boxes[i].y0, boxes[i].x0))
    return _parted(boxes, tuple(downwards))


def _parted(boxes: Sequence[Box], region: Block) -> list[Block]:
    cut = max(_cuts(boxes, region), key=lambda c: len(c.left) + len(c.right), default=None)
    if cut is None:
        return [region] if region else []
    return [block for part in cut for block in _parted(boxes, part)]


def _cuts(boxes: Sequence[Box], region: Block) -> Iterator[_Cut]:
    """Every gutter left of a common left edge, along each stretch that nothing crosses."""
    for edge in _common_edges(boxes, region):
        start = 0
        for crossed, stretch in groupby(region, key=lambda i: _crosses(boxes[i], edge)):
            run = tuple(stretch)
            if not crossed:
                left = tuple(i for i in run if boxes[i].x0 < edge)
                right = tuple(i for i in run if boxes[i].x0 >= edge)
                if _side_by_side([boxes[i] for i in left], [boxes[i] for i in right]):
                    yield _Cut(region[:start], left, right, region[start + len(run) :])
            start += len(run)


def _common_edges(boxes: Sequence[Box], region: Block) -> list[float]:
    """Left edges (less a hair) that enough boxes share to be a column's."""
    counts = Counter(round(boxes[i].x0) for i in region)
    return [edge - 1.0 for edge, n in sorted(counts.items()) if n >= MIN_COLUMN_LINES]


def _crosses(box: Box, edge: float) -> bool:
    return box.x0 < edge and box.x1 > edge - MIN_GUTTER


def _side_by_side(left: Sequence[Box], right: Sequence[Box]) -> bool:
    """Whether two groups of boxes are columns of their own rather than parts of same rows."""
    if min(len(left), len(right)) < MIN_COLUMN_LINES:
        return False
    top = max(left[0].y0, right[0].y0)
    bottom = min(max(b.y1 for b in left), max(b.y1 for b in right))
    shorter = min(max(b.y1 for b in side) - side[0].y0 for side in (left, right))
    if bottom - top < 0.5 * shorter:
        return False
    width = max(b.x1 for b in right) - min(b.x0 for b in left)
    return not (_is_rail(left, right, width) or _is_rail(right, left, width))


def _is_rail(side: Sequence[Box], other: Sequence[Box], width: float) -> bool:
    """Whether one side is narrow and either on the other's lines or mostly empty."""
    if median(box.x1 - box.x0 for box in side) > RAIL_WIDTH * width:
        return False
    top, bottom = other[0].y0, max(box.y1 for box in other)
    beside = [box for box in side if box.y1 > top and box.y0 < bottom] or list(side)
    aligned = sum(any(abs(box.y1 - o.y1) <= BASELINE_SLACK for o in other) for box in beside)
    extent = max(box.y1 for box in side) - side[0].y0
    fill = sum(box.y1 - box.y0 for box in side) / extent
    return aligned >= RAIL_ALIGNED * len(beside) or fill < RAIL_FILL
