"""The head of a document."""

from __future__ import annotations

import pytest

from rung.profile import contact
from rung.profile.contact import Contact
from rung.profile.layout import rows
from rung.profile.sections import sections
from tests.profile.made import PLACES, document


def read(text: str) -> Contact:
    made = document(text)
    stream = rows(made)
    return contact.read(made, stream, sections(stream), PLACES)


def test_one_line_of_contact() -> None:
    found = read(
        "Ada Quill\nData Engineer\nada.quill@example.com | (416) 555-0142 | Toronto, ON | "
        "https://ada.example.com\nExperience\nEngineer  2020 – 2021"
    )
    assert found.name
    assert found.name.value == "Ada Quill"
    assert found.email
    assert found.email.value == "ada.quill@example.com"
    assert found.phone
    assert found.phone.value == "(416) 555-0142"
    assert found.location
    assert found.location.value == "Toronto, ON"
    assert [v.value for v in found.links] == ["https://ada.example.com"]
    assert found.headline
    assert found.headline.value == "Data Engineer"


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Curriculum Vitae Ada Quill", "Ada Quill"),
        ("Ada Quill, PhD", "Ada Quill"),
        ("ŁUCJA VAN DER QUILL", "ŁUCJA VAN DER QUILL"),
        ("O'Quill-Marsh, Ada", None),
        ("Senior Data Engineer", None),
        ("*************", None),
        ("Education", None),
    ],
)
def test_a_name_or_none(first: str, name: str | None) -> None:
    found = read(f"{first}\nada@example.com\nSkills\nSQL").name
    assert (found.value if found else None) == name


def test_an_address_broken_over_two_lines_is_put_together() -> None:
    found = read("Ada Quill\nContact\nada.quill@example.e\ndu\nSkills\nSQL").email
    assert found is not None
    assert (found.value, found.span.text) == ("ada.quill@example.edu", "ada.quill@example.e\ndu")


def test_years_are_no_phone_number() -> None:
    assert read("Ada Quill\n1863-1865\nSkills\nSQL").phone is None
