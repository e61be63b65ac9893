"""The shipped weights, loaded once: word table and the two int8 graphs.

Arrays are named by their axes: texts × pieces × width (384). Pieces are sub-words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

from rung.reading.encoder import pieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

LONGEST = 160
"""Pieces of a text that are read; what follows is not (the model was trained so)."""

SENTENCES, PHRASES = 4, 32
"""Texts run together: few of the long and uneven ones, where padding costs most."""


@dataclass(frozen=True, eq=False)
class Chain:
    """Which label follows which: scores from label × to label, and of the first label."""

    move: Floats
    start: Floats


@dataclass(frozen=True, slots=True)
class Pieces:
    """One text's pieces, and the word each belongs to (-1 for the marks at both ends)."""

    ids: tuple[int, ...]
    words: tuple[int, ...]


@cache
def table() -> Floats:
    """The vector of each piece of the vocabulary."""
    import numpy as np

    with as_file(_data("words.npy")) as rows, as_file(_data("scales.npy")) as scales:
        return np.asarray(np.load(rows) * np.load(scales)[:, None], dtype=np.float32)


@cache
def session(name: str) -> Any:
    """The graph ``tagger`` or ``linker`` (an ``onnxruntime.InferenceSession``).

    Why one thread: work is shared out by ads, not inside one.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        _data(f"{name}.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )


@cache
def chains() -> dict[str, Chain]:
    """The chain of each layer."""
    import numpy as np

    raw = json.loads(_data("chains.json").read_text("utf-8"))
    return {
        layer: Chain(np.array(c["move"], np.float32), np.array(c["start"], np.float32))
        for layer, c in raw.items()
    }


def pieces_of_words(sentences: Sequence[Sequence[str]]) -> list[Pieces]:
    """The pieces of sentences given as words."""
    return [_framed([(p, i) for i, word in enumerate(s) for p in _of(word)]) for s in sentences]


def pieces_of_texts(texts: Sequence[str]) -> list[Pieces]:
    """The pieces of plain texts."""
    return [_framed([(p, 0) for p in pieces.of_text(text)]) for text in texts]


def batches(texts: Sequence[Pieces], size: int) -> Iterator[tuple[list[int], Ints, Ints]]:
    """Texts of like length together: their numbers, padded ids and mask."""
    import numpy as np

    order = sorted(range(len(texts)), key=lambda i: len(texts[i].ids))
    for low in range(0, len(order), size):
        group = order[low : low + size]
        longest = len(texts[group[-1]].ids)
        ids = np.zeros((len(group), longest), np.int64)
        mask = np.zeros_like(ids)
        for row, i in enumerate(group):
            ids[row, : len(texts[i].ids)] = texts[i].ids
            mask[row, : len(texts[i].ids)] = 1
        yield group, ids, mask


def _of(word: str) -> Sequence[int]:
    return pieces.of_word(word) if word.split() == [word] else pieces.of_text(word)


def _framed(found: Sequence[tuple[int, int]]) -> Pieces:
    """Begin, the pieces, end; cut at :data:`LONGEST`."""
    ids = (pieces.BEGIN, *(p for p, _ in found), pieces.END)
    return Pieces(ids[:LONGEST], (-1, *(w for _, w in found), -1)[:LONGEST])


def _data(name: str) -> Any:
    return files("rung.reading.encoder") / "weights" / name
