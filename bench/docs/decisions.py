"""The list of decisions, from the pages themselves."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "decisions"
_TITLE = re.compile(r"# (?:\d+\. )?(.+)")


def listed() -> str:
    """Every decision by number, as links."""
    rows = ["| | decision |", "|---|---|"]
    for path in sorted(FOLDER.glob("[0-9]*.md")):
        title = _TITLE.match(path.read_text("utf-8"))
        if title is None:
            raise ValueError(f"{path.name} begins with no title")
        rows.append(f"| {int(path.name[:4])} | [{title[1]}]({path.name}) |")
    return "\n".join(rows)
