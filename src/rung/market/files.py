"""Ads from files: tables, saved pages, e-mails, documents, and folders of them."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from rung.core import lake
from rung.core.errors import RungError, UserError
from rung.market.connectors import Drifted, Target
from rung.market.connectors.schema_org import page_of
from rung.market.connectors.values import amount, day, period
from rung.market.posting import BadRow, Posting
from rung.market.store import Seen
from rung.reading.documents import read as read_document
from rung.reading.markup import line_of, text_of

SOURCE = "files"
"""The source of ads whose file names none."""

SIZE = 2_000
"""Rows of a table handled together."""

TABLES = {".parquet", ".csv", ".tsv", ".jsonl", ".ndjson", ".json"}
PAGES = {".html", ".htm"}
MAILS = {".eml", ".mbox"}
DOCUMENTS = {".pdf", ".docx", ".txt", ".md"}
_NAMES: Mapping[str, tuple[str, ...]] = {
    "source": ("source", "site", "board_source"),
    "id": ("id", "job_id", "jobid", "posting_id", "uid", "key"),
    "title": ("title", "job_title", "position", "role", "name"),
    "text": ("text", "description", "job_description", "body", "content", "description_text"),
    "url": ("url", "link", "job_url", "apply_url", "href"),
    "employer": ("employer", "company", "company_name", "organization", "hiring_organization"),
    "location": ("location", "place", "city", "job_location", "location_raw"),
    "country": ("country", "country_code", "country_hint"),
    "remote": ("remote", "is_remote", "telecommuting"),
    "employment": ("employment", "employment_type", "job_type", "contract_type"),
    "department": ("department", "team", "category"),
    "posted": ("posted", "posted_at", "date_posted", "published_at", "published", "date"),
    "seen": ("seen", "fetched_at", "scraped_at", "crawled_at", "retrieved_at", "last_seen"),
    "low": ("pay_low", "salary_min", "min_salary", "min_amount"),
    "high": ("pay_high", "salary_max", "max_salary", "max_amount"),
    "currency": ("pay_currency", "salary_currency", "currency"),
    "period": ("pay_period", "salary_period", "salary_interval", "interval"),
}
"""What columns of ads are called, ours first."""

_SEEN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_SOURCE = re.compile(r"[^a-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Found:
    """Some of a file's ads, and its rows that are none."""

    file: Path
    seen: tuple[Seen, ...]
    bad: tuple[BadRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that holds no ads we can read, and why."""

    file: Path
    reason: str


def files_in(path: Path) -> tuple[Path, ...]:
    """The file itself, or every file below a folder, hidden ones left out."""
    if path.is_file():
        return (path,)
    if not path.is_dir():
        raise UserError(str(path), "there is no such file or folder.", "Check the name.")
    found = (f for f in sorted(path.rglob("*")) if f.is_file())
    return tuple(f for f in found if not any(p.startswith(".") for p in f.relative_to(path).parts))


def read(
    file: Path, today: str, source: str = "", *, named: bool = True
) -> Iterator[Found | Refused]:
    """A file's ads, some at a time. ``today`` is when they were seen where the file doesn't say.

    Why documents only where ``named``: a folder's README is no ad.
    """
    kind = _kind(file)
    try:
        if kind in TABLES:
            yield from _table(file, today, source)
        elif kind in PAGES:
            yield _pages(file, [file.read_bytes()], today, source)
        elif kind in MAILS:
            yield _mails(file, today, source)
        elif kind in DOCUMENTS and not named:
            yield Refused(file, "a document, taken for an ad only where it is given by name")
        elif kind in DOCUMENTS:
            text = "\n".join(p.text for p in read_document(file).pages)
            yield Found(file, (Seen(_whole(file, text, source), today),))
        else:
            yield Refused(file, f"no kind of file that holds ads ({kind or 'no ending'})")
    except RungError as error:
        yield Refused(file, f"{error.cause} {error.next_step}".strip())
    except OSError as error:
        yield Refused(file, f"can't be opened: {error.strerror or error}")
    except json.JSONDecodeError as error:
        yield Refused(file, f"is no JSON: {error.msg} at line {error.lineno}")


def _kind(file: Path) -> str:
    """A file's ending; of a compressed table the one before."""
    inner = Path(file.stem).suffix.lower()
    return inner if file.suffix.lower() == ".gz" and inner in TABLES else file.suffix.lower()


def _table(file: Path, today: str, source: str) -> Iterator[Found | Refused]:
    names, batches = _rows(file)
    columns = {want: [n for n in known if n in names] for want, known in _NAMES.items()}
    lacking = [want for want in ("title", "text") if not columns[want]]
    if lacking:
        yield Refused(file, f"no column of ads' {' or '.join(lacking)} (it has {', '.join(names)})")
        return
    number = 0
    for rows in batches:
        good, bad = [], []
        for row in rows:
            told = {want: _first(row, known) for want, known in columns.items()}
            try:
                good.append(_row(told, today, source))
            except (ValueError, TypeError) as error:
                bad.append(BadRow(number, str(error), json.dumps(row, default=str)[:300]))
            number += 1
        yield Found(file, tuple(good), tuple(bad))


def _first(row: Mapping[str, Any], names: Sequence[str]) -> Any:
    """The first of the columns that holds something in this row."""
    return next((row[n] for n in names if row.get(n) not in (None, "")), None)


def _rows(file: Path) -> tuple[Sequence[str], Iterator[Sequence[Mapping[str, Any]]]]:
    """A table's columns in lower case, and its rows in batches."""
    if _kind(file) in (".parquet", ".csv", ".tsv"):
        return lake.table(file, SIZE, _kind(file))
    held = file.read_bytes()
    if file.suffix.lower() == ".gz":
        held = gzip.decompress(held)
    text = held.decode("utf-8", "replace")
    if _kind(file) == ".json":
        rows = _list(json.loads(text))
    else:
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    plain = [{str(k).lower(): v for k, v in r.items()} for r in rows if isinstance(r, dict)]
    names = tuple(dict.fromkeys(name for r in plain for name in r))
    return names, (plain[i : i + SIZE] for i in range(0, len(plain), SIZE))


def _list(value: Any) -> list[Any]:
    """A JSON file's list of ads: the whole file, or the one list in it."""
    if isinstance(value, list):
        return value
    lists = [v for v in value.values() if isinstance(v, list)] if isinstance(value, dict) else []
    return max(lists, key=len) if lists else [value]


def _row(told: Mapping[str, Any], today: str, source: str) -> Seen:
    def word(name: str) -> str:
        value = told.get(name)
        return "" if value is None else str(value).strip()

    text, title, url = text_of(word("text")), line_of(word("title")), word("url")
    own = word("id") or url or sha256(f"{title}\x1f{text}".encode()).hexdigest()[:16]
    low, high = amount(told.get("low")), amount(told.get("high"))
    known = bool(low or high)
    seen = _SEEN.match(word("seen"))
    remote = told.get("remote")
    made = Posting(
        source=_SOURCE.sub("-", (source or word("source") or SOURCE).lower()),
        id=own,
        title=title,
        text=text,
        url=url,
        employer=line_of(word("employer")),
        location=line_of(word("location")),
        country=word("country"),
        remote=remote if isinstance(remote, bool) else None,
        employment=word("employment"),
        department=word("department"),
        posted=day(word("posted") or None),
        pay_low=low,
        pay_high=high,
        pay_currency=word("currency") if known else "",
        pay_period=period(word("period")) if known else "",
    )
    made.check()
    return Seen(made, seen.group() if seen else today)


def _pages(file: Path, bodies: Sequence[bytes], today: str, source: str) -> Found:
    """Saved pages: the ads they mark for programs, or the page itself as one ad."""
    good: list[Seen] = []
    bad: list[BadRow] = []
    for body in bodies:
        try:
            page = page_of(body, "", Target(source or SOURCE))
        except Drifted:
            whole = _whole(file, body.decode("utf-8", "replace"), source, markup=True)
            good.append(Seen(whole, today))
            continue
        good += [Seen(p, today) for p in page.postings]
        bad += page.bad
    return Found(file, tuple(good), tuple(bad))


def _mails(file: Path, today: str, source: str) -> Found:
    """Saved e-mails: each is an ad, or holds ads marked for programs."""
    import email
    import mailbox
    from email import policy
    from email.message import EmailMessage

    if file.suffix.lower() == ".mbox":
        raw = [m.as_bytes() for m in mailbox.mbox(file, create=False)]
    else:
        raw = [file.read_bytes()]
    good: list[Seen] = []
    bad: list[BadRow] = []
    for number, content in enumerate(raw):
        message = email.message_from_bytes(content, _class=EmailMessage, policy=policy.default)
        body = message.get_body(("html", "plain"))
        told = "" if body is None else str(body.get_content())
        subject = line_of(str(message.get("subject") or ""))
        if not told.strip():
            bad.append(BadRow(number, "an e-mail without text", subject[:300]))
            continue
        sent = str(message.get("date") or "")
        made = _whole(file, told, source, title=subject, markup=True, posted=sent)
        good.append(Seen(made, today))
    return Found(file, tuple(good), tuple(bad))


def _whole(
    file: Path,
    content: str,
    source: str,
    *,
    title: str = "",
    markup: bool = False,
    posted: str = "",
) -> Posting:
    """A document as one ad; its first line is the title where nothing else is."""
    text = text_of(content)
    if markup and not title:
        head = re.search(r"<title[^>]*>(.*?)</title>", content, re.IGNORECASE | re.DOTALL)
        title = line_of(head[1]) if head else ""
    named = title or next((line for line in text.split("\n") if line.strip()), file.stem)
    made = Posting(
        source=source or SOURCE,
        id=sha256(text.encode()).hexdigest()[:16],
        title=line_of(named)[:200],
        text=text,
        posted=day(posted or None),
    )
    made.check()
    return made
