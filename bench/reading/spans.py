"""Skill and knowledge spans on SkillSpan dev: strict and overlap F1, sentences a CPU second."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.reading.common import f1, interval, table
from rung.catalogue import load
from rung.reading.encoder.tagger import LAYERS, tag_words
from rung.reading.skills import Lexicon, find, lexicon

Words = tuple[int, int]


@dataclass
class Counts:
    """Spans of one ad: right, read and labelled, strictly and by any shared word."""

    strict: list[int] = field(default_factory=lambda: [0, 0, 0])
    overlap: list[int] = field(default_factory=lambda: [0, 0, 0, 0])


def main() -> None:
    """Print both layers for the encoder, and the name list beside it."""
    rows = [r for r in table("skillspan_train_dev.parquet") if r["split"] == "dev" and r["tokens"]]
    tag_words([["warm"]])
    start = time.process_time()
    read = tag_words([r["tokens"] for r in rows])
    cost = time.process_time() - start
    print(f"{len(rows)} sentences, {len(rows) / cost:.0f} a CPU second")
    for layer in LAYERS:
        for source in ("tech", "house", ""):
            chosen = [
                (f"{r['source']} {r['ad_idx']}", spans(r[f"tags_{layer}"]), set(found[layer]))
                for r, found in zip(rows, read, strict=True)
                if source in ("", r["source"])
            ]
            report(f"{layer:9} {source or 'all':5} encoder", chosen)
    names = lexicon(load())
    listed = [
        (f"{r['source']} {r['ad_idx']}", spans(r["tags_knowledge"]), _listed(r["tokens"], names))
        for r in rows
    ]
    report("knowledge all   name list", listed)


def report(title: str, rows: Sequence[tuple[str, set[Words], set[Words]]]) -> None:
    """One line: strict precision, recall, F1 with interval, overlap F1."""
    ads: dict[str, Counts] = defaultdict(Counts)
    for ad, gold, read in rows:
        c = ads[ad]
        for i, n in enumerate((len(gold & read), len(read), len(gold))):
            c.strict[i] += n
        for i, n in enumerate(
            (sum(_meets(r, gold) for r in read), sum(_meets(g, read) for g in gold))
        ):
            c.overlap[i] += n
    units = list(ads.values())
    right, found, gold_n = (sum(c.strict[i] for c in units) for i in range(3))
    over = [sum(c.overlap[i] for c in units) for i in range(2)]
    p, r = over[0] / max(1, found), over[1] / max(1, gold_n)
    strict = interval(units, _strict)
    print(
        f"{title}: P {right / max(1, found):.3f} R {right / max(1, gold_n):.3f} "
        f"F1 {strict}  overlap F1 {2 * p * r / max(1e-9, p + r):.3f}"
    )


def _strict(units: Sequence[Counts]) -> float:
    right, read, gold = (sum(c.strict[i] for c in units) for i in range(3))
    return f1(right, read, gold)


def _meets(span: Words, others: set[Words]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in others)


def spans(labels: Sequence[str]) -> set[Words]:
    """(first word, word after the last) of each B I* run."""
    found: set[Words] = set()
    start: int | None = None
    for i, label in enumerate([*labels, "O"]):
        if label != "I" and start is not None:
            found.add((start, i))
            start = None
        if label == "B":
            start = i
    return found


def _listed(tokens: Sequence[str], names: Lexicon) -> set[Words]:
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    at = 0
    for i, token in enumerate(tokens):
        starts[at], ends[at + len(token)] = i, i + 1
        at += len(token) + 1
    mentions = find(" ".join(tokens), names)
    return {(starts[m.start], ends[m.end]) for m in mentions if m.start in starts and m.end in ends}
