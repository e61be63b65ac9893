"""The stored person: documents imported, merged, corrected, exported; always read anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from rung.app import data
from rung.catalogue import load
from rung.core.errors import DataError, UnreadableDocument, UserError
from rung.core.records import Finding
from rung.core.state import State
from rung.profile import corrections
from rung.profile.build import build_all
from rung.profile.corrections import Correction
from rung.profile.parts import FOREIGN
from rung.profile.readability import facts
from rung.profile.records import Profile
from rung.profile.to_jsonresume import to_jsonresume
from rung.reading.documents.reader import content_of, printable, read, read_bytes
from rung.reading.documents.records import Document

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Kept:
    """A document of the person's, its original kept under its SHA-256."""

    name: str
    kind: str
    sha256: str
    day: str
    order: int
    """Later imports have higher numbers; the highest is believed first."""
    ocr: bool = False
    """Whether its text is recognised from a picture."""


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that could not be read as a résumé."""

    name: str
    cause: str
    then: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did with each file, and what differs between the documents now."""

    added: tuple[str, ...]
    replaced: tuple[str, ...]
    same: tuple[str, ...]
    refused: tuple[RefusedFile, ...]
    warnings: tuple[str, ...]
    conflicts: int
    profile: Profile | None


@dataclass(frozen=True, slots=True)
class Edited:
    """One value set right."""

    path: str
    was: str
    now: str | None


@dataclass(frozen=True, slots=True)
class Removed:
    """A document or value taken out."""

    what: str
    document: bool


def kept(state: State) -> tuple[Kept, ...]:
    """The documents imported, newest first."""
    return tuple(sorted(_decoded(state, state.all("document"), Kept), key=lambda d: -d.order))


def corrected(state: State) -> tuple[Correction, ...]:
    """The person's corrections, oldest first."""
    numbered = sorted(state.all("correction").items(), key=lambda item: int(item[0]))
    return tuple(_decoded(state, dict(numbered), Correction))


def _decoded(state: State, bodies: dict[str, str], kind: Any) -> list[Any]:
    try:
        return [msgspec.json.decode(body, type=kind) for body in bodies.values()]
    except msgspec.DecodeError as error:
        cause = f"a record in it is not as Rung wrote it: {error}"
        raise DataError(str(state.path), cause, "Run: rung data doctor") from None


def import_files(
    state: State,
    files: Sequence[Path],
    today: date,
    progress: Progress = lambda *_: None,
    *,
    ocr: bool = False,
) -> Imported:
    """Read documents and keep them; a file of a known name takes the older one's place.

    Every file is read before anything is kept. Raises the one refusal where no file is left.
    """
    read_well: list[tuple[Document, bytes]] = []
    refused: list[RefusedFile] = []
    for at, (path, name) in enumerate(zip(files, _names(files), strict=True)):
        progress(at, len(files), name)
        try:
            content = content_of(path)
            document = read_bytes(name, content, ocr=ocr)
        except UnreadableDocument as error:
            if len(files) == 1:
                raise
            refused.append(RefusedFile(error.subject, error.cause, error.next_step))
            continue
        read_well.append((document, content))
    progress(len(files), len(files), "")
    if not read_well:
        first = refused[0]
        raise UserError(first.name, first.cause, first.then)
    data.backup(state, "before-import")
    done: dict[str, list[str]] = {"added": [], "replaced": [], "same": []}
    names = ", ".join(d.name for d, _ in read_well)
    with state.change(f"import {names}") as change:
        known = {d.name: d for d in _decoded(state, change.all("document"), Kept)}
        for document, content in read_well:
            old = known.get(document.name)
            if old is not None and old.sha256 == document.sha256:
                done["same"].append(document.name)
                continue
            done["added" if old is None else "replaced"].append(document.name)
            order = max((d.order for d in known.values()), default=0) + 1
            sha = change.keep(content)
            seen = document.kind == "scan"
            record = Kept(document.name, document.kind, sha, today.isoformat(), order, seen)
            known[document.name] = record
            change.put("document", document.name, msgspec.to_builtins(record))
    profile = stored(state, today)
    return Imported(
        tuple(done["added"]),
        tuple(done["replaced"]),
        tuple(done["same"]),
        tuple(refused),
        tuple(w for w in profile.unread if w != FOREIGN) + _strange(profile),
        len(profile.conflicts),
        profile,
    )


def _names(files: Sequence[Path]) -> list[str]:
    """What each file is kept as: its name, with its folder where two of them share it."""
    plain = [printable(path) for path in files]
    return [
        f"{printable(path.resolve().parent)}/{name}" if plain.count(name) > 1 else name
        for path, name in zip(files, plain, strict=True)
    ]


def _strange(profile: Profile) -> tuple[str, ...]:
    """A warning where a document seems to be no résumé, or another person's."""
    found = [FOREIGN] if FOREIGN in profile.unread else []
    if any(c.field == "name" for c in profile.conflicts):
        found.append("The documents give different names: are all of them yours?")
    return tuple(found)


def documents(state: State) -> tuple[Document, ...]:
    """The kept documents read again from their originals, newest first."""
    return tuple(_read_again(d.name, state.original(d.sha256), d.ocr) for d in kept(state))


