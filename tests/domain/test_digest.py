"""When a digest comes, and whom it names: three people at most, each once, most pressing first."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.digest import (
    COUNTED,
    Asked,
    Entry,
    Week,
    Why,
    chosen,
    next_digest,
    week_of,
    week_to_tell,
)
from bot.domain.sharing import CHOOSABLE, Audience
from tests.domain.test_contact import DESK, utc

NOON = utc("2026-11-23T11:00")


@pytest.mark.parametrize(
    ("after", "wall", "comes"),
    [
        ("2026-11-23T07:59", None, "2026-11-23T08:00"),
        ("2026-11-23T08:00", None, "2026-11-24T08:00"),
        ("2026-11-23T08:00", time(9, 30), "2026-11-23T08:30"),
        ("2026-11-23T06:00", time(8, 59), "2026-11-23T08:00"),
        ("2026-11-23T06:00", time(17), "2026-11-23T08:00"),
        ("2026-11-23T09:00", time(16, 59), "2026-11-23T15:59"),
        ("2026-11-27T12:00", None, "2026-11-30T08:00"),
        ("2026-12-24T12:00", None, "2026-12-28T08:00"),
        ("2027-03-26T12:00", None, "2027-03-29T07:00"),
        ("2026-10-23T12:00", None, "2026-10-26T08:00"),
    ],
)
def test_it_comes_on_working_days_as_the_hours_begin(
    after: str, wall: time | None, comes: str
) -> None:
    assert next_digest(DESK, wall, utc(after)) == utc(comes)


def test_a_desk_that_is_closed_for_weeks_is_told_afterwards() -> None:
    closed = [date(2026, 12, 1) + timedelta(days=number) for number in range(60)]

    assert next_digest(replace(DESK, holidays=closed), None, utc("2026-12-01T00:00")) == utc(
        "2027-02-01T08:00"
    )


def entry(who: str, why: Why, *, hours: int = 0) -> Entry:
    return Entry(person_id=who, name=who, why=why, since=NOON - timedelta(hours=hours))


def test_who_waits_longest_for_a_contact_comes_first() -> None:
    entries = [
        entry("a", Why.UNREACHABLE, hours=9),
        entry("b", Why.NO_ANSWER, hours=5),
        entry("c", Why.CONTACT, hours=1),
        entry("d", Why.CONTACT, hours=2),
    ]

    several, more = chosen(entries)

    assert ([one.person_id for one in several], more) == (["d", "c", "b"], 1)


def test_who_waits_for_as_long_comes_by_name() -> None:
    entries = [
        replace(entry(who, Why.UNREACHABLE), name=name)
        for who, name in (("a", "Zoé"), ("b", "Élise"), ("c", "Paul"))
    ]

    assert [one.name for one in chosen(entries)[0]] == ["Élise", "Paul", "Zoé"]


def test_nobody_is_named_twice() -> None:
    several, more = chosen([entry("a", Why.UNREACHABLE), entry("a", Why.CONTACT)])

    assert ([one.why for one in several], more) == ([Why.CONTACT], 0)


@pytest.mark.parametrize(
    ("last", "now", "monday"),
    [
        ("2026-11-20T08:00", "2026-11-23T08:00", "2026-11-16"),
        ("2026-11-23T08:00", "2026-11-24T08:00", None),
        ("2026-11-23T08:00", "2026-11-27T08:00", None),
        ("2026-11-20T08:00", "2026-11-24T08:00", "2026-11-16"),
        ("2026-10-05T08:00", "2026-11-24T08:00", "2026-11-16"),
        ("2026-12-31T08:00", "2027-01-04T08:00", "2026-12-28"),
        ("2026-11-22T22:59", "2026-11-22T23:00", "2026-11-16"),
        ("2026-11-22T23:00", "2026-11-23T08:00", None),
        (None, "2026-11-25T08:00", "2026-11-16"),
    ],
)
def test_a_week_is_told_once_in_the_first_digest_after_it(
    last: str | None, now: str, monday: str | None
) -> None:
    told = week_to_tell(utc(last) if last else None, utc(now), DESK.zone)

    assert told == (date.fromisoformat(monday) if monday else None)


def test_a_week_in_which_nothing_was_asked_is_not_told() -> None:
    assert week_of([]) is None


def test_a_week_is_told_in_three_numbers() -> None:
    asked = [
        Asked(went_out=True, is_answered=True),
        Asked(went_out=True),
        Asked(went_out=False),
        # Answered without having been asked: it did not arrive all the same.
        Asked(went_out=False, is_answered=True),
    ]

    assert week_of(iter(asked)) == Week(sent=4, answered=1, unreceived=2)


def test_what_is_counted_can_be_kept() -> None:
    assert {(one, Audience.COACH) for one in COUNTED.values()} <= {*CHOOSABLE}
