"""CPU seconds and peak memory of whole commands, children included, best of five.

    python -m bench.cost

The bars: --help ≤ 0.5; plan on a three-page PDF ≤ 2.5 for the terminal answer, ≤ 4 with --out;
peak memory ≤ 500 MB. The three-page PDF is a public résumé template's sample, read from the shared
folder beside the project; without it the two-page example stands in, and the table says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT.parent / "shared/data/resumes/templates/simple_resume_cv_johndoe.pdf"
GOAL = "--role mlops-engineer --hours 8 --by 2027-08-31 --place Toronto --today 2026-11-22"
PROBE = """
import os, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, env=os.environ)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def measure(arguments: list[str]) -> tuple[float, float]:
    """CPU seconds and peak MB of one command, the lowest of five runs."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = str(ROOT / "src")
    command = [sys.executable, "-c", PROBE, sys.executable, "-m", "rung", *arguments]
    runs = []
    for _ in range(6):  # the first writes byte code and is left out
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        code, seconds, peak = done.stdout.split()[-3:]
        if code != "0":
            raise SystemExit(f"{arguments} failed: {done.stderr}")
        runs.append((float(seconds), float(peak) / 1024))
    return min(r[0] for r in runs[1:]), min(r[1] for r in runs[1:])


def main() -> None:
    pdf = SAMPLE if SAMPLE.is_file() else ROOT / "examples/backend_engineer.pdf"
    rows: list[tuple[str, list[str], str]] = [
        ("rung --help", ["--help"], "0.5"),
        (f"rung plan {pdf.name}", ["plan", str(pdf), *GOAL.split()], "2.5"),
    ]
    with tempfile.TemporaryDirectory() as out:
        rows.append(
            (f"rung plan {pdf.name} --out", ["plan", str(pdf), *GOAL.split(), "--out", out], "4")
        )
        print("| command | CPU s | bar | peak MB |")
        print("|---|---|---|---|")
        for name, arguments, bar in rows:
            seconds, peak = measure(arguments)
            print(f"| `{name}` | {seconds:.2f} | {bar} | {peak:.0f} |")


if __name__ == "__main__":
    main()
