"""What a cohort run did, on a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from rung.app.cohort import Cohort, Left


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts, and what has no page."""

    out: str
    files: int
    pages: int
    without_consent: int
    groups: dict[str, int]
    left: tuple[Left, ...]


def summary_of(found: Cohort, out: Path) -> Summary:
    """The run in figures."""
    groups = {g.action: len(g.files) for g in found.groups}
    return Summary(
        str(out), found.files, len(found.people), found.without_consent, groups, found.left
    )


def summary(done: Summary, console: Console) -> None:
    """Counts first, then each file without a page."""
    console.print(
        f"{done.files} files: {done.pages} pages, {done.without_consent} without consent, "
        f"{len(done.left)} left out."
    )
    for group, count in done.groups.items():
        console.print(f"  {group}: {count}")
    for one in done.left:
        console.print(f"  − {one.what}: {one.why}")
    console.print(
        f"Written to {done.out}: people/, gaps.md, gaps.csv, groups.md, left_out.md. Pages and "
        "groups are about people: keep them where only the adviser reads."
    )
