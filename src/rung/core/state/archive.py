"""The whole state as one zip of plain JSON and original files, and back without loss."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rung.core.errors import UserError
from rung.core.files import write_whole_bytes
from rung.core.state.records import Change, Part, Saved, dumps

FORMAT = "rung.data"
VERSION = 1
MOST_BYTES = 2_000_000_000
_EPOCH = (1980, 1, 1, 0, 0, 0)
_ABOUT = """This is everything you gave Rung or wrote in it.

data.json        your records as JSON, and the changes that can still be undone
originals/       the files you gave, byte for byte, named by their SHA-256
files/           catalogue and board files you wrote yourself
rung.json        the format's version, and the SHA-256 of every file here

`rung data import FILE` reads it back; `rung data restore FILE` makes Rung's state exactly this.
"""


def pack(saved: Saved, files: Mapping[str, bytes], made: str) -> bytes:
    """The archive's bytes: the same state gives the same bytes but for ``made``."""
    contents: dict[str, bytes] = {
        "README.txt": _ABOUT.encode(),
        "data.json": _data(saved),
        **{f"originals/{sha}": content for sha, content in sorted(saved.originals.items())},
        **{f"files/{name}": content for name, content in sorted(files.items())},
    }
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    head = {"format": FORMAT, "version": VERSION, "made": made, "sha256": sums}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"rung.json": _json(head), **contents}.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr = 0o600 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()


def write(path: Path, saved: Saved, files: Mapping[str, bytes], made: str) -> None:
    """Write an archive whole, readable by its owner alone, and read it back to be sure."""
    write_whole_bytes(path, pack(saved, files, made), mode=0o600)
    again, others = read(path)
    if again != saved or others != dict(files):
        raise UserError(str(path), "did not read back as written.", "Check the disk; try again.")


def read(path: Path) -> tuple[Saved, dict[str, bytes]]:
    """An archive's state and files.

    Raises UserError naming the file and the place at fault; nothing is taken from an
    archive of which any part is not as it was written.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(path, archive)
    except FileNotFoundError:
        raise UserError(str(path), "is not there.", "Check the path.") from None
    except IsADirectoryError:
        raise _bad(path, "it is a folder") from None
    except OSError as error:
        raise UserError(
            str(path), f"can't be read ({error.strerror}).", "Check its permissions."
        ) from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise _bad(path, f"it is no whole zip file ({error})") from error
    except Exception as error:  # zlib and struct raise their own kinds on damaged bytes
        if isinstance(error, UserError):
            raise
        raise _bad(path, f"it is damaged ({type(error).__name__}: {error})") from error


def _read(path: Path, archive: zipfile.ZipFile) -> tuple[Saved, dict[str, bytes]]:
    contents = _contents(path, archive, _sums(path, archive))
    if "data.json" not in contents:
        raise _bad(path, "data.json is missing")
    originals = _under("originals/", contents)
    for name, content in originals.items():
        if hashlib.sha256(content).hexdigest() != name:
            raise _bad(path, f"originals/{name}: its name is not its SHA-256")
    files = _under("files/", contents)
    for name in files:
        if name.startswith("/") or ".." in Path(name).parts or "\\" in name or ":" in name:
            raise _bad(path, f"files/{name}: leads out of Rung's folder")
    return _saved(path, contents["data.json"], originals), files


def _sums(path: Path, archive: zipfile.ZipFile) -> dict[str, str]:
    """The SHA-256 of every file, once the archive is known to be ours and whole."""
    names = archive.namelist()
    if sum(i.file_size for i in archive.infolist()) > MOST_BYTES:
        raise _bad(path, "it unpacks to more than 2 GB")
    if len(names) != len(set(names)) or "rung.json" not in names:
        raise _bad(path, "it has no rung.json, so it is no export of Rung's")
    head = _object(path, "rung.json", archive.read("rung.json"))
    if head.get("format") != FORMAT:
        raise _bad(path, f"rung.json: format is {head.get('format')!r}, not {FORMAT!r}")
    if not isinstance(head.get("version"), int) or head["version"] > VERSION:
        raise UserError(
            str(path),
            f"is of format version {head.get('version')}; this Rung reads up to {VERSION}.",
            "Update Rung.",
        )
    sums = head.get("sha256")
    if not isinstance(sums, dict) or sorted([*sums, "rung.json"]) != sorted(names):
        raise _bad(path, "rung.json: the list of files is not what the zip holds")
    return sums


def _contents(path: Path, archive: zipfile.ZipFile, sums: dict[str, str]) -> dict[str, bytes]:
    contents = {name: archive.read(name) for name in sums}
    for name, content in contents.items():
        if hashlib.sha256(content).hexdigest() != sums[name]:
            raise _bad(path, f"{name}: its SHA-256 is not the one noted")
    return contents


def _under(folder: str, contents: Mapping[str, bytes]) -> dict[str, bytes]:
    return {n.removeprefix(folder): c for n, c in contents.items() if n.startswith(folder)}


def _data(saved: Saved) -> bytes:
    records: dict[str, dict[str, Any]] = {}
    for (kind, name), body in sorted(saved.records.items()):
        records.setdefault(kind, {})[name] = _plain(body)
    changes = [
        {
            "number": c.number,
            "at": c.at,
            "what": c.what,
            "undoes": c.undoes,
            "parts": [
                {"kind": p.kind, "id": p.id, "before": _plain(p.before), "after": _plain(p.after)}
                for p in c.parts
            ],
        }
        for c in saved.changes
    ]
    return _json({"records": records, "changes": changes})


def _plain(body: str | None) -> Any:
    return None if body is None else json.loads(body)


def _json(value: Any) -> bytes:
    return (dumps(value, indent=1) + "\n").encode()


def _object(path: Path, name: str, content: bytes) -> dict[str, Any]:
    try:
        found = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise _bad(path, f"{name}: {error}") from error
    if not isinstance(found, dict):
        raise _bad(path, f"{name}: is no JSON object")
    return found


def _saved(path: Path, content: bytes, originals: dict[str, bytes]) -> Saved:
    data = _object(path, "data.json", content)
    try:
        records = {
            (str(kind), str(name)): dumps(body)
            for kind, held in data["records"].items()
            for name, body in held.items()
        }
        changes = tuple(
            Change(
                int(c["number"]),
                str(c["at"]),
                str(c["what"]),
                c["undoes"],
                tuple(
                    Part(p["kind"], p["id"], _body(p["before"]), _body(p["after"]))
                    for p in c["parts"]
                ),
            )
            for c in data["changes"]
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise _bad(path, f"data.json: {type(error).__name__}: {error}") from error
    return Saved(records, dict(sorted(originals.items())), changes)


def _body(value: Any) -> str | None:
    return None if value is None else dumps(value)


def _bad(path: Path, cause: str) -> UserError:
    return UserError(
        str(path), f"can't be used: {cause}. Nothing was changed.", "Give a whole Rung export."
    )
