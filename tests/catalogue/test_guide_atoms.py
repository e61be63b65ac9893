"""Every bullet of the guides has a record."""

from __future__ import annotations

import re
from pathlib import Path

from rung.catalogue import load

SHORT = {
    "mle": "ml-engineer",
    "ds": "data-scientist",
    "rs": "research-scientist",
    "aipm": "ai-product-manager",
    "cv": "computer-vision-engineer",
    "nlp": "nlp-engineer",
    "mlops": "mlops-engineer",
}
ELSEWHERE = {
    "phd(degree)": "phd",
    "specialisation": "domain-specialisation",
    "bias": "fairness",
    "sentiment": "sentiment-analysis",
    "search": "information-retrieval",
    "pipelines-serving": "model-serving",
    "rl": "reinforcement-learning",
    "dl-frameworks": "pytorch",
    "cv-algorithms": "computer-vision",
}
"""Guide words whose skill goes by the field's usual name."""


def atoms(shared: Path) -> tuple[list[str], list[str]]:
    text = (shared / "REQUIREMENTS.md").read_text("utf-8")
    part = text.split("### 2b.")[1].split("CI test:")[0]
    duties = [
        f"{role}.{slug.strip().rstrip('.')}"
        for role, slugs in re.findall(r"\*\*(\w+)\*\* ([^·*]+)", part.split("Skills named")[0])
        for slug in slugs.split(",")
    ]
    named = part.split("at least these ids):")[1].replace("From B:", ",").split(",")
    skills = [re.sub(r" \((?!degree).*", "", s.strip().rstrip(".)")) for s in named]
    return duties, [s.replace("(degree", "(degree)") for s in skills if s and "GPT" not in s]


def test_every_responsibility_of_the_guides_is_a_record_with_cues(shared: Path) -> None:
    duties, _ = atoms(shared)
    assert len(duties) == 35
    for duty in duties:
        role = load().roles[SHORT[duty.split(".")[0]]]
        found = [r for r in role.responsibilities if r.id == duty]
        assert found, duty
        assert found[0].cues, duty


def test_every_skill_the_guides_name_is_a_record(shared: Path) -> None:
    _, skills = atoms(shared)
    assert len(skills) > 60
    unmapped = [s for s in skills if ELSEWHERE.get(s, s) not in load().skills]
    assert unmapped == []
