"""The packaged catalogue, and what the check says of broken ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from rung.catalogue import Catalogue, load
from rung.catalogue.check import check
from rung.core.errors import DataError

DOCKER = "skills/cloud/docker.yaml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(load().folder, tmp_path / "data"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def change(path: Path, **fields: object) -> None:
    record = yaml.safe_load(path.read_text("utf-8"))
    path.write_text(yaml.safe_dump(record | fields), "utf-8")


def test_the_packaged_catalogue_has_no_problems() -> None:
    assert check(load()) == ()


def test_its_links_resolve_in_the_tables(shared: Path) -> None:
    assert check(load(), shared / "data" / "skills") == ()


def test_an_unknown_prerequisite_is_named_with_its_file(copy: Path) -> None:
    edit(copy / DOCKER, "{id: linux-cli,", "{id: linux-clii,")
    problems = check(Catalogue(copy))
    assert any("docker.yaml" in p and "linux-clii" in p for p in problems)


def test_a_shared_name_is_named_with_both_owners(copy: Path) -> None:
    change(copy / DOCKER, aliases=["terraform"])
    problems = check(Catalogue(copy))
    assert any("'terraform'" in p and "docker" in p for p in problems)


def test_a_name_with_context_that_another_skill_claims_outright_is_told(copy: Path) -> None:
    rule = {"text": "terraform", "near": ["docker"]}
    change(copy / DOCKER, aliases=[rule])
    assert any("'terraform'" in p and "never decides" in p for p in check(Catalogue(copy)))


def test_a_name_two_skills_share_needs_context_in_both(copy: Path) -> None:
    change(copy / DOCKER, aliases=[{"text": "whale", "near": ["container"]}])
    change(copy / "skills/cloud/kubernetes.yaml", aliases=[{"text": "whale"}])
    problems = check(Catalogue(copy))
    assert any("'whale'" in p and "no `near` words in kubernetes" in p for p in problems)


def test_a_circle_is_spelt_out(copy: Path) -> None:
    need = {"id": "kubernetes", "leak": 0.1, "reason": "made up for this test"}
    change(copy / "skills/cloud/linux-cli.yaml", prerequisites=[need])
    assert any("circle" in p and "kubernetes" in p for p in check(Catalogue(copy)))


def test_an_empty_section_of_a_role_is_named(copy: Path) -> None:
    change(copy / "roles/ml-engineer.yaml", day=[])
    assert "roles/ml-engineer.yaml: day is empty" in check(Catalogue(copy))


def test_a_point_of_a_guide_without_its_record_is_named_with_its_line(copy: Path) -> None:
    guide = yaml.safe_load((copy / "guide.yaml").read_text("utf-8"))
    guide["atoms"].append({"atom": "juggling", "guide": "prose", "line": 7, "skill": "juggling"})
    (copy / "guide.yaml").write_text(yaml.safe_dump(guide), "utf-8")
    assert any("juggling (prose guide, line 7)" in p for p in check(Catalogue(copy)))


def test_a_rejected_edge_that_a_record_holds_is_told(copy: Path) -> None:
    made = {"before": "linux-cli", "after": "docker", "verdict": "no", "reason": "for this test"}
    add_decision(copy, made)
    assert any("linux-cli before docker: rejected, but" in p for p in check(Catalogue(copy)))


def test_an_accepted_edge_that_no_record_holds_is_told(copy: Path) -> None:
    made = {"before": "linguistics", "after": "docker", "verdict": "soft", "reason": "for a test"}
    add_decision(copy, made)
    assert any("linguistics before docker: accepted, but" in p for p in check(Catalogue(copy)))


def add_decision(folder: Path, made: dict[str, str]) -> None:
    path = folder / "edge_decisions.yaml"
    known = yaml.safe_load(path.read_text("utf-8"))
    kept = [d for d in known["decisions"] if (d["before"], d["after"]) != tuple(made.values())[:2]]
    path.write_text(yaml.safe_dump(known | {"decisions": [*kept, made]}), "utf-8")


def test_a_dead_link_is_told(copy: Path, shared: Path) -> None:
    dead = "skill/00000000-0000-0000-0000-000000000000"
    links = {
        "esco": [{"uri": dead, "label": "docking", "relation": "exact"}],
        "onet": [{"example": "Docker for Cats", "label": "Docker for Cats"}],
    }
    change(copy / DOCKER, links=links)
    problems = check(Catalogue(copy), shared / "data" / "skills")
    assert any(f"ESCO has no {dead}" in p for p in problems)
    assert any("'Docker for Cats'" in p for p in problems)


def test_a_missing_source_stops_the_file_with_its_place(copy: Path) -> None:
    path = copy / DOCKER
    lines = [x for x in path.read_text("utf-8").splitlines() if not x.startswith("source:")]
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(DataError, match=r"docker\.yaml.*source"):
        _ = Catalogue(copy).skills


def test_a_file_called_otherwise_than_its_id_is_refused(copy: Path) -> None:
    (copy / DOCKER).rename(copy / "skills/cloud/whale.yaml")
    with pytest.raises(DataError, match=r"whale\.yaml.*docker"):
        _ = Catalogue(copy).skills


def test_broken_yaml_names_the_line(copy: Path) -> None:
    (copy / "roles" / "ml-engineer.yaml").write_text("id: [", "utf-8")
    with pytest.raises(DataError, match="line"):
        _ = Catalogue(copy).roles


def test_an_industry_points_to_skills_that_exist_and_names_of_its_own(copy: Path) -> None:
    change(copy / "industries" / "energy.yaml", skills=["no-such"], names=["bank"])
    found = check(Catalogue(copy))
    assert "industry energy: no skill no-such" in found
    assert any("bank already points to" in problem for problem in found)


def test_a_project_of_a_role_stands_in_an_area_of_its_work(copy: Path) -> None:
    role = yaml.safe_load((copy / "roles" / "nlp-engineer.yaml").read_text("utf-8"))
    (one, *_) = role["projects"]
    areas = ["nlp", "nlp", "knitting", "probability", "reinforcement-learning"]
    change(copy / "roles" / "nlp-engineer.yaml", projects=[one | {"area": a} for a in areas])
    where = "roles/nlp-engineer.yaml: "
    assert [p for p in check(Catalogue(copy)) if p.startswith(where)] == [
        f"{where}a project in the unknown area knitting",
        f"{where}two projects in nlp",
        f"{where}a project in probability, which has none of its own to stand in for",
        f"{where}a project in reinforcement-learning, but no core or common skill stands there",
    ]
