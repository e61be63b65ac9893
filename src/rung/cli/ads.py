"""Commands about ads and pay."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson, Level, Place, Today, day

Sources = Annotated[
    list[str] | None, typer.Option("--source", "-s", help="Only this source; may be repeated.")
]

ads_app = typer.Typer(help="The ads behind the figures.", no_args_is_help=True)

RoleName = Annotated[str, typer.Argument(metavar="ROLE", help="A role: see `rung roles`.")]


def pay(
    role: RoleName,
    place: Place = None,
    level: Level = None,
    remote: Annotated[
        bool | None, typer.Option("--remote/--on-site", help="Only such jobs; both if left out.")
    ] = None,
    currency: Annotated[
        str | None, typer.Option("--currency", "-c", help="Turn it into this one, such as EUR.")
    ] = None,
    terms: Annotated[
        str,
        typer.Option(
            "--terms", help="nominal (as posted), real (in today's prices) or ppp (buying power)."
        ),
    ] = "nominal",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Show what ads for a role pay in a place, with n and years, or why that isn't known."""
    from rung.app import pay as app
    from rung.cli.show import ads as show
    from rung.cli.show.base import emit

    answer = app.pay_answer(
        role, place, level, day(today), remote=remote, currency=currency, terms=terms
    )
    emit(answer, app.PayAnswer, show.pay, as_json=as_json)


def demand(
    role: RoleName,
    place: Place = None,
    level: Level = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only ads seen from then on.")
    ] = None,
    industry: Annotated[
        str | None, typer.Option("--industry", help="Only employers of this trade (own ads).")
    ] = None,
    own: Annotated[
        bool | None,
        typer.Option("--own/--bundled", help="Only the ads on this machine, or the bundled ones."),
    ] = None,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="How many skills.")] = 25,
    as_json: AsJson = False,
) -> None:
    """Count what ads for a role ask: k of N, with intervals, beside what the guide lists."""
    from rung.app.demand import DemandAnswer, demand_answer
    from rung.cli.show import demand as show
    from rung.cli.show.base import emit

    first = day(since, "--since").isoformat() if since else ""
    found = demand_answer(role, place, level, since=first, industry=industry, own_ads=own)
    emit(found, DemandAnswer, lambda a, c: show.demand(a, c, most), as_json=as_json)


@ads_app.command("stats")
def stats(as_json: AsJson = False) -> None:
    """Show how many ads were counted, from where and when, and what was left out."""
    from rung.app import cards
    from rung.cli.show import ads as show
    from rung.cli.show.base import emit

    found = cards.ads_stats()
    emit(found, type(found), show.stats, as_json=as_json)


