"""Printing: rich on a terminal, plain when piped, JSON when asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console


def console() -> Console:
    """The console to print to; plain text of a fixed width when nobody watches."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(width=100, no_color=True, highlight=False, legacy_windows=False)


def emit(record: Any, kind: Any, show: Callable[[Any, Console], None], *, as_json: bool) -> None:
    """Print ``record`` as JSON or with ``show``."""
    if as_json:
        from rung.app.wire import to_json

        sys.stdout.write(to_json(record, kind))
    else:
        show(record, console())


@contextmanager
def progress(title: str) -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on standard error; silent when nobody watches."""
    from rich.progress import Progress

    with Progress(
        console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()
    ) as bar:
        task = bar.add_task(title, total=None)

        def report(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=what)

        yield report
