"""Reads every line that the run logs, at DEBUG, and fails the test that lets something slip.

A pytest plugin. Lines pass the program's own handler, so what is searched is what would be kept.
"""

import io
import logging
import re
import sys
from collections.abc import Iterator

import pytest

from bot import logs
from tests.canaries import CANARIES

SCAN_HANDLER = "scan"
PATTERNS = {
    "a bot token": re.compile(r"\d{8,10}(?::|%3A)[A-Za-z0-9_-]{35}", re.IGNORECASE),
    "a person's Telegram id": re.compile(r"(?<![0-9A-Za-z.-])7000\d{6}(?![0-9A-Za-z])"),
    "an invitation": re.compile(r"\bstart=(?!\[hidden\])[A-Za-z0-9_-]"),
    "a canary": re.compile("|".join(re.escape(each) for each in CANARIES)),
}


class Scanned(io.StringIO):
    """A stream that keeps only the lines with something in them that nobody may log."""

    def __init__(self) -> None:
        super().__init__()
        self._leaks: list[str] = []

    def write(self, text: str) -> int:
        """Search the text instead of keeping it."""
        self._leaks += find_leaks(text)
        return len(text)

    def take_leaks(self) -> list[str]:
        """Return what was found since the last time."""
        leaks, self._leaks = self._leaks, []
        return leaks


SCANNED = pytest.StashKey[Scanned]()
LATE = pytest.StashKey[list[str]]()


def find_leaks(text: str) -> list[str]:
    """Return a sentence for each kind of thing in the text that no log may hold."""
    found = [kind for kind, pattern in PATTERNS.items() if pattern.search(text)]
    return [f"The log holds {kind}: {text.strip()}" for kind in found]


def pytest_configure(config: pytest.Config) -> None:
    """Listen from the start, before any test is collected."""
    stream = Scanned()
    handler = logs.safe_handler(stream, readable=False)
    handler.set_name(SCAN_HANDLER)
    config.stash[SCANNED] = stream
    config.stash[LATE] = []
    logging.getLogger().addHandler(handler)
    listen_to_everything()


@pytest.fixture(autouse=True)
def _nothing_slips_into_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    listen_to_everything()
    yield
    forget_handlers_of_the_test()
    leaks = request.config.stash[SCANNED].take_leaks()
    if leaks:
        pytest.fail("\n".join(leaks), pytrace=False)


def listen_to_everything() -> None:
    """Undo what an earlier test set: ours speak from DEBUG up, libraries as in earnest."""
    logs.configure()
    logs.set_levels("DEBUG")


def forget_handlers_of_the_test() -> None:
    """Undo what `logs.set_up` did, which holds a stream that pytest takes away."""
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if handler.get_name() == logs.HANDLER_NAME:
            root.removeHandler(handler)
    sys.excepthook = sys.__excepthook__


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run for what was logged after the last test; a worker tells its controller."""
    late = session.config.stash[LATE]
    late += session.config.stash[SCANNED].take_leaks()
    if late:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        getattr(session.config, "workeroutput", {})["leaks"] = late


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take over what a worker found after its last test."""
    config: pytest.Config = node.config  # type: ignore[attr-defined] # a worker of xdist
    config.stash[LATE] += getattr(node, "workeroutput", {}).get("leaks", [])


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Show what was logged after the last test."""
    for leak in config.stash[LATE]:
        terminalreporter.write_line(leak, red=True)
