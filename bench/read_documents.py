"""How the development résumés are read: per folder and layout, as a Markdown table.

Run ``python -m bench.read_documents [FOLDER]``; the folder holds ``data/resumes`` and is the
``shared`` folder beside the project unless given. Bullets are those of the JSON Resume sources
of the generated files: whole means found in one piece, spaces counting as one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rung.core.errors import UnreadableDocument
from rung.reading.documents import read
from rung.reading.documents.records import Document, Line

SHARED = Path(__file__).resolve().parents[2] / "shared"
KINDS = (".pdf", ".docx", ".json")


@dataclass
class Tally:
    """What was counted for one group of files."""

    files: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    geometric: int = 0
    bullets: int = 0
    whole: int = 0
    marked: int = 0


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    tallies: dict[str, Tally] = {}
    for path in sorted((shared / "data" / "resumes").rglob("*")):
        if path.suffix in KINDS:
            count(path, tallies.setdefault(group(path), Tally()))
    print("\n".join(table(tallies)))


def group(path: Path) -> str:
    parts = path.stem.split("__")
    if path.suffix == ".json":
        return f"{path.parent.name} (JSON)"
    return f"{path.parent.name} {parts[1]}" if path.parent.name == "generated" else path.parent.name


def count(path: Path, tally: Tally) -> None:
    tally.files += 1
    try:
        document = read(path)
    except UnreadableDocument as error:
        tally.refused[error.cause] += 1
        return
    tally.pages += len(document.pages)
    tally.geometric += sum(page.order == "geometric" for page in document.pages)
    text = " ".join(line.text for line in lines(document))
    starts = [line.text for line in lines(document) if line.bullet]
    for bullet in true_bullets(path):
        tally.bullets += 1
        tally.whole += bullet in " ".join(text.split())
        tally.marked += any(bullet.startswith(start[:20]) for start in starts)


def lines(document: Document) -> Iterator[Line]:
    for page in document.pages:
        yield from page.lines


def true_bullets(path: Path) -> list[str]:
    truth = path.parent / f"{path.stem.split('__')[0]}.jsonresume.json"
    if path.parent.name != "generated" or not truth.exists():
        return []
    data = json.loads(truth.read_text(encoding="utf-8"))
    return [" ".join(text.split()) for job in data["work"] for text in job["highlights"]]


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    yield "| files | n | read | pages | by geometry | bullets whole | bullets marked | refused |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, tally in tallies.items():
        refused = "; ".join(f"{n} × {cause}" for cause, n in tally.refused.items())
        known = tally.bullets > 0
        yield (
            f"| {name} | {tally.files} | {tally.files - tally.refused.total()} | {tally.pages}"
            f" | {tally.geometric} | {f'{tally.whole}/{tally.bullets}' if known else '–'}"
            f" | {f'{tally.marked}/{tally.bullets}' if known else '–'} | {refused} |"
        )


if __name__ == "__main__":
    main()
