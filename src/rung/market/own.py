"""Figures counted from the ads on this machine, in the shape of the bundled ones."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from rung.catalogue.load import Catalogue
from rung.market import manifest, own_pay, pay_cells, readings, references, titles
from rung.market.connectors import connectors
from rung.market.manifest import LeftOut
from rung.market.own_ads import Current, current
from rung.market.pay_cells import PaidAd
from rung.market.postings import FIRST_MONTH
from rung.market.readings import Reading
from rung.market.records import SnapshotInfo
from rung.market.referenced import referenced
from rung.market.references import Fact
from rung.market.sift import MOST_ALIKE, MOST_OF_ONE, plain_name
from rung.market.snapshot import Part, Snapshot
from rung.market.store import Store
from rung.reading.seniority import level_in_title
from rung.reading.titles import normalise_title

RULES = (
    f"Ads are those on this machine, seen from {FIRST_MONTH} on, in English, of a catalogue role.",
    "Ads that tell of one job on several boards or days count once.",
    f"One employer counts at most {MOST_ALIKE} times under one title, {MOST_OF_ONE} in one role.",
    "A skill counts once an ad, where the ad asks it: not in boilerplate or benefits.",
)
CUT = "adzuna"
"""In the name of every source whose texts are cut before their demands."""


def counted(
    ads: Sequence[Current], catalogue: Catalogue
) -> tuple[list[tuple[Current, Reading]], Counter[str]]:
    """The ads that count, numbered, and how many don't for each reason."""
    left: Counter[str] = Counter()
    held: list[tuple[Current, Reading]] = []
    alike: Counter[tuple[str, str]] = Counter()
    of_one: Counter[tuple[str, str]] = Counter()
    for ad in ads:
        why = _left_out(ad, catalogue, alike, of_one)
        if why:
            left[why] += 1
        else:
            held.append((ad, _reading(len(held) + 1, ad)))
    return held, left


def figures(store: Store) -> Snapshot | None:
    """What was counted last from the ads on this machine; None where nothing was."""
    folder = store.folder / "figures"
    return Snapshot(folder) if (folder / manifest.NAME).is_file() else None


def figures_of(
    store: Store, catalogue: Catalogue, keep: Callable[[Current], bool]
) -> Snapshot | None:
    """Figures over some of the ads, every one of which can be named."""
    whole = figures(store)
    if whole is None:
        return None
    held, _ = counted([a for a in current(store) if keep(a)], catalogue)
    return Part(
        whole.folder,
        tuple(r for _, r in held),
        {r.ad: _fact(r.ad, a) for a, r in held},
    )


def build(store: Store, as_of: date, catalogue: Catalogue) -> SnapshotInfo:
    """Count the ads on this machine into ``figures/`` beside them.

    The figures of before stay until the new ones are whole.
    """
    ads = current(store)
    held, left = counted(ads, catalogue)
    out = store.folder / "figures.new"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    read = tuple(r for _, r in held)
    readings.write(out / "readings.parquet", read)
    named_ads = {r.ad: _fact(r.ad, ad) for ad, r in held}
    references.write(out / "references.parquet", referenced(read, named_ads))
    named = ((r.role, normalise_title(a.title), plain_name(a.employer)) for a, r in held)
    titles.write(out / "titles.parquet", titles.count(named))
    paid = own_pay.paid([a for a in ads if a.last_seen >= FIRST_MONTH])
    pay_cells.write(out / "pay.parquet", pay_cells.count(paid.ads))
    pay_cells.write_sizes(out / "pay_counts.parquet", pay_cells.sizes(paid.ads))
    months = [r.month for r in read]
    about = manifest.Manifest(
        version=as_of.isoformat(),
        as_of=as_of.isoformat(),
        first=min(months, default=""),
        last=max(months, default=""),
        read=len(ads),
        ads=len(read),
        left_out=tuple(LeftOut(why, n) for why, n in left.most_common()),
        cut_kept=0,
        sources=_notes(held),
        pay_sources=_pay_note(paid.ads),
        pay_left_out=paid.left_out,
        rules=RULES,
        files=(),
    )
    manifest.write(out, about)
    old = store.folder / "figures"
    shutil.rmtree(old, ignore_errors=True)
    out.replace(old)
    return SnapshotInfo(about.version, about.first, about.last, about.ads)


def _pay_note(ads: Sequence[PaidAd]) -> tuple[manifest.SourceNote, ...]:
    if not ads:
        return ()
    months = sorted(a.month for a in ads)
    note = manifest.SourceNote(
        own_pay.SOURCE,
        own_pay.LABEL,
        "ads fetched or added here",
        "none stated",
        months[0],
        months[-1],
        len(ads),
    )
    return (note,)


def _left_out(
    ad: Current,
    catalogue: Catalogue,
    alike: Counter[tuple[str, str]],
    of_one: Counter[tuple[str, str]],
) -> str:
    """Why an ad isn't counted; empty where it is, and then it is remembered."""
    facts = ad.facts
    if ad.last_seen < FIRST_MONTH:
        return f"last seen before {FIRST_MONTH}"
    if CUT in ad.source:
        return "its text is cut by its source"
    if facts["error"]:
        return str(facts["error"]).partition(";")[0]
    if facts["role"] not in catalogue.roles:
        return "another role"
    if not (facts["required"] or facts["preferred"] or facts["mentioned"]):
        return "no skill read in its text"
    if not ad.counts:
        return "repeat: the same job told again"
    employer = plain_name(ad.employer)
    if employer:
        title, role = (employer, normalise_title(ad.title)), (employer, str(facts["role"]))
        if alike[title] >= MOST_ALIKE:
            return f"more than {MOST_ALIKE} ads of one employer under one title"
        if of_one[role] >= MOST_OF_ONE:
            return f"more than {MOST_OF_ONE} ads of one employer for one role"
        alike[title] += 1
        of_one[role] += 1
    return ""


def _reading(number: int, ad: Current) -> Reading:
    facts = ad.facts
    remote = facts["remote_kind"] in ("remote_country", "remote_anywhere")
    return Reading(
        ad=number,
        role=facts["role"],
        level=facts["level"],
        metros=frozenset() if remote else frozenset(facts["metros"]),
        countries=frozenset(facts["countries"]),
        regions=frozenset(facts["regions"]),
        remote=remote,
        month=ad.last_seen[:7],
        source=ad.source,
        required=frozenset(facts["required"]),
        preferred=frozenset(facts["preferred"]),
        mentioned=frozenset(facts["mentioned"]),
        titled=level_in_title(ad.title),
        years=facts["years"],
        degree=facts["degree"],
        degree_strength=facts["degree_strength"],
    )


def _fact(number: int, ad: Current) -> Fact:
    title, employer = (" ".join(t.split()) for t in (ad.title, ad.employer))
    return Fact(number, title, employer, ad.url, ad.source, ad.last_seen)


def _notes(held: Sequence[tuple[Current, Reading]]) -> tuple[manifest.SourceNote, ...]:
    months: dict[str, list[str]] = {}
    for _, r in held:
        months.setdefault(r.source, []).append(r.month)
    known = connectors()
    return tuple(
        manifest.SourceNote(
            s,
            known[s].label if s in known else s,
            known[s].documentation if s in known else "files on this machine",
            known[s].terms if s in known else "none stated",
            min(seen),
            max(seen),
            len(seen),
        )
        for s, seen in sorted(months.items(), key=lambda item: (-len(item[1]), item[0]))
    )
