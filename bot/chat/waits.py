"""How long to wait before trying again: longer each time, never all at the same moment."""

from collections.abc import Iterator
from random import SystemRandom

FIRST = 1.0
LONGEST = 30.0


def growing_waits(first: float = FIRST, longest: float = LONGEST) -> Iterator[float]:
    """Yield seconds to wait, twice as long each time up to the longest; each by chance shorter.

    That is by up to half: so that many who wait do not come back all at once.
    """
    chance = SystemRandom()
    wait = first
    while True:
        yield wait * chance.uniform(0.5, 1)
        wait = min(wait * 2, longest)
