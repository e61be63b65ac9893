"""Every error Rung raises on purpose.

    RungError
    ├── UserError       the person can mend it: wrong path, unreadable file, impossible goal
    │   └── UnreadableDocument
    └── DataError       a packaged or personal data file is wrong: names file, place, fix

Anything else that escapes is a bug in Rung. Faces print errors in one place.
"""

from __future__ import annotations


class RungError(Exception):
    """Something went wrong in a way Rung can explain.

    Why: one shape for every message (what, why, what to do next), so that each face shows
    them alike. ``subject`` names the file or value at fault.
    """

    def __init__(self, subject: str, cause: str, next_step: str = "") -> None:
        self.subject = subject
        self.cause = cause
        self.next_step = next_step
        super().__init__(f"{subject}: {cause}" + (f" {next_step}" if next_step else ""))


class UserError(RungError):
    """The person can mend this; exit code 2."""


class UnreadableDocument(UserError):  # noqa: N818 - named for what it is about
    """A document that can't be read, with the reason and what would help."""


class DataError(RungError):
    """A catalogue or settings file breaks its schema; names the file and the place."""
