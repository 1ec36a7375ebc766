"""Measures coverage where that tells something, so that it costs little.

Each call to the database is a greenlet of its own, in which the library works. Coverage can follow
them, but looks up who runs at every line, and keeps what it noted of each: a long conversation
takes thirty times as long. So it rests while the library works; of ours only what the library calls
back is not seen then.

Neither does it see what whole programs do in long plays, nor the reading of all of the content:
whether a line is tried is told by the tests of its own folder. Nor does it follow a service through
the same test a second time, with other values or on PostgreSQL: what differs there is in the domain
and in the store, which have tests of their own.
"""

import sys
from collections.abc import Iterator
from typing import Any

import greenlet
import pytest

PLAYS = (
    "tests/acceptance/",
    "tests/bench/",
    "tests/campaign/",
    "tests/test_commands.py::test_bad_content_is_named",
    "tests/test_commands.py::test_nothing_is_signed_off_without",
    "tests/test_commands.py::test_texts_are_listed_and_signed_off",
    "tests/test_commands.py::test_the_content_is_written_as_agreed",
    "tests/test_preview.py::test_an_exercise_that_is_not_there_is_named",
    "tests/test_preview.py::test_the_command_plays_a_real_exercise",
)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Measure nothing in long plays, and no service twice."""
    tracer = sys.gettrace()
    if not item.nodeid.startswith(PLAYS) and not _is_again(item):
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


def _is_again(item: pytest.Item) -> bool:
    called = getattr(item, "callspec", None)
    is_first = called is None or not any(called.indices.values())
    return item.nodeid.startswith("tests/services/") and not is_first


def pytest_configure(config: pytest.Config) -> None:
    """Begin, where coverage is measured."""
    if config.pluginmanager.hasplugin("_cov"):  # pytest-cov, once it is asked to measure
        rest_in_greenlets()


def rest_in_greenlets() -> None:
    """Trace nothing in any greenlet but the one that is running now."""
    here = greenlet.getcurrent()
    resting: list[Any] = []

    def follow(event: str, between: tuple[greenlet.greenlet, greenlet.greenlet]) -> None:
        del event
        _, target = between
        if target is here:
            if resting:
                sys.settrace(resting.pop())
        elif tracer := sys.gettrace():
            resting.append(tracer)
            sys.settrace(None)

    greenlet.settrace(follow)
