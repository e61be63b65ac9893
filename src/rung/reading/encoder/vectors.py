"""Vectors of phrases and sentences: near ones mean nearly the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rung.reading.encoder import model

if TYPE_CHECKING:
    from rung.reading.encoder.model import Floats

WIDTH = 384


def whole(texts: Sequence[str]) -> Floats:
    """One vector of length one a text: texts × 384."""
    import numpy as np

    vectors = np.zeros((len(texts), WIDTH), np.float32)
    pieces = model.pieces_of_texts(texts)
    for group, ids, mask in model.batches(pieces, model.PHRASES):
        vectors[group] = pooled(_run(ids, mask), mask.astype(np.float32))
    return vectors


def pooled(vectors: Floats, mask: Floats) -> Floats:
    """Means over pieces, scaled to length one."""
    import numpy as np

    mean = (vectors * mask[:, :, None]).sum(1) / np.maximum(mask.sum(1), 1e-9)[:, None]
    return np.asarray(mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9))


def _run(ids: model.Ints, mask: model.Ints) -> Floats:
    inputs = {"embedded": model.table()[ids], "mask": mask}
    (vectors,) = model.session("linker").run(["vectors"], inputs)
    found: Floats = vectors
    return found
