"""Me: what was read, beside the line it was read from; corrected here and right ever after."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.datastructures import UploadFile

from rung.app import ladder, my_profile
from rung.app.ladder import LevelAnswer
from rung.app.my_profile import Imported, Progress, Readability
from rung.core.errors import UserError
from rung.core.records import EVIDENCE_ORDER
from rung.core.state import State
from rung.profile.records import Profile
from rung.report import page as report_page
from rung.report import words
from rung.web.page import Change, Done, File, Nothing, Page
from rung.web.pages.common import safe_name, skill_label
from rung.web.site import Site

SECTION = "me"
PASTED = "in my own words.txt"


@dataclass(frozen=True, slots=True)
class Upload:
    """How uploaded documents are read."""

    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """Lines about oneself."""

    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A value set right; an empty one takes it out."""

    path: str
    value: str = ""
    back: str = "/me/read"


@dataclass(frozen=True, slots=True)
class Taken:
    """A document or value to take out."""

    what: str


def _profile(site: Site, _asked: Nothing) -> Profile:
    return site.once("profile", (), lambda: my_profile.stored(site.state(), site.today))


def _view(site: Site, _asked: Nothing, found: Profile) -> Mapping[str, Any]:
    groups = {
        level: [s for s in found.skills if s.evidence == level]
        for level in reversed(EVIDENCE_ORDER[1:])
    }
    return {
        "groups": groups,
        "level": _level(site, Nothing()),
        "kept": my_profile.kept(site.state()),
        "label": skill_label,
    }


def _read_view(site: Site, _asked: Nothing, found: Profile) -> Mapping[str, Any]:
    documents = site.once("documents", (), lambda: my_profile.documents(site.state()))
    return {**report_page.reviewed(found, documents), "title": "What was read"}


def _level(site: Site, _asked: Nothing) -> LevelAnswer:
    return site.once("level", (), lambda: ladder.level_answer(None, site.today))


def _check(site: Site, _asked: Nothing) -> tuple[Readability, ...]:
    return site.once("check", (), lambda: my_profile.readability(None, site.today))


def _import(site: Site, asked: Upload, files: tuple[UploadFile, ...]) -> Done:
    if not files:
        raise UserError("your résumé", "is missing: no file was chosen.", "Choose one, then send.")
    contents = [(safe_name(f.filename or "", "document"), f.file.read()) for f in files]
    if asked.ocr:
        job = site.jobs.start(
            "Reading your documents",
            "/me/read",
            lambda report: _said(_kept(site, contents, report, ocr=True)),
        )
        return Done(f"/work/{job.id}")
    done = _kept(site, contents, lambda *_: None)
    return Done("/me/read", _said(done), undo=True)


def _write(site: Site, asked: Written, _files: tuple[UploadFile, ...]) -> Done:
    done = _kept(site, [(PASTED, asked.text.encode())], lambda *_: None)
    return Done("/me/read", _said(done), undo=True)


def _kept(
    site: Site, contents: Sequence[tuple[str, bytes]], report: Progress, *, ocr: bool = False
) -> Imported:
    with tempfile.TemporaryDirectory(prefix="rung-") as folder:
        paths = []
        for at, (name, content) in enumerate(contents):
            path = Path(folder) / str(at) / name
            path.parent.mkdir()
            path.write_bytes(content)
            paths.append(path)
        return my_profile.import_files(site.state(), paths, site.today, report, ocr=ocr)


def _said(done: Imported) -> str:
    """What an import did, in sentences."""
    parts = []
    for verb, names in (
        ("Read", done.added),
        ("Read anew", done.replaced),
        ("Here already", done.same),
    ):
        if names:
            parts.append(f"{verb}: {words.listed(names)}.")
    parts += [f"Not read: {f.name}: {f.cause} {f.then}" for f in done.refused]
    parts += done.warnings
    return " ".join(parts)


def _edit(site: Site, asked: Edit, _files: tuple[UploadFile, ...]) -> Done:
    back = asked.back if asked.back in ("/me", "/me/read") else "/me/read"
    done = my_profile.edit(site.state(), asked.path, asked.value or None, site.today)
    said = f"{done.path}: {done.was or 'nothing'} → {done.now or 'taken out'}."
    return Done(f"{back}#at-{asked.path.replace('/', '-')}", said, undo=True)


def _remove(site: Site, asked: Taken, _files: tuple[UploadFile, ...]) -> Done:
    state: State = site.state()
    my_profile.remove(state, asked.what, site.today)
    return Done("/me", f"Taken out: {asked.what}.", undo=True)


PAGES: tuple[Page, ...] = (
    Page(
        "/me",
        "Me",
        "What your documents show, each skill beside the line that shows it.",
        SECTION,
        "me.html.j2",
        _profile,
        Profile,
        Nothing,
        _view,
        needs="profile",
    ),
    Page(
        "/me/read",
        "What was read",
        "Every value beside its place in your documents; set right what was read wrongly.",
        SECTION,
        "me_read.html.j2",
        _profile,
        Profile,
        Nothing,
        _read_view,
        needs="profile",
    ),
    Page(
        "/me/level",
        "Level",
        "The rung your documents carry, what speaks for and against, and what the next asks.",
        SECTION,
        "me_level.html.j2",
        _level,
        LevelAnswer,
        needs="profile",
    ),
    Page(
        "/me/check",
        "How machines read it",
        "What helps or hinders machines in reading your documents: facts, no score.",
        SECTION,
        "me_check.html.j2",
        _check,
        tuple[Readability, ...],
        needs="profile",
    ),
)
FILES: tuple[File, ...] = (
    File(
        "/me/resume.json",
        "The profile as JSON Resume, without loss.",
        "application/json",
        "resume.json",
        lambda site, _asked: my_profile.as_json(
            my_profile.export_jsonresume(None, site.today)
        ).encode(),
        needs="profile",
    ),
)
CHANGES: tuple[Change, ...] = (
    Change("/me/import", "Read documents and keep them.", _import, Upload),
    Change("/me/write", "Read lines about oneself and keep them.", _write, Written),
    Change("/me/edit", "Set one value right, or take it out.", _edit, Edit),
    Change("/me/remove", "Take out a document or value.", _remove, Taken),
)
