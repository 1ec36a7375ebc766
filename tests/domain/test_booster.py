"""Boosters are proposed once the workshops are over, some months after them, on their weekday."""

from collections.abc import Container
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.booster import booster_days, proposal
from bot.domain.group import Informal
from bot.domain.programme import Booster, Programme, ProgrammeSession
from tests.domain.test_group import PARIS, SESSIONS, TUESDAYS, workshop

OVER = SESSIONS[-1].ends(PARIS)
EIGHT = Programme(
    id="eight",
    length=timedelta(hours=2),
    sessions=[ProgrammeSession(id=f"w{number}") for number in range(1, 9)],
    boosters=[
        Booster(id="three", months=3, after="w8"),
        Booster(id="six", months=6, after="w8"),
    ],
)


def days(
    *boosters: tuple[int, str], today: date = TUESDAYS[-1], holidays: Container[date] = ()
) -> list[str]:
    several = [Booster(id=str(at), months=one[0], after=one[1]) for at, one in enumerate(boosters)]
    programme = replace(EIGHT, boosters=several)
    found = booster_days(programme, TUESDAYS, today=today, holidays=holidays)
    return [f"{day:%a %d %b %Y}" for day in found]


@pytest.mark.parametrize(
    ("booster", "day"),
    [
        ((3, "w8"), "Tue 20 Apr 2027"),
        ((6, "w8"), "Tue 20 Jul 2027"),
        ((12, "w8"), "Tue 18 Jan 2028"),
        ((3, "w1"), "Tue 02 Mar 2027"),
        ((24, "w1"), "Tue 28 Nov 2028"),
    ],
)
def test_a_booster_is_months_later_on_the_same_weekday(booster: tuple[int, str], day: str) -> None:
    assert days(booster) == [day]


def test_the_last_of_a_month_stays_in_the_month_that_follows() -> None:
    programme = replace(
        EIGHT, sessions=EIGHT.sessions[:1], boosters=[Booster(id="b", months=1, after="w1")]
    )
    last = date(2027, 1, 31)

    assert booster_days(programme, [last], today=last, holidays=()) == (date(2027, 2, 28),)


def test_a_holiday_and_a_day_gone_by_give_way_to_the_next_week() -> None:
    assert days((3, "w8"), holidays=[date(2027, 4, 20)]) == ["Tue 27 Apr 2027"]
    assert days((3, "w8"), today=date(2027, 5, 4)) == ["Tue 11 May 2027"]


def test_boosters_keep_their_order_whatever_they_are_counted_from() -> None:
    assert days((3, "w8"), (3, "w1")) == ["Tue 20 Apr 2027", "Tue 27 Apr 2027"]


def test_they_are_at_the_time_of_the_last_workshop() -> None:
    last = replace(SESSIONS[-1], wall=time(10), informal=Informal.AFTER, informal_wall=time(12))

    found = proposal(EIGHT, [*SESSIONS[:-1], last], at=(OVER, PARIS), holidays=())

    assert found is not None
    assert (found.wall, found.informal, found.informal_wall) == (
        time(10),
        Informal.AFTER,
        time(12),
    )
    assert (found.starts, len(found.days)) == (9, 2)


def test_there_are_none_before_the_last_workshop_is_over_or_once_they_are_kept() -> None:
    almost = OVER - timedelta(minutes=1)
    more = [*SESSIONS, workshop(9, date(2027, 4, 20))]

    assert proposal(EIGHT, SESSIONS, at=(almost, PARIS), holidays=()) is None
    assert proposal(EIGHT, more, at=(OVER, PARIS), holidays=()) is None
    assert proposal(EIGHT, SESSIONS[:7], at=(OVER, PARIS), holidays=()) is None
    assert proposal(EIGHT, SESSIONS, at=(OVER, PARIS), holidays=()) is not None


def test_a_programme_that_is_gone_or_has_none_proposes_none() -> None:
    without = replace(EIGHT, boosters=())

    assert proposal(None, SESSIONS, at=(OVER, PARIS), holidays=()) is None
    assert proposal(without, SESSIONS, at=(OVER, PARIS), holidays=()) is None
