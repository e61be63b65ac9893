"""Keeping the catalogue: its size, what is wrong, own files, and proposed prerequisites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rung import market
from rung.catalogue import Catalogue, load
from rung.catalogue.check import check
from rung.catalogue.edges import Proposal, from_company, from_courses, from_esco, proposals
from rung.catalogue.graph import cycle, hard_chain, implied_edges
from rung.catalogue.own import copy_out, decide
from rung.catalogue.records import Verdict
from rung.catalogue.taxonomies import occupations, relations
from rung.core import paths
from rung.core.errors import UserError

VERDICTS: tuple[Verdict, ...] = ("hard", "soft", "no")


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of the person's; ``replaces`` names the packaged record it stands in for."""

    path: str
    replaces: str | None


@dataclass(frozen=True, slots=True)
class CatalogueReport:
    """How large the catalogue is and what is wrong with it."""

    skills: int
    roles: int
    areas: int
    edges: int
    hard_edges: int
    edges_not_implied: int
    longest_chain: tuple[str, ...]
    guide_points: int
    linked_skills: int
    tables: str | None
    """The folder of ESCO and O*NET tables the links were held against, if any."""
    own: tuple[OwnFile, ...]
    problems: tuple[str, ...]


def catalogue_report(tables: Path | None = None) -> CatalogueReport:
    """Size and problems of the catalogue in use; ``tables`` lets links be checked too."""
    catalogue = load()
    skills = catalogue.skills
    edges = [p for s in skills.values() for p in s.prerequisites]
    sound = _sound(catalogue)
    folder = tables or reference_folder()
    return CatalogueReport(
        skills=len(skills),
        roles=len(catalogue.roles),
        areas=len(catalogue.areas),
        edges=len(edges),
        hard_edges=sum(p.kind == "hard" for p in edges),
        edges_not_implied=len(edges) - len(implied_edges(skills)) if sound else 0,
        longest_chain=hard_chain(skills) if sound else (),
        guide_points=len(catalogue.guide.atoms),
        linked_skills=sum(bool(s.links.esco or s.links.onet) for s in skills.values()),
        tables=str(folder) if folder else None,
        own=own_files(catalogue),
        problems=check(catalogue, folder),
    )


def _sound(catalogue: Catalogue) -> bool:
    """Whether every prerequisite is there and none runs in a circle."""
    skills = catalogue.skills
    return all(p.id in skills for s in skills.values() for p in s.prerequisites) and not cycle(
        skills
    )


def reference_folder() -> Path | None:
    """Where a person keeps tables of ESCO and O*NET, if they do."""
    folder = paths.home() / "reference"
    return folder if folder.is_dir() else None


def own_files(catalogue: Catalogue | None = None) -> tuple[OwnFile, ...]:
    """The person's own catalogue files and what each replaces."""
    catalogue = catalogue or load()
    return tuple(_own_file(catalogue, path) for path in catalogue.own_files)


def own_copy(name: str) -> OwnFile:
    """A packaged record copied to the person's folder, to change it there."""
    catalogue = load()
    return _own_file(catalogue, copy_out(catalogue, name))


def _own_file(catalogue: Catalogue, path: Path) -> OwnFile:
    packaged = catalogue.replaced(path)
    named = packaged.relative_to(catalogue.folder).as_posix() if packaged else None
    return OwnFile(str(path), named)


def proposed_edges(tables: Path | None = None) -> tuple[Proposal, ...]:
    """Prerequisites that ads, courses and (where at hand) ESCO and O*NET propose, undecided."""
    catalogue = load()
    if not _sound(catalogue):
        raise UserError("the catalogue", "has broken prerequisites.", "See rung catalogue check.")
    folder = tables or reference_folder()
    ads = (frozenset(ad.asked) for ad in market.load().readings)
    found = [from_company(ads, "ads", "ads"), from_courses(catalogue.courses.values())]
    if folder:
        found.append(from_esco(catalogue, relations(folder)))
        found.append(from_company(occupations(catalogue, folder), "O*NET", "occupations"))
    return proposals(catalogue, *found)


def decide_edge(
    before: str, after: str, verdict: str, reason: str, today: date, file: Path | None
) -> Path:
    """Keep what was decided of a proposed prerequisite; the file it was written to."""
    known = next((v for v in VERDICTS if v == verdict), None)
    if known is None:
        raise UserError(f"verdict {verdict!r}", "is none of hard, soft, no.", "Give one of them.")
    return decide(load(), before, after, known, reason, today, file)
