"""Which ads are one ad: the same job told again, on another board or another day.

Texts are sketched by MinHash (rensa) over stretches of letters; sketches that share a band are
compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rung.catalogue.records import Places
from rung.reading.places import place_of
from rung.reading.seniority import level_of

PERMUTATIONS, SEED = 128, 20261126
STRETCH = 24
"""Letters of a stretch, about five words: sentences count, single common words don't."""

FEWEST = 8
"""Stretches a text must have to be compared."""

BANDS = 32
"""Bands of four: two texts that are half alike share one in 87 of 100 cases."""

WINDOW = 8
"""Ads before it in its bucket that an ad is compared with."""

SAME_TEXT = 0.92
"""Likeness from which a text is one text, whoever signs it: agencies and sister firms repeat it."""

SAME_JOB = 0.60
"""Likeness from which two ads of one employer with one title are one."""

PIECE = 0.75
"""Share of the shorter text in the longer from which it is a piece of it."""

LEVELS_APART = 0.985
"""Likeness from which titles of two levels still tell of one job: level changes few words."""

SHARED = 0.5
"""Share of the shorter title's words that both must have where the text is one text."""

LONG_AGO = 0.80
"""Likeness from which ads seen more than a year apart are one."""

_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[\W_]+")
_BEGIN = re.compile("e")
_PLACE = (
    "m w f d x n all genders remote remotely hybrid onsite site on us usa uk emea eu apac latam "
    "the in of and for or at needed wanted opening future founding contract urgent new a an "
    "states united kingdom"
)
_PLACE_WORDS = frozenset(_PLACE.split())
"""Words of a title that tell no job: gender, place, and how it is advertised."""

_LEVELS = "senior sr snr junior jr lead staff principal mid intern i ii iii iv v entry level"
_LEVEL_WORDS = frozenset(_LEVELS.split())
NO_NAME = frozenset({"name", "confidential", "company"})
"""What boards write where they hide or lost the employer's name."""

SHORTEST_NAME = 5
"""Letters of a name that can stand for the beginning of a longer one."""

MONTHS_APART = 12

Sketch = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What is compared of an ad: ``title`` without the words of its place, ``level`` apart."""

    key: str
    title: frozenset[str]
    level: str | None
    employer: str
    seen: str
    sketch: Sketch


def told(
    key: str,
    title: str,
    employer: str,
    location: str,
    seen: str,
    sketched: Sketch,
    places: Places,
) -> Told:
    """An ad made ready to compare. ``employer`` is plain (see ``sift.plain_name``)."""
    place = frozenset(_WORD.findall(location.casefold()))
    name = "" if employer in NO_NAME else employer
    bare = title_words(_without_place(title, places)) - place
    return Told(key, bare, level_of(title, None, ""), name, seen, sketched)


def _without_place(title: str, places: Places) -> str:
    """A title without a tail that names a country or city ("Engineer - Leeds, United Kingdom")."""
    head, dash, tail = title.rpartition(" - ")
    if not dash or place_of(tail, "", places).country is None:
        return title
    return head


def sketch(text: str) -> Sketch:
    """How many stretches a text has, and its MinHash; empty for texts too short to compare.

    Why stretches of letters that begin at one letter, and not runs of words: boards lose spaces
    and line ends ("engineer.You will"), and a stretch found by what stands in it survives that.
    """
    from rensa import RMinHash

    letters = _SIGNS.sub("", text.casefold())
    stretches = {letters[m.start() : m.start() + STRETCH] for m in _BEGIN.finditer(letters)}
    if len(stretches) < FEWEST:
        return ()
    hashed = RMinHash(PERMUTATIONS, SEED)
    hashed.update(sorted(stretches))
    return (len(stretches), *hashed.digest())


def likeness(one: Sketch, two: Sketch) -> float:
    """The estimated share of stretches two texts have in common (Jaccard)."""
    if not one or not two:
        return 0.0
    pairs_of = zip(one[1:], two[1:], strict=True)
    return sum(a == b for a, b in pairs_of) / PERMUTATIONS


def containment(one: Sketch, two: Sketch) -> float:
    """The estimated share of the shorter text that stands in the longer one.

    Why beside likeness: boards cut texts, so that one ad is often a piece of another.
    """
    alike = likeness(one, two)
    if not alike:
        return 0.0
    shared = alike * (one[0] + two[0]) / (1 + alike)
    return min(1.0, shared / min(one[0], two[0]))


def title_words(title: str) -> frozenset[str]:
    """A title's words without those about place, gender and level; Latin ones where it has two.

    Why Latin ones: boards in Asia write the title once more in English.
    """
    words = [w for w in _WORD.findall(title.casefold()) if w not in _PLACE_WORDS]
    latin = [w for w in words if w.isascii()]
    kept = latin if len(latin) > 1 else words
    return frozenset(w for w in kept if w not in _LEVEL_WORDS)


def same(one: Told, two: Told) -> bool:
    """Whether two ads tell of one job.

    Why the title counts: two jobs of one employer share its praise, its benefits and often more
    than half of all words. Why the level does: "Senior" and "Staff" differ in a line or two.
    """
    alike = likeness(one.sketch, two.sketch)
    if one.level != two.level and alike < LEVELS_APART:
        return False
    if alike >= SAME_TEXT:
        shorter = min(len(one.title), len(two.title))
        return len(one.title & two.title) >= SHARED * shorter
    if not (one.employer and two.employer and _one_employer(one.employer, two.employer)):
        return False
    if not one.title or one.title != two.title:
        return False
    if not _within_a_year(one.seen, two.seen):
        return alike >= LONG_AGO
    return alike >= SAME_JOB or containment(one.sketch, two.sketch) >= PIECE


def _one_employer(one: str, two: str) -> bool:
    """Whether two names are one firm's: the same, or one begins with the other."""
    short, long = sorted((one, two), key=len)
    return one == two or (len(short) >= SHORTEST_NAME and long.startswith(short))


def _within_a_year(one: str, two: str) -> bool:
    """Whether two days, or months, are less than about a year apart."""
    months = [int(s[:4]) * 12 + int(s[5:7] or 6) for s in (one, two) if s[:4].isdigit()]
    return len(months) < 2 or abs(months[0] - months[1]) <= MONTHS_APART


def pairs(ads: Sequence[Told]) -> Iterable[tuple[int, int]]:
    """Places of ads whose sketches share a band: all that can be one."""
    rows = PERMUTATIONS // BANDS
    done: set[tuple[int, int]] = set()
    for band in range(BANDS):
        buckets: dict[Sketch, list[int]] = defaultdict(list)
        for i, ad in enumerate(ads):
            if ad.sketch:
                buckets[ad.sketch[1 + band * rows : 1 + (band + 1) * rows]].append(i)
        for held in buckets.values():
            for n, i in enumerate(held):
                # Against the first few: in a bucket of hundreds those are enough to join them.
                for j in held[max(0, n - WINDOW) : n]:
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
