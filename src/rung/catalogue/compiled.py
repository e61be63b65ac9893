"""Catalogue files read fast: parsed YAML kept as JSON under the hash of what was read.

Why: parsing the YAML costs many times what checking the records does. The key is the content,
so an edited file can never be answered from an old copy; and it is JSON, not pickle, so a file
someone else put there can be wrong but can't run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from rung.core import paths
from rung.core.errors import DataError

FORMAT = b"1"
KEPT = 4
"""Compiled copies of a kind kept side by side: versions, branches and personal files."""


def contents(name: str, files: Sequence[str], folder: Path | None = None) -> bytes:
    """What the files hold, in their order, as one JSON list.

    DataError names the file and line that don't parse. ``name`` tells kinds apart in
    ``folder`` (the cache folder where left out).
    """
    texts = {path: _read(path) for path in files}
    store = (folder or paths.cache() / "catalogue") / f"{name}-{_key(texts)}.json"
    found = _load(store)
    if found is None:
        found = msgspec.json.encode([parse(_name(p), text) for p, text in texts.items()])
        _save(store, name, found)
    return found


def content(path: str | Path) -> Any:
    """What one file holds, parsed anew."""
    return parse(_name(str(path)), _read(str(path)))


def parse(name: str, text: bytes) -> Any:
    """A YAML file's content; DataError names the line where it doesn't parse."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text.decode("utf-8"), loader)  # noqa: S506 - both are safe loaders
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise DataError(name, f"is not valid YAML: {error}", "Mend that line.") from error


def _read(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a thousand of them, fast
            return file.readall()
    except OSError as error:
        raise DataError(_name(path), f"can't be read: {error.strerror}.", f"See {path}.") from error


def _name(path: str) -> str:
    return path.rpartition(os.sep)[2]


def _key(texts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(FORMAT)
    for path, text in texts.items():
        digest.update(f"{_name(path)}\0{len(text)}\0".encode())
        digest.update(text)
    return digest.hexdigest()[:32]


def _load(store: Path) -> bytes | None:
    """The kept copy; none where there is none, or where its end is missing."""
    try:
        found = store.read_bytes()
    except OSError:
        return None
    return found if found.startswith(b"[") and found.endswith(b"]") else None


def _save(store: Path, name: str, found: bytes) -> None:
    """Keep ``found`` whole or not at all; a folder that can't be written is no error."""
    with contextlib.suppress(OSError):
        store.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=store.parent, prefix=".draft-")
        with os.fdopen(handle, "wb") as file:
            file.write(found)
        Path(draft).replace(store)
        old = sorted(store.parent.glob(f"{name}-*.json"), key=lambda p: p.stat().st_mtime)
        for path in old[:-KEPT]:
            path.unlink(missing_ok=True)
