"""Spans of skills and knowledge that a sentence names, in the catalogue or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rung.reading.encoder import model
from rung.reading.encoder.words import Word, shape, split

if TYPE_CHECKING:
    from rung.reading.encoder.model import Chain, Floats

Layer = Literal["skill", "knowledge"]
LAYERS: tuple[Layer, Layer] = ("skill", "knowledge")
O, B, I = range(3)  # noqa: E741 (the field's names of the labels)


@dataclass(frozen=True, slots=True)
class Span:
    """A phrase that names a skill ("develop models") or a piece of knowledge ("Python").

    ``text`` is exactly ``original[start:end]``; ``confidence`` the mean probability of its
    words' labels.
    """

    start: int
    end: int
    layer: Layer
    confidence: float
    text: str


def tag(texts: Sequence[str]) -> list[tuple[Span, ...]]:
    """The spans of each text, in order of place; layers may overlap one another."""
    return [
        tuple(_placed(text, words, found))
        for text, words, found in _each(texts, [split(t) for t in texts])
    ]


def tag_words(sentences: Sequence[Sequence[str]]) -> list[dict[Layer, list[tuple[int, int]]]]:
    """Spans as (first word, word after the last) of sentences already cut into words.

    Why: benchmarks give words, and judge spans by them.
    """
    placed = [tuple(Word(0, 0, w) for w in words) for words in sentences]
    rows: list[dict[Layer, list[tuple[int, int]]]] = []
    for _, _, found in _each([""] * len(sentences), placed):
        rows.append({layer: [(a, b) for a, b, _ in found[layer]] for layer in LAYERS})
    return rows


Found = dict[Layer, list[tuple[int, int, float]]]


def _each(
    texts: Sequence[str], cut: Sequence[Sequence[Word]]
) -> list[tuple[str, Sequence[Word], Found]]:
    import numpy as np

    pieces = model.pieces_of_words([[w.text for w in words] for words in cut])
    found: list[Found] = [{layer: [] for layer in LAYERS} for _ in texts]
    for group, ids, mask in model.batches(pieces, model.SENTENCES):
        shapes = np.zeros_like(ids)
        for row, i in enumerate(group):
            looks = [shape(w.text) for w in cut[i]]
            for at, word in enumerate(pieces[i].words):
                shapes[row, at] = looks[word] if word >= 0 else 0
        inputs = {"embedded": model.table()[ids], "shapes": shapes, "mask": mask}
        (scores,) = model.session("tagger").run(["scores"], inputs)
        for row, i in enumerate(group):
            words = pieces[i].words
            first = [a for a, w in enumerate(words) if w >= 0 and (a == 0 or words[a - 1] != w)]
            for number, layer in enumerate(LAYERS):
                rows = scores[row][first][:, 3 * number : 3 * number + 3]
                found[i][layer] = spans(rows, model.chains()[layer])
    return list(zip(texts, cut, found, strict=True))


def spans(scores: Floats, chain: Chain) -> list[tuple[int, int, float]]:
    """Spans on the best path through label scores (words × 3), each with its confidence."""
    import numpy as np

    if not len(scores):
        return []
    labels = best_path(scores, chain)
    chances = np.exp(scores - scores.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    sure = chances[np.arange(len(labels)), labels]
    found, start = [], None
    for i, label in enumerate([*labels, O]):
        if label != I and start is not None:
            found.append((start, i, round(float(sure[start:i].mean()), 3)))
            start = None
        if label == B:
            start = i
    return found


def best_path(scores: Floats, chain: Chain) -> list[int]:
    """The likeliest labels of a sentence (Viterbi).

    Why in plain Python: with three labels, arrays cost more to make than to add up.
    """
    move = chain.move.tolist()
    rows = scores.tolist()
    best = [a + b for a, b in zip(chain.start.tolist(), rows[0], strict=True)]
    back: list[list[int]] = []
    for row in rows[1:]:
        via, new = [], []
        for label in (O, B, I):
            into = [best[0] + move[0][label], best[1] + move[1][label], best[2] + move[2][label]]
            top = max(into)
            via.append(into.index(top))
            new.append(top + row[label])
        best = new
        back.append(via)
    path = [best.index(max(best))]
    for via in reversed(back):
        path.append(via[path[-1]])
    return path[::-1]


def _placed(text: str, words: Sequence[Word], found: Found) -> list[Span]:
    placed = [
        Span(words[a].start, words[b - 1].end, layer, sure, text[words[a].start : words[b - 1].end])
        for layer in LAYERS
        for a, b, sure in found[layer]
    ]
    return sorted(placed, key=lambda s: (s.start, s.end, s.layer))
