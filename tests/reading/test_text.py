"""Folding keeps the way back to the original."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rung.catalogue import load
from rung.reading.text import BREAK, fold, fold_name, plain

PIECES = st.sampled_from(
    ["Python", "scikit-learn", " ", "  ", "\n", "\n- ", "\n\n", "ﬁ", "\u00ad", "–", "’", "İ", "C++"]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_every_folded_letter_leads_back_to_itself(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.cased)
    for i, letter in enumerate(folded.cased):
        original = text[folded.origin(i)]
        if letter.isascii() and letter.isalnum() and original.isascii():
            assert letter == original


@given(st.lists(PIECES, min_size=1, max_size=20).map("".join))
def test_origins_never_run_backwards(text: str) -> None:
    folded = fold(text)
    origins = [folded.origin(i) for i in range(len(folded.text))]
    assert origins == sorted(origins)


def test_separators_fold_to_one_space() -> None:
    assert fold("Scikit‑Learn,\u00a0CI / CD").text == "scikit learn, ci cd"


def test_a_list_item_breaks_the_text() -> None:
    assert fold("Spark\n- Streaming").text == f"spark{BREAK}streaming"
    assert fold("Spark\n\nStreaming").text == f"spark{BREAK}streaming"
    assert fold("machine\nlearning").text == "machine learning"


def test_ligatures_and_soft_hyphens() -> None:
    folded = fold("ﬁne-tun\u00ading")
    assert folded.text == "fine tuning"
    assert folded.span(0, len(folded.text)) == (0, len("ﬁne-tun\u00ading"))


def test_names_fold_as_texts_do() -> None:
    assert fold_name(" CI/CD ") == "ci cd"


def test_plain_drops_accents_and_punctuation() -> None:
    assert plain("Ingénieur·e (ML), C++ & R&D") == "ingenieur e ml c++ & r&d"


@given(st.text(st.characters(max_codepoint=127, exclude_characters="\n"), max_size=30))
def test_the_short_way_folds_as_the_long_one(name: str) -> None:
    assert fold_name(name) == fold(name).text.strip()


def test_every_name_of_the_catalogue_folds_as_texts_do() -> None:
    for skill in load().skills.values():
        for alias in skill.aliases:
            name = alias if isinstance(alias, str) else alias.text
            assert fold_name(name) == fold(name).text.strip(), name
