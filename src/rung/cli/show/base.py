"""Printing: rich on a terminal, plain when piped, JSON when asked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from rich.console import Console
from rich.text import Text


def console() -> Console:
    """The console to print to; plain text of a fixed width when nobody watches.

    Why no markup, emoji codes or highlighting: what documents, ads and people write is
    printed as it stands; "[/x]" or ":rocket:" in it means nothing here.
    """
    if sys.stdout.isatty():
        return Console(markup=False, emoji=False, highlight=False)
    return plain(sys.stdout)


def plain(file: IO[str]) -> Console:
    """A console for files and pipes: no colours whatever the environment asks for."""
    return Console(
        file=file,
        width=100,
        force_terminal=False,
        no_color=True,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def heading(console: Console, title: str, rest: str = "") -> None:
    """A title in bold, with what follows it on the line."""
    console.print(Text.assemble((title, "bold"), rest))


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
