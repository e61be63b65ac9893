"""Killed, starved, crowded and damaged: what was confirmed is kept, and damage is noticed.

Reduced counts in every run; the full ones (R1 500 cycles, R2 every point, R3 10,000 writes,
R4 200 cases, R5 100 interruptions) with ``RUNG_FULL=1``.
"""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rung.app import data, doctor
from rung.core.errors import RungError
from rung.core.state import State, check, schema
from tests.state.driver import state

ROOT = Path(__file__).resolve().parents[2]
FULL = bool(os.environ.get("RUNG_FULL"))
WRITER = """
import sys
from pathlib import Path
from rung.core.state import State
mine = State(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 10**9):
    with mine.change(f"write {number}") as change:
        change.put("offer", str(number % 50), {"low": number})
        change.put("note", sys.argv[3], number)
    print(number, flush=True)
"""


def start(code: str, *arguments: object, **env: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", **env},
    )


def test_r1_kill_at_any_moment_loses_nothing_confirmed(tmp_path: Path) -> None:
    dice = random.Random(1)  # noqa: S311
    next_number = 0
    for _ in range(500 if FULL else 5):
        child = start(WRITER, tmp_path, next_number, "me")
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(dice.uniform(0, 0.08))
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
        confirmed = int(rest.split()[-1]) if rest.split() else next_number
        mine = State(tmp_path)
        began = time.monotonic()
        kept = int(mine.get("note", "me") or -1)
        assert time.monotonic() - began < 1
        assert kept >= confirmed
        assert mine.get("offer", str(kept % 50)) == f'{{"low":{kept}}}'
        assert check.problems(mine.path) == ()
        next_number = kept + 1


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler on Linux to make single system calls fail")
    made = tmp_path_factory.mktemp("fault") / "fault.so"
    source = Path(__file__).with_name("fault.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", made, source, "-ldl"], check=True)
    return made


def world(folder: Path) -> tuple[Path, Path]:
    """A home with records and a file, and an export that would change both."""
    other = folder / "other"
    with state(other).change("other") as change:
        sha = change.keep(b"a document of another machine")
        change.put("document", "b.txt", {"sha256": sha})
        change.put("offer", "1", {"low": 2})
    (other / "catalogue").mkdir()
    (other / "catalogue" / "x.yaml").write_text("id: new\n")
    data.export(state(other), folder / "other.zip")
    home = folder / "home"
    with state(home).change("mine") as change:
        sha = change.keep(b"a document")
        change.put("document", "a.txt", {"sha256": sha})
        change.put("offer", "1", {"low": 1})
    (home / "catalogue").mkdir()
    (home / "catalogue" / "x.yaml").write_text("id: old\n")
    return home, folder / "other.zip"


def content(home: Path) -> tuple[object, ...]:
    """Everything a person would miss, once Rung has been opened again."""
    mine = state(home)
    data.settle(mine)
    saved = mine.saved()
    return saved.records, sorted(saved.originals), data.personal_files(home)


