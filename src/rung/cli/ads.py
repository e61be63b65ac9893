"""Commands about ads and pay."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson, Level, Place, Today, day

ads_app = typer.Typer(help="The ads behind the figures.", no_args_is_help=True)

RoleName = Annotated[str, typer.Argument(metavar="ROLE", help="A role: see `rung roles`.")]


def pay(
    role: RoleName,
    place: Place = None,
    level: Level = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Show what ads for a role pay in a place, with n and years, or why that isn't known."""
    from rung.app import cards
    from rung.cli.show import ads as show
    from rung.cli.show.base import emit

    answer = cards.pay_answer(role, place, level, day(today))
    emit(answer, cards.PayAnswer, show.pay, as_json=as_json)


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
    source: Annotated[Path, typer.Argument(help="Folder of ads and pay tables.")],
    out: Annotated[Path, typer.Option("--out", help="Folder to write the figures to.")],
    as_of: Annotated[str | None, typer.Option("--as-of", help="The day it is dated.")] = None,
    as_json: AsJson = False,
) -> None:
    """Count the ads of a folder into figures such as the bundled ones."""
    from rung.app.snapshot import make_snapshot
    from rung.cli.show import ads as show
    from rung.cli.show.base import emit, progress

    with progress("Reading ads") as report:
        info = make_snapshot(source, out, day(as_of, "--as-of"), report)
    emit(info, type(info), show.snapshot, as_json=as_json)


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
