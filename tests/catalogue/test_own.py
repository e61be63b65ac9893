"""A person's own files stand in for packaged ones, by file name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from rung.catalogue import Catalogue, load
from rung.catalogue.load import PACKAGED
from rung.catalogue.own import copy_out, decide
from rung.core.errors import UserError


@pytest.fixture
def personal(tmp_path: Path) -> Path:
    return tmp_path / "catalogue"


def own(personal: Path) -> Catalogue:
    return Catalogue(PACKAGED, personal)


def change(path: Path, **fields: object) -> None:
    record = yaml.safe_load(path.read_text("utf-8"))
    path.write_text(yaml.safe_dump(record | fields), "utf-8")


def test_without_own_files_nothing_changes(personal: Path) -> None:
    assert own(personal).skills == load().skills


def test_an_own_file_stands_in_for_the_packaged_one(personal: Path) -> None:
    path = copy_out(own(personal), "docker")
    change(path, summary="My words for it.")
    catalogue = own(personal)
    assert catalogue.skills["docker"].summary == "My words for it."
    assert catalogue.area_of["docker"] == "cloud"
    assert len(catalogue.skills) == len(load().skills)
    assert catalogue.replaced(path) == PACKAGED / "skills/cloud/docker.yaml"


def test_an_own_file_needs_no_area_to_stand_in(personal: Path) -> None:
    path = copy_out(own(personal), "docker")
    flat = personal / "skills" / "docker.yaml"
    path.rename(flat)
    change(flat, summary="My words for it.")
    catalogue = own(personal)
    assert catalogue.skills["docker"].summary == "My words for it."
    assert catalogue.area_of["docker"] == "cloud"


def test_an_own_file_adds_a_skill(personal: Path) -> None:
    path = copy_out(own(personal), "docker")
    added = path.with_name("my-tool.yaml")
    path.rename(added)
    change(added, id="my-tool", label="My tool", aliases=["my tool"])
    catalogue = own(personal)
    assert catalogue.skills["my-tool"].label == "My tool"
    assert set(catalogue.skills) == {*load().skills, "my-tool"}
    assert catalogue.area_of["my-tool"] == "cloud"


def test_an_own_role_stands_in_for_the_packaged_one(personal: Path) -> None:
    change(copy_out(own(personal), "roles/ml-engineer"), overview="What it is at my firm.")
    assert own(personal).roles["ml-engineer"].overview == "What it is at my firm."


def test_a_copy_never_overwrites(personal: Path) -> None:
    path = copy_out(own(personal), "docker")
    path.write_text("mine", "utf-8")
    with pytest.raises(UserError, match="there already"):
        copy_out(own(personal), "docker")
    assert path.read_text("utf-8") == "mine"


def test_an_unknown_record_is_refused(personal: Path) -> None:
    with pytest.raises(UserError, match="not in the catalogue"):
        copy_out(own(personal), "juggling")
    assert not personal.exists()


def test_a_decision_is_kept_and_changed(personal: Path) -> None:
    before = len(load().edge_decisions.decisions)
    for verdict in ("hard", "no"):
        decide(own(personal), "linguistics", "docker", verdict, "for a test", date(2026, 1, 2))
    made = own(personal).edge_decisions
    assert len(made.decisions) == before + 1
    mine = next(d for d in made.decisions if (d.before, d.after) == ("linguistics", "docker"))
    assert (mine.verdict, mine.reason) == ("no", "for a test")
    assert made.as_of == "2026-01-02"


def test_a_decision_needs_a_reason_and_known_skills(personal: Path) -> None:
    with pytest.raises(UserError, match="--reason"):
        decide(own(personal), "linguistics", "docker", "no", "  ", date(2026, 1, 2))
    with pytest.raises(UserError, match="juggling"):
        decide(own(personal), "juggling", "docker", "no", "for a test", date(2026, 1, 2))
    assert not personal.exists()
