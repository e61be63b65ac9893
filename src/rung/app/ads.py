"""Ads on this machine: fetched from boards, added from files, read, and counted."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from rung.catalogue import load
from rung.core import paths
from rung.core.errors import UserError
from rung.core.http import Fetcher
from rung.market import facts, files, many, own, own_ads
from rung.market.boards import OWN, Board, boards
from rung.market.connectors import Connector, Target, connectors
from rung.market.crawl import Crawl, crawl
from rung.market.files import Refused
from rung.market.store import Batch, Pass, Seen, Store

Progress = Callable[[int, int, str], None]
Runner = Literal["local", "spark"]
SPARK = "local[*]"
"""The cluster where none is named: this machine."""

PAGE = "page"
"""The connector that reads any page of an ad."""

FEED = "feed"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source of ads, and how it stands with it on this machine."""

    id: str
    label: str
    verified: str
    """The month real answers were recorded; empty where only documentation was at hand."""

    boards: int
    keys: tuple[str, ...]
    """Environment variables it needs that are not set."""

    last: str
    """The day of the last pass, empty where there was none."""

    ads: int
    terms: str
    documentation: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read, and why."""

    what: str
    reason: str


@dataclass
class Synced:
    """What a sync or an import changed on this machine."""

    asked: int = 0
    skipped: int = 0
    """Boards passed over because they were read to the end today already."""

    seen: int = 0
    new: int = 0
    changed: int = 0
    gone: int = 0
    bad: int = 0
    failed: list[Failure] = field(default_factory=list)
    read: int = 0
    """Ads whose text was read for what they ask."""

    counted: int = 0
    """Ads the figures rest on afterwards."""

    stopped: bool = False

    def take(self, done: Pass) -> None:
        """Add what one pass changed."""
        self.seen += done.seen
        self.bad += done.bad
        if not done.already:
            self.new += done.new
            self.changed += done.changed
            self.gone += done.gone


@dataclass(frozen=True, slots=True)
class Quarantined:
    """Rows set aside, by source and reason."""

    source: str
    reason: str
    n: int
    example: str


def store() -> Store:
    """Where this person's ads stand."""
    return Store(paths.home() / "market")


def sources() -> tuple[SourceLine, ...]:
    """Every source Rung can read, ours and those of installed packages."""
    by_source: dict[str, list[Pass]] = {}
    for done in store().passes():
        by_source.setdefault(done.source, []).append(done)
    listed = Counter(b.source for b in known_boards())
    return tuple(
        SourceLine(
            id=c.id,
            label=c.label,
            verified=c.recorded,
            boards=listed[c.id],
            keys=tuple(key for key in c.keys if not os.environ.get(key)),
            last=max((p.day for p in by_source.get(c.id, ())), default=""),
            ads=len(store().latest(c.id)) if c.id in by_source else 0,
            terms=c.terms,
            documentation=c.documentation,
        )
        for c in connectors().values()
    )


def known_boards() -> tuple[Board, ...]:
    """The packaged boards and the person's own."""
    return boards(paths.home() / OWN)


def targets(source: Sequence[str], board: Sequence[str], search: str = "") -> tuple[Target, ...]:
    """What a sync asks: the named sources and boards, or every board and open list there is.

    Sources that need a key the person hasn't set are only asked when named.
    """
    for name in source:
        if name not in connectors():
            raise UserError(name, "is no source of ads.", "See `rung ads sources`.")
    if board and len(source) != 1:
        raise UserError("--board", "needs the one --source it belongs to.", "Add --source.")
    if board:
        named = {b.board: b.employer for b in known_boards() if b.source == source[0]}
        return tuple(Target(source[0], b, named.get(b, ""), search) for b in board)
    found = [b.target for b in known_boards() if not source or b.source in source]
    for c in connectors().values():
        wanted = c.id in source if source else not _unset(c)
        if wanted and not c.board and c.id not in (PAGE, FEED):
            found.append(Target(c.id, search=search))
    if not found:
        raise UserError(
            ", ".join(source),
            "has no board in the list.",
            f"Give --board, or add it to {paths.home() / OWN}.",
        )
    return tuple(found)


def sync(
    wanted: Sequence[Target],
    today: date,
    progress: Progress,
    *,
    fetcher: Fetcher | None = None,
    since: str = "",
    again: bool = False,
) -> Synced:
    """Ask each target, store what it lists, read what is new, and count anew.

    Ctrl-C keeps all that came: the pass under way is stored as an incomplete one, and the next
    sync asks only for what is left. ``since`` (a day) leaves out ads posted before it.
    """
    told, kept = Synced(), store()
    day = today.isoformat()
    done_today = {(p.source, p.board) for p in kept.passes() if p.day == day and p.complete}
    keys = {key: os.environ.get(key, "") for c in connectors().values() for key in c.keys}
    with fetcher or Fetcher(paths.cache()) as door:
        for number, target in enumerate(wanted):
            name = f"{connectors()[target.source].label} {target.employer or target.board}".strip()
            progress(number, len(wanted), name)
            if (target.source, target.board) in done_today and not again:
                told.skipped += 1
                continue
            missing = _unset(connectors()[target.source])
            if missing:
                told.failed.append(Failure(name, f"set {' and '.join(missing)} first"))
                continue
            try:
                _one(target, door, keys, kept, day, since, told, name)
            except KeyboardInterrupt:
                told.stopped = True
                break
    return _count(kept, today, told, progress)


