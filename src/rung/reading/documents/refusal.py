"""A refusal as raised while parsing, before the file's name is added."""

from __future__ import annotations


class RefusalError(Exception):
    """This document can't be read; says why and what would help.

    Why: parsers see bytes only. ``read`` turns this into an ``UnreadableDocument`` that
    names the file.
    """

    def __init__(self, cause: str, next_step: str) -> None:
        self.cause = cause
        self.next_step = next_step
        super().__init__(cause)
