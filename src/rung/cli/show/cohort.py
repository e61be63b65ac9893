"""What a cohort run did, on a terminal."""

from __future__ import annotations

from rich.console import Console

from rung.app.cohort import Summary


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
