"""ESCO on this machine: read the Commission's download, link phrases to it."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rung.core import lake, paths
from rung.core.errors import UserError
from rung.reading import esco
from rung.reading.esco import Concept, Index, Kind, Link, Progress

ATTRIBUTION = "This service uses the ESCO classification of the European Commission."
FILES: dict[Kind, str] = {"skill": "skills_en.csv", "occupation": "occupations_en.csv"}
PORTAL = "https://esco.ec.europa.eu/en/use-esco/download"
LARGEST = 200 * 1024 * 1024
"""Bytes of a table from which it can't be ESCO's, whose own are under 20 million."""

NEEDED = ("conceptUri", "preferredLabel", "altLabels")
COLUMNS = {"uri": "VARCHAR", "label": "VARCHAR", "names": "VARCHAR[]"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought in."""

    skills: int
    occupations: int
    folder: str


@dataclass(frozen=True, slots=True)
class Linked:
    """A text with the ESCO concepts nearest to it."""

    text: str
    links: tuple[Link, ...]


def folder() -> Path:
    """Where ESCO stands."""
    return paths.home() / "esco"


def import_esco(file: Path, progress: Progress) -> Imported:
    """Read skills and occupations from the Commission's CSV download (a zip, or its folder).

    UserError names the table or column that is missing. What was imported before stays until
    the new tables are whole.
    """
    tables = {kind: _concepts(file, name) for kind, name in FILES.items()}
    new = folder().with_name("esco.new")
    shutil.rmtree(new, ignore_errors=True)
    for kind, concepts in tables.items():
        _keep(new, kind, concepts, progress)
    shutil.rmtree(folder(), ignore_errors=True)
    new.replace(folder())
    _index.cache_clear()
    return Imported(len(tables["skill"]), len(tables["occupation"]), str(folder()))


def link(text: str, kind: Kind = "skill", most: int = 5) -> Linked:
    """The ESCO concepts a phrase or sentence names; UserError where ESCO isn't imported."""
    if not folder().is_dir():
        raise UserError(
            "ESCO",
            "its tables aren't on this machine.",
            f"Download the English CSV from {PORTAL}, then: rung data import esco FILE",
        )
    known = _index(folder(), kind)
    if kind == "occupation":
        return Linked(text, esco.nearest([text], known, most)[0])
    return Linked(text, esco.in_sentence(text, known, most))


def _keep(place: Path, kind: Kind, concepts: list[Concept], progress: Progress) -> None:
    import numpy as np

    place.mkdir(parents=True, exist_ok=True)
    np.save(place / f"{kind}s.npy", esco.encode(kind, concepts, progress).astype(np.float16))
    table = [(c.uri, c.label, list(c.names)) for c in concepts]
    lake.write(place / f"{kind}s.parquet", COLUMNS, table)


@cache
def _index(place: Path, kind: Kind) -> Index:
    import numpy as np

    rows = lake.read(place / f"{kind}s.parquet")
    concepts = tuple(Concept(uri, label, tuple(names)) for uri, label, names in rows)
    vectors = np.load(place / f"{kind}s.npy").astype(np.float32)
    return esco.indexed(concepts, vectors, esco.owners(kind, concepts))


def _concepts(file: Path, name: str) -> list[Concept]:
    found = [_concept(row) for row in _rows(file, name)]
    return sorted((c for c in found if c.uri and c.label), key=lambda c: c.uri)


def _rows(file: Path, name: str) -> Iterator[dict[str, str]]:
    text = io.StringIO(_table(file, name))
    rows = csv.DictReader(text)
    lacking = [column for column in NEEDED if column not in (rows.fieldnames or ())]
    if lacking:
        raise UserError(
            f"{file} ({name})",
            f"it has no column {lacking[0]}.",
            "Choose English and CSV in the ESCO download, version 1.1 or later.",
        )
    yield from rows


def _table(file: Path, name: str) -> str:
    try:
        if file.is_dir():
            return (file / name).read_text("utf-8-sig")
        with zipfile.ZipFile(file) as archive:
            inside = next(n for n in archive.infolist() if n.filename.rsplit("/", 1)[-1] == name)
            return archive.read(inside).decode("utf-8-sig") if inside.file_size < LARGEST else ""
    except (FileNotFoundError, StopIteration) as error:
        raise UserError(
            str(file), f"{name} is not in it.", f"Download the English CSV from {PORTAL}."
        ) from error
    except (zipfile.BadZipFile, UnicodeDecodeError, OSError) as error:
        raise UserError(
            str(file), "it is no ESCO download (a zip of CSV tables).", f"See {PORTAL}."
        ) from error


def _concept(row: dict[str, str]) -> Concept:
    names = tuple(n.strip() for n in (row["altLabels"] or "").split("\n") if n.strip())
    return Concept(row["conceptUri"], row["preferredLabel"], names)
