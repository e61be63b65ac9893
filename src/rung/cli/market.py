"""The commands about where ads are, and what grows and what fades."""

from __future__ import annotations

from typing import Annotated

import typer

from rung.cli.options import AsJson, Level, Place


def trends(
    kind: Annotated[
        str, typer.Argument(metavar="[skills|roles|areas]", help="What to watch.")
    ] = "skills",
    role: Annotated[str | None, typer.Option("--role", "-r", help="Only ads of this role.")] = None,
    place: Place = None,
    level: Level = None,
    ahead: Annotated[
        int, typer.Option("--ahead", min=1, metavar="DAYS", help="How far to forecast.")
    ] = 365,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="How many to show.")] = 25,
    as_json: AsJson = False,
) -> None:
    """Show what grows, fades or stays over your visits to the sources of ads."""
    from rung.app import trends as app
    from rung.cli.show import trends as show
    from rung.cli.show.base import emit

    answer = app.trend_answer(kind, role, place, level, ahead)
    emit(
        answer,
        app.TrendAnswer,
        lambda found, console: show.trends(found, console, most),
        as_json=as_json,
    )


def market_map(
    by: Annotated[
        str, typer.Option("--by", help="country, metro, region or (of your own ads) industry.")
    ] = "country",
    role: Annotated[str | None, typer.Option("--role", "-r", help="Only this role.")] = None,
    own: Annotated[
        bool | None,
        typer.Option("--own/--bundled", help="Only the ads on this machine, or the bundled ones."),
    ] = None,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="How many to show.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Show where the ads of each role are, as shares with n."""
    from rung.app import market_map as app
    from rung.cli.show import market_map as show
    from rung.cli.show.base import emit

    answer = app.market_map(by, role, own)
    emit(
        answer,
        app.MapAnswer,
        lambda found, console: show.market_map(found, console, most),
        as_json=as_json,
    )
