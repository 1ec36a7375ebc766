"""The only place that reads the time."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Says what time it is; whoever joins the parts decides which clock they are given."""

    def now(self) -> datetime:
        """Return the moment, in UTC: what people's days are planned by."""
        ...

    def steady(self) -> datetime:
        """Return a moment that never steps: for leases, whatever is done to the wall clock."""
        ...


class SystemClock:
    """The machine's own clock."""

    def __init__(self) -> None:
        self._started = datetime.now(UTC)
        self._counter = time.monotonic()

    def now(self) -> datetime:
        """Return the machine's moment, in UTC."""
        return datetime.now(UTC)

    def steady(self) -> datetime:
        """Return the moment of the start plus what the monotonic counter has seen since."""
        return self._started + timedelta(seconds=time.monotonic() - self._counter)
