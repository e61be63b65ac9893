"""Every command and the one place where errors are printed."""

from __future__ import annotations

import sys

import typer

from rung.cli import (
    ads,
    catalogue,
    choices,
    cohort,
    data,
    log,
    market,
    mcp,
    offers,
    person,
    profile,
    web,
)
from rung.core.errors import DataError, RungError

app = typer.Typer(
    name="rung",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help=(
        "From a résumé and a goal to an evidenced plan for a career in AI and machine "
        "learning. Works offline; nothing leaves this machine."
    ),
    epilog="Start with: rung plan RÉSUMÉ --role mlops-engineer --hours 8 --by 2027-08-31",
)
app.command("plan")(person.plan)
app.command("fit")(person.fit)
app.command("gap")(person.gap)
app.command("me")(log.me)
app.command("ladder")(choices.ladder)
app.command("level")(choices.level)
app.command("path")(choices.path)
app.command("advise")(choices.advise)
app.command("divide")(choices.divide)
app.command("choose")(choices.choose)
app.add_typer(log.log_app, name="log")
app.add_typer(profile.profile_app, name="profile")
app.command("roles")(catalogue.roles)
app.command("role")(catalogue.role)
app.command("skills")(catalogue.skills)
app.command("skill")(catalogue.skill)
app.command("demand")(ads.demand)
app.command("map")(market.market_map)
app.command("trends")(market.trends)
app.command("pay")(ads.pay)
app.add_typer(offers.offer_app, name="offer")
app.add_typer(ads.ads_app, name="ads")
app.add_typer(catalogue.catalogue_app, name="catalogue")
app.command("serve")(web.serve)
app.command("mcp")(mcp.serve)
app.command("cohort")(cohort.cohort)
app.add_typer(data.data_app, name="data")

INTERRUPTED = 130
"""The exit code after Ctrl-C."""


def main() -> None:
    """Run a command; show a Rung error as one message and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        app()
    except (KeyboardInterrupt, SystemExit) as end:
        if isinstance(end, SystemExit) and end.code != INTERRUPTED:
            raise
        print("rung: stopped before it was done.", file=sys.stderr)
        raise SystemExit(INTERRUPTED) from None
    except RungError as error:
        show_error(error)
        raise SystemExit(3 if isinstance(error, DataError) else 2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None


def show_error(error: RungError) -> None:
    """One message: what, why, what next."""
    print(f"rung: {error.subject}: {error.cause}", file=sys.stderr)
    if error.next_step:
        print(f"  → {error.next_step}", file=sys.stderr)
