"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

_NEW = os.O_CREAT | os.O_WRONLY | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` so that no reader ever sees half of it, not even after a power cut."""
    write_whole_bytes(path, text.encode("utf-8"))


def write_whole_bytes(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Write bytes in one step; a failure leaves what stood there before, and no remains."""
    part = path.with_name(path.name + ".part")
    try:
        with os.fdopen(os.open(part, _NEW, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make a rename lasting; systems that can't open folders do it on their own."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