def _one(
    target: Target,
    door: Fetcher,
    keys: dict[str, str],
    kept: Store,
    day: str,
    since: str,
    told: Synced,
    name: str,
) -> None:
    connector = connectors()[target.source]
    known = kept.open_keys(target.source, target.board)
    found = Crawl(target)
    told.asked += 1
    try:
        crawl(connector, target, door, keys, known, into=found)
    finally:
        seen = [Seen(p, day) for p in found.postings if not since or (p.posted or day) >= since]
        whole = found.complete and connector.whole and not since
        batch = Batch(
            target.source, target.board, day, seen, sorted(found.listed), found.bad, whole,
            found.failed,
        )  # fmt: skip
        if found.asked:
            told.take(kept.add(batch))
        told.failed += [Failure(name, reason) for reason in found.failed]


def add(
    what: str, today: date, progress: Progress, *, fetcher: Fetcher | None = None, source: str = ""
) -> Synced:
    """Add ads from an address (a page or a feed), a file or a folder."""
    if what.startswith(("http://", "https://")):
        return _add_address(what, today, progress, fetcher)
    return ingest(Path(what), today, progress, source=source)


def _add_address(address: str, today: date, progress: Progress, fetcher: Fetcher | None) -> Synced:
    told, kept = Synced(), store()
    tried: list[Crawl] = []
    with fetcher or Fetcher(paths.cache()) as door:
        for kind in (PAGE, FEED):
            target = Target(kind, search=address)
            found = crawl(connectors()[kind], target, door, {})
            tried.append(found)
            if found.postings or found.bad:
                break
    found = tried[-1]
    told.asked = 1
    if not found.postings and not found.bad:
        reason = tried[0].failed[0].removeprefix(f"{address}: ") if tried[0].failed else "no ad"
        raise UserError(address, reason, "Save the page and add the file, or add its text.")
    seen = [Seen(p, today.isoformat()) for p in found.postings]
    told.take(kept.add(Batch(found.target.source, "", today.isoformat(), seen, bad=found.bad)))
    return _count(kept, today, told, progress)


def ingest(
    path: Path,
    today: date,
    progress: Progress,
    *,
    source: str = "",
    runner: Runner = "local",
    workers: int | None = None,
    master: str = "",
) -> Synced:
    """Add every ad of a file or of a folder's files; the same files twice change nothing.

    ``runner`` reads what the ads ask: on the processors of this machine (``workers`` of them), or
    on the Spark cluster at ``master``, which must see Rung's folder. Both give the same.
    """
    told, kept = Synced(), store()
    found = files.files_in(path)
    for number, file in enumerate(found):
        progress(number, len(found), f"Adding {file.name}")
        for part in files.read(file, today.isoformat(), source, named=path.is_file()):
            if isinstance(part, Refused):
                told.failed.append(Failure(str(part.file), part.reason))
                continue
            told.asked += 1
            for batch in _batches(part, today.isoformat()):
                told.take(kept.add(batch))
    if told.asked == 0 and told.failed:
        first = told.failed[0]
        raise UserError(first.what, first.reason, "Give tables, saved pages, e-mails or documents.")
    if runner == "spark":
        told.read = facts.read_new_on_spark(kept, master or SPARK)
    else:
        told.read = facts.read_new(kept, progress, workers)
    return _count(
        kept, today, told, progress, master=(master or SPARK) if runner == "spark" else ""
    )


def _batches(part: files.Found, day: str) -> Iterator[Batch]:
    """A file's ads by source; its bad rows with the first, or under the files' own name."""
    by_source: dict[str, list[Seen]] = {}
    for seen in part.seen:
        by_source.setdefault(seen.posting.source, []).append(seen)
    if part.bad and not by_source:
        by_source[files.SOURCE] = []
    for number, (name, seen_here) in enumerate(sorted(by_source.items())):
        yield Batch(name, "", day, seen_here, bad=part.bad if number == 0 else ())


def _count(
    kept: Store, today: date, told: Synced, progress: Progress, *, master: str = ""
) -> Synced:
    """Read what is new, find repeats, and count anew; on the Spark cluster at ``master`` if any."""
    told.read += facts.read_new(kept, progress)
    if told.read or told.new or told.changed or told.gone or not (kept.folder / "figures").is_dir():
        progress(0, 1, "Finding repeats")
        if master:
            many.regroup(kept, master)
        else:
            own_ads.regroup(kept, load())
        progress(0, 1, "Counting")
        if master:
            many.counts_on_spark(kept, master)
        else:
            many.counts(kept)
        told.counted = own.build(kept, today, load()).ads
    return told


def runner(name: str) -> Runner:
    """The runner a word names; UserError lists them."""
    if name not in ("local", "spark"):
        raise UserError(f"--runner {name}", "is none that Rung has.", "Use local or spark.")
    return "spark" if name == "spark" else "local"


def quarantine() -> tuple[Quarantined, ...]:
    """What was set aside because it could not be read, and why."""
    from rung.core import lake

    found = store().files("quarantine")
    if not found:
        return ()
    rows = lake.query(
        "SELECT source, reason, count(*), min(shown) FROM q GROUP BY ALL ORDER BY 3 DESC, 1, 2",
        (),
        {"q": found},
    )
    return tuple(Quarantined(*row) for row in rows)


def _unset(connector: Connector) -> tuple[str, ...]:
    return tuple(key for key in connector.keys if not os.environ.get(key))
