"""The web app: CPU a page, planning anew, size, start, and fifty people at once.

    python -m bench.web [--seconds 10]

A real `rung serve` over a profile of 300 skills; only loopback is used. CPU is the server's own,
by the kernel's count over all its threads, so that a busy machine changes little. "First" is the
first view after a change, when nothing is remembered; "again" is every later one.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests.web.chromium import Served, rung, served
from tests.web.sending import ask, change, token

from rung.catalogue import load

PAGES = (
    "/", "/me", "/me/read", "/me/level", "/me/check", "/roles", "/roles/ml-engineer", "/fit",
    "/roles/compare?one=ml-engineer&two=mlops-engineer", "/skills", "/skills/docker",
    "/gap?role=mlops-engineer", "/plan", "/market?role=ml-engineer", "/market/map",
    "/market/trends", "/market/ads", "/market/sources", "/pay?role=ml-engineer&place=United+States",
    "/choices", "/choices/research-or-applied", "/choices/specialist-or-manager",
    "/choices/path?role=ml-engineer", "/choices/advice", "/choices/ladder", "/data", "/patterns",
)  # fmt: skip
AGAIN, PEOPLE, SKILLS = 12, 50, 300


def cpu(process: int) -> float:
    """CPU seconds of all threads of a process."""
    spent = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        spent += int((task / "schedstat").read_text().split()[0])
    return spent / 1e9


def resident(process: int) -> float:
    """Megabytes a process holds."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    assert found is not None
    return int(found[1]) / 1000


def prepare(home: Path) -> None:
    """Someone with 300 skills, a plan and a log."""
    labels = [s.label for s in load().skills.values()]
    chosen = random.Random(8).sample(labels, SKILLS)  # noqa: S311 - repeatable
    resume = {
        "basics": {"name": "Many Skills", "label": "Backend engineer"},
        "work": [
            {
                "name": f"Example {at}", "position": "Software engineer",
                "startDate": f"{2012 + 2 * at}-01", "endDate": f"{2013 + 2 * at}-12",
                "highlights": [f"Built and ran services with {', '.join(chosen[i : i + 6])}"
                               for i in range(at * 50, at * 50 + 50, 6)],
            }
            for at in range(6)
        ],
        "skills": [{"name": "All", "keywords": chosen}],
    }  # fmt: skip
    path = home.parent / "many.json"
    path.write_text(json.dumps(resume), "utf-8")
    rung(home, "profile", "import", str(path))
    goal = ["--role", "mlops-engineer", "--hours", "8", "--by", "2027-08-31", "--place", "Toronto"]
    rung(home, "plan", *goal, "--keep", "--today", "2026-11-27")
    rung(home, "log", "hours", "2", "--today", "2026-11-27")


def pages(site: Served, process: int) -> None:
    """CPU and size of every page, first and again."""
    for path in PAGES:
        ask(site, path)
    change(site, "/log", [("did", "note"), ("text", "a change")])
    first: dict[str, float] = {}
    again: list[float] = []
    print("| page | first, CPU ms | again, CPU ms | kB | kB packed |\n|---|---|---|---|---|")
    for path in PAGES:
        before = cpu(process)
        answer = ask(site, path)
        first[path] = 1000 * (cpu(process) - before)
        assert answer.status == 200, (path, answer.status)
        later = []
        for _ in range(AGAIN):
            before = cpu(process)
            ask(site, path)
            later.append(1000 * (cpu(process) - before))
        again += later
        body = answer.body.encode()
        print(
            f"| {path} | {first[path]:.0f} | {statistics.median(later):.1f} | "
            f"{len(body) / 1000:.0f} | {len(gzip.compress(body, 5)) / 1000:.0f} |"
        )
    print(
        f"\nagain: p50 {statistics.median(again):.1f}, p95 {_p95(again):.1f} ms (bar 100); "
        f"first after a change: p50 {statistics.median(first.values()):.0f}, "
        f"p95 {_p95(list(first.values())):.0f} ms"
    )


def replan(site: Served, process: int) -> None:
    """Planning anew as hours are moved, as the page's script asks for it."""
    spent, waited = [], []
    for hours in range(10, 60):
        path = (
            f"/plan?role=mlops-engineer&place=Toronto&by=2027-08-31&hours={hours / 2:g}&live=true"
        )
        before, began = cpu(process), time.perf_counter()
        assert ask(site, path).status == 200
        spent.append(1000 * (cpu(process) - before))
        waited.append(1000 * (time.perf_counter() - began))
    print(
        f"live re-plan, 50 different hours: CPU p50 {statistics.median(spent):.0f}, p95 "
        f"{_p95(spent):.0f} ms; wall p50 {statistics.median(waited):.0f}, "
        f"p95 {_p95(waited):.0f} ms (bar 300)"
    )


def load_test(site: Served, process: int, seconds: int) -> None:
    """Fifty people click through at once, for a bounded time, on loopback."""
    until = time.monotonic() + seconds
    done, wrong = [0] * PEOPLE, [0] * PEOPLE
    before = resident(process)

    def person(at: int) -> None:
        dice = random.Random(at)  # noqa: S311 - repeatable
        link = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=60)
        while time.monotonic() < until:
            try:
                link.request("GET", dice.choice(PAGES), headers={"cookie": f"rung={site.key}"})
                answer = link.getresponse()
                answer.read()
                wrong[at] += answer.status != 200
            except (OSError, http.client.HTTPException):
                wrong[at] += 1
                link.close()
            done[at] += 1
        link.close()

    people = [threading.Thread(target=person, args=(n,)) for n in range(PEOPLE)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    middle = resident(process)
    print(
        f"{PEOPLE} people for {seconds} s: {sum(done):,} pages, "
        f"{sum(done) / seconds:.0f} a second, {sum(wrong)} errors (bar 0); "
        f"memory {before:.0f} MB before, {middle:.0f} MB after"
    )


def start() -> None:
    """CPU from the start to the first page, by someone who has nothing yet."""
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(
            [sys.executable, "bench/first_page.py", str(_program(Path(folder))), f"{folder}/home"],
            capture_output=True,
            text=True,
            check=False,
        )
        print(said.stdout.strip() or said.stderr[-300:])


def _program(folder: Path) -> Path:
    """`rung` as a program of its own, whatever environment this runs in."""
    made = folder / "rung"
    made.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rung "$@"\n')
    made.chmod(0o700)
    return made


def _p95(values: list[float]) -> float:
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=10)
    seconds = min(parser.parse_args().seconds, 120)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        prepare(home)
        with served(home) as site:
            process = site.process
            token(site)
            pages(site, process)
            replan(site, process)
            load_test(site, process, seconds)
            load_test(site, process, seconds)
    start()


if __name__ == "__main__":
    main()
