"""A damaged compiled copy costs time, never the catalogue."""

import pytest

from rung.catalogue import compiled, load


@pytest.mark.parametrize("damaged", [b"", b"[garbage]", b"[]"])
def test_a_damaged_compiled_copy_is_passed_over(
    damaged: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = load()
    load.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr(compiled, "contents", lambda _name, _files: damaged)
        found = load()
    load.cache_clear()
    assert sound.skills
    assert (found.skills, found.roles) == (sound.skills, sound.roles)
