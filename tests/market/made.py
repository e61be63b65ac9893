"""Small markets made up for tests: snapshots written directly, and folders to build from."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rung.core import lake
from rung.market import manifest, pay_cells, readings, references, titles
from rung.market.pay_cells import PayCell, Size
from rung.market.readings import Reading
from rung.market.references import Fact
from rung.market.snapshot import Snapshot

AD = Reading(
    ad=1,
    role="ml-engineer",
    level=None,
    metros=frozenset(),
    countries=frozenset(),
    regions=frozenset(),
    remote=False,
    month="2026-01",
    source="board",
    required=frozenset(),
    preferred=frozenset(),
    mentioned=frozenset(),
)
TORONTO = replace(
    AD,
    metros=frozenset({"toronto"}),
    countries=frozenset({"CA"}),
    regions=frozenset({"north-america"}),
)
CANADA = replace(TORONTO, metros=frozenset())
AMERICA = replace(AD, countries=frozenset({"US"}), regions=frozenset({"north-america"}))
BERLIN = replace(
    AD,
    metros=frozenset({"berlin"}),
    countries=frozenset({"DE"}),
    regions=frozenset({"europe"}),
)

SOURCE = manifest.SourceNote("board", "A board", "made up", "none stated", "2026-01", "2026-01", 1)
SALARIES = replace(SOURCE, id="file", label="A salary file")

CELL = PayCell(
    role="ml-engineer",
    country="CA",
    level="all",
    currency="CAD",
    source="file",
    n=40,
    distinct=20,
    p10=90_000,
    p25=100_000,
    p50=120_000,
    p75=140_000,
    p90=160_000,
    first="2026-01",
    last="2026-07",
    years=(2026,),
)


def numbered(ads: Sequence[Reading]) -> tuple[Reading, ...]:
    """The ads with numbers from 1."""
    return tuple(replace(ad, ad=number) for number, ad in enumerate(ads, 1))


def fact(ad: int, employer: str = "Acme", seen: str = "2026-01-01", url: str = "") -> Fact:
    """What may be said of an ad."""
    return Fact(ad, f"Title {ad}", employer, url or f"https://example.org/{ad}", "board", seen)


def snapshot(
    folder: Path,
    ads: Sequence[Reading] = (),
    facts: Sequence[Fact] = (),
    cells: Sequence[PayCell] = (),
    sizes: Sequence[Size] = (),
) -> Snapshot:
    """A snapshot of exactly these records."""
    folder.mkdir(parents=True, exist_ok=True)
    readings.write(folder / "readings.parquet", ads)
    references.write(folder / "references.parquet", facts)
    titles.write(folder / "titles.parquet", ())
    pay_cells.write(folder / "pay.parquet", cells)
    pay_cells.write_sizes(folder / "pay_counts.parquet", sizes)
    about = manifest.Manifest(
        version="2026-08-01",
        as_of="2026-08-01",
        first="2026-01",
        last="2026-07",
        read=100,
        ads=len(ads),
        left_out=(manifest.LeftOut("another role", 3),),
        cut_kept=0,
        sources=(SOURCE,),
        pay_sources=(SALARIES,),
        pay_left_out=(),
        rules=("A rule.",),
        files=(),
    )
    manifest.write(folder, about)
    return Snapshot(folder)


POSTING_COLUMNS = {
    "source": "VARCHAR",
    "id": "VARCHAR",
    "title": "VARCHAR",
    "company": "VARCHAR",
    "location": "VARCHAR",
    "country_hint": "VARCHAR",
    "remote": "BOOLEAN",
    "fetched_at": "VARCHAR",
    "salary_min": "DOUBLE",
    "salary_max": "DOUBLE",
    "salary_currency": "VARCHAR",
    "salary_period": "VARCHAR",
    "description": "VARCHAR",
    "description_raw_format": "VARCHAR",
    "desc_len": "BIGINT",
    "desc_hash": "VARCHAR",
    "url": "VARCHAR",
}

TEXT = (
    "We are looking for an engineer to join the team and work on models that are used by "
    "our customers in all of the world.\n\nRequirements\n- You have experience with Python and "
    "PyTorch\n- Docker is a plus\n\nThis is ad number {number} of the company.\n"
)
GERMAN = (
    "Wir suchen dich für die Entwicklung und den Betrieb der Modelle, die bei uns in der "
    "Produktion sind. Du bist ein Teil von uns und arbeitest mit Python und dem Team."
)


def posting(number: int, **given: object) -> dict[str, object]:
    """A row of a postings file: a whole English ad, changed where ``given``."""
    text = str(given.get("description", TEXT.format(number=number)))
    made: dict[str, object] = {
        "source": "ashby_2025",
        "id": f"id-{number}",
        "title": "Machine Learning Engineer",
        "company": f"Company {number}",
        "location": "Toronto, ON, Canada",
        "country_hint": "Canada",
        "remote": None,
        "fetched_at": "2025-10-28",
        "salary_min": None,
        "salary_max": None,
        "salary_currency": "",
        "salary_period": "",
        "description": text,
        "description_raw_format": "html",
        "desc_len": len(text),
        "desc_hash": f"hash-{text}",
        "url": f"https://example.org/{number}",
    }
    return made | given


def postings_file(folder: Path, rows: Sequence[dict[str, object]]) -> None:
    """Write a postings file as collectors leave it."""
    lake.write(
        folder / "postings_made.parquet",
        POSTING_COLUMNS,
        [tuple(row[name] for name in POSTING_COLUMNS) for row in rows],
    )


SALARY_COLUMNS = (
    "work_year,experience_level,employment_type,job_title,salary_currency,company_location,"
    "first_seen,salary_high,salary_low,usd_high,usd_low,remote_ratio,company_size"
)


def salary_file(folder: Path, lines: Sequence[str]) -> None:
    """Write a salary file of these lines, which end at ``salary_low``; the rest is the usual."""
    with gzip.open(folder / "pay_ads_2020_2025.csv.gz", "wt", encoding="utf-8", newline="") as f:
        out = csv.writer(f)
        out.writerow(SALARY_COLUMNS.split(","))
        for line in lines:
            told = line.split(",")
            out.writerow([*told, *told[-2:], "0", "M"])


BOARD_COLUMNS = {
    "job_uid": "VARCHAR",
    "source": "VARCHAR",
    "company": "VARCHAR",
    "title": "VARCHAR",
    "location_raw": "VARCHAR",
    "region": "VARCHAR",
    "first_seen": "VARCHAR",
    "currency_original": "VARCHAR",
    "salary_min_orig": "DOUBLE",
    "salary_max_orig": "DOUBLE",
    "salary_interval_orig": "VARCHAR",
    "has_salary": "BOOLEAN",
}


def board_file(folder: Path, rows: Sequence[tuple[object, ...]]) -> None:
    """Write a file of pay posted on company boards."""
    lake.write(folder / "posted_pay_ats_2026-07.parquet", BOARD_COLUMNS, rows)
