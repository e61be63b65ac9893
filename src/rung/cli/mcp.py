"""The command an assistant starts."""

from __future__ import annotations

import importlib.util

from rung.cli.options import Today, day
from rung.core.errors import UserError


def serve(today: Today = None) -> None:
    """Serve an assistant over MCP: its door to your profile, gap, plan, log, pay and demand."""
    if importlib.util.find_spec("mcp") is None:
        raise UserError("rung mcp", "needs one package more.", 'Run: pip install "rung[mcp]"')
    from rung.mcp.server import run

    day(today)
    run(lambda: day(today))
