"""Commands about the stored profile: import, show, check, edit, remove, export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rung.cli.options import AsJson, Resume, Today, day

profile_app = typer.Typer(
    help="Your résumés as one person: kept on this machine, read anew each time.",
    no_args_is_help=True,
)
Ocr = Annotated[
    bool, typer.Option("--ocr", help="Recognise the text of scans and pictures (needs Tesseract).")
]
At = Annotated[
    str, typer.Argument(metavar="PATH", help="As `rung profile show` numbers it: work/1/title.")
]


@profile_app.command("import")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            help="PDF, DOCX, text, Markdown, HTML, JSON Resume, Reactive Resume JSON, rendercv "
            "YAML, LinkedIn's export zip or Europass XML (the last two unverified).",
        ),
    ],
    ocr: Ocr = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Keep résumés and read them as one person; newer files are believed first."""
    from rung.app import data, my_profile
    from rung.cli.show import profile as show
    from rung.cli.show.base import emit, progress

    with progress("Reading") as report:
        done = my_profile.import_files(data.open_state(), files, day(today), report, ocr=ocr)
    emit(done, my_profile.Imported, show.imported, as_json=as_json)


@profile_app.command("show")
def show_(
    resume: Resume = None,
    source: Annotated[
        bool, typer.Option("--source", help="Show the documents, each value beside its line.")
    ] = False,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a page that marks each value's place."),
    ] = None,
    ocr: Ocr = False,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Show what was read, each value with the line it came from."""
    from rung.app import my_profile
    from rung.cli.show import profile as show
    from rung.cli.show.base import console, emit
    from rung.profile.records import Profile

    profile, documents = my_profile.with_documents(resume, day(today), ocr=ocr)
    if html is not None:
        from rung.core.files import write_whole
        from rung.report import review_page

        write_whole(html, review_page(profile, documents))
        typer.echo(f"Wrote {html}", err=as_json)
    if source and not as_json:
        show.source(profile, documents, console())
    elif html is None or as_json:
        emit(profile, Profile, show.profile, as_json=as_json)


@profile_app.command("check")
def check(
    resume: Resume = None,
    text: Annotated[bool, typer.Option(help="Also print the text a machine gets.")] = True,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Say how well machines can read a document: facts, no score."""
    from rung.app import my_profile
    from rung.cli.show import profile as show
    from rung.cli.show.base import emit

    found = my_profile.readability(resume, day(today))
    kind = tuple[my_profile.Readability, ...]
    emit(found, kind, lambda r, c: show.readability(r, c, text=text), as_json=as_json)


@profile_app.command("edit")
def edit(
    path: At,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it should say.")],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Set one value right; it stays right when the document is read again."""
    from rung.app import data, my_profile
    from rung.cli.show import profile as show
    from rung.cli.show.base import emit

    done = my_profile.edit(data.open_state(), path, value, day(today))
    emit(done, my_profile.Edited, show.edited, as_json=as_json)


@profile_app.command("remove")
def remove(
    what: Annotated[
        str,
        typer.Argument(metavar="WHAT", help="A document's name, or a path as work/2, skill/php."),
    ],
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Take out a document, an entry or a value; `rung data undo` brings it back."""
    from rung.app import data, my_profile
    from rung.cli.show import profile as show
    from rung.cli.show.base import emit

    done = my_profile.remove(data.open_state(), what, day(today))
    emit(done, my_profile.Removed, show.removed, as_json=as_json)


@profile_app.command("export")
def export(
    resume: Resume = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write to this file, not the screen.")
    ] = None,
    today: Today = None,
) -> None:
    """Write the profile, or one document, as JSON Resume."""
    from rung.app import my_profile
    from rung.core.files import write_whole

    text = my_profile.as_json(my_profile.export_jsonresume(resume, day(today)))
    if out is None:
        typer.echo(text, nl=False)
    else:
        write_whole(out, text)
        typer.echo(f"Wrote {out}")
