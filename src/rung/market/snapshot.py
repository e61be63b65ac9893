"""The bundled figures, read when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from rung.market import manifest, pay_cells, pay_tables, readings, references, titles
from rung.market.readings import Reading
from rung.market.records import SnapshotInfo

PACKAGED = Path(__file__).parent / "data"
"""Where the package keeps its own snapshot."""


@dataclass(frozen=True)
class Snapshot:
    """Counts derived from ads, in one folder of files."""

    folder: Path = PACKAGED

    @cached_property
    def manifest(self) -> manifest.Manifest:
        """Dates, sources and what was left out."""
        return manifest.read(self.folder)

    @property
    def info(self) -> SnapshotInfo:
        """Version and dates, to stand beside every figure."""
        m = self.manifest
        return SnapshotInfo(m.version, m.first, m.last, m.ads)

    @cached_property
    def readings(self) -> tuple[readings.Reading, ...]:
        """One row an ad."""
        return readings.read(self.folder / "readings.parquet")

    def only(self, keep: Callable[[Reading], bool]) -> Snapshot:
        """The same figures over some of the ads."""
        return Part(self.folder, tuple(r for r in self.readings if keep(r)), self.references)

    @cached_property
    def references(self) -> Mapping[int, references.Fact]:
        """The ads one can look at, by number."""
        return references.read(self.folder / "references.parquet")

    @cached_property
    def pay(self) -> tuple[pay_cells.PayCell, ...]:
        """Quantiles of posted pay."""
        return pay_cells.read(self.folder / "pay.parquet")

    @cached_property
    def pay_sizes(self) -> tuple[pay_cells.Size, ...]:
        """How many ads with pay each place has, also where too few for a band."""
        return pay_cells.read_sizes(self.folder / "pay_counts.parquet")

    @cached_property
    def pay_tables(self) -> pay_tables.PayTables | None:
        """The pay model; None where these figures have none."""
        return pay_tables.read(self.folder)

    @cached_property
    def titles(self) -> tuple[titles.TitleCount, ...]:
        """Titles that several employers use for a role."""
        return titles.read(self.folder / "titles.parquet")

    def source_label(self, source: str) -> str:
        """The name of a source as people know it."""
        return self._labels.get(source, source)

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        found = (*self.manifest.sources, *self.manifest.pay_sources)
        return {s.id: s.label for s in found}


class Part(Snapshot):
    """Some of a snapshot's ads: those of a level, a time or an industry."""

    def __init__(
        self,
        folder: Path,
        kept: tuple[Reading, ...],
        named: Mapping[int, references.Fact],
    ) -> None:
        super().__init__(folder)
        self.__dict__["readings"] = kept
        self.__dict__["references"] = named


@cache
def load(folder: Path = PACKAGED) -> Snapshot:
    """The snapshot in ``folder``; the same object each time, since its files don't change."""
    return Snapshot(folder)
