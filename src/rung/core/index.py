"""Full-text search over a few thousand short texts, in memory.

Why tantivy: BM25 with a weight for each field, stemming and typing slips, built in a few
hundredths of a second; the same library carries the larger indexes of things to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tantivy

_ANALYSER = "rung"
_WORDS = re.compile(r"[^\W_]+")
_MEMORY = 15_000_000
"""Bytes the writer may use: the least the library takes."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that matches, with its score (higher is nearer; no unit)."""

    id: str
    score: float


class TextIndex:
    """Documents of named fields, searched by plain words.

    ``weights`` gives each field's weight; ``ignored`` are words that say nothing here, besides
    English stop words.
    """

    def __init__(
        self,
        weights: Mapping[str, float],
        documents: Iterable[tuple[str, Mapping[str, str]]],
        ignored: Sequence[str] = (),
    ) -> None:
        import tantivy

        self._weights = dict(weights)
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        for name in self._weights:
            schema.add_text_field(name, tokenizer_name=_ANALYSER, index_option="freq")
        self._index = tantivy.Index(schema.build())
        self._analyser = _analyser(ignored)
        self._index.register_tokenizer(_ANALYSER, self._analyser)
        writer = self._index.writer(heap_size=_MEMORY, num_threads=1)
        for key, fields in documents:
            filled = {name: unified(text) for name, text in fields.items()}
            writer.add_document(tantivy.Document(id=key, **filled))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def search(self, text: str, limit: int) -> tuple[Hit, ...]:
        """The best ``limit`` documents, ties by id; slips of one letter count if nothing else."""
        words = " ".join(w for w in _WORDS.findall(unified(text)) if self._analyser.analyze(w))
        if not words:
            return ()
        return self._hits(words, limit, {}) or self._hits(words, limit, self._slips())

    def _slips(self) -> dict[str, tuple[bool, int, bool]]:
        return dict.fromkeys(self._weights, (False, 1, True))

    def _hits(
        self, words: str, limit: int, fuzzy: Mapping[str, tuple[bool, int, bool]]
    ) -> tuple[Hit, ...]:
        query = self._index.parse_query(
            words, list(self._weights), field_boosts=self._weights, fuzzy_fields=dict(fuzzy)
        )
        searcher = self._index.searcher()
        found = searcher.search(query, max(limit, searcher.num_docs)).hits
        hits = [Hit(searcher.doc(place)["id"][0], round(score, 4)) for score, place in found]
        return tuple(sorted(hits, key=lambda h: (-h.score, h.id))[:limit])


def unified(text: str) -> str:
    """Lower case, and one spelling where British and American differ."""
    low = text.casefold()
    low = re.sub(r"is(ation|ations|ing|ed|e|er|ers)\b", r"iz\1", low)
    return re.sub(r"(behavi|lab|col)our", r"\1or", low).replace("modell", "model")


def _analyser(ignored: Sequence[str]) -> tantivy.TextAnalyzer:
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    return (
        TextAnalyzerBuilder(Tokenizer.simple())
        .filter(Filter.lowercase())
        .filter(Filter.ascii_fold())
        .filter(Filter.stopword("english"))
        .filter(Filter.custom_stopword([unified(w) for w in ignored]))
        .filter(Filter.stemmer("english"))
        .build()
    )
