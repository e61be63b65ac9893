"""To come."""

from __future__ import annotations

from rung.web.page import Change, File, Page

PAGES: tuple[Page, ...] = ()
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = ()
