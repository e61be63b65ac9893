"""The packaged catalogue, and what the check says of broken ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from rung.catalogue import Catalogue, load
from rung.catalogue.check import check
from rung.core.errors import DataError


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(load().folder, tmp_path / "data"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_packaged_catalogue_has_no_problems() -> None:
    assert check(load()) == ()


def test_it_holds_what_the_first_cut_promises() -> None:
    assert len(load().skills) >= 150
    assert len(load().roles) >= 11


def test_an_unknown_prerequisite_is_named_with_its_file(copy: Path) -> None:
    edit(copy / "skills" / "cloud.yaml", "{id: linux-cli,", "{id: linux-clii,")
    problems = check(Catalogue(copy))
    assert any("cloud.yaml" in p and "linux-clii" in p for p in problems)


def test_a_shared_name_is_named_with_both_owners(copy: Path) -> None:
    edit(copy / "skills" / "python.yaml", "aliases: [", "aliases: [terraform, ")
    problems = check(Catalogue(copy))
    assert any("'terraform'" in p and "python" in p for p in problems)


def test_a_circle_is_spelt_out(copy: Path) -> None:
    path = copy / "skills" / "cloud.yaml"
    area = yaml.safe_load(path.read_text("utf-8"))
    linux = next(s for s in area["skills"] if s["id"] == "linux-cli")
    reason = "made up for this test"
    linux["prerequisites"] = [{"id": "kubernetes", "leak": 0.1, "reason": reason}]
    path.write_text(yaml.safe_dump(area), "utf-8")
    assert any("circle" in p and "kubernetes" in p for p in check(Catalogue(copy)))


def test_a_missing_source_stops_the_file_with_its_place(copy: Path) -> None:
    path = copy / "skills" / "calculus.yaml"
    lines = [x for x in path.read_text("utf-8").splitlines() if "source:" not in x]
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(DataError, match=r"calculus\.yaml.*skills\.0\.source"):
        _ = Catalogue(copy).skills


def test_broken_yaml_names_the_line(copy: Path) -> None:
    (copy / "roles" / "ml-engineer.yaml").write_text("id: [", "utf-8")
    with pytest.raises(DataError, match="line"):
        _ = Catalogue(copy).roles
