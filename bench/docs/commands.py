"""The help of every command as Markdown, for docs/commands.md."""

from __future__ import annotations

import re
from typing import Any

import typer.main

from rung.cli.main import app


def pages() -> str:
    """One heading and option list a command, in the order of the program."""
    root = typer.main.get_command(app)
    return "\n".join(_page("rung", name, c) for name, c in sorted(_leaves(root)))


def _leaves(command: Any, above: str = "") -> list[tuple[str, Any]]:
    found = []
    for name, sub in getattr(command, "commands", {}).items():
        path = f"{above} {name}".strip()
        found += _leaves(sub, path) if hasattr(sub, "commands") else [(path, sub)]
    return found


def _page(program: str, name: str, command: Any) -> str:
    lines = [f"## `{program} {name}`", "", _plain(command.help), ""]
    for parameter in command.params:
        flags = ", ".join(f"`{o}`" for o in parameter.opts)
        if parameter.param_type_name == "argument":
            flags = f"`{parameter.metavar or parameter.name}`"
        need = " (required)" if parameter.required else ""
        lines.append(f"- {flags}{need}: {_plain(getattr(parameter, 'help', ''))}")
    return "\n".join([*lines, ""])


def _plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()
