"""A person's own catalogue files: made from packaged ones, and decisions kept beside them."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

import msgspec

from rung.catalogue.load import Catalogue
from rung.catalogue.records import EdgeDecision, EdgeDecisions, Verdict
from rung.core import paths
from rung.core.errors import UserError

DECISIONS = "edge_decisions.yaml"


def copy_out(catalogue: Catalogue, name: str) -> Path:
    """Copy the packaged record called ``name`` to the person's folder; never over a file.

    ``name`` is a skill, role, area or level id, or a path like ``skills/docker``.
    """
    root = catalogue.personal or paths.home() / "catalogue"
    *kinds, stem = name.removesuffix(".yaml").split("/")
    found = [
        p
        for p in sorted(catalogue.folder.rglob("*.yaml"))
        if p.stem == stem and (not kinds or kinds[0] in p.relative_to(catalogue.folder).parts)
    ]
    if not found:
        raise UserError(
            f"record {name!r}", "is not in the catalogue.", "See rung skills, rung roles."
        )
    if len(found) > 1:
        listed = ", ".join(
            p.relative_to(catalogue.folder).with_suffix("").as_posix() for p in found
        )
        raise UserError(f"record {name!r}", f"could be {listed}.", "Name one of them whole.")
    target = root / found[0].relative_to(catalogue.folder)
    if target.exists():
        raise UserError(str(target), "is there already.", "Change it, or remove it first.")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(found[0], target)
    return target


def decide(
    catalogue: Catalogue,
    before: str,
    after: str,
    verdict: Verdict,
    reason: str,
    today: date,
    file: Path | None = None,
) -> Path:
    """Add or change a decision on a proposed prerequisite and write the file whole."""
    for skill in (before, after):
        if skill not in catalogue.skills:
            raise UserError(f"skill {skill!r}", "is not in the catalogue.", "See rung skills.")
    if len(reason.strip()) < 3:
        raise UserError("--reason", "is empty.", "Say why, in a sentence.")
    path = file or (catalogue.personal or paths.home() / "catalogue") / DECISIONS
    made = EdgeDecision(before=before, after=after, verdict=verdict, reason=reason)
    known = catalogue.edge_decisions
    kept = tuple(d for d in known.decisions if (d.before, d.after) != (before, after))
    ordered = sorted((*kept, made), key=lambda d: (d.after, d.before))
    made_on = today.isoformat()
    _write(path, EdgeDecisions(decisions=tuple(ordered), source=known.source, as_of=made_on))
    return path


def _write(path: Path, decisions: EdgeDecisions) -> None:
    """Write the file whole or leave the old one as it was."""
    import yaml

    head = "# yaml-language-server: $schema=../schemas/edge-decisions.schema.json\n"
    content = msgspec.to_builtins(decisions)
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=".draft-", delete=False
    ) as draft:
        draft.write(head + text)
    Path(draft.name).replace(path)
