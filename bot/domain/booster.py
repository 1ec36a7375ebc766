"""Boosters: workshops some months after the others, proposed once those are over.

Source: gains fade after the last workshop; the programme's report suggests boosters after about
three and six months.
"""

from collections.abc import Container, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.group import GroupSession, Timetable
from bot.domain.programme import Programme
from bot.domain.schedule import local, months_later

_WEEK = timedelta(days=7)
_HALF = 3


def proposal(
    programme: Programme | None,
    sessions: Sequence[GroupSession],
    *,
    at: tuple[datetime, ZoneInfo],
    holidays: Container[date],
) -> Timetable | None:
    """Return the boosters of a group as they can be proposed, None where there are none to propose.

    There are once all workshops of its programme are over, and as long as no booster is kept. `at`
    is the moment it is, and where. They are at the time of the last workshop, informal moment too.
    """
    now, where = at
    if programme is None or not programme.boosters or len(sessions) != len(programme.sessions):
        return None
    last = sessions[-1]
    if last.ends(where) > now:
        return None
    days = booster_days(
        programme,
        [one.day for one in sessions],
        today=local(now, where).date(),
        holidays=holidays,
    )
    return Timetable(
        days=days,
        wall=last.wall,
        informal=last.informal,
        informal_wall=last.informal_wall,
        starts=len(sessions) + 1,
    )


def booster_days(
    programme: Programme, days: Sequence[date], *, today: date, holidays: Container[date]
) -> tuple[date, ...]:
    """Return the day of each booster, in order, given those of the workshops.

    Each is so many months after its workshop, near enough to be on the same day of the week; a week
    later if that is a public holiday, gone by, or not after the booster before it.
    """
    names = [one.id for one in programme.sessions]
    found: list[date] = []
    for one in programme.boosters:
        anchor = days[names.index(one.after)]
        day = _same_weekday(months_later(anchor, one.months), anchor)
        while day in holidays or day <= (found[-1] if found else today):
            day += _WEEK
        found.append(day)
    return tuple(found)


def _same_weekday(day: date, like: date) -> date:
    """Return the day nearest to another that is the same day of the week as a third."""
    ahead = (like.weekday() - day.weekday() + _HALF) % 7 - _HALF
    return day + timedelta(days=ahead)
