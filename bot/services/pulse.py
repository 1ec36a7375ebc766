"""A pulse: when something was last known to be alive, by the clock that never steps."""

from datetime import datetime, timedelta

from bot.clock import Clock

REMEMBERED = timedelta(hours=1)


class Pulse:
    """Feels how long ago something gave its last sign; its making counts as the first."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = clock.steady()

    def beat(self) -> None:
        """Note a sign of life."""
        self._last = self._clock.steady()

    def age(self) -> timedelta:
        """Return how long ago the last sign was."""
        return self._clock.steady() - self._last


class NoPulse(Pulse):
    """Of what is done elsewhere: nobody here need worry about it."""

    def age(self) -> timedelta:
        """Return no time at all."""
        return timedelta()


class Stalls:
    """Remembers for how long the loop of this process stood still, of the last hour."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._found: list[tuple[datetime, timedelta]] = []

    def note(self, still: timedelta) -> None:
        """Note that it stood still just now, for so long."""
        self._found = [*self._recent(), (self._clock.steady(), still)]

    def longest(self) -> timedelta:
        """Return the longest of them, or no time at all."""
        return max((still for _, still in self._recent()), default=timedelta())

    def _recent(self) -> list[tuple[datetime, timedelta]]:
        since = self._clock.steady() - REMEMBERED
        return [one for one in self._found if one[0] > since]
