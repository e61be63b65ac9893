"""Whether all that is kept is whole: looked at, said in words, nothing changed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from rung.catalogue import load
from rung.core.errors import RungError, UserError
from rung.core.records import Finding
from rung.core.state import State, archive, backups, check


@dataclass(frozen=True, slots=True)
class Checkup:
    """What the doctor found, all of it."""

    sound: bool
    findings: tuple[Finding, ...]


def examine(state: State) -> Checkup:
    """Look at everything kept; say what is sound, what isn't, and what to do. Changes nothing."""
    home = state.folder
    findings = [
        _of_state(state),
        *_of_rights(state),
        *_of_backups(home),
        _of_catalogue(),
        _of_space(home),
    ]
    return Checkup(all(f.ok for f in findings), tuple(findings))


def _of_state(state: State) -> Finding:
    if not state.exists():
        return Finding("state", ok=True, said="nothing is kept yet")
    wrong = check.problems(state.path)
    if wrong:
        more = f" (and {len(wrong) - 3} more)" if len(wrong) > 3 else ""
        return Finding(
            "state", ok=False, said="; ".join(wrong[:3]) + more, then="rung data restore"
        )
    saved = state.saved()
    said = (
        f"{len(saved.records)} records, {len(saved.originals)} originals and "
        f"{len(saved.changes)} changes are as they were written"
    )
    return Finding("state", ok=True, said=said)


def _of_rights(state: State) -> list[Finding]:
    if not state.exists() or not hasattr(state.path.stat(), "st_mode"):
        return []
    mode = state.path.stat().st_mode & 0o077
    if mode == 0:
        return [Finding("permissions", ok=True, said="only you can read the state")]
    then = f"chmod 600 {state.path}"
    return [Finding("permissions", ok=False, said="others can read the state", then=then)]


def _of_backups(home: Path) -> list[Finding]:
    known = backups.listed(home)
    bad = []
    for one in known:
        try:
            archive.read(one.path)
        except UserError as error:
            bad.append(f"{one.path.name} {error.cause}")
    if bad:
        said = f"{len(bad)} of {len(known)} are damaged: {'; '.join(bad[:2])}"
        return [
            Finding("backups", ok=False, said=said, then="Remove the damaged; rung data backup")
        ]
    newest = f", the newest of {known[-1].day}" if known else ""
    return [Finding("backups", ok=True, said=f"{len(known)} read back whole{newest}")]


def _of_catalogue() -> Finding:
    try:
        catalogue = load()
        _ = catalogue.skills, catalogue.roles
    except RungError as error:
        return Finding("catalogue", ok=False, said=str(error), then=error.next_step)
    return Finding("catalogue", ok=True, said="the catalogue and your own files read well")


def _of_space(home: Path) -> Finding:
    at = next(p for p in (home, *home.parents) if p.exists())
    free = shutil.disk_usage(at).free
    said = f"{free // 1_000_000:,} MB are free"
    return Finding("space", ok=free > 100_000_000, said=said, then="Free some space.")
