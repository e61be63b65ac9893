"""What reading one PDF costs: CPU and memory, from the file to the profile.

Run ``python -m bench.resumes.cost [FOLDER]``. CPU seconds of this process and of the child that
parses, best of three, with the catalogue loaded; memory is the child's high-water mark.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from statistics import median, quantiles

from rung.catalogue import Catalogue, load
from rung.core.errors import RungError
from rung.profile import build
from rung.reading.documents import read
from rung.reading.documents.limits import Limits
from rung.reading.documents.process import command

ROOT = Path(__file__).resolve().parents[2]
PEAK = (
    "import atexit, sys; atexit.register(lambda: sys.stderr.write([x for x in"
    " open('/proc/self/status') if x.startswith('VmHWM')][0]));"
)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data/resumes"
    catalogue = load()
    paths = sorted(folder.rglob("*.pdf"))
    build(read(paths[0]), catalogue, date(2026, 11, 27))
    costs, peaks = [], []
    for path in paths:
        try:
            costs.append(min(cost(path, catalogue) for _ in range(3)))
        except RungError:
            continue
        peaks.append(peak(path))
    print(f"{len(costs)} PDFs: CPU median {median(costs) * 1000:.0f} ms, ", end="")
    print(f"p95 {quantiles(costs, n=20)[-1] * 1000:.0f} ms; ", end="")
    print(f"memory of the child: median {median(peaks):.0f} MB, most {max(peaks):.0f} MB")


def cost(path: Path, catalogue: Catalogue) -> float:
    began = os.times()
    build(read(path), catalogue, date(2026, 11, 27))
    ended = os.times()
    return sum(ended[:4]) - sum(began[:4])


def peak(path: Path) -> float:
    """Megabytes the parsing child held at most."""
    child = command("pdf", Limits())
    child[4] = PEAK + child[4]
    done = subprocess.run(child, input=path.read_bytes(), capture_output=True, check=False)
    return int(done.stderr.split()[-2]) / 1000


if __name__ == "__main__":
    main()
