"""Any phrase, sentence or job title beside the ESCO concepts nearest to it, with scores.

ESCO's tables aren't bundled; :mod:`rung.app.esco` reads the Commission's own download.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rung.reading.encoder import vectors

if TYPE_CHECKING:
    from rung.reading.encoder.model import Floats, Ints

Kind = Literal["skill", "occupation"]
KINDS: tuple[Kind, Kind] = ("skill", "occupation")
SIZES = (1, 2, 3, 4, 6)
"""How many words the stretches of a sentence have that are compared by themselves."""

AT_ONCE = 2000
"""Texts encoded between two reports of progress."""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Concept:
    """An ESCO skill or occupation; ``names`` are its other labels."""

    uri: str
    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A concept near a text; ``score`` is the cosine of their vectors, 1 for the same."""

    uri: str
    label: str
    score: float


@dataclass(frozen=True, eq=False)
class Index:
    """Concepts with the vectors of their names; ``owner`` says whose each vector is."""

    concepts: tuple[Concept, ...]
    vectors: Floats
    owner: Sequence[int]
    middles: Floats | None = None
    """Where a concept has several names: the mean of their vectors, scaled to length one."""


def encode(kind: Kind, concepts: Sequence[Concept], progress: Progress) -> Floats:
    """The vectors of every name that is compared, in the order of :func:`owners`.

    Why occupations by every name and skills by their label: job titles are names, while what
    ads say of a skill is a phrase that the label sums up.
    """
    import numpy as np

    texts = [text for text, _ in _named(kind, concepts)]
    rows = np.zeros((len(texts), vectors.WIDTH), np.float32)
    for at in range(0, len(texts), AT_ONCE):
        progress(at, len(texts), f"Encoding ESCO {kind}s")
        rows[at : at + AT_ONCE] = vectors.whole(texts[at : at + AT_ONCE])
    return rows


def owners(kind: Kind, concepts: Sequence[Concept]) -> list[int]:
    """The number of the concept each encoded name belongs to."""
    return [number for _, number in _named(kind, concepts)]


def indexed(concepts: tuple[Concept, ...], names: Floats, owner: Sequence[int]) -> Index:
    """Concepts with the vectors of their names, ready to be compared."""
    import numpy as np

    if len(owner) == len(concepts):
        return Index(concepts, names, owner)
    middles = np.add.reduceat(names, _firsts(owner), axis=0)
    middles /= np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-9)
    return Index(concepts, names, owner, middles)


def nearest(texts: Sequence[str], known: Index, most: int = 5) -> list[tuple[Link, ...]]:
    """The concepts nearest to each short text (a phrase or a title), best first."""
    return [_top(row, known, most) for row in phrase_scores(vectors.whole(texts), known)]


def phrase_scores(texts: Floats, known: Index) -> Floats:
    """The score of every concept for each text's vector: texts × concepts.

    Why the middle of a concept's names beside the nearest of them: one odd name shouldn't win.
    """
    scores = best_of_names(texts @ known.vectors.T, known)
    if known.middles is not None:
        scores = scores + texts @ known.middles.T
        scores /= 2
    return scores


def in_sentence(text: str, known: Index, most: int = 5) -> tuple[Link, ...]:
    """The concepts a sentence speaks of.

    Why its stretches too: a sentence names several skills, and one vector of the whole blurs
    them. Each concept gets the mean of its nearness to the whole and to the nearest stretch.
    """
    return _top(sentence_scores(text, known), known, most)


def sentence_scores(text: str, known: Index) -> Floats:
    """The score of every concept for a sentence."""
    rows = best_of_names(vectors.whole([text, *stretches(text)]) @ known.vectors.T, known)
    scores: Floats = (rows[0] + rows[1:].max(0)) / 2 if len(rows) > 1 else rows[0]
    return scores


def stretches(text: str) -> list[str]:
    """Every run of one to six words, without the marks at its ends, each once."""
    words = text.split()
    found: dict[str, None] = {}
    for size in SIZES:
        for at in range(max(1, len(words) - size + 1)):
            stretch = " ".join(words[at : at + size]).strip(" .,;:()")
            if stretch:
                found[stretch] = None
    return list(found)


def best_of_names(scores: Floats, known: Index) -> Floats:
    """Texts × names into texts × concepts: the best name of each concept counts."""
    import numpy as np

    if len(known.owner) == len(known.concepts):
        return scores
    best: Floats = np.maximum.reduceat(scores, _firsts(known.owner), axis=1)
    return best


def _firsts(owner: Sequence[int]) -> Ints:
    """Where each concept's names begin."""
    import numpy as np

    return np.flatnonzero(np.diff(np.asarray(owner), prepend=-1))


def _named(kind: Kind, concepts: Iterable[Concept]) -> Iterator[tuple[str, int]]:
    for number, concept in enumerate(concepts):
        yield concept.label, number
        if kind == "occupation":
            yield from ((name, number) for name in concept.names if name != concept.label)


def _top(scores: Floats, known: Index, most: int) -> tuple[Link, ...]:
    import numpy as np

    order = np.argsort(-scores, kind="stable")[:most]
    return tuple(
        Link(known.concepts[i].uri, known.concepts[i].label, round(float(scores[i]), 3))
        for i in order
    )
