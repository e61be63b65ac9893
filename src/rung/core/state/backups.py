"""Backups: made before anything that could lose something, verified, thinned out by age."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rung.core.errors import UserError
from rung.core.state import archive
from rung.core.state.records import Saved

FOLDER = "backups"
DAILY, WEEKLY = 10, 8
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{6})(?:-(\d+))?-([a-z-]+)\.zip")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup on disk."""

    path: Path
    day: str
    time: str
    count: int
    why: str


def listed(folder: Path) -> tuple[Backup, ...]:
    """Every backup, oldest first."""
    found = []
    for path in (folder / FOLDER).glob("*.zip"):
        match = _NAME.fullmatch(path.name)
        if match:
            found.append(Backup(path, match[1], match[2], int(match[3] or 0), match[4]))
    return tuple(sorted(found, key=lambda b: (b.day, b.time, b.count)))


def make(
    folder: Path, saved: Saved, files: Mapping[str, bytes], why: str, now: datetime
) -> Backup | None:
    """A verified backup; None where there is nothing to keep yet."""
    if not saved.records and not saved.changes and not files:
        return None
    target = folder / FOLDER
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = now.strftime("%Y-%m-%dT%H%M%S")
    count = 0
    while list(target.glob(f"{stamp}{f'-{count}' if count else ''}-[a-z]*.zip")):
        count += 1
    name = f"{stamp}{f'-{count}' if count else ''}-{why}.zip"
    archive.write(target / name, saved, files, now.isoformat(timespec="seconds"))
    thin(folder)
    return next(b for b in listed(folder) if b.path.name == name)


def thin(folder: Path) -> None:
    """Keep all of the newest day, the last of each of ten days and of each of eight weeks."""
    known = listed(folder)
    if not known:
        return
    last_of_day = {b.day: b for b in known}
    last_of_week = {datetime.fromisoformat(b.day).isocalendar()[:2]: b for b in known}
    newest = known[-1].day
    kept = {b.path for b in known if b.day == newest}
    kept |= {last_of_day[d].path for d in sorted(last_of_day)[-DAILY:]}
    kept |= {last_of_week[w].path for w in sorted(last_of_week)[-WEEKLY:]}
    for backup in known:
        if backup.path not in kept:
            backup.path.unlink(missing_ok=True)


def newest_good(folder: Path) -> tuple[Path, Saved, dict[str, bytes]]:
    """The newest backup that reads whole; UserError where there is none."""
    known = listed(folder)
    for backup in reversed(known):
        try:
            return backup.path, *archive.read(backup.path)
        except UserError:
            continue
    what = f"none of {len(known)} is whole" if known else "there is none yet"
    raise UserError("backup", f"{what}.", "Give an export: rung data restore FILE")
