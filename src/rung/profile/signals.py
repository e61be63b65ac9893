"""What lines of work show of a person's level, and which stages of a model's life they cover."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rung.core.records import Span
from rung.profile.records import LevelSign, Signal, StageSign, Work

_MOST = 5
_FLAGS = re.IGNORECASE

LEVEL: dict[LevelSign, re.Pattern[str]] = {
    "scope": re.compile(
        r"\b(?:team|teams|org\w*|group|department|squad)s? of (?:about |over |up to )?\d+"
        r"|\b(?:\d[\d,.]*\s?(?:k|m|bn|million|billion)?\+?|two|three|four|five|six|seven|eight|nine|ten"
        r"|eleven|twelve|twenty) (?:\w+ ){0,2}(?:teams?|engineers"
        r"|people|reports"
        r"|users|customers|members|models|services|countries|sites|requests|queries|events|records"
        r"|rows|nodes|gpus|stores|patients|students)\b"
        r"|\bbudget|\bp&l\b|\b(?:company|organi[sz]ation|firm|group)[- ]wide"
        r"|\bacross (?:\w+ )?(?:teams"
        r"|products|countries|markets)|\b(?:\d+|drei|vier|fünf|trois|quatre|cinq|dos|tres|cuatro)"
        r" (?:entwickler|mitarbeiter|teams|équipes|personnes|ingénieurs|personas|analistas)\w*",
        _FLAGS,
    ),
    "ownership": re.compile(
        r"\b(?:own(?:ed|s|ing)?|responsible for|accountable for|in charge of|led|lead(?:s"
        r"|ing)? (?:the|a)"
        r"|drove|found(?:ed|er|ing)|launch(?:ed|ing)|initiated|set up|introduced|established"
        r"|architected"
        r"|end[- ]to[- ]end|from scratch|on[- ]call|spearheaded|headed"
        r"|set the \w+ (?:strategy|direction)"
        r"|verantwort\w+|leitung|aufbau|eigenverantwortlich|responsable d\w+|mise en place"
        r"|conception d"
        r"|pilotage|lider\w+|puesta en marcha|dirección de)\b",
        _FLAGS,
    ),
    "mentoring": re.compile(
        r"\b(?:mentor\w*|coach(?:ed|ing)|supervis(?:ed?|ing|or)|onboard(?:ed|ing)|hir(?:ed"
        r"|ing)|recruited"
        r"|interviewed|taught|trained (?:\w+ ){0,3}(?:colleagues|engineers|analysts|staff|juniors"
        r"|interns|teams?|users|students)|(?:grew|built|scaled) (?:the |a )?team|code reviews?"
        r"|pair(?:ed|ing) with|betreu\w+|anleitung|encadr\w+|formation de|formación de|tutor\w+)\b",
        _FLAGS,
    ),
    "metrics": re.compile(
        r"\d[\d,.]*\s?(?:%|percent|pp\b|x\b|×|fold\b|ms\b|s\b|hours?\b|days?\b|weeks?\b)"
        r"|[$€£]\s?\d|\b\d[\d,.]*\s?(?:usd|eur|gbp)\b|\bfrom \d[\d,.]* \w+ to \d|\bp9[059]\b"
        r"|\bauc\b",
        _FLAGS,
    ),
}
"""What shows a rung of the ladder, whatever the trade."""

STAGES: dict[StageSign, re.Pattern[str]] = {
    "data": re.compile(
        r"\b(?:data ?sets?|label(?:l?ed|l?ing|s)|annotat\w+|clean(?:ed|ing)|etl|elt|ingest\w*"
        r"|warehous\w+"
        r"|data (?:pipelines?|lakes?|quality|collection|platform)|feature (?:stores?"
        r"|pipelines?|engineering)"
        r"|scrap(?:ed|ing)|streaming|dbt|datenbank\w*|jeux de données|données)\b",
        _FLAGS,
    ),
    "training": re.compile(
        r"\b(?:(?:pre-?)?train(?:ed|ing|s)|fine-?tun\w+|distill\w*|hyper-?parameters?"
        r"|modell?ed|modell?ing"
        r"|fit(?:ted)? (?:\w+ )?models?|experiment(?:s|ed|ing| tracking)|embeddings?|reinforcement"
        r"|gradient[- ]boost\w+|trainier\w+|entraîn\w+|entren\w+)\b",
        _FLAGS,
    ),
    "serving": re.compile(
        r"\b(?:deploy\w*|serv(?:ed|es|ing)|inference|in(?:to)? production"
        r"|production[- ](?:ready|grade|models?)"
        r"|latency|throughput|endpoints?|p9[059]|real[- ]time|batch scoring"
        r"|productioni[sz]\w+|shipp?ed"
        r"|mise en production|inbetriebnahme|puesta en producción)\b",
        _FLAGS,
    ),
    "monitoring": re.compile(
        r"\b(?:monitor\w*|drift|alert(?:s|ing)|observab\w+|on[- ]call|a/b[- ]test\w*"
        r"|retrain\w*|slas?|slos?"
        r"|incidents?|canar(?:y|ies)|rollbacks?|guardrails?|evidently|prometheus|grafana"
        r"|überwach\w+"
        r"|surveillance)\b",
        _FLAGS,
    ),
}


def signals(work: Iterable[Work], built: Iterable[Span]) -> tuple[Signal, ...]:
    """The lines that show each sign of level and each stage, newest position first.

    Why quoted and not scored: a reader can judge a line; a number of matched words says
    nothing of how well it was done.
    """
    lines = [line for position in work for line in position.lines]
    all_lines = [*lines, *built]
    found: list[Signal] = []
    for sign, pattern in LEVEL.items():
        spans = tuple(line for line in lines if pattern.search(line.text))
        if spans:
            found.append(Signal(sign, spans[:_MOST], len(spans)))
    for stage, pattern in STAGES.items():
        spans = tuple(line for line in all_lines if pattern.search(line.text))
        if spans:
            found.append(Signal(stage, spans[:_MOST], len(spans)))
    return tuple(found)
