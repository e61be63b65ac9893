"""The person's own data as a whole: shown, exported, backed up, restored, deleted."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from rung.core import paths
from rung.core.errors import DataError, UserError
from rung.core.files import write_whole_bytes
from rung.core.state import Change, Saved, State, archive, backups
from rung.core.state.store import NAME
from rung.market.boards import OWN
from rung.market.offers import OLD_FILE
from rung.reading.documents.reader import printable

UNDO_DAYS = 30
MIGRATION_COPY = ".db"
PERSONAL = ("catalogue", OWN)
"""Files the person writes themselves; they travel with every export and backup."""
REMADE = ("market", "esco", "reference", "cache")
"""Folders a command can fill again; they are no part of exports."""
STATE_FILES = (NAME, f"{NAME}-wal", f"{NAME}-shm", OLD_FILE)
KEY_FILE = "web.key"
LEAST_KEY = 24
FINAL = ("ads", "backups", "all")
"""What no undo brings back once it is deleted."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One kind of thing Rung keeps, and where."""

    what: str
    count: int
    size: int
    where: str


@dataclass(frozen=True, slots=True)
class DataReport:
    """Everything Rung keeps on this machine."""

    home: str
    holdings: tuple[Holding, ...]
    changes: int
    """How many changes can still be undone."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    path: str
    records: int
    originals: int
    files: int


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import or restore did; ``backup`` holds what stood before."""

    path: str
    added: int
    replaced: int
    same: int
    backup: str | None


@dataclass(frozen=True, slots=True)
class Deleted:
    """What is gone. ``left`` are files in Rung's folder that Rung didn't make."""

    what: str
    removed: tuple[str, ...]
    left: tuple[str, ...]
    undo: bool


def open_state() -> State:
    """The person's state; a raw copy is kept before an older file is migrated.

    Files that an import or restore was still to write are written now.
    """
    state = unopened_state()
    settle(state)
    return state


def unopened_state(home: Path | None = None) -> State:
    """The person's state without a look into it, since it may be damaged."""
    return State(home or paths.home(), before_migrating=copy_before_migrating)