@ads_app.command("snapshot")
def snapshot(
    source: Annotated[
        Path | None, typer.Argument(help="Folder of ads and pay tables; none to compare only.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write the figures to.")
    ] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help="The day it is dated.")] = None,
    diff: Annotated[
        Path | None,
        typer.Option("--diff", metavar="OLD", help="Show what changed since the figures there."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Count the ads of a folder into figures such as the bundled ones, or compare two."""
    from rung.app import snapshot as app
    from rung.cli.show import ads as show
    from rung.cli.show.base import emit, progress
    from rung.market.compare import Difference

    if source is not None:
        with progress("Reading ads") as report:
            info = app.make_snapshot(source, out, day(as_of, "--as-of"), report, before=diff)
        if diff is None:
            emit(info, type(info), show.snapshot, as_json=as_json)
    elif diff is None:
        raise typer.BadParameter("Give a folder of ads to count, or --diff OLD to compare.")
    if diff is not None:
        emit(app.difference(diff, out), Difference, show.difference, as_json=as_json)


@ads_app.command("read")
def read(
    source: Annotated[
        str, typer.Argument(metavar="FILE|TEXT|-", help="An ad: a file, its text, or - for input.")
    ],
    title: Annotated[str, typer.Option("--title", help="The ad's title.")] = "",
    phrases: Annotated[
        bool, typer.Option("--phrases", help="Also phrases that name skills we don't know.")
    ] = False,
    esco: Annotated[bool, typer.Option("--esco", help="With the nearest ESCO concepts.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read one ad: role, level, pay, degree, place of work, visa, and every skill it asks."""
    from rung.app import reading
    from rung.cli.show import reading as show
    from rung.cli.show.base import emit

    found = reading.read(source, title, phrases=phrases, with_esco=esco)
    emit(found, reading.ReadAd, show.ad, as_json=as_json)


@ads_app.command("sources")
def sources(as_json: AsJson = False) -> None:
    """Show every source of ads Rung can read, and how it stands with each here."""
    from rung.app import ads
    from rung.cli.show import own_ads as show
    from rung.cli.show.base import emit

    emit(ads.sources(), tuple[ads.SourceLine, ...], show.sources, as_json=as_json)


@ads_app.command("sync")
def sync(
    source: Sources = None,
    board: Annotated[
        list[str] | None, typer.Option("--board", help="Only this board of the source.")
    ] = None,
    search: Annotated[str, typer.Option("--search", help="Words to search for.")] = "",
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only ads posted from this day.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Also boards read today.")] = False,
    watch: Annotated[
        float | None,
        typer.Option("--watch", metavar="HOURS", min=0.5, help="Repeat every so often."),
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Fetch ads from employers' boards and open lists, read them, and count anew.

    This is the one command that goes to the network by itself. Stop it with Ctrl-C whenever you
    like: what came is kept, and the next sync goes on.
    """
    import time

    from rung.app import ads
    from rung.cli.show import own_ads as show
    from rung.cli.show.base import emit, progress

    wanted = ads.targets(source or (), board or (), search)
    first = day(since, "--since").isoformat() if since else ""
    while True:
        with progress("Fetching ads") as report:
            told = ads.sync(wanted, day(today), report, since=first, again=again)
        emit(told, ads.Synced, show.synced, as_json=as_json)
        if told.stopped:
            raise KeyboardInterrupt
        if watch is None:
            return
        time.sleep(watch * 3600)


@ads_app.command("add")
def add(
    what: Annotated[str, typer.Argument(metavar="FILE|FOLDER|URL", help="Where the ads are.")],
    source: Annotated[str, typer.Option("--source", help="What to call where they are from.")] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Add ads from a page or feed, a table (Parquet, CSV, JSON), saved pages or e-mails."""
    from rung.app import ads
    from rung.cli.show import own_ads as show
    from rung.cli.show.base import emit, progress

    with progress("Adding ads") as report:
        told = ads.add(what, day(today), report, source=source)
    emit(told, ads.Synced, show.synced, as_json=as_json)


@ads_app.command("ingest")
def ingest(
    path: Annotated[Path, typer.Argument(metavar="FILE|FOLDER", help="Where the ads are.")],
    source: Annotated[str, typer.Option("--source", help="What to call where they are from.")] = "",
    runner: Annotated[
        str, typer.Option("--runner", help="Where they are read: local, or spark.")
    ] = "local",
    workers: Annotated[
        int | None, typer.Option("--workers", min=1, help="Processes, with --runner local.")
    ] = None,
    master: Annotated[
        str, typer.Option("--master", help="The Spark cluster, such as spark://host:7077.")
    ] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Add many ads from files, read on all processors or on a Spark cluster."""
    from rung.app import ads
    from rung.cli.show import own_ads as show
    from rung.cli.show.base import emit, progress

    with progress("Adding ads") as report:
        told = ads.ingest(
            path,
            day(today),
            report,
            source=source,
            runner=ads.runner(runner),
            workers=workers,
            master=master,
        )
    emit(told, ads.Synced, show.synced, as_json=as_json)


@ads_app.command("list")
def list_ads(
    role: Annotated[str | None, typer.Option("--role", "-r", help="Only this role.")] = None,
    place: Place = None,
    level: Level = None,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="How many to show.")] = 20,
    as_json: AsJson = False,
) -> None:
    """List the ads on this machine, each job once, newest first."""
    from rung.app import ad_list
    from rung.cli.show import own_ads as show
    from rung.cli.show.base import emit

    found = ad_list.listed(role, place, level, most)
    emit(found, ad_list.AdList, show.listed, as_json=as_json)


@ads_app.command("quarantine")
def quarantine(as_json: AsJson = False) -> None:
    """Show the rows that could not be read as ads, and why."""
    from rung.app import ads
    from rung.cli.show import own_ads as show
    from rung.cli.show.base import emit

    emit(ads.quarantine(), tuple[ads.Quarantined, ...], show.quarantine, as_json=as_json)
