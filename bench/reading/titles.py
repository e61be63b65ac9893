"""Job titles → ESCO occupations on JobBERT's validation titles, beside char TF-IDF and MiniLM.

Peers, by the nearest of an occupation's names: character 3–5-grams within
words (scikit-learn, where installed), and all-MiniLM-L6-v2 as published, where ``MINILM`` names
its graph (``training.export --published``). Titles that stand in ESCO itself are told apart
from unseen ones. The linker saw ESCO's names and O*NET's, none of these titles.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING
from unittest.mock import patch

from bench.reading.common import interval, table
from rung.reading.encoder import model, vectors
from rung.reading.esco import Concept, best_of_names, indexed, phrase_scores

if TYPE_CHECKING:
    from rung.reading.encoder.model import Floats

EVERY = 5
"""One title in so many is judged: 3,092 of 15,463."""


def main() -> None:
    """Print MRR and RP@5 for the linker and the TF-IDF peer, all titles and unseen ones."""
    import numpy as np

    concepts, names, owner = occupations()
    rows = table("jobbert_titles_validation.parquet")[::EVERY]
    number = {c.uri: i for i, c in enumerate(concepts)}
    rows = [r for r in rows if _bare(r["conceptUri"]) in number]
    titles = [r["vacancyTitle"] for r in rows]
    right = [number[_bare(r["conceptUri"])] for r in rows]
    known = {n.lower() for n in names}
    unseen = [t.lower() not in known for t in titles]
    index = indexed(concepts, vectors.whole(names), owner)
    _report("linker", phrase_scores(vectors.whole(titles), index), right, unseen)
    if graph := os.environ.get("MINILM"):
        import onnxruntime

        published = onnxruntime.InferenceSession(graph)
        with patch.object(model, "session", lambda _: published):
            theirs = indexed(concepts, vectors.whole(names), owner)
            found = vectors.whole(titles)
        best = best_of_names(found @ theirs.vectors.T, theirs)
        _report("MiniLM", best, right, unseen)
        _report("the same, scored as ours", phrase_scores(found, theirs), right, unseen)
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        print("char TF-IDF: scikit-learn isn't installed")
        return
    tfidf = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    matrix = tfidf.fit_transform(names)
    parts = [
        best_of_names(
            np.asarray((tfidf.transform(titles[i : i + 200]) @ matrix.T).todense()), index
        )
        for i in range(0, len(titles), 200)
    ]
    _report("char TF-IDF", np.vstack(parts), right, unseen)


def occupations() -> tuple[tuple[Concept, ...], list[str], list[int]]:
    """ESCO's occupations, all their names, and whose each is."""
    rows = table("esco111_occupations.parquet")
    concepts = tuple(
        Concept(r["conceptUri"], r["preferredLabel"], tuple((r["altLabels"] or "").split("\n")))
        for r in rows
    )
    names: list[str] = []
    owner: list[int] = []
    for i, c in enumerate(concepts):
        for name in dict.fromkeys((c.label, *(n for n in c.names if n))):
            names.append(name)
            owner.append(i)
    return concepts, names, owner


def _report(title: str, scores: Floats, right: Sequence[int], unseen: Sequence[bool]) -> None:
    import numpy as np

    gold = scores[np.arange(len(right)), right]
    ranks = (scores > gold[:, None]).sum(1) + 1
    for name, chosen in (("all", [True] * len(right)), ("unseen", unseen)):
        kept = [int(r) for r, keep in zip(ranks, chosen, strict=True) if keep]
        mrr = interval(kept, lambda u: sum(1 / r for r in u) / len(u), 500)
        at5 = sum(r <= 5 for r in kept) / len(kept)
        print(f"{title:24} {name:6} n {len(kept)}: MRR {mrr}  in the first five {at5:.3f}")


def _bare(uri: str) -> str:
    return uri.removeprefix("http://data.europa.eu/esco/")
