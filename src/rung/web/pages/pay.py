"""Pay: what ads for a role pay in a place, with n and years, or why that isn't known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from starlette.datastructures import UploadFile

from rung.app import offers, pay
from rung.app.answer import NoPay
from rung.app.goal import parse_day
from rung.app.pay import PayAnswer
from rung.report import pictures, words
from rung.web.page import Change, Done, File, Page
from rung.web.pages.common import (
    level_options,
    place_options,
    role_label,
    role_options,
    wish,
)
from rung.web.site import Site

SECTION = "pay"


@dataclass(frozen=True, slots=True)
class Asked:
    """The job whose pay is asked; role and place of the plan in hand where none are named."""

    role: str = ""
    place: str = ""
    level: str = ""
    remote: Literal["", "yes", "no"] = ""
    currency: str = ""
    terms: Literal["nominal", "real", "ppp"] = "nominal"


@dataclass(frozen=True, slots=True)
class Got:
    """An offer someone got."""

    role: str
    place: str
    low: float
    high: float | None = None
    level: str = ""
    currency: str = ""
    employer: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """An offer's number."""

    number: int


def _goal(site: Site, asked: Asked) -> tuple[str, str | None]:
    if asked.role:
        return asked.role, asked.place or None
    mine = wish(site)
    return mine.role or "ml-engineer", asked.place or mine.place or "United States"


def _pay(site: Site, asked: Asked) -> PayAnswer:
    role, place = _goal(site, asked)
    remote = {"": None, "yes": True, "no": False}[asked.remote]
    return site.once(
        "pay",
        (role, place, asked),
        lambda: pay.pay_answer(
            role,
            place,
            asked.level or None,
            site.today,
            remote=remote,
            currency=asked.currency.upper() or None,
            terms=asked.terms,
        ),
    )


def _view(site: Site, asked: Asked, found: PayAnswer) -> Mapping[str, Any]:
    role, place = _goal(site, asked)
    band = None if isinstance(found.pay, NoPay) else found.pay
    picture = band and site.once("pay picture", band, lambda: pictures.pay(band))
    return {
        "title": f"Pay: {role_label(role)}",
        "role": role,
        "place": place or "",
        "role_name": role_label(role),
        "band": band,
        "picture": picture,
        "rests_on": words.pay_rests_on(band) if band else [],
        "roles": role_options(),
        "levels": level_options(),
        "places": place_options(),
        "offers": offers.listed(),
        "role_label": role_label,
    }


def _add(site: Site, asked: Got, _files: tuple[UploadFile, ...]) -> Done:
    made = offers.add(
        asked.role,
        asked.place,
        asked.low,
        asked.high,
        parse_day(asked.day, "the day") if asked.day else site.today,
        level=asked.level or None,
        currency=asked.currency or None,
        employer=asked.employer,
    )
    return Done("/pay#offers", f"Offer {made.id} is kept, on this machine alone.", undo=True)


def _remove(_site: Site, asked: Number, _files: tuple[UploadFile, ...]) -> Done:
    gone = offers.remove(asked.number)
    return Done("/pay#offers", f"Offer {gone.id} is forgotten.", undo=True)


PAGES: tuple[Page, ...] = (
    Page(
        "/pay",
        "Pay",
        "Posted pay as a band, with its n, years and how sure it is; or why there is no figure.",
        SECTION,
        "pay.html.j2",
        _pay,
        PayAnswer,
        Asked,
        _view,
    ),
)
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = (
    Change("/pay/offers", "Keep an offer.", _add, Got),
    Change("/pay/offers/remove", "Forget an offer.", _remove, Number),
)
