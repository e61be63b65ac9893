"""Damaged documents through the reader: none may take it down, hang it or fill its memory.

Run ``python -m bench.resumes.mutants [--count N] [--seed N] [FOLDER]``: bits flipped, bytes
cut off, doubled and swapped, and stretches of one document spliced into another, over every
PDF and DOCX of the development set. Prints what became of them.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from rung.core.errors import UnreadableDocument
from rung.reading.documents.limits import Limits
from rung.reading.documents.reader import read_bytes

ROOT = Path(__file__).resolve().parents[2]
LIMITS = Limits()
BATCH = 32
SLACK = 5.0
"""Seconds beyond the limit that starting and ending the child may take."""


def main() -> None:
    parser = argparse.ArgumentParser()
    folder = ROOT.parent / "shared" / "data" / "resumes"
    parser.add_argument("folder", nargs="?", type=Path, default=folder)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    sources = [p.read_bytes() for p in documents(given.folder)]
    before = resident()
    found: Counter[str] = Counter()
    worst = 0.0
    with ThreadPoolExecutor(2) as pool:
        wounded = mutants(sources, given.count, given.seed)
        while batch := list(islice(wounded, BATCH)):
            for outcome, seconds in pool.map(read_one, batch):
                found[outcome] += 1
                worst = max(worst, seconds)
    grown = (resident() - before) / 1e6
    print(f"{given.count} mutants of {len(sources)} documents, seed {given.seed}")
    for outcome, n in sorted(found.items()):
        print(f"  {outcome}: {n}")
    print(f"  slowest: {worst:.1f} s of {LIMITS.seconds} s; parent grew by {grown:.0f} MB")
    bad = sum(n for outcome, n in found.items() if outcome.startswith("BAD"))
    raise SystemExit(1 if bad or worst > LIMITS.seconds + SLACK or grown > 50 else 0)


def documents(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.suffix in (".pdf", ".docx"))


def mutants(sources: Sequence[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Documents with one to eight wounds each."""
    dice = random.Random(seed)  # noqa: S311 - repeatable
    for _ in range(count):
        content = bytearray(dice.choice(sources))
        for _ in range(dice.choice((1, 1, 2, 4, 8))):
            wound(content, sources, dice)
        yield bytes(content)


def wound(content: bytearray, sources: Sequence[bytes], dice: random.Random) -> None:
    """One wound, in place."""
    size = len(content)
    if size < 64:
        return
    at = dice.randrange(size)
    length = min(dice.choice((1, 4, 64, 1024, 8192)), size - at)
    kind = dice.choice(("flip", "flip", "flip", "cut", "drop", "double", "swap", "splice", "noise"))
    if kind == "flip":
        content[at] ^= 1 << dice.randrange(8)
    elif kind == "cut":
        del content[at:]
    elif kind == "drop":
        del content[at : at + length]
    elif kind == "double":
        content[at:at] = content[at : at + length]
    elif kind == "swap":
        to = dice.randrange(size - length + 1)
        stretch = content[at : at + length]
        content[at : at + length] = content[to : to + length]
        content[to : to + length] = stretch
    elif kind == "splice":
        other = dice.choice(sources)
        start = dice.randrange(len(other))
        content[at : at + length] = other[start : start + length]
    else:
        content[at : at + length] = dice.randbytes(length)


def read_one(content: bytes) -> tuple[str, float]:
    """What became of one mutant, and how long it took."""
    began = time.monotonic()
    try:
        read_bytes("mutant", content, limits=LIMITS)
        outcome = "read"
    except UnreadableDocument as error:
        outcome = "refused" if error.subject == "mutant" and error.next_step else "BAD refusal"
    except Exception as error:
        outcome = f"BAD {type(error).__name__}: {error}"
    return outcome, time.monotonic() - began


def resident() -> int:
    """Bytes this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


if __name__ == "__main__":
    main()
