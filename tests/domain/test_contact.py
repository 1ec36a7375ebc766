"""When staff can be reached, and what an hour of their hours is: edges, holidays, changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.contact import (
    ANY_HOURS,
    LONGEST_LINE,
    PATIENCE,
    Desk,
    Notice,
    Request,
    RequestState,
    Step,
    desk_of,
)
from bot.domain.hours import Hours
from bot.domain.people import Person, Role, Standing
from bot.domain.schedule import WORKING_DAYS

NINE_TO_FIVE = Hours(days=WORKING_DAYS, opens=time(9), closes=time(17))
PARIS = ZoneInfo("Europe/Paris")
DESK = Desk(hours=NINE_TO_FIVE, zone=PARIS, holidays=[date(2026, 12, 25)])


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("wanted", "opens"),
    [
        ("2026-11-23T07:59", "2026-11-23T08:00"),
        ("2026-11-23T08:00", "2026-11-23T08:00"),
        ("2026-11-23T15:59", "2026-11-23T15:59"),
        ("2026-11-23T16:00", "2026-11-24T08:00"),
        ("2026-11-27T16:00", "2026-11-30T08:00"),
        ("2026-12-24T16:00", "2026-12-28T08:00"),
        ("2026-12-25T10:00", "2026-12-28T08:00"),
        ("2027-03-26T20:00", "2027-03-29T07:00"),
    ],
)
def test_a_desk_opens_with_the_hours_but_not_on_holidays(wanted: str, opens: str) -> None:
    assert DESK.opening(utc(wanted)) == utc(opens)
    assert DESK.is_open(utc(wanted)) is (wanted == opens)


@pytest.mark.parametrize(
    ("since", "after"),
    [
        ("2026-11-23T08:00", "2026-11-23T09:00"),
        ("2026-11-23T05:00", "2026-11-23T09:00"),
        ("2026-11-23T15:00", "2026-11-23T16:00"),
        ("2026-11-23T15:30", "2026-11-24T08:30"),
        ("2026-11-27T15:30", "2026-11-30T08:30"),
        ("2026-12-24T15:45", "2026-12-28T08:45"),
    ],
)
def test_an_hour_is_counted_within_the_hours_alone(since: str, after: str) -> None:
    assert DESK.after(utc(since), PATIENCE) == utc(after)


def test_short_hours_take_several_days() -> None:
    short = Hours(days=WORKING_DAYS, opens=time(9), closes=time(9, 20))

    after = Desk(hours=short, zone=PARIS).after(utc("2026-11-23T08:00"), PATIENCE)

    assert after == utc("2026-11-25T08:20")


def test_hours_end_on_the_day_they_are_in() -> None:
    assert DESK.closing(utc("2026-11-23T09:00")) == utc("2026-11-23T16:00")


@pytest.mark.parametrize("hours", [NINE_TO_FIVE, None])
def test_who_named_no_hours_has_usual_ones(hours: Hours | None) -> None:
    person = Person(
        id="1",
        name="Nadia",
        roles=frozenset({Role.COACH}),
        standing=Standing.ACTIVE,
        zone="Europe/Paris",
        paused_until=None,
        hours=hours,
    )

    assert desk_of(person, ()).hours == (hours or ANY_HOURS)


def test_more_words_are_added_as_far_as_there_is_room() -> None:
    request = Request(
        id="1", person_id="2", state=RequestState.OPEN, asked_at=utc("2026-11-23T08:00")
    )

    said = request.with_more("un").with_more("deux")

    assert said.line == "un\ndeux"
    assert len(said.with_more("x" * 1_000).line) == LONGEST_LINE


def test_a_notice_moves_on() -> None:
    notice = Notice(id="1", request_id="2", staff_id="3", told="4")
    at = utc("2026-11-23T08:00") + timedelta(hours=1)

    moved = notice.then(Step.REMIND, at)

    assert (moved.step, moved.next_at, moved.told) == (Step.REMIND, at, "4")
