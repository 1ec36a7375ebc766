"""A clock in a file: the test sets it, and the bots in other processes read it."""

import mmap
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
START = datetime(2026, 1, 1, tzinfo=UTC)
SIZE = 8
MICROSECOND = timedelta(microseconds=1)


class SharedClock:
    """Time that stands still until it is set: eight bytes that every process maps.

    Leases run by the machine's own steady clock, and at `pace` times its speed.
    """

    def __init__(self, file: Path, *, pace: int = 1) -> None:
        with file.open("r+b") as opened:
            self._bytes = mmap.mmap(opened.fileno(), SIZE)
        self._real = SystemClock()
        self._pace = pace

    @classmethod
    def make(cls, file: Path, moment: datetime) -> "SharedClock":
        """Make the file and return a clock that shows this moment."""
        file.write_bytes(bytes(SIZE))
        clock = cls(file)
        clock.set(moment)
        return clock

    def now(self) -> datetime:
        """Return the moment that was set last."""
        passed = int.from_bytes(self._bytes[:SIZE], signed=True)
        return EPOCH + passed * MICROSECOND

    def steady(self) -> datetime:
        """Return a moment that never steps, the same in every process."""
        passed = self._real.steady() - START
        return START + passed * self._pace

    def set(self, moment: datetime) -> None:
        """Show another moment, in every process at once."""
        passed = (moment - EPOCH) // MICROSECOND
        self._bytes[:SIZE] = passed.to_bytes(SIZE, signed=True)
