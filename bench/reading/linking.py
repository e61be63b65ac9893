"""Sentences → ESCO skills on Decorte's TECH and HOUSE validation: RP@k and MRR.

Their sentences are SkillSpan test sentences, which no tagger of ours has seen; the linker saw
neither. RP@k = hits in the top k / min(k, relevant), macro over sentences with a label.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.reading.common import SKILLS, interval, table
from rung.reading.encoder import vectors
from rung.reading.esco import Concept, Index, sentence_scores

DEPTHS = (1, 5, 10)


@dataclass(frozen=True)
class Judged:
    """One sentence's RP@1, @5, @10 and reciprocal rank."""

    rp: tuple[float, float, float]
    reciprocal: float


def main() -> None:
    """Print both subsets, and the cost of a sentence."""
    with gzip.open(SKILLS / "esco110_labels.txt.gz", "rt", encoding="utf-8") as file:
        labels = list(dict.fromkeys(line.strip() for line in file if line.strip()))
    number = {label: i for i, label in enumerate(labels)}
    concepts = tuple(Concept(label, label, ()) for label in labels)
    known = Index(concepts, vectors.whole(labels), range(len(labels)))
    for subset in ("tech", "house"):
        gold: dict[str, set[int]] = {}
        for row in table("decorte_esco_validation.parquet"):
            if row["subset"] == subset:
                found = gold.setdefault(row["sentence"], set())
                if row["label"] in number:
                    found.add(number[row["label"]])
        sentences = [s for s, right in gold.items() if right]
        start = time.process_time()
        judged = [_judge(s, gold[s], known) for s in sentences]
        cost = (time.process_time() - start) / len(sentences)
        line = "  ".join(f"RP@{k} {interval(judged, _mean_rp(k))}" for k in DEPTHS)
        mrr = interval(judged, lambda u: _mean([j.reciprocal for j in u]))
        print(f"{subset} (n {len(sentences)}): {line}  MRR {mrr}  {cost * 1000:.0f} ms a sentence")


def _judge(sentence: str, right: set[int], known: Index) -> Judged:
    order = (-sentence_scores(sentence, known)).argsort(kind="stable").tolist()
    rp = [len(set(order[:k]) & right) / min(k, len(right)) for k in DEPTHS]
    first = next(i for i, n in enumerate(order, 1) if n in right)
    return Judged((rp[0], rp[1], rp[2]), 1 / first)


def _mean_rp(depth: int) -> Callable[[Sequence[Judged]], float]:
    return lambda units: _mean([j.rp[DEPTHS.index(depth)] for j in units])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
