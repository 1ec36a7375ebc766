"""Python looks for garbage seldom once the program runs, and passes over what was there before."""

import subprocess
import sys

from bot.garbage import SELDOM

LOOKING_SELDOM = """
import gc
from bot.garbage import look_seldom
there = []
look_seldom()
print(gc.isenabled(), gc.get_threshold()[0], any(one is there for one in gc.get_objects()))
"""


def test_what_comes_is_looked_through_seldom_and_what_is_there_never() -> None:
    # In a process of its own: it holds for all of a process, and for good.
    told = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", LOOKING_SELDOM], check=True, capture_output=True, text=True
    )

    assert told.stdout.split() == ["True", str(SELDOM), "False"]
