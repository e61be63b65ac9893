"""What real answers of the sources are read as: their facts, held in ``recorded.json``.

Needs the shared data folder; its texts are not copied here, only what was read from them. After
a change that is meant: python3 bootstrap.py test --update-golden tests/market/connectors
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from rung.core.http import Request
from rung.market.connectors import Ask, Target, connectors

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "data" / "api_samples"
GOLDEN = Path(__file__).parent / "recorded.json"
FILES = {
    "greenhouse": "greenhouse/*_greenhouse.json",
    "lever": "lever/[eow]*",
    "ashby": "ashby/*",
    "smartrecruiters": "smartrecruiters/*",
    "workable": "workable/*",
    "recruitee": "recruitee/[mo]*",
    "teamtailor": "other_ats/*teamtailor*",
    "bamboohr": "other_ats/*bamboohr*",
    "workday": "other_ats/*workday*",
    "remotive": "remotive/[itw]*",
    "remoteok": "remoteok/*",
    "arbeitnow": "arbeitnow/thegamer*",
    "himalayas": "himalayas/*",
    "jobicy": "jobicy/*",
    "weworkremotely": "weworkremotely/*",
    "hackernews": "hn_algolia/ikevinxie*",
}
"""Real answers by source; those written by hand tell nothing."""

COMMENTS = "https://hn.algolia.com/api/v1/search_by_date?tags=comment,story_1&page=0"


def read(source: str, file: Path) -> dict[str, Any]:
    """What one recorded answer is read as."""
    body = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    board = "acme.wd1.myworkdayjobs.com/Jobs" if source == "workday" else "acme"
    target = Target(source, board)
    ask = connectors()[source].start(target, {})[0]
    if source == "hackernews":
        ask = Ask(Request(COMMENTS))
    page = connectors()[source].read(body, ask, target)
    told = page.postings or tuple(m.about for m in page.more if m.about)
    return {
        "bad": [b.reason for b in page.bad],
        "ads": [
            [p.id, p.posted, p.location, p.country, p.remote, p.pay_low, p.pay_high,
             p.pay_currency, p.pay_period, len(p.text), p.digest]
            for p in told
        ],
    }  # fmt: skip


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="recorded answers are in the shared data folder")
def test_real_answers_are_read_as_before(request: pytest.FixtureRequest) -> None:
    made = {
        f"{source}/{file.name}": read(source, file)
        for source, pattern in FILES.items()
        for file in sorted(SAMPLES.glob(pattern))
    }
    if request.config.getoption("--update-golden"):
        lines = [f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in made.items()]
        GOLDEN.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    held = json.loads(GOLDEN.read_text("utf-8"))
    assert set(made) == set(held)
    for name, told in made.items():
        assert told == held[name], name


def test_each_recorded_source_says_when() -> None:
    assert {i for i, c in connectors().items() if c.recorded} == set(FILES)
