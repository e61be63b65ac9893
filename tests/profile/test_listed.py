"""Skills, languages, projects, certificates and publications as documents list them."""

from __future__ import annotations

import pytest

from rung.profile import citation, credentials, listed, projects
from rung.profile.layout import rows
from rung.profile.records import Month
from tests.profile.made import document

KNOWN = {"distributed systems", "python", "sql", "react"}


def skills(text: str) -> list[tuple[str | None, list[str]]]:
    made = document(text)
    found = listed.skill_groups(made, rows(made), lambda t: t.lower() in KNOWN, None)
    return [(g.label.value if g.label else None, [k.value for k in g.keywords]) for g in found]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Python, SQL; React | Go", [(None, ["Python", "SQL", "React", "Go"])]),
        (
            "Languages: Python, C++\nCloud: AWS (EC2, S3), CI/CD",
            [("Languages", ["Python", "C++"]), ("Cloud", ["AWS (EC2, S3)", "CI/CD"])],
        ),
        ("Databases\tPostgres, DuckDB", [("Databases", ["Postgres", "DuckDB"])]),
        ("**Cloud**\n- AWS\n- GCP", [("Cloud", ["AWS", "GCP"])]),
        ("Python, SQL, distributed\nsystems, React",
         [(None, ["Python", "SQL", "distributed systems", "React"])]),
        ("Python (expert), SQL – advanced, React ●●●○", [(None, ["Python", "SQL", "React"])]),
        ("Web Tools\nAdvanced\nReact, Vue", [("Web Tools", ["React", "Vue"])]),
        ("Python, SQL, and React.", [(None, ["Python", "SQL", "React"])]),
        ("Interests: Chess, Tennis", []),
        ("ROS 2, C++17", [(None, ["ROS 2", "C++17"])]),
        ("Skills\nPython", [(None, ["Python"])]),
    ],
)  # fmt: skip
def test_skills(text: str, groups: list[tuple[str | None, list[str]]]) -> None:
    assert skills(text) == groups


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("French (Native)\nEnglish (C1)", [("French", "Native"), ("English", "C1")]),
        ("English\nNative Speaker\nSpanish\nIntermediate",
         [("English", "Native Speaker"), ("Spanish", "Intermediate")]),
        ("Deutsch – Muttersprache, Englisch – fließend",
         [("Deutsch", "Muttersprache"), ("Englisch", "fließend")]),
        ("Dutch, Polish", [("Dutch", None), ("Polish", None)]),
        ("Chess club", []),
    ],
)  # fmt: skip
def test_languages(text: str, found: list[tuple[str, str | None]]) -> None:
    made = document(text)
    read = listed.languages(made, rows(made))
    assert [(x.language.value, x.fluency.value if x.fluency else None) for x in read] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AWS Certified Developer – Associate, Amazon Web Services, 2022",
         [("AWS Certified Developer – Associate", "Amazon Web Services", Month(2022))]),
        ("CKA (The Linux Foundation), May 2021", [("CKA", "The Linux Foundation", Month(2021, 5))]),
        ("Cloud Basics\nExample Cloud\n2020\nData Basics\nExample Data\n2019",
         [("Cloud Basics", "Example Cloud", Month(2020)),
          ("Data Basics", "Example Data", Month(2019))]),
        ("Certified Kubernetes\nAdministrator, CNCF (Sep 2020)",
         [("Certified Kubernetes Administrator", "CNCF", Month(2020, 9))]),
        ("Certificates: PMP", [("PMP", None, None)]),
        ("Kaggle 2021 survey winner", [("Kaggle 2021 survey winner", None, None)]),
    ],
)  # fmt: skip
def test_certificates(text: str, found: list[tuple[str, str | None, Month | None]]) -> None:
    made = document(text)
    read = credentials.read(made, rows(made))
    assert [(c.name.value, c.issuer.value if c.issuer else None, c.day) for c in read] == found


def test_a_section_without_a_line_holds_no_skills() -> None:
    made = document("x")
    assert listed.skill_groups(made, (), lambda _t: True, None) == ()
    assert listed.languages(made, ()) == ()


def test_projects() -> None:
    made = document(
        "**driftwatch\t2022**\n- Watches drift\n**Kaggle: store demand – top 4%**\n- LightGBM"
    )
    first, second = projects.read(made, rows(made))
    assert first.name is not None
    assert first.period is not None
    assert (first.name.value, first.period.end) == ("driftwatch", Month(2022))
    assert [line.text for line in first.lines] == ["Watches drift"]
    assert second.name is not None
    assert second.name.value == "Kaggle: store demand"
    assert [line.text for line in second.lines] == ["top 4%", "LightGBM"]


@pytest.mark.parametrize(
    ("text", "name", "title", "authors", "position"),
    [
        ("A. Lee, J. Smith, and R. Adams. Planning by crowds. ICRA, 2014.", "Jane Smith",
         "Planning by crowds", 3, 2),
        ("Smith, J., & Lee, A. (2020). Sparse things at scale. JMLR 3(1).", "Jane Smith",
         "Sparse things at scale", 2, 1),
        ("Sub-quadratic memory for documents. NeurIPS, 2022.", "Jane Smith",
         "Sub-quadratic memory for documents", None, None),
        ("J. Smith et al. “A title in quotes” Nature 2019", "Jane Smith", "A title in quotes",
         None, 1),
        ("[3] M. Ahn and Ø. Næss. Learning from few labels. 2021", "Min Ahn",
         "Learning from few labels", 2, 1),
        ("2019", "Jane Smith", None, None, None),
    ],
)  # fmt: skip
def test_citations(
    text: str, name: str, title: str | None, authors: int | None, position: int | None
) -> None:
    found = citation.read(text, name)
    shown = text[slice(*found.title)] if found.title else None
    assert (shown, found.authors, found.position) == (title, authors, position)
