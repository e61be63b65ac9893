"""Count which signs stand in ads of which role: src/rung/reading/data/role_signs.json.

    python -m training.role_signs

Ads of 2024 and later from the shared market files, none of them labelled by hand, English, whose
title names a role (or none) without doubt. Only counts are kept. Signs in fewer than four ads
and roles with fewer than eight are left out. The bias of "none" and how sure a probability is
were set on the tuning part of the labelled ads (bench/reading/roles.py prints both parts).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict

from bench.gold_texts import FILES, GOLD, MARKET, ROOT

from rung.catalogue import load
from rung.reading.duties import duties_of
from rung.reading.language import language_of
from rung.reading.role_text import NONE, READ, signs_of
from rung.reading.sections import sections
from rung.reading.skills import find, lexicon
from rung.reading.titles import role_of

ADS = (6000, 4000)
SURE, FEWEST_ADS, FEWEST_SIGNS = 0.85, 8, 4
NONE_BIAS = 3.0


def main() -> None:
    import duckdb

    catalogue = load()
    names = lexicon(catalogue)
    labelled = {
        json.loads(line)["id"]
        for file in sorted(GOLD.glob("*_gold.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    }
    ads: Counter[str] = Counter()
    signs: dict[str, Counter[str]] = defaultdict(Counter)
    for file, most in zip(FILES, ADS, strict=True):
        rows = duckdb.execute(
            f"select id, title, description from '{MARKET / file}' where fetched_at >= '2024'"
            " and desc_len > 600 order by md5(id) limit ?",
            [most],
        ).fetchall()
        for ad, title, text, *_ in rows:
            reading = role_of(title, text, catalogue)
            if (
                ad in labelled
                or language_of(text) != "en"
                or (reading.role and reading.confidence < SURE)
            ):
                continue
            role = reading.role or NONE
            ads[role] += 1
            head = text[:READ]
            duties = duties_of(head, catalogue, sections(head))
            for sign in signs_of(text, find(head, names), duties, catalogue):
                signs[sign][role] += 1
    kept = {role: n for role, n in ads.items() if n >= FEWEST_ADS}
    table = {
        sign: {role: n for role, n in sorted(found.items()) if role in kept}
        for sign, found in sorted(signs.items())
        if sum(found.values()) >= FEWEST_SIGNS
    }
    record = {
        "source": "counted over the collections of ads named in NOTICE, as Rung reads them",
        "as_of": "2026-11-26",
        "n": sum(kept.values()),
        "none_bias": NONE_BIAS,
        "ads": dict(sorted(kept.items())),
        "signs": table,
    }
    out = ROOT / "src" / "rung" / "reading" / "data" / "role_signs.json"
    lines = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    out.write_text(lines.replace('},"', '},\n"') + "\n", "utf-8")
    print(sum(kept.values()), "ads,", len(table), "signs,", kept)


if __name__ == "__main__":
    main()
