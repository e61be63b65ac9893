"""The texts behind the gold labels, read from the shared data folder beside the project."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "bench" / "gold"
MARKET = ROOT.parent / "shared" / "data" / "market"
FILES = ("postings_ai_data.parquet", "postings_other.parquet")


@dataclass(frozen=True, slots=True)
class Ad:
    """One ad of the market files."""

    id: str
    source: str
    title: str
    text: str


def labels(name: str) -> list[dict[str, Any]]:
    """The gold records of one file."""
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


def texts(keys: set[tuple[str, str]]) -> dict[tuple[str, str], Ad]:
    """The ads with these (id, source) pairs."""
    import duckdb

    found: dict[tuple[str, str], Ad] = {}
    for file in FILES:
        rows = duckdb.execute(
            f"select id, source, title, description from '{MARKET / file}'"
            " where id in (select unnest(?))",
            [sorted({k[0] for k in keys})],
        ).fetchall()
        found |= {(r[0], r[1]): Ad(*r) for r in rows if (r[0], r[1]) in keys}
    return found


def order(ids: set[str]) -> list[str]:
    """Ids by a hash of them: a fixed shuffle that no label can influence."""
    return sorted(ids, key=lambda i: hashlib.sha256(i.encode()).hexdigest())


def is_final(ad: str, share: float) -> bool:
    """Whether an id belongs to the final part: by its hash alone, so that more ads move none."""
    return int(hashlib.sha256(ad.encode()).hexdigest()[:8], 16) < share * 2**32
