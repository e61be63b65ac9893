"""Résumés that come as data: what each format says arrives, and nothing it doesn't say."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from bench.resumes.score import Tally, score
from bench.resumes.truth import load as load_json
from bench.resumes.truth import of_reactive, of_rendercv

from rung.catalogue import load
from rung.profile import build
from rung.profile.records import Profile
from rung.reading.documents import read

TODAY = date(2026, 11, 27)
TABLES = {
    "Profile.csv": "First Name,Last Name,Headline,Summary,Geo Location\r\n"
    'Ada,Lovel,Data Analyst,"I build, and measure.",Toronto\r\n',
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\r\n"
    'Northwind,ML Engineer,"Served models.\nCut cost by 30%.",Toronto,Mar 2021,\r\n'
    "Blue Finch,Data Analyst,,,Jun 2019,Feb 2021\r\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\r\n"
    "University of Northfield,2015,2019,,Bachelor of Science in Mathematics,\r\n",
    "Skills.csv": "Name\r\nPython\r\nSQL\r\n",
    "Languages.csv": "Name,Proficiency\r\nFrench,Native or bilingual proficiency\r\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\r\n"
    "old@example.com,Yes,No,\r\nada@example.com,Yes,Yes,\r\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\r\n"
    "Cloud Practitioner,,Example Cloud,May 2022,,\r\n",
}
OLDER = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Ada</FirstName><Surname>Lovel</Surname></PersonName>
<ContactInfo><Address><Contact><Municipality>Toronto</Municipality></Contact></Address>
<Email><Contact>ada@example.com</Contact></Email></ContactInfo></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2021" month="--03"/><Current>true</Current>
</Period><Position><Label>ML Engineer</Label></Position><Employer><Name>Northwind</Name></Employer>
</WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2015"/><To year="2019"/></Period>
<Title>Bachelor of Science in Mathematics</Title>
<Organisation><Name>University of Northfield</Name></Organisation></Education></EducationList>
<Skills><Linguistic><MotherTongueList><MotherTongue><Description><Label>French</Label></Description>
</MotherTongue></MotherTongueList></Linguistic></Skills></LearnerInfo></SkillsPassport>"""
NEWER = """<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3"
 xmlns:oa="http://www.openapplications.org/oagis/9"><CandidatePerson><PersonName>
<oa:GivenName>Ada</oa:GivenName><hr:FamilyName>Lovel</hr:FamilyName></PersonName>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>ada@example.com</oa:URI></Communication>
</CandidatePerson><CandidateProfile><EmploymentHistory><EmployerHistory>
<hr:OrganizationName>Northwind</hr:OrganizationName><PositionHistory>
<PositionTitle>ML Engineer</PositionTitle><EmploymentPeriod><StartDate>
<hr:FormattedDateTime>2021-03</hr:FormattedDateTime></StartDate>
<hr:CurrentIndicator>true</hr:CurrentIndicator></EmploymentPeriod></PositionHistory>
</EmployerHistory></EmploymentHistory><EducationHistory><EducationOrganizationAttendance>
<hr:OrganizationName>University of Northfield</hr:OrganizationName><EducationDegree>
<hr:DegreeName>Bachelor of Science in Mathematics</hr:DegreeName></EducationDegree>
</EducationOrganizationAttendance></EducationHistory></CandidateProfile></Candidate>"""


def person(path: Path) -> Profile:
    return build(read(path), load(), TODAY)


@pytest.mark.parametrize("kind", ["reactive_resume", "rendercv"])
def test_the_sources_of_real_templates_arrive_whole(kind: str, shared: Path) -> None:
    folder = shared / "data" / "resumes" / kind
    found = sorted(folder.glob("*.json")) + sorted(folder.glob("*.yaml"))
    assert len(found) >= 5
    for path in found:
        truth = of_rendercv(path) if path.suffix == ".yaml" else of_reactive(load_json(path))
        tally = Tally()
        profile = person(path)
        score(tally, profile, truth, path.read_text("utf-8"))
        for field in ("name", "email", "phone", "job recall", "job precision", "dates", "school"):
            assert tally.share(field) in (None, 1.0), (path.name, field, tally.misses)
        assert tally.share("skill recall") == 1.0


def check(profile: Profile) -> None:
    assert profile.name is not None
    assert profile.email is not None
    assert (profile.name.value, profile.email.value) == ("Ada Lovel", "ada@example.com")
    job, study = profile.work[0], profile.education[0]
    assert job.title is not None
    assert job.employer is not None
    assert job.period is not None
    assert (job.title.value, job.employer.value) == ("ML Engineer", "Northwind")
    assert job.period.start is not None
    assert (job.period.start.year, job.period.start.month, job.period.current) == (2021, 3, True)
    assert study.institution is not None
    assert study.field is not None
    assert (study.level, study.field.value) == ("bachelor", "Mathematics")
    assert any("never tried on a real" in note for note in profile.unread)


def test_a_linkedin_export(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in TABLES.items():
            archive.writestr(f"Basic/{name}", text)
    profile = person(path)
    check(profile)
    assert [line.text for line in profile.work[0].lines] == ["Served models.", "Cut cost by 30%."]
    assert [k.value for g in profile.listed for k in g.keywords] == ["Python", "SQL"]
    assert [x.language.value for x in profile.languages] == ["French"]
    assert [c.name.value for c in profile.certificates] == ["Cloud Practitioner"]


@pytest.mark.parametrize("text", [OLDER, NEWER])
def test_europass_xml(text: str, tmp_path: Path) -> None:
    path = tmp_path / "cv.xml"
    path.write_text(text, "utf-8")
    check(person(path))


def test_hidden_items_of_a_reactive_resume_stay_out(tmp_path: Path) -> None:
    item = {
        "company": "Northwind",
        "position": "ML Engineer",
        "date": "2021 - present",
        "summary": "<ul><li><p>Served <b>models</b></p></li></ul>",
        "visible": True,
    }
    data = {
        "basics": {"name": "Ada Lovel", "email": "ada@example.com"},
        "sections": {
            "experience": {"items": [item, {**item, "company": "Secret", "visible": False}]},
            "skills": {"visible": False, "items": [{"name": "Hidden", "keywords": ["COBOL"]}]},
        },
    }
    path = tmp_path / "cv.json"
    path.write_text(json.dumps(data), "utf-8")
    profile = person(path)
    assert [w.employer.value for w in profile.work if w.employer] == ["Northwind"]
    assert [line.text for line in profile.work[0].lines] == ["Served models"]
    assert profile.listed == ()


def test_a_docx_is_no_linkedin_export(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("Skills.csv", "Name\r\n")
    path = tmp_path / "x.zip"
    path.write_bytes(buffer.getvalue())
    from rung.core.errors import UnreadableDocument

    with pytest.raises(UnreadableDocument):
        read(path)
