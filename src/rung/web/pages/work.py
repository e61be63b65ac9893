"""Work under way: how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import UploadFile

from rung.core.errors import UserError
from rung.web.jobs import Job, JobState
from rung.web.page import Change, Done, File, Page
from rung.web.site import Site


@dataclass(frozen=True, slots=True)
class One:
    """One piece of work."""

    id: str


@dataclass(frozen=True, slots=True)
class Far:
    """How far a piece of work is."""

    id: str
    title: str
    then: str
    state: JobState
    done: int
    total: int
    what: str
    said: str


def _job(site: Site, asked: One) -> Job:
    found = site.jobs.get(asked.id)
    if found is None:
        raise UserError("this work", "isn't known here any more.", "Begin it anew.")
    return found


def _far(site: Site, asked: One) -> Far:
    job = _job(site, asked)
    return Far(job.id, job.title, job.then, job.state, job.done, job.total, job.what, job.said)


def _view(_site: Site, _asked: One, found: Far) -> Mapping[str, Any]:
    return {"title": found.title}


def _stop(site: Site, asked: One, _files: tuple[UploadFile, ...]) -> Done:
    _job(site, asked).stop()
    return Done(f"/work/{asked.id}")


PAGES: tuple[Page, ...] = (
    Page("/work/{id}", "Work", "How far it is.", "", "work.html.j2", _far, Far, One, _view),
)
FILES: tuple[File, ...] = ()
CHANGES: tuple[Change, ...] = (
    Change("/work/{id}/stop", "Stop this work at its next step.", _stop, One),
)
