"""J6: an NLP engineer laid off, eight weeks, remote in European time zones."""

from __future__ import annotations

import importlib.util

import pytest


@pytest.mark.xfail(strict=True, reason="single ads aren't matched to people yet")
def test_h_no_ad_is_open_to_the_united_states_alone() -> None:
    assert importlib.util.find_spec("rung.jobs") is not None
