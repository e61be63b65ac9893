"""What a page and a change are: an address, a typed question, one function of `app`, a template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from starlette.datastructures import UploadFile

from rung.web.site import Site

Needs = Literal["", "profile", "plan"]


@dataclass(frozen=True, slots=True)
class Nothing:
    """A question without parameters."""


def no_view(_site: Site, _asked: Any, _answer: Any) -> Mapping[str, Any]:
    """Nothing beside the answer."""
    return {}


@dataclass(frozen=True, slots=True)
class Page:
    """One address. ``answer`` gives the record its JSON twin shows; ``view`` what else is drawn.

    ``needs`` says what must be kept before the page can say anything; until then it tells how
    to begin.
    """

    path: str
    title: str
    what: str
    section: str
    template: str
    answer: Callable[[Site, Any], Any]
    kind: Any
    asked: type[Any] = Nothing
    view: Callable[[Site, Any, Any], Mapping[str, Any]] = no_view
    needs: Needs = ""

    @property
    def twin(self) -> str:
        """The address of the same answer as JSON."""
        return "/today.json" if self.path == "/" else f"{self.path}.json"


@dataclass(frozen=True, slots=True)
class File:
    """Bytes to save, such as a calendar."""

    path: str
    what: str
    kind: str
    name: str
    content: Callable[[Site, Any], bytes]
    asked: type[Any] = Nothing
    needs: Needs = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What a change did: where to go, what to say, and whether it can be undone."""

    to: str
    said: str = ""
    undo: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """A form's target. ``act`` gets the form's fields as ``asked`` and the files it brought."""

    path: str
    what: str
    act: Callable[[Site, Any, tuple[UploadFile, ...]], Done]
    asked: type[Any] = Nothing


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the navigation."""

    name: str
    label: str
    path: str
    key: str
    """The letter that goes there after g."""


SECTIONS = (
    Section("today", "Today", "/", "t"),
    Section("me", "Me", "/me", "m"),
    Section("roles", "Roles", "/roles", "r"),
    Section("gap", "Gap", "/gap", "g"),
    Section("plan", "Plan", "/plan", "p"),
    Section("market", "Market", "/market", "k"),
    Section("pay", "Pay", "/pay", "y"),
    Section("choices", "Choices", "/choices", "c"),
    Section("data", "Data", "/data", "d"),
)
