"""The table of docs/measurements.md: fields read right, by layout and source.

Run ``python -m bench.resumes [FOLDER] [--made FOLDER] [-v]``. FOLDER holds the development
résumés (``../shared/data/resumes`` unless given); ``--made`` scores documents written by
``python -m bench.resumes.made`` instead.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.resumes.score import Tally, score
from bench.resumes.truth import WRONG, documents, made
from rung.catalogue import load
from rung.core.errors import RungError
from rung.profile import build
from rung.reading.documents import read

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 27)
FIELDS = ("name", "email", "phone", "F1", "dates", "school", "degree")
SKILLS = ("skill recall", "skill precision", "verbatim")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "folder", nargs="?", default=ROOT.parent / "shared" / "data" / "resumes", type=Path
    )
    parser.add_argument("--made", type=Path)
    parser.add_argument("-v", action="store_true", dest="verbose")
    given = parser.parse_args()
    source = made(given.made) if given.made else documents(given.folder)
    catalogue = load()
    groups: dict[str, Tally] = {}
    layouts: dict[str, Tally] = {}
    for group, layout, path, truth in source:
        own = Tally()
        try:
            profile = build(read(path), catalogue, TODAY)
        except RungError as error:
            print(f"refused {path.name}: {error}", file=sys.stderr)
            continue
        text = other_text(path)
        for tally in (groups.setdefault(group, Tally()), layouts.setdefault(layout, Tally()), own):
            score(tally, profile, truth, text)
        if given.verbose and own.misses:
            print(f"{path.name}: " + "; ".join(own.misses), file=sys.stderr)
    print("\n".join(table(groups, layouts)))
    if not given.made:
        for name, fields in WRONG.items():
            print(f"\nLeft out: {name}: " + "; ".join(f"{k}: {v}" for k, v in fields.items()))


def other_text(path: Path) -> str:
    """A document's text by a reader that is not Rung's."""
    if path.suffix == ".docx":
        import zipfile

        from defusedxml import ElementTree

        names = ("word/document.xml", "word/header", "word/footer")
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(n) for n in archive.namelist() if n.startswith(names)]
        roots = [ElementTree.fromstring(p) for p in parts if p[:1] == b"<"]
        return " ".join(" ".join(root.itertext()) for root in roots)
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def table(groups: dict[str, Tally], layouts: dict[str, Tally]) -> Iterator[str]:
    yield "| source | documents | " + " | ".join((*FIELDS, *SKILLS)) + " | positions |"
    yield "|" + "---|" * (len(FIELDS) + len(SKILLS) + 3)
    whole = Tally()
    for tally in groups.values():
        whole.documents += tally.documents
        for name, n in tally.cases.items():
            whole.cases[name] = whole.cases.get(name, 0) + n
            whole.right[name] = whole.right.get(name, 0) + tally.right[name]
    for name, tally in {
        "**all**": whole,
        **{f"**{g}**": t for g, t in groups.items()},
        **layouts,
    }.items():
        cells = [tally.f1() if f == "F1" else tally.share(f) for f in (*FIELDS, *SKILLS)]
        shown = " | ".join("–" if c is None else f"{c:.3f}" for c in cells)
        yield f"| {name} | {tally.documents} | {shown} | {tally.cases.get('job recall', 0)} |"


if __name__ == "__main__":
    main()
