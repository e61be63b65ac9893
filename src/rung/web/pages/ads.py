"""The ads on this machine: listed, added, fetched where asked; what could not be read and why."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.datastructures import UploadFile

from rung.app import ad_list, ads, cards
from rung.app.ad_list import AdList
from rung.app.ads import Quarantined, SourceLine, Synced
from rung.core.errors import UserError
from rung.market.stats import SnapshotStats
from rung.web.page import Change, Done, File, Nothing, Page
from rung.web.pages.common import (
    level_options,
    place_options,
    role_options,
    safe_name,
)
from rung.web.site import Site

SECTION = "market"
MOST = 100
"""Ads on one page."""


@dataclass(frozen=True, slots=True)
class Which:
    """Which of the ads on this machine."""

    role: str = ""
    place: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """An ad given as its address or its text; files come beside it."""

    address: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fetch:
    """What to fetch: one source and board, or all that is known."""

    source: str = ""
    board: str = ""
    search: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where ads come from, what was set aside, and what the bundled figures rest on."""

    sources: tuple[SourceLine, ...]
    quarantine: tuple[Quarantined, ...]
    bundled: SnapshotStats


def _ads(site: Site, asked: Which) -> AdList:
    return site.once(
        "ads",
        asked,
        lambda: ad_list.listed(asked.role or None, asked.place or None, asked.level or None, MOST),
    )


def _ads_view(_site: Site, _asked: Which, _found: AdList) -> Mapping[str, Any]:
    return {
        "roles": role_options(),
        "levels": level_options(),
        "places": place_options(),
        "sources": [(s.id, s.label) for s in ads.sources() if not s.keys],
        "most": MOST,
    }


def _sources(site: Site, _asked: Nothing) -> Sources:
    return site.once(
        "sources",
        (),
        lambda: Sources(
            ads.sources(),
            ads.quarantine(),
            cards.ads_stats(),
        ),
    )


def _add(site: Site, asked: Given, files: tuple[UploadFile, ...]) -> Done:
    if asked.address:
        if not asked.address.startswith(("http://", "https://")):
            raise UserError(
                asked.address,
                "is no address of a page.",
                "Begin it with https://.",
            )
        job = site.jobs.start(
            "Reading the page",
            "/market/ads",
            lambda report: said(ads.add(asked.address, site.today, report)),
        )
        return Done(f"/work/{job.id}")
    contents = [(safe_name(f.filename or "", "ads"), f.file.read()) for f in files]
    if asked.text:
        contents.append(("ad.txt", asked.text.encode()))
    if not contents:
        raise UserError("the ad", "is missing.", "Choose a file, paste a text or give an address.")
    job = site.jobs.start(
        "Reading the ads", "/market/ads", lambda report: said(_ingested(site, contents, report))
    )
    return Done(f"/work/{job.id}")


def _ingested(site: Site, contents: list[tuple[str, bytes]], report: ads.Progress) -> Synced:
    with tempfile.TemporaryDirectory(prefix="rung-") as folder:
        for at, (name, content) in enumerate(contents):
            path = Path(folder) / str(at) / name
            path.parent.mkdir()
            path.write_bytes(content)
        where = Path(folder) if len(contents) > 1 else next(Path(folder).glob("*/*"))
        return ads.ingest(where, site.today, report)


def _sync(site: Site, asked: Fetch, _files: tuple[UploadFile, ...]) -> Done:
    wanted = ads.targets(
        (asked.source,) if asked.source else (),
        (asked.board,) if asked.board else (),
        asked.search,
    )
    job = site.jobs.start(
        "Fetching ads",
        "/market/ads",
        lambda report: said(ads.sync(wanted, site.today, report)),
    )
    return Done(f"/work/{job.id}")


def said(told: Synced) -> str:
    """What a sync or an import changed, in sentences."""
    changed = f"{told.new:,} new, {told.changed:,} changed, {told.gone:,} gone"
    parts = [f"{told.seen:,} ads seen: {changed}; {told.read:,} read anew."]
    if told.bad:
        parts.append(f"{told.bad:,} rows are no ads Rung can read; Sources says why.")
    parts += [f"Not read: {f.what}: {f.reason}." for f in told.failed[:5]]
    if told.counted:
        parts.append(f"Your own figures now rest on {told.counted:,} ads.")
    return " ".join(parts)


PAGES: tuple[Page, ...] = (
    Page(
        "/market/ads",
        "Ads on this machine",
        "Ads you fetched or added, each job once. The bundled figures hold no texts.",
        SECTION,
        "market_ads.html.j2",
        _ads,
        AdList,
        Which,
        _ads_view,
    ),
    Page(
        "/market/sources",
        "Sources of ads",
        "Where ads can be read from, what was set aside and why, what the figures rest on.",
        SECTION,
        "market_sources.html.j2",
        _sources,
        Sources,
    ),
)
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = (
    Change("/market/add", "Add ads from a file, a text or an address.", _add, Given),
    Change("/market/sync", "Fetch ads from sources.", _sync, Fetch),
)
