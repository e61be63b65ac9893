"""The one batch function: ads in, facts out, the same on every runner.

``annotate(batch)`` is pure and at module level, so that a process pool or Spark can send it to
its workers; the catalogue and the name list load once a process. A row that can't be read comes
back with ``error`` set. Needs pyarrow (``pip install rung[batch]``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rung.catalogue import load
from rung.core.errors import RungError
from rung.reading.ad import AdReading, AdText, read_ad
from rung.reading.skills import lexicon

if TYPE_CHECKING:
    import pyarrow as pa

WANTED = ("id", "title", "text", "location", "country", "employment", "remote")
"""Columns that are read; all but ``text`` may be absent or null."""


def schema() -> pa.Schema:
    """The columns that come back."""
    import pyarrow as pa

    text, number, place = pa.string(), pa.float64(), pa.int32()
    skill = pa.struct(
        [("id", text), ("strength", text), ("group", place), ("start", place), ("end", place)]
    )
    fact = pa.struct([("id", text), ("start", place), ("end", place)])
    years = pa.struct([("id", text), ("years", number), ("start", place), ("end", place)])
    return pa.schema(
        [
            ("id", text), ("language", text), ("error", text), ("role", text),
            ("role_confidence", number), ("level", text), ("orientation", text), ("track", text),
            ("employment", text), ("new_graduate", pa.bool_()), ("years", number),
            ("degree", text), ("degree_strength", text), ("degree_higher", text),
            ("pay_low", number), ("pay_high", number), ("pay_currency", text),
            ("pay_period", text), ("remote", text), ("office_days", number), ("time_zone", text),
            ("visa", text), ("industry", text),
            ("skills", pa.list_(skill)), ("skill_years", pa.list_(years)),
            ("constraints", pa.list_(fact)), ("duties", pa.list_(fact)),
        ]
    )  # fmt: skip


def annotate(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Read every ad of a batch; as many rows come back, in the same order.

    Why rows of errors instead of exceptions: one bad ad in a hundred million must not stop the
    others, and must not vanish either.
    """
    import pyarrow as pa

    names = set(batch.schema.names)
    columns = {name: batch.column(name).to_pylist() for name in WANTED if name in names}
    rows = [
        read_row({name: values[i] for name, values in columns.items()})
        for i in range(batch.num_rows)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=schema())


def read_row(ad: Mapping[str, Any]) -> dict[str, Any]:
    """One row: the facts of :func:`schema`, or its ``error``. Needs no pyarrow."""
    out: dict[str, Any] = {"id": None if ad.get("id") is None else str(ad["id"])}
    try:
        text = ad.get("text")
        if not isinstance(text, str) or not text.strip():
            return out | {"error": "no text"}
        catalogue = load()
        read = read_ad(_ad(ad, text), catalogue, lexicon(catalogue))
    except RungError as error:
        return out | {"error": str(error)}
    except Exception as error:
        return out | {"error": f"{type(error).__name__}: {error}"[:200]}
    if not isinstance(read, AdReading):
        return out | {"language": read.language, "error": read.reason}
    return out | _facts(read)


def _ad(ad: Mapping[str, Any], text: str) -> AdText:
    remote = ad.get("remote")
    return AdText(
        title=str(ad.get("title") or ""),
        text=text,
        location=str(ad.get("location") or ""),
        country=str(ad.get("country") or ""),
        employment=str(ad.get("employment") or ""),
        remote=remote if isinstance(remote, bool) else None,
    )


def _facts(read: AdReading) -> dict[str, Any]:
    degree, pay, remote = read.degree, read.pay, read.remote
    return {
        "language": read.language,
        "role": read.role.role,
        "role_confidence": round(read.role.confidence, 3),
        "level": read.level,
        "orientation": read.orientation,
        "track": read.track,
        "employment": read.employment,
        "new_graduate": read.new_graduate,
        "years": read.years,
        "degree": degree and degree.level,
        "degree_strength": degree and degree.strength,
        "degree_higher": degree and degree.higher,
        "pay_low": pay and pay.low,
        "pay_high": pay and pay.high,
        "pay_currency": pay and pay.currency,
        "pay_period": pay and pay.period,
        "remote": remote and remote.kind,
        "office_days": remote and remote.days,
        "time_zone": remote and remote.zone,
        "visa": read.visa and read.visa.kind,
        "industry": read.industry and read.industry.id,
        "skills": [
            {"id": s.id, "strength": s.strength, "group": s.group, "start": s.start, "end": s.end}
            for s in read.skills
        ],
        "skill_years": [
            {"id": y.id, "years": y.years, "start": y.start, "end": y.end} for y in read.skill_years
        ],
        "constraints": [{"id": c.kind, "start": c.start, "end": c.end} for c in read.constraints],
        "duties": [{"id": d.id, "start": d.start, "end": d.end} for d in read.duties],
    }
