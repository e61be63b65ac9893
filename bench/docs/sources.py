"""Every source of ads Rung can read, as a table."""

from __future__ import annotations

from collections import Counter

from rung.market.boards import boards
from rung.market.connectors import Connector, connectors


def table() -> str:
    """The connectors by id: what names a board, how many are known, keys, terms."""
    known = Counter(b.source for b in boards())
    rows = [
        "| id | source | a board is named by | boards known | tried on answers of | its terms |"
    ]
    rows.append("|---|---|---|---|---|---|")
    rows += [_row(c, known[c.id]) for c in sorted(connectors().values(), key=lambda c: c.id)]
    return "\n".join(rows)


def _row(c: Connector, boards_known: int) -> str:
    board = c.board or "– (one list)"
    tried = c.recorded or "*none: from its documentation*"
    many = str(boards_known) if boards_known else "–"
    label = f"[{c.label}]({c.documentation})"
    return f"| `{c.id}` | {label} | {board} | {many} | {tried} | {c.terms} |"
