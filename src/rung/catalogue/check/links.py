"""Links into ESCO and O*NET that don't resolve in the tables a person has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rung.catalogue.load import Catalogue
from rung.catalogue.records import OnetLink
from rung.catalogue.taxonomies import ONET_TECHNOLOGY
from rung.core import lake

ESCO_TABLE = "esco*_skills.parquet"
ONET_ELEMENTS = ("onet*_knowledge_it.parquet", "onet*_skills_it.parquet")


@dataclass(frozen=True)
class Tables:
    """What the tables at hand hold; None where a table is absent."""

    esco: Mapping[str, str] | None
    """Concept URI without its host → preferred label."""
    examples: Mapping[str, frozenset[int]] | None
    """Technology example → the commodity codes it stands under."""
    elements: Mapping[str, str] | None
    """Content-model element → its name."""


def read_tables(folder: Path) -> Tables:
    """The taxonomies' tables in a folder."""
    esco = _first(folder, ESCO_TABLE)
    technology = _first(folder, ONET_TECHNOLOGY)
    elements = [p for pattern in ONET_ELEMENTS for p in sorted(folder.glob(pattern))]
    return Tables(_labels(esco) if esco else None, _examples(technology), _elements(elements))


def unresolved(catalogue: Catalogue, folder: Path) -> Iterator[str]:
    """Every link whose target is missing or is called otherwise."""
    tables = read_tables(folder)
    for skill in catalogue.skills.values():
        where = f"skills/{catalogue.area_of[skill.id]}/{skill.id}.yaml"
        for link in skill.links.esco:
            label = tables.esco.get(link.uri) if tables.esco is not None else link.label
            if label is None:
                yield f"{where}: ESCO has no {link.uri}"
            elif label != link.label:
                yield f"{where}: ESCO calls {link.uri} {label!r}, not {link.label!r}"
        for item in skill.links.onet:
            if problem := _onet_problem(item, tables):
                yield f"{where}: {problem}"


def _onet_problem(link: OnetLink, tables: Tables) -> str | None:
    if link.example is not None and tables.examples is not None:
        codes = tables.examples.get(link.example)
        if codes is None:
            return f"O*NET has no technology example {link.example!r}"
        if link.commodity is not None and link.commodity not in codes:
            return f"O*NET's {link.example!r} doesn't stand under commodity {link.commodity}"
    if link.element is not None and tables.elements is not None:
        name = tables.elements.get(link.element)
        if name != link.label:
            return f"O*NET's element {link.element} is {name!r}, not {link.label!r}"
    return None


def _first(folder: Path, pattern: str) -> Path | None:
    return next(iter(sorted(folder.glob(pattern))), None)


def _labels(path: Path) -> Mapping[str, str]:
    rows = lake.query('SELECT "conceptUri", "preferredLabel" FROM t', (), {"t": path})
    return {str(uri): str(label) for uri, label in rows}


def _examples(path: Path | None) -> Mapping[str, frozenset[int]] | None:
    if path is None:
        return None
    sql = 'SELECT "Example", list("Commodity Code") FROM t GROUP BY 1'
    return {str(e): frozenset(map(int, codes)) for e, codes in lake.query(sql, (), {"t": path})}


def _elements(files: list[Path]) -> Mapping[str, str] | None:
    if not files:
        return None
    sql = 'SELECT DISTINCT "Element ID", "Element Name" FROM t'
    return {str(i): str(n) for f in files for i, n in lake.query(sql, (), {"t": f})}
