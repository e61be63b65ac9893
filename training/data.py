"""The texts the encoder learns from, read from the shared data folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

SKILLS = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "skills"
NUMBER = {"O": 0, "B": 1, "I": 2}


@dataclass(frozen=True)
class Sentence:
    """Words with one row of labels a layer: ``skill`` and ``knowledge``, or ``green`` alone."""

    words: tuple[str, ...]
    layers: dict[str, tuple[int, ...]]
    ad: str


def skillspan(split: str) -> list[Sentence]:
    """Sentences of SkillSpan (MIT), train or dev."""
    rows = pq.read_table(SKILLS / "skillspan_train_dev.parquet").to_pylist()
    return [
        Sentence(
            tuple(r["tokens"]),
            {
                "skill": tuple(NUMBER[t] for t in r["tags_skill"]),
                "knowledge": tuple(NUMBER[t] for t in r["tags_knowledge"]),
            },
            f"{r['source']} {r['ad_idx']}",
        )
        for r in rows
        if r["split"] == split and r["tokens"]
    ]


def green() -> list[Sentence]:
    """Sentences of GREEN (CC BY 4.0); no other corpus of that file."""
    rows = pq.read_table(SKILLS / "green_sayfullina_train_dev.parquet").to_pylist()
    return [
        Sentence(tuple(r["tokens"]), {"green": tuple(NUMBER[t] for t in r["tags_skill"])}, "green")
        for r in rows
        if r["dataset"] == "green" and r["tokens"]
    ]


def letters(text: str) -> str:
    """A sentence without marks and spaces: what tells copies of a sentence apart."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


@dataclass(frozen=True)
class Concept:
    """An ESCO skill or occupation: its label, its other names, what it is."""

    uri: str
    label: str
    names: tuple[str, ...]
    about: str


def esco(kind: str) -> list[Concept]:
    """ESCO 1.1.1 (CC BY 4.0) ``skills`` or ``occupations``."""
    rows = pq.read_table(SKILLS / f"esco111_{kind}.parquet").to_pylist()
    return [
        Concept(
            r["conceptUri"],
            r["preferredLabel"],
            tuple((r["altLabels"] or "").split("\n") if r["altLabels"] else ()),
            r["description"] or "",
        )
        for r in rows
    ]


def onet_titles() -> list[tuple[str, str]]:
    """(other title, occupation) of O*NET 29.3 (CC BY 4.0)."""
    names = {
        r["O*NET-SOC Code"]: r["Title"]
        for r in pq.read_table(SKILLS / "onet302_occupations.parquet").to_pylist()
    }
    rows = pq.read_table(SKILLS / "onet293_alternate_titles.parquet").to_pylist()
    pairs = [(r["Alternate Title"], names.get(r["O*NET-SOC Code"])) for r in rows]
    return [(a, b) for a, b in pairs if a and b]


def skillskape() -> list[tuple[str, tuple[str, ...]]]:
    """(sentence, ESCO labels) of SkillSkape train (MIT); those without a label are left out."""
    import ast

    rows = pq.read_table(SKILLS / "skillskape_train_dev.parquet").to_pylist()
    found = []
    for r in rows:
        if r["split"] != "train":
            continue
        labels = r["skills"]
        labels = ast.literal_eval(labels) if isinstance(labels, str) and labels[:1] == "[" else []
        labels = tuple(x for x in labels if x not in ("UNK", "LABEL NOT PRESENT"))
        if labels:
            found.append((r["sentence"], labels))
    return found
