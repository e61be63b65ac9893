"""Looking things up in plain words, and a catalogue of one's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import RESUME, rung

HOME = "RUNG_HOME"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {HOME: str(tmp_path / "home")}


def test_roles_are_found_in_plain_words() -> None:
    found = json.loads(rung("roles", "I like images and hardware", "--json").stdout)
    assert "computer-vision-engineer" in [r["id"] for r in found[:3]]
    assert all({"family", "ads", "overview"} <= r.keys() for r in found)


def test_skills_are_found_in_plain_words() -> None:
    found = json.loads(rung("skills", "put a model online", "--json").stdout)
    assert {"model-deployment", "model-serving"} & {s["id"] for s in found[:3]}


def test_words_that_find_nothing_say_what_to_do() -> None:
    done = rung("roles", "zzqqxx")
    assert done.returncode == 0
    assert "see all: rung roles" in done.stdout


def test_roles_are_listed_by_family() -> None:
    said = rung("roles").stdout
    heads = ["AI and machine-learning roles", "Emerging roles", "Roles people come from"]
    assert [said.index(h) for h in heads] == sorted(said.index(h) for h in heads)


def test_a_role_tells_its_rungs_apart() -> None:
    said = rung("role", "ml-engineer").stdout
    for part in (
        "A day in it",
        "only from senior",
        "advanced from",
        "Coming from",
        "Not this role",
    ):
        assert part in said, part


def test_a_role_shows_its_projects() -> None:
    said = " ".join(rung("role", "pm").stdout.split())
    card = json.loads(rung("role", "pm", "--json").stdout)
    assert "Projects in its plans" in said
    assert len(card["role"]["projects"]) == 4
    for project in card["role"]["projects"]:
        assert f"{project['title']} ({project['area']}, about" in said
        assert project["brief"] in said
    assert "Projects in its plans" not in rung("role", "statistician").stdout


def test_a_resource_nobody_opened_says_so_wherever_it_is_shown() -> None:
    card = json.loads(rung("skill", "pytorch", "--json").stdout)
    assert card["resources"]
    assert all(r["checked"] is None for r in card["resources"])
    said = rung("skill", "pytorch").stdout
    assert said.count("unchecked") == len(card["resources"])


def test_an_own_file_is_made_shown_and_used(home: dict[str, str]) -> None:
    assert "No files of your own" in rung("catalogue", "own", env=home).stdout
    made = json.loads(rung("catalogue", "copy", "docker", "--json", env=home).stdout)
    path = Path(made["path"])
    assert made["replaces"] == "skills/cloud/docker.yaml"
    path.write_text(path.read_text("utf-8").replace("label: Docker", "label: My Docker"), "utf-8")
    assert json.loads(rung("skill", "docker", "--json", env=home).stdout)["label"] == "My Docker"
    assert "your own file" in rung("skill", "docker", env=home).stdout
    own = json.loads(rung("catalogue", "own", "--json", env=home).stdout)
    assert own == [made]
    again = rung("catalogue", "copy", "docker", env=home)
    assert again.returncode == 2
    assert "there already" in again.stderr


def test_a_broken_own_file_names_itself_and_every_fault(home: dict[str, str]) -> None:
    made = json.loads(rung("catalogue", "copy", "docker", "--json", env=home).stdout)
    path = Path(made["path"])
    text = path.read_text("utf-8").replace("kind: tool", "kind: gadget")
    path.write_text(text.replace("half_life_years: 6", "half_life_years: soon"), "utf-8")
    done = rung("skill", "docker", env=home)
    assert done.returncode == 3
    assert all(x in done.stderr for x in ("docker.yaml", "kind:", "half_life_years:", "Mend"))
    assert "Traceback" not in done.stderr


def test_a_decision_is_kept_in_the_person_s_folder(home: dict[str, str]) -> None:
    words = ("catalogue", "decide", "linguistics", "docker")
    done = rung(*words, "no", "--reason", "They have nothing to do with each other", env=home)
    assert done.returncode == 0, done.stderr
    kept = Path(home[HOME]) / "catalogue" / "edge_decisions.yaml"
    assert "nothing to do with each other" in kept.read_text("utf-8")
    refused = rung(*words, "perhaps", "--reason", "why not", env=home)
    assert refused.returncode == 2
    assert "hard, soft, no" in refused.stderr


def test_what_was_decided_is_not_proposed_again() -> None:
    done = rung("catalogue", "edges")
    assert done.returncode == 0, done.stderr
    assert "Nothing is proposed" in done.stdout or "open. Decide one" in done.stdout


def test_links_are_checked_where_the_tables_are(shared: Path) -> None:
    tables = shared / "data" / "skills"
    report = json.loads(rung("catalogue", "check", "--tables", tables, "--json").stdout)
    assert report["problems"] == []
    assert report["linked_skills"] > 300
    assert report["tables"] == str(tables)


def test_nobody_plans_towards_a_role_people_come_from() -> None:
    done = rung(
        "plan", RESUME, "--role", "software-engineer", "--hours", "8",
        "--by", "2027-08-31",
    )  # fmt: skip
    assert done.returncode == 2
    assert "From there people go to:" in done.stderr


def test_a_role_with_few_ads_counts_nothing_and_says_so() -> None:
    card = json.loads(rung("role", "prompt-engineer", "--json").stdout)
    assert 0 < card["ads"] < 10
    assert card["asked"] == []
    assert "too few to count (10 needed)" in rung("role", "prompt-engineer").stdout


def test_a_skill_is_counted_over_roles_with_enough_ads_only() -> None:
    card = json.loads(rung("skill", "python", "--json").stdout)
    assert card["asked_by"]
    assert all(a["count"]["n"] >= 10 for a in card["asked_by"])
