"""The page's colours can be read in light, dark and print."""

from __future__ import annotations

import re

import pytest

from rung.report.jinja import TEMPLATES

READ_ON = (
    ("ink", "paper"), ("ink", "raised"), ("ink", "tint"), ("muted", "paper"), ("muted", "raised"),
    ("accent", "paper"), ("accent", "raised"), ("warm", "paper"), ("warm", "raised"),
    ("on-accent", "accent"), ("on-warm", "warm"),
)  # fmt: skip


def schemes() -> list[dict[str, str]]:
    css = (TEMPLATES / "report.css").read_text("utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", schemes(), ids=["light", "dark", "print"])
def test_text_has_a_contrast_of_four_and_a_half(scheme: dict[str, str]) -> None:
    for text, ground in READ_ON:
        light, dark = sorted((luminance(scheme[text]), luminance(scheme[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (text, ground)