def stamp(home: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes whenever anything Rung answers from changes: files and folders, by time.

    Why not a counter: another process, such as the command line, may write too.
    """
    watched = [home / name for name in (NAME, f"{NAME}-wal", OLD_FILE, *PERSONAL, *REMADE)]
    watched += [p for name in ("market", "catalogue") for p in (home / name).glob("**/")]
    found = []
    for path in watched:
        try:
            seen = path.stat()
        except OSError:
            continue
        if seen.st_size:
            found.append((str(path), seen.st_mtime_ns, seen.st_size))
    return tuple(found)


def web_key(home: Path) -> str:
    """The key that opens the web app to its owner, made where there is none; mode 0600.

    Why kept: a bookmark still opens the app after the next start.
    """
    path = home / KEY_FILE
    try:
        known = path.read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        known = ""
    if len(known) >= LEAST_KEY:
        return known
    made = secrets.token_urlsafe(LEAST_KEY)
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole_bytes(path, made.encode(), mode=0o600)
    return made


def settle(state: State) -> None:
    """Write what an interrupted import or restore was still to write beside the state."""

    def write(name: str, content: bytes | None) -> None:
        if name.split("/", 1)[0] not in PERSONAL or ".." in Path(name).parts:
            return
        target = state.folder / name
        if content is None:
            target.unlink(missing_ok=True)
            return
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole_bytes(target, content, mode=0o600)

    state.settle(write)


def copy_before_migrating(path: Path) -> None:
    """Keep the state file as it is, before an upgrade touches it."""
    folder = path.parent / backups.FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = State(path.parent).now().strftime("%Y-%m-%dT%H%M%S")
    name = f"{stamp}-before-migration{MIGRATION_COPY}"
    write_whole_bytes(folder / name, path.read_bytes(), mode=0o600)


def report(state: State) -> DataReport:
    """What is kept, how much of it, and where."""
    saved = state.saved()
    kinds = Counter(kind for kind, _ in saved.records)
    home = state.folder
    held = [
        Holding(PLURALS.get(kind, f"{kind}s"), n, _bytes(saved, kind), str(state.path))
        for kind, n in sorted(kinds.items())
    ]
    held.append(
        Holding(
            "original files",
            len(saved.originals),
            sum(map(len, saved.originals.values())),
            str(state.path),
        )
    )
    known = backups.listed(home)
    held.append(
        Holding(
            "backups",
            len(known),
            sum(b.path.stat().st_size for b in known),
            str(home / backups.FOLDER),
        )
    )
    for name in (*PERSONAL, *REMADE):
        files = _files_below(home / name)
        if files:
            held.append(
                Holding(name, len(files), sum(f.stat().st_size for f in files), str(home / name))
            )
    return DataReport(str(home), tuple(held), len(saved.changes))


def _bytes(saved: Saved, kind: str) -> int:
    return sum(len(body) for (k, _), body in saved.records.items() if k == kind)


def _files_below(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else []


def personal_files(home: Path) -> dict[str, bytes]:
    """The files the person wrote in Rung's folder, by their path in it."""
    return {
        path.relative_to(home).as_posix(): path.read_bytes()
        for name in PERSONAL
        for path in _files_below(home / name)
    }


def backup(state: State, why: str = "by-hand") -> Path | None:
    """A verified backup of everything; older changes than can be undone are let go first."""
    state.forget((state.now() - timedelta(days=UNDO_DAYS)).isoformat(timespec="seconds"))
    saved, files = state.saved(), personal_files(state.folder)
    try:
        made = backups.make(state.folder, saved, files, why, state.now())
    except OSError as error:
        cause = f"can't be written ({error.strerror or type(error).__name__}); nothing was changed."
        where = str(state.folder / backups.FOLDER)
        raise UserError(where, cause, "Free some space, or check its permissions.") from error
    return made.path if made else None


def backup_names(state: State) -> tuple[str, ...]:
    """The backups there are, newest first."""
    return tuple(b.path.name for b in reversed(backups.listed(state.folder)))


def export(state: State, path: Path) -> Written:
    """Everything as one zip of plain JSON and original files."""
    saved, files = state.saved(), personal_files(state.folder)
    if path.is_dir():
        path = path / f"rung-{state.now():%Y-%m-%d}.zip"
    try:
        archive.write(path, saved, files, state.now().isoformat(timespec="seconds"))
    except OSError as error:
        cause = f"can't be written ({error.strerror or type(error).__name__})."
        raise UserError(str(path), cause, "Name a file in a folder you can write to.") from error
    return Written(str(path), len(saved.records), len(saved.originals), len(files))


def bring(state: State, path: Path) -> Brought:
    """Add an export's records to what is here; records of the same name are replaced.

    Why not its undo history: it speaks of another state than this one. An import into an
    empty Rung takes the history too, so that nothing differs from where it was made.
    """
    saved, files = archive.read(path)
    kept = backup(state, "before-import")
    if kept is None:
        state.replace(saved, files)
        settle(state)
        return Brought(printable(path), len(saved.records), 0, 0, None)
    here = state.saved().records
    new = {k: v for k, v in saved.records.items() if k not in here}
    changed = {k: v for k, v in saved.records.items() if k in here and here[k] != v}
    with state.change(f"import {printable(path)}") as change:
        for content in saved.originals.values():
            change.keep(content)
        for (kind, name), body in {**new, **changed}.items():
            change.put_text(kind, name, body)
        for name, content in files.items():
            change.later(name, content)
    settle(state)
    same = len(saved.records) - len(new) - len(changed)
    return Brought(printable(path), len(new), len(changed), same, str(kept))


def restore(state: State, path: Path | None) -> Brought:
    """Make everything exactly as a backup or export has it; the newest good one if not said."""
    home = state.folder
    if path is None:
        path, saved, files = backups.newest_good(home)
    else:
        saved, files = _read(path, home)
    kept = _aside(state)
    gone = {name: None for name in personal_files(home) if name not in files}
    state.replace(saved, {**files, **gone})
    settle(state)
    return Brought(printable(path), len(saved.records), 0, 0, kept)


def _read(path: Path, home: Path) -> tuple[Saved, dict[str, bytes]]:
    """An archive's content, or that of a raw copy made before an upgrade, upgraded now."""
    if path.suffix != MIGRATION_COPY or not path.is_file():
        return archive.read(path)
    with tempfile.TemporaryDirectory() as folder:
        copy = State(Path(folder))
        copy.path.write_bytes(path.read_bytes())
        return copy.saved(), personal_files(home)


def _aside(state: State) -> str | None:
    """A backup of what stands now; a damaged file, which no backup can hold, is moved aside."""
    try:
        kept = backup(state, "before-restore")
    except DataError:
        stamp = state.now().strftime("%Y-%m-%dT%H%M%S")
        aside = state.path.with_name(f"state.damaged-{stamp}.db")
        state.path.rename(aside)
        for end in ("-wal", "-shm"):
            state.path.with_name(state.path.name + end).unlink(missing_ok=True)
        return str(aside)
    return str(kept) if kept else None


def history(state: State) -> tuple[Change, ...]:
    """What was changed, newest first."""
    return tuple(reversed(state.history()))


def undo(state: State, *, redo: bool = False) -> Change:
    """Take back the last change, or take back the last undo."""
    return state.undo(redo=redo)


KINDS = {
    "profile": ("document", "correction"),
    "offers": ("offer",),
    "plan": ("plan", "override"),
    "log": ("log",),
    "answers": ("answers",),
}
"""What can be deleted by name and brought back by undo."""
PLURALS = {"log": "log entries", "answers": "sets of answers"}


def delete(state: State, what: str) -> Deleted:
    """Delete one part of what is kept; it can be undone for thirty days."""
    if what == "ads":
        return _delete_folders(state.folder, what, ("market",))
    if what == "backups":
        return _delete_folders(state.folder, what, (backups.FOLDER,))
    if what not in KINDS:
        known = ", ".join((*KINDS, "ads", "backups", "all"))
        raise UserError(f"{what!r}", "is no part of your data.", f"There are: {known}.")
    backup(state, "before-delete")
    removed = []
    with state.change(f"delete {what}") as change:
        for kind in KINDS[what]:
            for name in change.all(kind):
                change.drop(kind, name)
                removed.append(f"{kind} {name}")
    return Deleted(what, tuple(removed), (), undo=True)


def delete_all(state: State) -> Deleted:
    """Delete everything Rung ever wrote on this machine, backups and undo history included."""
    names = (*STATE_FILES, KEY_FILE, backups.FOLDER, *PERSONAL, *REMADE)
    home = state.folder
    gone = _delete_folders(home, "all", names)
    for damaged in home.glob("state.damaged-*"):
        damaged.unlink()
    shutil.rmtree(paths.cache(), ignore_errors=True)
    left = tuple(sorted(p.name for p in home.iterdir())) if home.is_dir() else ()
    if not left and home.is_dir():
        home.rmdir()
    return Deleted("all", gone.removed, left, undo=False)


def _delete_folders(home: Path, what: str, names: tuple[str, ...]) -> Deleted:
    removed = []
    for name in names:
        path = home / name
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()
        else:
            continue
        removed.append(name)
    return Deleted(what, tuple(removed), (), undo=False)
