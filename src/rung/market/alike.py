"""Which ads are one ad: the same job told again, on another board or another day.

Texts are sketched by MinHash over runs of words (rensa); sketches that share a band are compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

PERMUTATIONS, SEED = 128, 20261126
RUN = 4
"""Words of a run: boilerplate shared by sentences counts, single common words don't."""

BANDS = 32
"""Bands of four: two texts that are half alike share one in 87 of 100 cases."""

SAME_TEXT = 0.92
"""Likeness from which the titles don't matter."""

SAME_JOB = 0.60
"""Likeness from which two ads of one employer with one title are one."""

TITLES = 0.8
"""Likeness of titles that are one title."""

_WORD = re.compile(r"[^\W_]+")
_LEVEL = re.compile(
    r"\b(?:m|w|f|d|x|all genders|remote|hybrid|onsite|on site|usa?|uk|emea|canada|germany)\b"
)

Sketch = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared of an ad."""

    key: str
    title: str
    employer: str
    sketch: Sketch


def sketch(text: str) -> Sketch:
    """A text's MinHash; empty for texts too short to compare."""
    from rensa import RMinHash

    words = _WORD.findall(text.casefold())
    if len(words) < 2 * RUN:
        return ()
    hashed = RMinHash(PERMUTATIONS, SEED)
    hashed.update([" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)])
    return tuple(hashed.digest())


def likeness(one: Sketch, two: Sketch) -> float:
    """The estimated share of runs two texts have in common."""
    if not one or not two:
        return 0.0
    return sum(a == b for a, b in zip(one, two, strict=True)) / PERMUTATIONS


def title_words(title: str) -> str:
    """A title without case, signs, and words about place or gender."""
    return " ".join(_LEVEL.sub(" ", " ".join(_WORD.findall(title.casefold()))).split())


def same(one: Told, two: Told) -> bool:
    """Whether two ads tell of one job.

    Why the title counts: two jobs of one employer share its praise, its benefits and often more
    than half of all words. Why the employer does: another firm's copy of a text is another job.
    """
    if one.employer and two.employer and one.employer != two.employer:
        return False
    alike = likeness(one.sketch, two.sketch)
    if alike >= SAME_TEXT:
        return _titles_alike(one.title, two.title, 0.5)
    return alike >= SAME_JOB and bool(one.employer) and _titles_alike(one.title, two.title, TITLES)


def _titles_alike(one: str, two: str, least: float) -> bool:
    a, b = title_words(one), title_words(two)
    return a == b or SequenceMatcher(None, a, b).ratio() >= least


def pairs(ads: Sequence[Told]) -> Iterable[tuple[int, int]]:
    """Places of ads whose sketches share a band: all that can be one."""
    rows = PERMUTATIONS // BANDS
    done: set[tuple[int, int]] = set()
    for band in range(BANDS):
        buckets: dict[Sketch, list[int]] = defaultdict(list)
        for i, ad in enumerate(ads):
            if ad.sketch:
                buckets[ad.sketch[band * rows : (band + 1) * rows]].append(i)
        for held in buckets.values():
            for n, i in enumerate(held):
                # Against the first few: in a bucket of hundreds those are enough to join them.
                for j in held[max(0, n - 8) : n]:
                    if (j, i) not in done:
                        done.add((j, i))
                        yield j, i


def groups(ads: Sequence[Told]) -> dict[str, str]:
    """Each ad's key → the key of the first that tells of the same job (its own, mostly).

    ``ads`` come in the order in which one stands for the others: best first.
    """
    first = list(range(len(ads)))

    def root(i: int) -> int:
        while first[i] != i:
            first[i] = first[first[i]]
            i = first[i]
        return i

    for i, j in pairs(ads):
        a, b = root(i), root(j)
        if a != b and same(ads[i], ads[j]):
            first[max(a, b)] = min(a, b)
    return {ad.key: ads[root(i)].key for i, ad in enumerate(ads)}
