"""The catalogue's files, read and checked against their schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from rung.catalogue.records import (
    Area,
    Employers,
    Implications,
    LadderLevel,
    Places,
    Record,
    Role,
    Skill,
)
from rung.core.errors import DataError

PACKAGED = Path(__file__).parent / "data"

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Catalogue:
    """What the field is, as far as Rung knows it: skills, roles, ladder, places.

    Why: one object that pure functions take, so that nothing reads files on the way. Parts
    that few commands need are read when first asked for.
    """

    folder: Path = PACKAGED

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Areas by id, in the order of their ids."""
        return {a.id: a for a in self._folder("areas", Area)}

    @cached_property
    def skills(self) -> Mapping[str, Skill]:
        """Skills by id, in the order of their areas."""
        return {s.id: s for s in self._folder("skills", Skill)}

    @cached_property
    def area_of(self) -> Mapping[str, str]:
        """The area each skill stands in: the folder of its file."""
        return {p.stem: p.parent.name for p in self._paths("skills")}

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id."""
        return {r.id: r for r in self._folder("roles", Role)}

    @cached_property
    def levels(self) -> Mapping[str, LadderLevel]:
        """Rungs of the ladder by id, lowest first."""
        found = sorted(self._folder("levels", LadderLevel), key=lambda lv: (lv.track, lv.order))
        return {lv.id: lv for lv in found}

    @cached_property
    def places(self) -> Places:
        """Countries and metros."""
        return _read(self.folder / "places" / "places.yaml", Places)

    @cached_property
    def implications(self) -> Implications:
        """What degrees and jobs show without saying so."""
        return _read(self.folder / "implications.yaml", Implications)

    @cached_property
    def employers(self) -> Employers:
        """Employers whose names vary."""
        return _read(self.folder / "employers.yaml", Employers)

    def _folder(self, name: str, kind: type[R]) -> Iterator[R]:
        for path in self._paths(name):
            yield _read(path, kind)

    def _paths(self, name: str) -> list[Path]:
        return sorted((self.folder / name).rglob("*.yaml"))


@cache
def load(folder: Path = PACKAGED) -> Catalogue:
    """The catalogue in ``folder``; the same object each time, since its files don't change."""
    return Catalogue(folder)


def read_yaml(path: Path) -> Any:
    """A YAML file's content; DataError names the line where it doesn't parse."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text("utf-8"), loader)  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as error:
        raise DataError(path.name, f"is not valid YAML: {error}", "Mend that line.") from error


def _read(path: Path, kind: type[R]) -> R:
    try:
        return kind.model_validate(read_yaml(path))
    except ValidationError as error:
        listed = "; ".join(
            f"{'.'.join(str(p) for p in e['loc'])}: {e['msg']}" for e in error.errors()
        )
        raise DataError(path.name, listed, "Mend these fields.") from error
