"""Commands about offers a person got."""

from __future__ import annotations

from typing import Annotated

import typer

from rung.cli.options import AsJson, Level, Today, day

offer_app = typer.Typer(
    no_args_is_help=True, help="Offers you got: kept here alone, shown beside what ads pay."
)


@offer_app.command("add")
def add(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="A role: see `rung roles`.")],
    low: Annotated[float, typer.Argument(metavar="AMOUNT", help="Base pay a year.")],
    place: Annotated[str, typer.Option("--place", "-p", help="City or country.")],
    high: Annotated[
        float | None, typer.Option("--high", help="The other end, where it was a range.")
    ] = None,
    level: Level = None,
    currency: Annotated[
        str | None, typer.Option("--currency", "-c", help="The country's own if left out.")
    ] = None,
    employer: Annotated[str, typer.Option("--employer", help="Whose offer it was.")] = "",
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Keep an offer you got."""
    from rung.app import offers
    from rung.cli.show import offers as show
    from rung.cli.show.base import emit
    from rung.market.offers import Offer

    kept = offers.add(
        role, place, low, high, day(today), level=level, currency=currency, employer=employer
    )
    emit(kept, Offer, show.added, as_json=as_json)


@offer_app.command("list")
def list_offers(as_json: AsJson = False) -> None:
    """List the offers kept."""
    from rung.app import offers
    from rung.cli.show import offers as show
    from rung.cli.show.base import emit
    from rung.market.offers import Offer

    emit(offers.listed(), tuple[Offer, ...], show.listed, as_json=as_json)


@offer_app.command("remove")
def remove(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="See `rung offer list`.")],
    as_json: AsJson = False,
) -> None:
    """Forget an offer."""
    from rung.app import offers
    from rung.cli.show import offers as show
    from rung.cli.show.base import emit
    from rung.market.offers import Offer

    emit(offers.remove(number), Offer, show.removed, as_json=as_json)
