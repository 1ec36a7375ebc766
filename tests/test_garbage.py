"""Python looks for garbage seldom once the program runs, and passes over what was there before."""

import gc
from collections.abc import Iterator

import pytest

from bot.garbage import SELDOM, look_seldom


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Let what follows be looked through as before."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_what_is_there_is_passed_over() -> None:
    there: list[object] = []

    look_seldom()

    assert not any(one is there for one in gc.get_objects())


def test_what_comes_is_looked_through_seldom() -> None:
    look_seldom()

    assert gc.get_threshold()[0] == SELDOM
    assert gc.isenabled()
