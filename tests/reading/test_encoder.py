"""The encoder: pieces, labels, spans, and vectors that don't depend on their company."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rung.reading.encoder import pieces, vectors
from rung.reading.encoder.model import Chain, chains
from rung.reading.encoder.tagger import B, I, O, best_path, spans, tag, tag_words
from rung.reading.encoder.words import shape, split
from rung.reading.phrases import phrases_of, unknown
from rung.reading.skills import Mention


def named(ids: list[int]) -> list[str]:
    back = {number: piece for piece, number in pieces.vocabulary().items()}
    return [back[i] for i in ids]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kubernetes", ["ku", "##ber", "##net", "##es"]),
        ("C++, naïve", ["c", "+", "+", ",", "naive"]),
        ("日本 learning", ["日", "本", "learning"]),
        ("x" * 101, ["[UNK]"]),
        (" \u200b\x00 ", []),
    ],
)
def test_known_pieces(text: str, expected: list[str]) -> None:
    assert named(pieces.of_text(text)) == expected


@given(st.text(max_size=60))
def test_any_text_has_pieces_and_words(text: str) -> None:
    assert all(0 <= piece < 30522 for piece in pieces.of_text(text))
    for word in split(text):
        assert text[word.start : word.end] == word.text
        assert 0 <= shape(word.text) <= 4


@given(
    st.lists(st.lists(st.integers(-4, 4), min_size=3, max_size=3), min_size=1, max_size=5),
    st.lists(st.lists(st.integers(-3, 3), min_size=3, max_size=3), min_size=3, max_size=3),
)
def test_the_best_path_is_the_best_of_all(scores: list[list[int]], move: list[list[int]]) -> None:
    chain = Chain(np.array(move, np.float32), np.array([0, 0, -50], np.float32))
    rows = np.array(scores, np.float32)

    def value(path: tuple[int, ...]) -> float:
        steps = sum(float(chain.move[a, b]) for a, b in itertools.pairwise(path))
        here = sum(float(rows[i, label]) for i, label in enumerate(path))
        return float(chain.start[path[0]]) + steps + here

    best = max(value(p) for p in itertools.product((O, B, I), repeat=len(scores)))
    assert value(tuple(best_path(rows, chain))) == pytest.approx(best)


def test_inside_never_opens_a_span() -> None:
    loud = np.array([[0, 0, 9], [9, 0, 0], [0, 0, 9]], np.float32)
    for layer in chains():
        assert all(start < end for start, end, _ in spans(loud, chains()[layer]))
        labels = best_path(loud, chains()[layer])
        assert labels[0] != I
    assert spans(loud[:0], chains()["skill"]) == []


def test_spans_of_a_sentence() -> None:
    text = "You have experience with Python and Kubernetes and you design data pipelines."
    found = tag([text])[0]
    assert {"Python", "Kubernetes"} <= {s.text for s in found if s.layer == "knowledge"}
    assert any(s.layer == "skill" for s in found)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert tag(["", "Lunch is free."])[0] == ()


SENTENCES = (
    "Experience with PyTorch is a plus.",
    "You will communicate results to stakeholders across the whole company and beyond it.",
    "SQL",
    "Build and operate streaming systems in Scala, Kafka and Flink.",
)


@settings(max_examples=10)
@given(st.permutations(range(4)))
def test_a_text_reads_the_same_beside_others(order: list[int]) -> None:
    alone = [tag([s])[0] for s in SENTENCES]
    together = tag([SENTENCES[i] for i in order])
    for found, i in zip(together, order, strict=True):
        assert [(s.start, s.end, s.layer) for s in found] == [
            (s.start, s.end, s.layer) for s in alone[i]
        ]
    apart = np.vstack([vectors.whole([SENTENCES[i]]) for i in order])
    beside = vectors.whole([SENTENCES[i] for i in order])
    assert ((beside * apart).sum(1) > 0.999).all()


def test_words_in_words_out() -> None:
    words = ["Experience", "with", "Python"]
    assert tag_words([words])[0]["knowledge"] == [(2, 3)]


def test_near_meanings_lie_near() -> None:
    one, same, other = vectors.whole(["machine learning", "ML models", "pastry baking"])
    assert one @ same > one @ other
    assert np.allclose(np.linalg.norm([one, same, other], axis=1), 1, atol=1e-5)


def test_phrases_the_catalogue_lacks() -> None:
    text = "What you bring\n- Experience with Zephyrflow and Python\nBenefits\n- Free Rust lessons"
    found = phrases_of(text)
    assert all(text[p.start : p.end] == p.text for p in found)
    assert "Rust" not in {p.text for p in found}
    at = text.index("Python")
    left = unknown(found, [Mention(at, at + 6, "python", "Python")])
    assert "Python" not in {p.text for p in left}
    assert "Zephyrflow" in {p.text for p in left}
