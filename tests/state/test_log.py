"""Hours logged by processes that are killed, or crowd each other: none is lost.

Reduced counts in every run; the full ones (200 kills, 200 entries a writer) with ``RUNG_FULL=1``.
"""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

from rung.app import my_log
from rung.core.state import State, check
from tests.state.test_faults import FULL, start

LOGGER = """
import sys
from datetime import date
from pathlib import Path
from rung.app import work
from rung.core.state import State
mine, day = State(Path(sys.argv[1])), date(2026, 11, 27)
for _ in range(int(sys.argv[2])):
    made = work.hours(mine, 0.25, sys.argv[3], "", day, day)
    print(made.entry.number, flush=True)
"""


def test_kill_at_any_moment_loses_no_logged_hour(tmp_path: Path) -> None:
    dice = random.Random(7)  # noqa: S311
    confirmed = 0
    for _ in range(200 if FULL else 5):
        child = start(LOGGER, tmp_path, 10**6, "docker")
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(dice.uniform(0, 0.08))
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
        confirmed = int((first + rest).split()[-1])
        entries = my_log.read(State(tmp_path))
        assert [e.number for e in entries] == list(range(1, len(entries) + 1))
        assert confirmed <= len(entries) <= confirmed + 1
        assert sum(e.hours for e in entries) == 0.25 * len(entries)
    assert check.problems(State(tmp_path).path) == ()
    assert confirmed >= (200 if FULL else 5)


def test_two_processes_at_once_log_every_hour(tmp_path: Path) -> None:
    each = 200 if FULL else 15
    crowd = [start(LOGGER, tmp_path, each, skill) for skill in ("docker", "kubernetes")]
    for child in crowd:
        _, wrong = child.communicate(timeout=300)
        assert child.returncode == 0, wrong
    entries = my_log.read(State(tmp_path))
    assert [e.number for e in entries] == list(range(1, 2 * each + 1))
    assert {e.step for e in entries} == {"docker.working", "kubernetes.working"}
    assert check.problems(State(tmp_path).path) == ()
