"""One folder holds everything when a person says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from rung.core import paths


def test_the_variable_moves_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert paths.home() == tmp_path
    assert paths.cache().is_relative_to(tmp_path)


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert paths.home().name == "rung"
    assert paths.cache() != paths.home()
