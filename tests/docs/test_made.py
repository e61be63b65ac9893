"""What makes the pages: outputs cut where they say, tables and the picture from the code itself."""

from __future__ import annotations

import tomllib
import xml.etree.ElementTree as Xml
from pathlib import Path
from types import SimpleNamespace

import pytest
from bench.docs import constants, decisions, errors, fields, house, kept
from bench.docs.terminal import Part, Terminal, Unexpected, abridged

from rung.app.cards import ads_stats

SAID = ["one", "two", "three", "four", "five"]


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ((), SAID),
        ((Part("one", 2),), ["one", "two", "[… 3 more lines …]"]),
        ((Part("four", 9),), ["[… 3 more lines …]", "four", "five"]),
        (
            (Part("one", 1), Part("three", 1)),
            ["one", "[… 1 more line …]", "three", "[… 2 more lines …]"],
        ),
    ],
)
def test_an_output_is_cut_only_with_a_mark(parts: tuple[Part, ...], shown: list[str]) -> None:
    assert abridged(SAID, parts) == shown


def test_a_part_that_is_gone_is_told() -> None:
    with pytest.raises(Unexpected, match="'six'"):
        abridged(SAID, (Part("six", 1),))


def test_a_terminal_shows_what_its_command_printed() -> None:
    told: list[str] = []
    me = Terminal("2026-11-27", SimpleNamespace(outl=told.append))
    me.run("rung offer add ml-engineer 100000 --place Canada")
    me.run("rung offer list", first=1)
    assert told[0].startswith("```sh\nrung offer add ml-engineer 100000 --place Canada\n```")
    assert "CAD 100,000 a year, ml-engineer, CA, 2026-11-27" in told[1]
    with pytest.raises(Unexpected, match="is no part"):
        me.run("rung data delete nothing")


def test_every_room_of_the_contract_is_drawn(root: Path) -> None:
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    contract = settings["tool"]["importlinter"]["contracts"][0]
    rooms = [n.strip() for layer in contract["layers"] for n in layer.split("|")]
    drawing = Xml.fromstring(house.picture())  # noqa: S314 - made above
    names = [t.text for t in drawing.iter() if t.get("class") == "name"]
    assert names == [n.removeprefix("rung.") for n in rooms]
    assert all(room.what for layer in house.layers() for room in layer)


def test_the_drawing_in_docs_is_whole(root: Path) -> None:
    drawing = Xml.parse(root / "docs" / "architecture.svg").getroot()  # noqa: S314 - our own
    assert drawing.tag.endswith("svg")


def test_a_constant_that_moved_is_told() -> None:
    assert "| `market.demand.ENOUGH` | `30` |" in constants.table("market.demand.ENOUGH")
    with pytest.raises(LookupError, match="NONE"):
        constants.table("market.demand.NONE")
    with pytest.raises(LookupError, match="give its words"):
        constants.table("fit.role_fit.STRONG")


def test_every_link_between_records_has_its_heading() -> None:
    for page in (fields.plan(), fields.catalogue()):
        heads = {line.lstrip("# ").casefold() for line in page.splitlines() if line[:1] == "#"}
        links = {part.partition(")")[0] for part in page.split("](#")[1:]}
        assert links <= heads


def test_tables_name_what_there_is(root: Path) -> None:
    written = list((root / "docs" / "decisions").glob("[0-9]*.md"))
    assert decisions.listed().count("](") == len(written)
    assert {"UserError", "DataError"} <= set(
        errors.tree().replace("`", " ").replace(":", "").split()
    )
    assert "state.db" in kept.places()


def test_the_notice_names_every_collection_figures_come_from(root: Path) -> None:
    notice = (root / "NOTICE").read_text("utf-8")
    found = ads_stats()
    for source in (*found.sources, *found.pay_sources):
        collection = source.origin.partition(" @")[0].partition(",")[0]
        assert collection in notice, collection
