"""Building a snapshot: counts derived from a folder of real ads."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path

from rung.catalogue.load import Catalogue
from rung.market import (
    manifest,
    pay_cells,
    pay_learn,
    pay_rows,
    pay_tables,
    readings,
    references,
    titles,
)
from rung.market.ads import facts, read_ads, reading
from rung.market.demand import ENOUGH
from rung.market.manifest import SourceNote
from rung.market.pay_cells import FEWEST_ADS, FEWEST_DISTINCT
from rung.market.pay_records import gather_pay
from rung.market.postings import FIRST_MONTH, gather
from rung.market.records import SnapshotInfo
from rung.market.referenced import referenced
from rung.market.sift import MOST_ALIKE, MOST_OF_ONE, Progress, sift
from rung.market.sources import PAY, Source, source_of

RULES = (
    f"Ads are those read on their boards from {FIRST_MONTH} on, in English, of a catalogue role.",
    "Of ads with the same text, or the same employer, title and place, the newest counts.",
    f"One employer counts at most {MOST_ALIKE} times under one title, {MOST_OF_ONE} in one role.",
    "A skill counts once an ad, where the ad asks it: not in boilerplate or benefits.",
    f"Up to {references.MOST} ads a skill are named where a place has {ENOUGH} ads of a role.",
    "Pay has one record an ad, the middle of its range.",
    "Pay of different sources is never pooled, and no currency converted.",
    "Where ads are few, a pay band leans on its role, country and level as far as it is thin.",
    f"A pay cell needs {FEWEST_ADS} ads and {FEWEST_DISTINCT} distinct values.",
)

FILES = (
    "readings.parquet",
    "references.parquet",
    "titles.parquet",
    "pay.parquet",
    "pay_counts.parquet",
)
"""What every snapshot has; one made where there is a salary file has the pay model's too."""


def quiet(_done: int, _total: int, _what: str) -> None:
    """Progress nobody watches."""


def build_snapshot(
    market_dir: Path,
    out: Path,
    *,
    as_of: date,
    catalogue: Catalogue,
    progress: Progress = quiet,
) -> SnapshotInfo:
    """Count the ads and pay records in ``market_dir`` into ``out``.

    The same input and catalogue give the same bytes.
    """
    found = gather(market_dir)
    kept, dropped = sift(found.postings, catalogue, progress)
    asking, unread = read_ads(kept, catalogue, progress)
    read = tuple(reading(number, a) for number, a in enumerate(asking, 1))
    progress(0, 1, "Counting pay")
    paid = gather_pay(market_dir, found.postings, catalogue)
    out.mkdir(parents=True, exist_ok=True)
    readings.write(out / "readings.parquet", read)
    references.write(out / "references.parquet", referenced(read, facts(asking)))
    named = ((a.ad.role, a.ad.title, a.ad.employer) for a in asking)
    titles.write(out / "titles.parquet", titles.count(named))
    pay_cells.write(out / "pay.parquet", pay_cells.count(paid.ads))
    pay_cells.write_sizes(out / "pay_counts.parquet", pay_cells.sizes(paid.ads))
    files = (*FILES, *_pay_model(market_dir, out, catalogue, progress))
    about = manifest.Manifest(
        version=as_of.isoformat(),
        as_of=as_of.isoformat(),
        first=min((r.month for r in read), default=""),
        last=max((r.month for r in read), default=""),
        read=found.read,
        ads=len(read),
        left_out=(*found.left_out, *dropped, *unread),
        cut_kept=sum(a.ad.posting.cut for a in asking),
        sources=_notes((source_of(r.source), r.month) for r in read),
        pay_sources=_notes((_pay_source(a.source), a.month) for a in paid.ads),
        pay_left_out=paid.left_out,
        rules=RULES,
        files=tuple(manifest.FileNote(name, _sha256(out / name)) for name in files),
    )
    manifest.write(out, about)
    return SnapshotInfo(about.version, about.first, about.last, about.ads)


def _pay_model(
    market_dir: Path, out: Path, catalogue: Catalogue, progress: Progress
) -> tuple[str, ...]:
    """Fit pay to the salary file; the names of what was written."""
    paid = [r for r in pay_rows.rows(market_dir) if isinstance(r, pay_rows.PayRow)]
    if not paid:
        return ()
    progress(0, 1, "Fitting pay")
    learnt = pay_learn.learn(paid, catalogue)
    pay_tables.write(out, learnt, partial(pay_learn.keep, catalogue))
    return pay_tables.FILES


def _notes(records: Iterable[tuple[Source, str]]) -> tuple[SourceNote, ...]:
    """What to say of each source: its months and how many records, most first."""
    months: dict[Source, list[str]] = defaultdict(list)
    for source, month in records:
        months[source].append(month)
    return tuple(
        SourceNote(s.id, s.label, s.origin, s.licence, min(seen), max(seen), len(seen))
        for s, seen in sorted(months.items(), key=lambda item: (-len(item[1]), item[0].id))
    )


def _pay_source(name: str) -> Source:
    return next(s for s in PAY if s.id == name)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
