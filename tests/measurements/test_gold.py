"""The labelled ads' names stand on the catalogue as it is."""

from __future__ import annotations

import pytest
from bench import gold_coverage, plain_queries

from rung.catalogue import load


def test_the_catalogue_holds_what_labelled_ads_ask() -> None:

    assert gold_coverage.share() >= 0.92
    assert gold_coverage.unexplained() == []


@pytest.mark.parametrize("part", ["tune", "final"])
def test_plain_words_find_the_role_meant(part: str) -> None:
    queries = [q for q in plain_queries.queries() if (q["kind"], q["part"]) == ("role", part)]
    assert len(queries) == 30
    assert plain_queries.in_top("role", queries) >= 27


def test_every_accepted_answer_is_a_record() -> None:
    known = {"role": load().roles, "skill": load().skills}
    for query in plain_queries.queries():
        assert set(query["accept"]) <= set(known[query["kind"]]), query["text"]
