"""The catalogue's files, read and checked against their schemas."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from rung.catalogue import compiled
from rung.catalogue.faults import faults
from rung.catalogue.records import (
    Area,
    Course,
    EdgeDecisions,
    Employers,
    GuideClaims,
    Implications,
    LadderLevel,
    Places,
    Record,
    Role,
    Skill,
)
from rung.core import paths
from rung.core.errors import DataError

PACKAGED = Path(__file__).parent / "data"

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Catalogue:
    """What the field is, as far as Rung knows it: skills, roles, ladder, places.

    Why: one object that pure functions take, so that nothing reads files on the way. Parts
    that few commands need are read when first asked for. A file in ``personal`` stands in
    for the packaged one of the same kind and name, or adds one.
    """

    folder: Path = PACKAGED
    personal: Path | None = None

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Areas by id, in the order of their ids."""
        return {a.id: a for a in self._records("areas", Area)}

    @cached_property
    def skills(self) -> Mapping[str, Skill]:
        """Skills by id, in the order of their areas."""
        return {s.id: s for s in self._records("skills", Skill)}

    @cached_property
    def area_of(self) -> Mapping[str, str]:
        """The area each skill stands in: the folder of its file."""
        packaged = {p.stem: p.parent.name for p in self._packaged("skills")}
        own = {p.stem: p.parent.name for p in self.own_files if _kind(self.personal, p) == "skills"}
        return packaged | {s: a for s, a in own.items() if a != "skills" or s not in packaged}

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id."""
        return {r.id: r for r in self._records("roles", Role)}

    @cached_property
    def levels(self) -> Mapping[str, LadderLevel]:
        """Rungs of the ladder by id, lowest first."""
        found = sorted(self._records("levels", LadderLevel), key=lambda lv: (lv.track, lv.order))
        return {lv.id: lv for lv in found}

    @cached_property
    def places(self) -> Places:
        """Countries and metros."""
        return self._one("places", Places)

    @cached_property
    def implications(self) -> Implications:
        """What degrees and jobs show without saying so."""
        return self._one("implications", Implications)

    @cached_property
    def employers(self) -> Employers:
        """Employers whose names vary."""
        return self._one("employers", Employers)

    @cached_property
    def guide(self) -> GuideClaims:
        """What the two career guides name, and which record answers each point."""
        return self._one("guide", GuideClaims)

    @cached_property
    def courses(self) -> Mapping[str, Course]:
        """Books and courses by id, for the order they teach in."""
        return {c.id: c for c in self._records("courses", Course)}

    @cached_property
    def edge_decisions(self) -> EdgeDecisions:
        """What was decided of each proposed prerequisite."""
        return self._one("edge_decisions", EdgeDecisions)

    @cached_property
    def own_files(self) -> tuple[Path, ...]:
        """The person's own files, in order."""
        if self.personal is None or not self.personal.is_dir():
            return ()
        return tuple(_walk(self.personal))

    def replaced(self, path: Path) -> Path | None:
        """The packaged file that a personal one stands in for, if any."""
        kind = _kind(self.personal, path)
        return next((p for p in self._packaged(kind) if p.name == path.name), None)

    def _records(self, kind: str, record: type[R]) -> Iterator[R]:
        files = {p.name: p for p in self._packaged(kind)}
        files |= {p.name: p for p in self.own_files if _kind(self.personal, p) == kind}
        found = _read(kind, list(files.values()), record)
        for path, each in zip(files.values(), found, strict=True):
            named = getattr(each, "id", path.stem)
            if named != path.stem:
                cause = f"holds the id {named}, but a file is called by its id."
                raise DataError(path.name, cause, "Rename the file or the id.")
            yield each

    def _one(self, name: str, record: type[R]) -> R:
        file = f"{name}.yaml"
        own = next((p for p in self.own_files if p.name == file), None)
        return _read(name, [own or self.folder / file], record)[0]

    def _packaged(self, kind: str) -> list[Path]:
        return self._files.get(kind, [])

    @cached_property
    def _files(self) -> Mapping[str, list[Path]]:
        found: dict[str, list[Path]] = defaultdict(list)
        for path in _walk(self.folder):
            found[_kind(self.folder, path)].append(path)
        return found


@cache
def load(folder: Path = PACKAGED) -> Catalogue:
    """The packaged catalogue with the person's own files over it.

    The same object each time, since files don't change while a command runs.
    """
    return Catalogue(folder, paths.home() / "catalogue")


def _walk(folder: Path) -> Iterator[Path]:
    """The data files of a folder and the folders in it, in order of their names.

    Why not rglob: it takes as long as reading the files.
    """
    for root, folders, files in os.walk(folder):
        folders.sort()
        yield from (Path(root, f) for f in sorted(files) if f.endswith(".yaml"))


def _kind(root: Path | None, path: Path) -> str:
    """The folder of the catalogue a file belongs to: skills, roles, areas, levels."""
    return path.parts[len(root.parts)] if root else ""


def _read(name: str, files: list[Path], kind: type[R]) -> list[R]:
    """The files' records; DataError names the first bad file and all that is wrong with it."""
    try:
        return msgspec.json.decode(compiled.contents(name, files), type=list[kind])  # type: ignore[valid-type]
    except msgspec.ValidationError:
        for path in files:
            if wrong := faults(compiled.content(path), kind):
                raise DataError(path.name, "; ".join(wrong), "Mend these fields.") from None
        raise
