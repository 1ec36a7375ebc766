"""What mostly waits for the usual limit of 30 a second: measured side by side, to save the time."""

import asyncio
from collections.abc import Sequence

from tests.bench import answering, burst
from tests.bench.bench import Bench, Size
from tests.bench.table import Table


async def play(bench: Bench) -> Sequence[Table]:
    """Measure bursts, single wake-ups and taps during a broadcast, each with its own Telegram."""
    parts = [burst.usual, burst.one_by_one, answering.busy]
    if bench.size is Size.TINY:
        # The other burst tries the same.
        parts.remove(burst.usual)
    return await asyncio.gather(*(part(bench) for part in parts))
