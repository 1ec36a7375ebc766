"""The quiet hours: nobody is written to unasked then, but for the wake-up they chose."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.errors import InvalidHours
from bot.domain.schedule import local, moment

BEGINS = time(20, 30)
ENDS = time(7, 0)


@dataclass(frozen=True, kw_only=True)
class Quiet:
    """From which wall time until which it is quiet, mostly over midnight.

    Raises InvalidHours with a zone, or where they would never end.
    """

    begins: time = BEGINS
    ends: time = ENDS

    def __post_init__(self) -> None:
        if self.begins.tzinfo or self.ends.tzinfo:
            raise InvalidHours("A wall time knows no zone.")
        if self.begins == self.ends:
            raise InvalidHours("Quiet hours end at another time than they begin.")

    def holds(self, wall: time) -> bool:
        """Whether it is quiet at a time of day: from the beginning on, at the end no longer."""
        if self.begins < self.ends:
            return self.begins <= wall < self.ends
        return wall >= self.begins or wall < self.ends


USUAL = Quiet()


def is_quiet(now: datetime, zone: ZoneInfo, quiet: Quiet) -> bool:
    """Whether it is quiet at a moment where somebody lives."""
    return quiet.holds(local(now, zone).time())


def after_quiet(wanted: datetime, zone: ZoneInfo, quiet: Quiet = USUAL) -> datetime:
    """Return the moment wanted, or the end of the quiet hours it falls into."""
    here = local(wanted, zone)
    wall = here.time()
    if not quiet.holds(wall):
        return wanted
    ends_tomorrow = quiet.begins > quiet.ends and wall >= quiet.begins
    found = moment(here.date() + timedelta(days=ends_tomorrow), quiet.ends, zone)
    # In an hour that comes twice the end was an hour ago: then as long as the clocks show.
    return found if found > wanted else wanted + _between(wall, quiet.ends)


def _between(wall: time, later: time) -> timedelta:
    day = date.min
    return datetime.combine(day, later) - datetime.combine(day, wall)
