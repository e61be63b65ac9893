"""What the work is bound by: latency, small devices, safety, regulation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rung.reading.sections import Sections
from rung.reading.text import lowered
from rung.reading.windows import each, windows

ConstraintKind = Literal["latency", "embedded", "safety_critical", "regulated"]


@dataclass(frozen=True, slots=True)
class Constraint:
    """``text`` is exactly ``original[start:end]``."""

    kind: ConstraintKind
    start: int
    end: int
    text: str


_KINDS: dict[ConstraintKind, re.Pattern[str]] = {
    "latency": re.compile(
        r"(?:low|ultra[- ]low|reduc\w+|minimi[sz]\w+|optimi[sz]\w+|improv\w+|tight"
        r"|strict)[^.\n]{0,25}\blatency"
        r"|latency[- ](?:sensitive|critical|optimi|constraint|requirement|budget|and (?:throughput"
        r"|cost))"
        r"|\blatency\b(?=[^.\n]{0,40}(?:throughput|cost|accuracy|memory|performance))"
        r"|throughput[^.\n]{0,20}latency"
        r"|hard real[- ]time|real[- ]time (?:inference|systems?|performance|processing|perception"
        r"|control"
        r"|constraints?|decision\w*|applications?|voice|speech|video|serving)|inference (?:speed"
        r"|latency)"
        r"|high[- ]frequency trading|p9[59]\b|millisecond",
        re.IGNORECASE,
    ),
    "embedded": re.compile(
        r"\bembedded (?:systems?|software|devices?|platforms?|hardware|linux|targets?"
        r"|environments?|processors?|c\b"
        r"|engineer|ai|ml|gpu|firmware)|\bfirmware\b|microcontroller|\bmcus?\b|edge (?:devices?"
        r"|deploy\w*|ai|hardware"
        r"|inference|comput\w+|platforms?|ml)|on[- ]device|\bjetson\b|\brtos\b|\bfpgas?\b|tinyml"
        r"|resource[- ]constrained (?:devices?|hardware|environments?|platforms?)"
        r"|mobile devices? (?:inference|deploy)",
        re.IGNORECASE,
    ),
    "safety_critical": re.compile(
        r"safety[- ]critical|functional safety|iso[- ]?26262|do-178|iec[- ]?61508"
        r"|mission[- ]critical safety"
        r"|\bsotif\b|iso[- ]?21448|iec[- ]?62304|safety case|autonomous (?:vehicles?|driving"
        r"|flight|aircraft)[^.\n]{0,60}safe"
        r"|safe(?:ty)? (?:of|for) (?:autonomous|passengers|patients)",
        re.IGNORECASE,
    ),
    "regulated": re.compile(
        r"\bhipaa\b|\bgdpr\b|\bfda\b|\bsox\b|\bpci(?:[- ]dss)?\b|\bgxp\b|\bfedramp\b|\bhitrust\b"
        r"|\bsr[- ]?11-7\b|basel\b"
        r"|regulated (?:industr\w+|environments?|markets?|sectors?|domains?|data)|highly regulated"
        r"|regulatory (?:compliance"
        r"|requirements?|approval|submissions?|framework|standards?)|(?:eu|the) ai act"
        r"|\bnist (?:csf|800|rmf)|\bnerc\b|\bitar\b"
        r"|model risk management|\baml\b(?=[^.\n]{0,20}(?:kyc|compliance))|\bkyc\b"
        r"|compliance (?:with|requirements|standards"
        r"|frameworks)|iso[- ]?13485|clinical trials?",
        re.IGNORECASE,
    ),
}


_WORDS: dict[ConstraintKind, tuple[str, ...]] = {
    "latency": (
        "latency", "real-time", "real time", "inference speed", "high-frequency",
        "high frequency", "p95",
        "p99", "millisecond",
    ),
    "embedded": (
        "embedded", "firmware", "microcontroller", "mcu", "edge", "on-device", "on device",
        "jetson", "rtos",
        "fpga", "tinyml", "constrained", "mobile device",
    ),
    "safety_critical": (
        "safety", "26262", "do-178", "61508", "sotif", "21448", "62304", "autonomous",
    ),
    "regulated": (
        "hipaa", "gdpr", "fda", "sox", "pci", "gxp", "fedramp", "hitrust", "11-7", "basel",
        "regulat", "ai act",
        "nist", "nerc", "itar", "risk management", "aml", "kyc", "compliance", "13485",
        "clinical trial",
    ),
}  # fmt: skip


def constraints_of(text: str, parts: Sections) -> tuple[Constraint, ...]:
    """The bounds the work has, each with the first words that tell; benefits and equal
    opportunity text don't count.
    """
    low = lowered(text)
    found = []
    for kind, pattern in _KINDS.items():
        for m in each(pattern, text, windows(text, low, _WORDS[kind], 70)):
            if parts.at(m.start()) != "skip" and not _legal(text, m):
                found.append(Constraint(kind, m.start(), m.end(), m.group()))
                break
    return tuple(found)


def _legal(text: str, m: re.Match[str]) -> bool:
    around = text[max(0, m.start() - 120) : m.end() + 80]
    return bool(
        re.search(
            r"applicant|candidate privacy|privacy (?:notice|policy)|personal data|equal|accommodat"
            r"|your data|consent|disclos|export",
            around,
            re.IGNORECASE,
        )
    )
