"""What one document may cost before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document and on the child process that parses it.

    Why: a few kilobytes can unpack to gigabytes; every stage has its own bound. ``seconds``
    is wall-clock and CPU time, ``memory`` the child's address space in bytes, ``unpacked``
    the bytes a zipped document may hold, ``characters`` the text it may yield.
    """

    size: int = 20 * MEGABYTE
    seconds: int = 20
    memory: int = 600 * MEGABYTE
    unpacked: int = 100 * MEGABYTE
    pages: int = 200
    characters: int = 200_000
