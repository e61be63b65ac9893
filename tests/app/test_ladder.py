"""The ladder as records, guides and ads tell it, and one person on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rung.app.ladder import ladder_answer, level_answer
from rung.core.errors import UserError

TODAY = date(2026, 11, 22)


def test_both_tracks_stand_in_order_each_with_its_counts() -> None:
    found = ladder_answer(None, None)
    assert [r.id for r in found.rungs] == [
        "junior", "mid", "senior", "staff", "principal", "manager", "director", "vp",
    ]  # fmt: skip
    for rung in found.rungs:
        assert rung.ads.n == found.snapshot.ads
        assert rung.asked.stated.n == rung.ads.k
        assert rung.guide
        assert rung.asks
    middles = [r.asked.p50 for r in found.rungs[:5]]
    assert None not in middles
    assert middles == sorted(m for m in middles if m is not None)


def test_one_track_and_one_role_narrow_it() -> None:
    found = ladder_answer("management", "ml-engineer")
    assert {r.track for r in found.rungs} == {"management"}
    assert found.rungs[0].ads.n < found.snapshot.ads
    with pytest.raises(UserError, match="technical, management"):
        ladder_answer("sideways", None)


def test_the_packet_holds_own_lines_and_says_what_is_missing(root: Path) -> None:
    document = root / "bench" / "people" / "senior_ml_engineer.md"
    found = level_answer(document, TODAY)
    assert found.level.id == "senior"
    assert found.next is not None
    assert found.next.id == "staff"
    assert any("four teams" in line.text for line in found.shown)
    assert any("Staff" in text for text in found.against)
    text = " ".join(document.read_text("utf-8").split())
    for section in found.packet:
        assert section.lines or section.missing
        assert all(" ".join(line.text.split()) in text for line in section.lines)


def test_without_dated_work_there_is_no_rung_and_no_packet(tmp_path: Path) -> None:
    file = tmp_path / "new.md"
    file.write_text("# Ada Notareal\n\n## Skills\nPython, SQL\n")
    found = level_answer(file, TODAY)
    assert found.level.id is None
    assert (found.rung, found.next, found.packet) == (None, None, ())
