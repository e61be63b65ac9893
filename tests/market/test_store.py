"""Ads on disk: the same twice changes nothing, what is cut short is not there."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rung.core.errors import DataError
from rung.market.posting import BadRow, Posting
from rung.market.store import Batch, Seen, Store


def ad(number: int, text: str = "Python and SQL", board: str = "acme") -> Posting:
    return Posting("greenhouse", str(number), f"Engineer {number}", text, board=board)


def batch(*ads: Posting, day: str = "2026-03-01", complete: bool = True, **more: object) -> Batch:
    seen = [Seen(a, day) for a in ads]
    return Batch("greenhouse", "acme", day, seen, complete=complete, **more)  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_new_changed_and_gone_are_told(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = store.add(batch(ad(1), ad(2)))
    assert (first.seen, first.new, first.changed, first.gone) == (2, 2, 0, 0)
    second = store.add(batch(ad(2, "Now with Go"), ad(3), day="2026-03-02"))
    assert (second.seen, second.new, second.changed, second.gone) == (2, 1, 1, 1)
    third = store.add(batch(ad(3), day="2026-03-03", complete=False))
    assert (third.new, third.changed, third.gone) == (0, 0, 0)


def test_the_same_pass_twice_changes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    one = batch(ad(1), ad(2), bad=[BadRow(3, "it has no title", "{}")])
    store.add(one)
    before = tree(tmp_path)
    again = store.add(one)
    assert again.already
    assert tree(tmp_path) == before


def test_an_unchanged_ad_is_stored_once_and_seen_twice(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(batch(ad(1)))
    store.add(batch(ad(1), day="2026-04-01"))
    assert len(store.files("postings")) == 1
    assert len(store.files("sightings")) == 2


def test_known_ads_that_were_only_listed_stay_open(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.add(batch(ad(1), ad(2)))
    told = store.add(batch(ad(2), day="2026-03-02", listed=[ad(1).key]))
    assert (told.seen, told.gone) == (2, 0)


def test_a_pass_cut_short_is_not_there_and_can_be_written_again(tmp_path: Path) -> None:
    store, one = Store(tmp_path), batch(ad(1))
    done = store.add(one)
    (tmp_path / "passes" / f"{done.name}.json").unlink()
    assert store.files("postings") == ()
    assert store.latest("greenhouse") == {}
    assert store.add(one).new == 1
    assert list(store.latest("greenhouse")) == [ad(1).key]


def test_a_damaged_record_is_told_with_its_place(tmp_path: Path) -> None:
    store = Store(tmp_path)
    done = store.add(batch(ad(1)))
    record = tmp_path / "passes" / f"{done.name}.json"
    record.write_text("{", "utf-8")
    with pytest.raises(DataError, match=r"passes.*damaged"):
        store.passes()


def test_a_newer_program_s_ads_are_refused(tmp_path: Path) -> None:
    store = Store(tmp_path)
    done = store.add(batch(ad(1)))
    record = tmp_path / "passes" / f"{done.name}.json"
    record.write_text(json.dumps({**json.loads(record.read_text("utf-8")), "version": 99}), "utf-8")
    with pytest.raises(DataError, match="newer"):
        store.passes()


words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


@given(st.lists(st.tuples(st.integers(0, 5), words), max_size=8), st.data())
def test_order_and_repetition_make_no_difference(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[int, str]], data: st.DataObject
) -> None:
    """What is stored depends on what was seen, not on the order it came in."""
    ads = list({n: ad(n, text) for n, text in told}.values())
    mixed = data.draw(st.permutations(ads))
    folders = [tmp_path_factory.mktemp("store") for _ in range(2)]
    one = Store(folders[0]).add(batch(*ads))
    two = Store(folders[1]).add(batch(*mixed))
    assert replace(one) == two
    assert tree(folders[0]) == tree(folders[1])
    assert Store(folders[0]).latest("greenhouse") == {a.key: a.digest for a in ads}
