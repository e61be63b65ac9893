"""Ads read on a Spark cluster and on this machine are the same, whatever dies on the way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rung.core.runners import spark
from rung.market import facts
from rung.market.posting import Posting
from rung.market.store import Batch, Seen, Store

pyspark = pytest.importorskip("pyspark", reason="needs the extra rung[spark]")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")

CLUSTER = "local-cluster[2,1,2048]"
"""Two workers of one core and 2,048 MB each, in processes of their own."""

ADS, PASSES = 600, 4
ADS_SLOW = 900
"""Ads of the run in which a worker is killed: long enough to be in the middle."""


def quiet(_done: int, _all: int, _what: str) -> None:
    """Progress nobody watches."""


def filled(folder: Path, ads: int = ADS) -> Store:
    """A store of fictional ads in a few passes."""
    store = Store(folder)
    for number in range(PASSES):
        many = []
        for i in range(ads // PASSES):
            text = (
                f"Heron {i} builds models for farmers and their neighbours, number {number}.\n"
                "Requirements\n- 3+ years with Python or Go\n- Docker and Kubernetes\n"
                f"- A bachelor's degree\nNice to have\n- Spark\nPay: $120,{i % 10}00 - $150,000\n"
            ) * 3
            posting = Posting(
                "lever", f"{number}-{i}", "ML Engineer", text, location="Oslo, Norway"
            )
            many.append(Seen(posting, f"2026-0{1 + number % 3}-01"))
        store.add(Batch("lever", f"board{number}", "2026-03-01", many))
    return store


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> str:
    store = filled(tmp_path_factory.mktemp("local"))
    assert facts.read_new(store, quiet, 1) == ADS
    return facts.digest(store)


def test_two_processes_read_the_same(expected: str, tmp_path: Path) -> None:
    store = filled(tmp_path)
    facts.read_new(store, quiet, 2)
    assert facts.digest(store) == expected


def test_a_cluster_reads_the_same_and_only_what_is_new(expected: str, tmp_path: Path) -> None:
    store = filled(tmp_path)
    assert facts.read_new_on_spark(store, CLUSTER) == ADS
    assert facts.digest(store) == expected
    assert facts.read_new_on_spark(store, CLUSTER) == 0
    assert facts.read_new(store, quiet) == 0


def executors() -> list[int]:
    """The worker processes Spark runs now."""
    listed = subprocess.run(
        ["pgrep", "-f", "CoarseGrainedExecutorBackend"], capture_output=True, text=True, check=False
    )
    return [int(line) for line in listed.stdout.split()]


def kill_one_when_running(killed: list[int], stop: threading.Event) -> None:
    """Kill a worker a few seconds after it began to work."""
    while not stop.wait(0.2):
        found = executors()
        if found:
            if stop.wait(6.0):
                return
            victim = executors()[0]
            os.kill(victim, signal.SIGKILL)
            killed.append(victim)
            return


@pytest.mark.skipif(shutil.which("pgrep") is None, reason="finds workers with pgrep")
def test_a_worker_killed_half_way_changes_nothing(tmp_path: Path) -> None:
    alone, store = filled(tmp_path / "alone", ADS_SLOW), filled(tmp_path / "store", ADS_SLOW)
    facts.read_new(alone, quiet, 1)
    killed: list[int] = []
    stop = threading.Event()
    killer = threading.Thread(target=kill_one_when_running, args=(killed, stop))
    killer.start()
    try:
        facts.read_new_on_spark(store, CLUSTER, {"spark.sql.files.maxPartitionBytes": "4k"})
    finally:
        stop.set()
        killer.join()
    assert killed
    assert facts.digest(store) == facts.digest(alone)


@pytest.fixture
def standalone(tmp_path: Path) -> Iterator[str]:
    """A master and two workers as a cluster has them, on the loopback."""
    home = Path(pyspark.__file__).parent
    env = os.environ | {
        "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_LOG_DIR": str(tmp_path / "logs"), "SPARK_WORKER_DIR": str(tmp_path / "work"),
    }  # fmt: skip
    run = [str(home / "bin" / "spark-class")]
    master = "spark://127.0.0.1:17077"
    base = "org.apache.spark.deploy"
    commands = [
        [*run, f"{base}.master.Master", "--host", "127.0.0.1", "--port", "17077",
         "--webui-port", "18090"],
        *([*run, f"{base}.worker.Worker", "--host", "127.0.0.1", "--cores", "1",
           "--memory", "1g", "--webui-port", str(18091 + n), master] for n in range(2)),
    ]  # fmt: skip
    started: list[subprocess.Popen[bytes]] = []
    for command in commands:
        out = (tmp_path / f"{len(started)}.log").open("wb")
        started.append(subprocess.Popen(command, env=env, stdout=out, stderr=out))
        out.close()
        time.sleep(3)
    yield master
    for process in reversed(started):
        process.terminate()
        process.wait()


def test_a_standalone_cluster_reads_the_same(
    expected: str, standalone: str, tmp_path: Path
) -> None:
    store = filled(tmp_path / "store")
    options = {"spark.driver.host": "127.0.0.1", "spark.executor.memory": "800m"}
    assert facts.read_new_on_spark(store, standalone, options) == ADS
    assert facts.digest(store) == expected


def test_our_columns_in_spark_s_words() -> None:
    told = spark.schema({"key": "VARCHAR", "sketch": "UINTEGER[]", "remote": "BOOLEAN"})
    assert told == "`key` string, `sketch` array<bigint>, `remote` boolean"
