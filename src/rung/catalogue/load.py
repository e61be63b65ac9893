"""The catalogue's files, read and checked against their schemas."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from rung.catalogue import compiled
from rung.catalogue.faults import faults
from rung.catalogue.records import (
    Area,
    ChoiceRecord,
    Course,
    EdgeDecisions,
    Employers,
    GuideClaims,
    Implications,
    Industry,
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


class DataFile(NamedTuple):
    """A file of the catalogue: where it is, what it is called, the folder it stands in."""

    path: str
    id: str
    folder: str


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
        packaged = {f.id: f.folder for f in self._packaged["skills"]}
        own = {f.id: f.folder for f in self._own["skills"]}
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
    def industries(self) -> Mapping[str, Industry]:
        """Industries by id."""
        return {i.id: i for i in self._records("industries", Industry)}

    @cached_property
    def guide(self) -> GuideClaims:
        """What the two career guides name, and which record answers each point."""
        return self._one("guide", GuideClaims)

    @cached_property
    def choices(self) -> Mapping[str, ChoiceRecord]:
        """Choices people face, by id."""
        return {c.id: c for c in self._records("choices", ChoiceRecord)}

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
        return tuple(Path(f.path) for files in self._own.values() for f in files)

    def replaced(self, path: Path) -> Path | None:
        """The packaged file that a personal one stands in for, if any."""
        inside = path.relative_to(self.personal).parts[:-1] if self.personal else ()
        same = (f for f in self._packaged[next(iter(inside), "")] if f.id == path.stem)
        return next((Path(f.path) for f in same), None)

    def _records(self, kind: str, record: type[R]) -> Iterator[R]:
        files = {f.id: f for f in self._packaged[kind]} | {f.id: f for f in self._own[kind]}
        found = _read(kind, [f.path for f in files.values()], record)
        for name, each in zip(files, found, strict=True):
            named = getattr(each, "id", name)
            if named != name:
                cause = f"holds the id {named}, but a file is called by its id."
                raise DataError(f"{name}.yaml", cause, "Rename the file or the id.")
            yield each

    def _one(self, name: str, record: type[R]) -> R:
        own = (f.path for f in self._own[""] if f.id == name)
        return _read(name, [next(own, str(self.folder / f"{name}.yaml"))], record)[0]

    @cached_property
    def _packaged(self) -> Mapping[str, list[DataFile]]:
        return _files(self.folder)

    @cached_property
    def _own(self) -> Mapping[str, list[DataFile]]:
        return _files(self.personal) if self.personal else defaultdict(list)


@cache
def load(folder: Path = PACKAGED) -> Catalogue:
    """The packaged catalogue with the person's own files over it.

    The same object each time, since files don't change while a command runs.
    """
    return Catalogue(folder, paths.home() / "catalogue")


def _files(root: Path) -> Mapping[str, list[DataFile]]:
    """The data files under a folder by kind, in order of their names; "" for those at its top.

    Why no paths: making eight hundred of them takes as long as reading the files.
    """
    found: dict[str, list[DataFile]] = defaultdict(list)
    for place, folders, names in os.walk(root):
        folders.sort()
        here = Path(place)
        kind = next(iter(here.relative_to(root).parts), "")
        for name in sorted(names):
            if name.endswith(".yaml"):
                path = f"{place}{os.sep}{name}"
                found[kind].append(DataFile(path, name.removesuffix(".yaml"), here.name))
    return found


def _read(name: str, files: list[str], kind: type[R]) -> list[R]:
    """The files' records; DataError names the first bad file and all that is wrong with it.

    Where the files are sound the compiled copy was not, and they are read without it.
    """
    try:
        found = msgspec.json.decode(compiled.contents(name, files), type=list[kind])  # type: ignore[valid-type]
        if len(found) == len(files):
            return found
    except msgspec.DecodeError:
        pass
    fresh = [compiled.content(path) for path in files]
    for path, content in zip(files, fresh, strict=True):
        if wrong := faults(content, kind):
            raise DataError(Path(path).name, "; ".join(wrong), "Mend these fields.")
    return [msgspec.convert(content, kind) for content in fresh]
