"""Asking a coach for a contact: who is told when, reminded when, and who is told instead.

Source: the programme's features: an answer within the coach's hours is promised to nobody, so the
person is told what happens; nobody is reminded more than once.
"""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.hours import Hours, next_opening
from bot.domain.people import Person
from bot.domain.schedule import EVERY_DAY, local, moment, zone

DAY = timedelta(days=1)

PATIENCE = timedelta(hours=1)
"""How long, within their hours, somebody has to look before the next step."""

LONGEST_LINE = 500
ANY_HOURS = Hours(days=EVERY_DAY, opens=time(9), closes=time(18))


class RequestState(StrEnum):
    """How it stands with a request; one is renewed by asking again where nobody looked at it.

    It is answered once who saw it has talked with who asked.
    """

    OPEN = "open"
    SEEN = "seen"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    RENEWED = "renewed"


class Step(StrEnum):
    """What comes next for somebody who is to look at a request."""

    TELL = "tell"
    REMIND = "remind"
    HAND_OVER = "hand_over"
    GIVE_UP = "give_up"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class Request:
    """That somebody asks for a contact, and what they added; who saw it and when."""

    id: str
    person_id: str
    state: RequestState
    asked_at: datetime
    line: str = ""
    seen_by: str | None = None
    seen_at: datetime | None = None
    calls: bool = False

    def with_more(self, text: str) -> "Request":
        """Return the request with one more line, as far as there is room; what is cut shows it."""
        whole = self._whole(text)
        cut = f"{whole[: LONGEST_LINE - 1]}…"
        return replace(self, line=whole if self.has_room(text) else cut)

    def has_room(self, text: str) -> bool:
        """Whether one more line can be kept whole."""
        return len(self._whole(text)) <= LONGEST_LINE

    def _whole(self, text: str) -> str:
        return f"{self.line}\n{text}" if self.line else text


@dataclass(frozen=True, kw_only=True)
class Notice:
    """That a member of staff is to look at a request, and which step comes next, and when.

    `covers` is the coach in whose place they look; `told` the message by which they know.
    """

    id: str
    request_id: str
    staff_id: str
    covers: str | None = None
    step: Step = Step.TELL
    next_at: datetime | None = None
    told: str | None = None

    def then(self, step: Step, at: datetime | None) -> "Notice":
        """Return the notice with the step that comes next."""
        return replace(self, step=step, next_at=at)


@dataclass(frozen=True, kw_only=True)
class Desk:
    """When a member of staff can be reached: hours in their zone, but for public holidays."""

    hours: Hours
    zone: ZoneInfo
    holidays: Container[date] = ()

    def opening(self, wanted: datetime) -> datetime:
        """Return the first moment from `wanted` on at which they can be reached."""
        found = next_opening(self.hours, wanted, self.zone)
        while (day := local(found, self.zone).date()) in self.holidays:
            found = next_opening(self.hours, moment(day + DAY, time.min, self.zone), self.zone)
        return found

    def works_on(self, day: date) -> bool:
        """Whether a day of their own is a working day."""
        return day.weekday() in self.hours.days and day not in self.holidays

    def is_open(self, now: datetime) -> bool:
        """Whether they can be reached now."""
        return self.opening(now) == now

    def closing(self, inside: datetime) -> datetime:
        """Return the end of the hours in which a moment lies."""
        return moment(local(inside, self.zone).date(), self.hours.closes, self.zone)

    def after(self, since: datetime, span: timedelta) -> datetime:
        """Return the moment at which a span of their hours has gone by."""
        begins = self.opening(since)
        while (left := self.closing(begins) - begins) < span:
            span -= max(left, timedelta())
            day = local(begins, self.zone).date() + DAY
            begins = self.opening(moment(day, time.min, self.zone))
        return begins + span


def desk_of(person: Person, holidays: Container[date]) -> Desk:
    """Return when a member of staff can be reached."""
    return Desk(hours=person.hours or ANY_HOURS, zone=zone(person.zone), holidays=holidays)