def run(shim: Path, what: str, home: Path, other: Path, at: int, how: str) -> tuple[str, int]:
    log = home.parent / "log"
    done = subprocess.run(
        [sys.executable, "-m", "tests.state.driver", what, str(home), str(other)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "LD_PRELOAD": str(shim),
            "RUNG_FAULT_DIR": str(home),
            "RUNG_FAULT_AT": str(at),
            "RUNG_FAULT_HOW": how,
            "RUNG_FAULT_LOG": str(log),
        },
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout, int(log.read_text())


@pytest.mark.parametrize("what", ["import", "restore", "backup", "migration", "change"])
def test_r2_every_write_that_fails_leaves_before_or_after(
    shim: Path, what: str, tmp_path: Path
) -> None:
    first, other = world(tmp_path)
    before = content(first)
    whole = tmp_path / "whole"
    shutil.copytree(first, whole)
    said, points = run(shim, what, whole, other, 0, "die")
    assert said == "done\n"
    after = content(whole) if what != "migration" else before
    assert points > 3
    step = 1 if FULL else max(1, points // 4)
    for how in ("die", str(errno.ENOSPC), str(errno.EIO)):
        for at in range(1, points + 1, step):
            home = tmp_path / "try"
            shutil.rmtree(home, ignore_errors=True)
            shutil.copytree(first, home)
            said, _ = run(shim, what, home, other, at, how)
            if what == "migration":
                found = migrated(home)
            else:
                found = content(home)
                assert check.problems(home / "state.db") == ()
            assert found in (before, after), (how, at)
            if said == "done\n":
                assert found == after, (how, at)
            for made in doctor.examine(state(home)).findings:
                assert made.what == "space" or made.ok or what == "migration", (how, at, made)


def migrated(home: Path) -> tuple[object, ...]:
    mine = state(home, newer=True)
    saved = mine.saved()
    with sqlite3.connect(home / "state.db") as connection:
        assert connection.execute("SELECT x FROM more").fetchall() == [(1,)]
    connection.close()
    return saved.records, sorted(saved.originals), data.personal_files(home)


def test_r3_two_programs_write_and_no_update_is_lost(tmp_path: Path) -> None:
    adder = """
import json, sys
from pathlib import Path
from rung.core.state import State
mine = State(Path(sys.argv[1]))
for _ in range(int(sys.argv[2])):
    with mine.change("count") as change:
        change.put("note", "count", json.loads(change.get("note", "count") or "0") + 1)
"""
    each = 5000 if FULL else 150
    children = [start(adder, tmp_path, each) for _ in range(2)]
    for child in children:
        _, errors = child.communicate()
        assert child.returncode == 0, errors
    assert State(tmp_path).get("note", "count") == str(2 * each)


def damaged(content: bytes, count: int) -> Iterator[bytes]:
    dice = random.Random(4)  # noqa: S311
    for case in range(count):
        at = dice.randrange(len(content))
        if case % 4 == 3:
            yield content[:at]
        else:
            flipped = bytearray(content)
            flipped[at] ^= 1 << dice.randrange(8)
            yield bytes(flipped)


def test_r4_damage_is_noticed_and_the_newest_good_backup_restores(tmp_path: Path) -> None:
    home, _ = world(tmp_path)
    data.backup(state(home))
    good, whole = (home / "state.db").read_bytes(), content(home)
    kept = next((home / "backups").glob("*.zip"))
    for case, bytes_ in enumerate(damaged(good, 200 if FULL else 40)):
        for end in ("-wal", "-shm"):
            (home / f"state.db{end}").unlink(missing_ok=True)
        (home / "state.db").write_bytes(bytes_)
        (home / "state.db").chmod(0o600)
        if doctor.examine(state(home)).sound:  # a bit that stands for nothing
            assert content(home) == whole, case
            continue
        data.restore(data.unopened_state(home), None)
        assert content(home) == whole, case
        for made in home.glob("state.damaged-*"):
            made.unlink()
        for made in (home / "backups").glob("*.zip"):
            if made != kept:
                made.unlink()


def test_r5_an_interrupted_upgrade_is_safe(tmp_path: Path, shim: Path) -> None:
    """Every schema Rung has had, upgraded and killed at one point after another."""
    first, other = world(tmp_path)
    before = content(first)
    for at in range(1, 101 if FULL else 6):
        home = tmp_path / "try"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(first, home)
        run(shim, "migration", home, other, at, "die")
        assert migrated(home) == before
    assert len(schema.MIGRATIONS) == 1  # a second schema needs its own old files here


def test_a_full_disk_says_so_and_changes_nothing(tmp_path: Path, shim: Path) -> None:
    home, other = world(tmp_path)
    said, _ = run(shim, "change", home, other, 1, str(errno.ENOSPC))
    assert said.startswith("refused:")
    assert str(home / "state.db") in said
    assert "nothing was changed" in said


def test_an_export_to_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    home, _ = world(tmp_path)
    with pytest.raises(RungError):
        data.export(state(home), tmp_path / "nowhere" / "x.zip")
    assert not (tmp_path / "nowhere").exists()
