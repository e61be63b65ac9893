"""What reading only the asking lines costs in recall, and what a cold start costs.

Of the skills people found in the whole ads of ``gold/ads_gold.jsonl``, by place: the share that a
catalogue name or a phrase of the encoder touches, with every sentence encoded and with the lines
that ask or describe the work alone. Cold start: a new process that reads one ad with ``rung ads
read --phrases``, CPU seconds and peak memory, best of five.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bench.gold_texts import labels, texts
from bench.reading.common import interval
from rung.catalogue import load
from rung.reading.language import language_of
from rung.reading.phrases import Lines, phrases_of, unknown
from rung.reading.skills import Mention, find, lexicon

LINES: tuple[Lines, ...] = ("asked", "all")
Hit = tuple[int, int, int, int]
"""Gold mentions, and how many are touched: by names alone, with asking lines, with all lines."""

_START = """
import json, resource, subprocess, sys
subprocess.run([sys.executable, "-m", "rung", *sys.argv[1:]], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def main() -> None:
    """Print the recall of both ways, and the cost of a first ad."""
    records = labels("ads_gold.jsonl")
    ads = texts({(r["id"], r["source"]) for r in records})
    first = {(r["id"], r["source"]): r for r in reversed(records)}
    english = [(ads[k].text, r) for k, r in first.items() if language_of(ads[k].text) == "en"]
    hits = [touched(text, record) for text, record in english]
    print(f"{len(hits)} ads, {sum(h[0] for h in hits)} skills found by people")
    for i, what in enumerate(("names alone", "and asking lines", "and every line"), start=1):
        print(f"  touched by {what:17} {interval(hits, partial(share, way=i))}")
    start(next(text for text, _ in english))


def share(hits: Sequence[Hit], way: int) -> float:
    """The share of gold mentions touched one way."""
    return sum(h[way] for h in hits) / max(1, sum(h[0] for h in hits))


def touched(text: str, record: dict[str, Any]) -> Hit:
    """One ad's gold mentions against names and phrases."""
    gold = [(e["at"], e["at"] + len(e["m"])) for e in record["skills"] if "at" in e]
    mentions = find(text, lexicon(load()))
    named = [(m.start, m.end) for m in mentions]
    ways = [named, *(named + _phrases(text, lines, mentions) for lines in LINES)]
    counts = [sum(any(a < y and x < b for x, y in way) for a, b in gold) for way in ways]
    return len(gold), counts[0], counts[1], counts[2]


def _phrases(text: str, lines: Lines, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in unknown(phrases_of(text, lines), mentions)]


def start(text: str) -> None:
    """CPU seconds and memory of one ad in a new process, with and without the encoder."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ad.txt"
        file.write_text(text, "utf-8")
        for more in ([], ["--phrases"]):
            command = [sys.executable, "-c", _START, "ads", "read", str(file), "--json", *more]
            env = os.environ | {"RUNG_HOME": folder}
            runs = [
                json.loads(subprocess.run(command, capture_output=True, env=env, check=True).stdout)
                for _ in range(5)
            ]
            cpu, memory = (min(r[i] for r in runs) for i in (0, 1))
            print(
                f"  one ad, new process{' '.join(['', *more]):11} {cpu:.2f} CPU s  {memory:.0f} MB"
            )


if __name__ == "__main__":
    main()
