"""A command line as documentation writes it, held against the program's own commands.

    rung plan RÉSUMÉ --role mlops-engineer
    python3 bootstrap.py run plan …

Nothing is run: groups, options and their values are checked as the program would read them.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import typer.main

BOOTSTRAP = ("python3", "bootstrap.py")
PROGRAM = "rung"
_FENCE = re.compile(r"^(?P<mark>`{3,})sh[^\n]*\n(?P<body>.*?)^(?P=mark)", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"(?<!`)`(rung [a-z][^`]*)`(?!`)")
_WORD = re.compile(r"[a-z][a-z-]*")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


class NoSuchCommand(Exception):  # noqa: N818 - named for what it says
    """A line names a command, an option or a value that the program doesn't have."""


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line that calls Rung, ``rung`` first, however it is called."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Line:
        """The line in ``text``; NoSuchCommand where it doesn't call Rung."""
        words = tuple(shlex.split(text, comments=True))
        if words[:3] == (*BOOTSTRAP, "run"):
            words = (PROGRAM, *words[3:])
        if words[:1] != (PROGRAM,):
            raise NoSuchCommand(f"{text!r} doesn't call rung")
        return cls(words)


def examples(page: str) -> Iterator[str]:
    """Every line of a page's ``sh`` blocks that calls Rung; broken lines are put together."""
    for block in _FENCE.finditer(page):
        for line in block["body"].replace("\\\n", " ").splitlines():
            text = line.strip()
            if text.startswith((f"{PROGRAM} ", f"{' '.join(BOOTSTRAP)} run ")):
                yield text


def mentions(page: str) -> Iterator[str]:
    """Every command a page names in running text, as `rung profile show --source`."""
    yield from _SPAN.findall(page)


def check(text: str) -> None:
    """Read an example as the program would; NoSuchCommand says what it doesn't take."""
    command, rest = _leaf(Line.of(text).words[1:])
    try:
        command.make_context(PROGRAM, list(rest))
    except Exception as error:
        if not hasattr(error, "format_message"):  # what the parser refuses has one
            raise
        raise NoSuchCommand(f"{text!r}: {error.format_message()}") from None


def check_mention(text: str) -> None:
    """Whether the commands and options a text names exist; values may be left open."""
    words = text.split()[1:]
    command: Any = _program()
    while words and hasattr(command, "commands") and not words[0].startswith("-"):
        named = re.split(r"[,|`]", words[0])[0]
        if not _WORD.fullmatch(named) or named not in command.commands:
            raise NoSuchCommand(f"{text!r}: there is no {words[0]!r}")
        command, words = command.commands[named], words[1:]
    known = {o for p in command.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
    for option in _OPTION.findall(" ".join(words)):
        if option not in known:
            raise NoSuchCommand(f"{text!r}: there is no {option}")


def takes(line: Line, option: str) -> bool:
    """Whether the command of a line has an option."""
    command, _ = _leaf(line.words[1:])
    return any(option in p.opts for p in command.params)


def _leaf(words: tuple[str, ...]) -> tuple[Any, tuple[str, ...]]:
    """The command that ``words`` lead to, and the words left for it."""
    command: Any = _program()
    left = words
    while hasattr(command, "commands"):
        if not left or left[0] not in command.commands:
            raise NoSuchCommand(f"there is no command {' '.join((PROGRAM, *words))!r}")
        command, left = command.commands[left[0]], left[1:]
    return command, left


@cache
def _program() -> Any:
    from rung.cli.main import app

    return typer.main.get_command(app)
