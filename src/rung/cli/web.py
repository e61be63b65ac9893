"""The command that opens Rung in the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from rung.cli.options import Today, day


def serve(
    port: Annotated[
        int | None,
        typer.Option("--port", min=0, max=65535, help="A port of yours; a free one if left out."),
    ] = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the browser at once.")
    ] = True,
    today: Today = None,
) -> None:
    """Open Rung in your browser: on this machine alone, until Ctrl-C."""
    from rung.web.server import serve as listen

    day(today)
    listen(
        lambda: day(today),
        port,
        lambda address: print(f"Rung is at {address}\nCtrl-C ends it.", flush=True),
        browser=browser,
    )
