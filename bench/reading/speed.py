"""Ads a CPU second on one core: names alone, every field, and with the encoder.

2,000 real ads, English, 2025 and later, drawn by hash; CPU seconds are the best of three. The
peer is pyahocorasick alone over the same names and texts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from bench.gold_texts import FILES, MARKET
from rung.catalogue import load
from rung.reading.ad import AdText, read_ad
from rung.reading.phrases import phrases_of
from rung.reading.skills import find, lexicon
from rung.reading.text import fold

ADS, WITH_ENCODER = 2000, 60


def main() -> None:
    """Print each path's ads a CPU second."""
    ads = drawn()
    words = sum(len(a.text.split()) for a in ads) / len(ads)
    print(f"{len(ads)} ads, {words:.0f} words on average")
    names = lexicon(load())
    report("pyahocorasick alone", ads, lambda a: list(names.automaton.iter(fold(a.text).text)))
    report("catalogue names", ads, lambda a: find(a.text, names))
    report("every field, no encoder", ads, lambda a: read_ad(a, load()))
    few = ads[:WITH_ENCODER]
    report("encoder, every sentence", few, lambda a: phrases_of(a.text, lines="all"), 1)
    report("encoder, demands and duties", few, lambda a: phrases_of(a.text), 1)


def drawn() -> list[AdText]:
    """The ads, the same each time."""
    import duckdb

    rows = duckdb.execute(
        "select title, description, coalesce(location, ''), coalesce(country_hint, '') from"
        f" '{MARKET / FILES[0]}' where fetched_at >= '2025-01' and desc_len > 300"
        f" order by md5(id) limit {ADS}"
    ).fetchall()
    return [AdText(*row) for row in rows]


def report(
    title: str, ads: Sequence[AdText], work: Callable[[AdText], object], best_of: int = 3
) -> None:
    """One line: ads a CPU second."""
    for ad in ads[:20]:
        work(ad)
    costs = []
    for _ in range(best_of):
        start = time.process_time()
        for ad in ads:
            work(ad)
        costs.append(time.process_time() - start)
    print(f"{title:30} {len(ads) / min(costs):8.1f} ads a CPU second")
