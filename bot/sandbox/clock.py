"""A clock that can be stopped, hurried and moved forward, to see a week in a few minutes."""

from datetime import datetime

from bot.clock import Clock


class SimulatedClock:
    """Tells a time of its own, which runs at a pace of the real one and never goes back."""

    def __init__(self, *, start: datetime, real: Clock, pace: float = 1.0) -> None:
        self._real = real
        self._moment = start
        self._since = real.steady()
        self._pace = _forward(pace)

    @property
    def pace(self) -> float:
        """How many seconds pass here for one real second: 0 when stopped."""
        return self._pace

    def now(self) -> datetime:
        """Return the simulated moment, in UTC."""
        return self._moment + (self._real.steady() - self._since) * self._pace

    def steady(self) -> datetime:
        """Return the real clock's steady moment: a lease must not run out in a jump."""
        return self._real.steady()

    def run(self, pace: float) -> None:
        """Go on from this moment at another pace; a pace below zero is a ValueError."""
        self._settle(self.now())
        self._pace = _forward(pace)

    def jump(self, to: datetime) -> None:
        """Go on from a later moment; one that is past is a ValueError."""
        if to < self.now():
            raise ValueError(f"the clock only goes forward, and {to.isoformat()} is past")
        self._settle(to)

    def _settle(self, moment: datetime) -> None:
        self._moment = moment
        self._since = self._real.steady()


def _forward(pace: float) -> float:
    if pace < 0:
        raise ValueError(f"time does not run at a pace of {pace}")
    return pace
