"""What Rung keeps in its folder, from the code that keeps it."""

from __future__ import annotations

from dataclasses import fields

from rung.app.data import KEY_FILE, KINDS, PERSONAL, REMADE
from rung.core.state.backups import FOLDER
from rung.core.state.store import NAME
from rung.reading.documents.limits import Limits

RECORDS = {
    "document": "which documents you imported, when, and in which order they are believed",
    "correction": "each value you set right or took out",
    "offer": "offers you got",
    "plan": "the plan you live with: its goal, steps and weeks",
    "override": "checks of `rung advise` you decided against, with your reason",
    "log": "steps finished, hours, notes and evidence",
    "answers": "your answers to the questions of `rung divide` and `rung choose`",
}
FOLDERS = {
    "catalogue": "your own catalogue files",
    "boards.yaml": "boards of employers you added",
    "market": "ads you fetched or added, and what was counted from them",
    "esco": "ESCO's concepts, once imported",
    "reference": "tables of ESCO and O*NET you put there, for `rung catalogue check`",
    "cache": "what can be made again: the compiled catalogue, answers of sources",
}

BOUNDS = {
    "size": "bytes of the file",
    "seconds": "seconds, by the clock and of the processor",
    "memory": "bytes of memory",
    "unpacked": "bytes a zipped document may unpack to",
    "pages": "pages",
    "characters": "characters of text",
}


def records() -> str:
    """Kinds of record in the state file, and the word that deletes them."""
    rows = ["| record | what it holds | `rung data delete` |", "|---|---|---|"]
    rows += [f"| `{k}` | {RECORDS[k]} | `{word}` |" for word, ks in KINDS.items() for k in ks]
    return "\n".join(rows)


def places() -> str:
    """Files and folders beside each other in Rung's folder."""
    rows = ["| in Rung's folder | what it is | in an export |", "|---|---|---|"]
    rows.append(f"| `{NAME}` | all records above, the originals, thirty days of undo | yes |")
    rows.append(f"| `{FOLDER}/` | backups, each a whole export | no |")
    rows.append(f"| `{KEY_FILE}` | the key of `rung serve` | no |")
    rows += [f"| `{_path(n)}` | {FOLDERS[n]} | yes |" for n in PERSONAL]
    rows += [f"| `{_path(n)}` | {FOLDERS[n]} | no |" for n in REMADE]
    return "\n".join(rows)


def limits() -> str:
    """What one document may cost before it is refused."""
    rows = ["| bound | at most |", "|---|---|"]
    rows += [f"| {BOUNDS[f.name]} | {f.default:,} |" for f in fields(Limits)]
    return "\n".join(rows)


def _path(name: str) -> str:
    return name if "." in name else f"{name}/"
