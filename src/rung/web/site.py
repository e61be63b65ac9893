"""What every page works with: the person's data, the day, answers worked out once."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from rung.app import data, my_plan, my_profile
from rung.core import paths
from rung.core.state import State
from rung.web.jobs import Jobs

T = TypeVar("T")
REMEMBERED = 96
"""Answers kept in memory; a change to the person's data or the ads makes them stale at once."""

MOST_TOLD = 50


class Site:
    """One running app: nothing in it outlives the process but what `app` stores."""

    def __init__(self, today: Callable[[], date], home: Path | None = None) -> None:
        self._today = today
        self._home = home or paths.home()
        self.token = secrets.token_urlsafe(24)
        self.jobs = Jobs()
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._making: dict[Hashable, Lock] = {}
        self._told: OrderedDict[str, tuple[str, bool]] = OrderedDict()

    @property
    def today(self) -> date:
        """The person's own calendar day."""
        return self._today()

    def state(self) -> State:
        """The person's state, opened anew: another process may have written meanwhile."""
        return data.open_state()

    def has_profile(self) -> bool:
        """Whether a document was imported."""
        return bool(my_profile.kept(self.state()))

    def has_plan(self) -> bool:
        """Whether a plan is kept."""
        return my_plan.the_plan(self.state()) is not None

    def once(self, name: str, asked: Hashable, make: Callable[[], T]) -> T:
        """``make()``, or what it gave for the same question over the same data.

        Two visitors who ask at once wait for one answer; they don't work it out twice.
        """
        key = (name, asked, self.today, data.stamp(self._home))
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                found: T = self._answers[key]
                return found
            gate = self._making.setdefault(key, Lock())
        with gate:
            with self._lock:
                if key in self._answers:
                    again: T = self._answers[key]
                    return again
            try:
                made = make()
            finally:
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                self._answers[key] = made
                while len(self._answers) > REMEMBERED:
                    self._answers.popitem(last=False)
            return made

    def tell(self, text: str, *, undo: bool = False) -> str:
        """Keep a message for the next page; gives the name it is fetched by."""
        name = secrets.token_urlsafe(6)
        with self._lock:
            self._told[name] = (text, undo)
            while len(self._told) > MOST_TOLD:
                self._told.popitem(last=False)
        return name

    def told(self, name: str) -> tuple[str, bool] | None:
        """A message and whether what it tells of can be undone; gone once it is read."""
        with self._lock:
            return self._told.pop(name, None)