@lru_cache(maxsize=32)
def _read_again(name: str, content: bytes, ocr: bool) -> Document:
    """The same bytes give the same document, so a process that stays reads each once."""
    return read_bytes(name, content, ocr=ocr)


def stored(state: State, today: date) -> Profile:
    """The stored person as of ``today``; UserError where nothing was imported yet."""
    return _built(_Papers.of(_found(state)), corrected(state), today)


@dataclass(frozen=True, slots=True)
class _Papers:
    """Documents, told from others by name and content alone."""

    known: tuple[tuple[str, str, str], ...]
    documents: tuple[Document, ...] = field(compare=False)

    @classmethod
    def of(cls, documents: tuple[Document, ...]) -> _Papers:
        return cls(tuple((d.name, d.kind, d.sha256) for d in documents), documents)


@lru_cache(maxsize=4)
def _built(papers: _Papers, own: tuple[Correction, ...], today: date) -> Profile:
    """The same papers and corrections give the same person; a process that stays builds once."""
    return build_all(papers.documents, own, load(), today)


def _found(state: State) -> tuple[Document, ...]:
    """The kept documents, at least one."""
    found = documents(state)
    if not found:
        raise UserError(
            "your profile",
            "is empty: no résumé was imported.",
            "Run: rung profile import RÉSUMÉ — or name a file.",
        )
    return found


def the_profile(path: Path | None, today: date) -> Profile:
    """The person of a document, or the stored one where none is named."""
    return with_documents(path, today)[0]


def with_documents(
    path: Path | None, today: date, *, ocr: bool = False
) -> tuple[Profile, tuple[Document, ...]]:
    """A person, as ``the_profile`` gives them, and what they were read from.

    The person's corrections stand last among the documents.
    """
    if path is not None:
        document = read(path, ocr=ocr)
        return build_all([document], (), load(), today), (document,)
    state = data.open_state()
    found, own = _found(state), corrected(state)
    mine = (corrections.document(own),) if own else ()
    return _built(_Papers.of(found), own, today), (*found, *mine)


@dataclass(frozen=True, slots=True)
class Readability:
    """What helps or hinders machines in reading one document, and the text they get."""

    document: str
    facts: tuple[Finding, ...]
    text: tuple[str, ...]
    """One entry a page, as read."""


def readability(path: Path | None, today: date) -> tuple[Readability, ...]:
    """Facts about how machines read a document, or each of the stored ones."""
    found = _found(data.open_state()) if path is None else (read(path),)
    return tuple(
        Readability(
            document.name,
            facts(document, build_all([document], (), load(), today)),
            tuple(page.text for page in document.pages),
        )
        for document in found
    )


def edit(state: State, path: str, value: str | None, today: date) -> Edited:
    """Set one value right, or (None) take it out; it stays so when documents are read anew."""
    profile = stored(state, today)
    field, entry, was = corrections.at_path(profile, path)
    if value is not None:
        value = " ".join(value.split())
        if not value:
            raise UserError(
                f"{path!r}", "can't be empty.", f"To take it out: rung profile remove {path}"
            )
        if entry is not None and not field:
            raise UserError(
                f"{path!r}",
                "is a whole entry.",
                f"Name a field, as {path}/title, or: rung profile remove {path}",
            )
        if field in ("start", "end") and not corrections.is_present(value):
            corrections.month_of(value)
    with state.change(f"correct {path}" if value is not None else f"remove {path}") as change:
        known = {k: _one(state, body) for k, body in change.all("correction").items()}
        entry = _as_read(known.values(), entry)
        again = next((k for k, c in known.items() if (c.field, c.entry) == (field, entry)), None)
        number = again or str(max((int(k) for k in known), default=0) + 1)
        made = Correction(field, value, was, today.isoformat(), entry)
        change.put("correction", number, msgspec.to_builtins(made))
    return Edited(path, was, value)


def _one(state: State, body: str) -> Correction:
    found: Correction = _decoded(state, {"": body}, Correction)[0]
    return found


def _as_read(
    known: Iterable[Correction], entry: corrections.Entry | None
) -> corrections.Entry | None:
    """The entry as the documents give it, where earlier corrections changed its names.

    Why: a correction finds its entry by what was read, and `show` shows what was corrected.
    """
    if entry is None:
        return None
    found: dict[corrections.Entry, corrections.Entry] = {}
    for correction in known:
        of = correction.entry
        if of is not None and of.kind == entry.kind:
            found[of] = corrections.renamed(found.get(of, of), correction)
    return next((read for read, shown in found.items() if shown == entry), entry)


def remove(state: State, what: str, today: date) -> Removed:
    """Take out a document by its name, or a value or entry by its path."""
    if what in state.all("document"):
        data.backup(state, "before-removal")
        with state.change(f"remove {what}") as change:
            change.drop("document", what)
        return Removed(what, document=True)
    edit(state, what, None, today)
    return Removed(what, document=False)


def export_jsonresume(path: Path | None, today: date) -> dict[str, Any]:
    """The stored person, or the one of a document, as a JSON Resume object."""
    profile, found = with_documents(path, today)
    return to_jsonresume(profile, [d.data for d in found if d.data is not None])


def as_json(resume: dict[str, Any]) -> str:
    """A JSON Resume object as text, in the order of its fields."""
    return json.dumps(resume, ensure_ascii=False, indent=2) + "\n"
