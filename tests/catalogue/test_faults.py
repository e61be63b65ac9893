"""All that is wrong with a file is said at once, each with its place."""

from __future__ import annotations

from rung.catalogue.compiled import content
from rung.catalogue.faults import faults
from rung.catalogue.load import PACKAGED
from rung.catalogue.records import Skill


def docker() -> dict[str, object]:
    return dict(content(PACKAGED / "skills/cloud/docker.yaml"))


def test_a_sound_file_has_none() -> None:
    assert faults(docker(), Skill) == ()


def test_every_field_at_fault_is_named() -> None:
    record = docker() | {"kind": "gadget", "colour": "blue", "half_life_years": -1}
    del record["source"]
    found = faults(record, Skill)
    assert len(found) == 4
    for name in ("kind", "colour", "half_life_years", "source"):
        assert any(f.startswith(f"{name}:") for f in found), name


def test_the_place_inside_a_field_is_named() -> None:
    need = {"id": "linux-cli", "leak": 2, "reason": "for this test"}
    assert any("[0].leak" in f for f in faults(docker() | {"prerequisites": [need]}, Skill))


def test_hours_that_fall_are_refused_in_words() -> None:
    basic, fine = {"low": 3, "likely": 2, "high": 4}, {"low": 1, "likely": 2, "high": 3}
    hours = {"basic": basic, "working": fine, "advanced": fine}
    assert any("hours must rise" in f for f in faults(docker() | {"hours": hours}, Skill))


def test_a_file_that_is_no_record_is_said_to_be_none() -> None:
    assert faults(["a", "list"], Skill) == ("holds list, not the fields of a skill",)
