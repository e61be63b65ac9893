"""Which skills of a list are alternatives: one of them is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rung.reading.skills import Mention

_OR = re.compile(r"/|\bor\b|\boder\b", re.IGNORECASE)
_SUCH_AS = re.compile(
    r"(?:such as|e\.?g\.?,?|like|one of|any of|either|for example|i\.e\.|zum beispiel|z\.\s?b\.)"
    r"[\s:(]*(?:[\w.+#-]+,?\s){0,2}$",
    re.IGNORECASE,
)
_OR_SIMILAR = re.compile(
    r"\s*,?\s*(?:or|and/or) (?:similar|equivalent|other|another|comparable|related)", re.IGNORECASE
)


def groups(text: str, mentions: Sequence[Mention]) -> dict[int, int]:
    """Group numbers of the mentions that stand in an either-or."""
    found: dict[int, int] = {}
    number = 0
    for chain in _split(text, mentions):
        if len({mentions[i].id for i in chain}) > 1 and _either(text, [mentions[i] for i in chain]):
            number += 1
            found.update(dict.fromkeys(chain, number))
    return found


def _split(text: str, mentions: Sequence[Mention]) -> Iterator[list[int]]:
    """Chains cut where a bare "and" joins one to an either-or ("Python and Java or C++")."""
    for chain in _chains(text, mentions):
        gaps = [text[mentions[a].end : mentions[b].start] for a, b in pairwise(chain)]
        if not any(_OR.search(g) for g in gaps):
            yield chain
            continue
        part = chain[:1]
        for i, gap in zip(chain[1:], gaps, strict=True):
            if gap.strip().lower() == "and":
                yield part
                part = []
            part.append(i)
        yield part


def _chains(text: str, mentions: Sequence[Mention]) -> Iterator[list[int]]:
    chain: list[int] = []
    for i, m in enumerate(mentions):
        if chain and not _neighbours(text[mentions[chain[-1]].end : m.start]):
            yield chain
            chain = []
        chain.append(i)
    if chain:
        yield chain


def _neighbours(gap: str) -> bool:
    if len(gap) > 40 or "\n" in gap or not re.search(r"[,/(]|\bor\b|\band\b|\boder\b", gap):
        return False
    words = re.findall(r"[\w.+#-]+", gap)
    return len([w for w in words if w.lower() not in {"or", "and", "oder", "und"}]) <= 2


def _either(text: str, chain: Sequence[Mention]) -> bool:
    gaps = [text[a.end : b.start] for a, b in pairwise(chain)]
    if any(_OR.search(g) for g in gaps):
        return True
    before = text[max(0, chain[0].start - 40) : chain[0].start]
    after = text[chain[-1].end : chain[-1].end + 30]
    return bool(_SUCH_AS.search(before) or _OR_SIMILAR.match(after))
