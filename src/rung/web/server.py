"""Listening: on this machine alone, at a free port, until Ctrl-C."""

from __future__ import annotations

import logging
import socket
import webbrowser
from collections.abc import Callable
from datetime import date

from rung.app import data
from rung.core import paths
from rung.core.errors import UserError
from rung.web.guard import PARAMETER, Door

ADDRESS = "127.0.0.1"
USUAL_PORT = 7864
"""Tried first, so that bookmarks hold; any free one where it is taken."""


def serve(
    today: Callable[[], date], port: int | None, say: Callable[[str], None], *, browser: bool
) -> None:
    """Serve the app until it is stopped; ``say`` is told the address once it listens."""
    import uvicorn

    from rung.web.app import make_app
    from rung.web.site import Site

    bound = listen(port)
    at = bound.getsockname()[1]
    key = data.web_key(paths.home())
    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    app = make_app(Site(today), Door.at(at, key))
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=2,
    )
    address = f"http://{ADDRESS}:{at}/?{PARAMETER}={key}"
    say(address)
    if browser:
        webbrowser.open(address)
    uvicorn.Server(config).run(sockets=[bound])


def listen(port: int | None) -> socket.socket:
    """A listening socket on this machine's own address."""
    wanted = [USUAL_PORT, 0] if port is None else [port]
    for number in wanted:
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((ADDRESS, number))
        except OSError as error:
            made.close()
            if number in (port, 0):
                raise UserError(
                    f"--port {number}", f"can't be used ({error.strerror}).", "Name another."
                ) from error
            continue
        made.listen(128)
        return made
    raise AssertionError
