"""What is kept on this machine, in the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from rung.app.data import UNDO_DAYS, Brought, DataReport, Deleted, Written
from rung.app.doctor import Checkup
from rung.core.state import Change
from rung.report.words import several


def report(found: DataReport, console: Console) -> None:
    """Each kind of thing, how many, how large, where."""
    console.print(f"Everything Rung keeps stands in {found.home}")
    table = Table(box=None, pad_edge=False)
    for name in ("What", "How many", "Size", "Where"):
        table.add_column(name, justify="left" if name in ("What", "Where") else "right")
    for held in found.holdings:
        table.add_row(held.what, str(held.count), _size(held.size), held.where)
    console.print(table)
    console.print(f"{several(found.changes, 'change')} of the last {UNDO_DAYS} days can be undone.")


def _size(size: int) -> str:
    if size < 10_000:
        return f"{size} B"
    return f"{size / 1000:,.0f} kB" if size < 10_000_000 else f"{size / 1e6:,.0f} MB"


def written(done: Written, console: Console) -> None:
    """What an export holds."""
    console.print(
        f"Wrote {done.path}: {several(done.records, 'record')}, "
        f"{several(done.originals, 'original')}, {several(done.files, 'file')} of your own."
    )


def brought(done: Brought, console: Console) -> None:
    """What an import did."""
    console.print(
        f"Took {done.path}: {done.added} added, {done.replaced} replaced, {done.same} as they were."
    )
    if done.backup:
        console.print(f"Before it: {done.backup}", style="dim")


def restored(done: Brought, console: Console) -> None:
    """What a restore did."""
    console.print(f"Everything is as in {done.path}: {several(done.added, 'record')}.")
    if done.backup:
        console.print(f"What stood before is in {done.backup}")


def backup(path: Path | None, console: Console) -> None:
    """Where the backup stands."""
    console.print(f"Wrote and read back {path}" if path else "There is nothing to back up yet.")


def deleted(done: Deleted, console: Console) -> None:
    """What is gone."""
    console.print(f"Deleted: {', '.join(done.removed) or 'nothing, there was none'}.")
    if done.undo:
        console.print(f"For {UNDO_DAYS} days it can be brought back: rung data undo")
        console.print("Backups hold it too: rung data delete backups", style="dim")
    if done.left:
        console.print(f"Left, since Rung did not make them: {', '.join(done.left)}")


def checkup(found: Checkup, console: Console) -> None:
    """Each thing looked at."""
    for finding in found.findings:
        console.print(f"{'ok' if finding.ok else '!!'}  {finding.what}: {finding.said}")
        if not finding.ok and finding.then:
            console.print(f"     → {finding.then}")
    console.print("All is sound." if found.sound else "Something needs you: see above.")


def history(changes: tuple[Change, ...], console: Console) -> None:
    """Changes, newest first."""
    for change in changes:
        what = f"undo or redo: {change.what}" if change.undoes else change.what
        console.print(f"{change.number:>5}  {change.at}  {what}")
    if not changes:
        console.print("Nothing was changed yet.")


def undone(change: Change, console: Console) -> None:
    """What was taken back."""
    console.print(f"Undone: {change.what} ({change.at}). To take that back: rung data undo --redo")


def redone(change: Change, console: Console) -> None:
    """What stands again."""
    console.print(f"Stands again: {change.what}")
