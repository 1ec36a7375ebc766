"""Dates of workshops from a first one and a rhythm; where one can be moved; which is next."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.group import (
    LONGEST_PLACE,
    GroupSession,
    Informal,
    Refusal,
    Rhythm,
    Timetable,
    dates_from,
    days_near,
    evening_of,
    informal_fits,
    latest_of,
    next_of,
    read_place,
    why_not_kept,
    why_not_move,
    why_not_on,
)
from bot.domain.quiet import USUAL, Quiet

PARIS = ZoneInfo("Europe/Paris")
TWO = time(14)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TUESDAYS = dates_from(date(2026, 12, 1), Rhythm.WEEKLY, 8)
LENGTH = timedelta(hours=2)
TIMETABLE = {"days": ["2026-12-01"], "wall": "14:00"}
"""A card as it was carried before there were boosters."""


def workshop(number: int, day: date = date(2026, 12, 1), **changes: object) -> GroupSession:
    values = {"wall": TWO, "length": LENGTH, "day": day, **changes}
    return GroupSession(id=f"s{number}", group_id="g", number=number, **values)  # type: ignore[arg-type] # a test's own values


SESSIONS = [workshop(number, day) for number, day in enumerate(TUESDAYS, start=1)]


@pytest.mark.parametrize(
    ("rhythm", "second", "last"),
    [
        (Rhythm.WEEKLY, date(2026, 12, 8), date(2027, 1, 19)),
        (Rhythm.EVERY_TWO_WEEKS, date(2026, 12, 15), date(2027, 3, 9)),
        (Rhythm.TWICE_A_WEEK, date(2026, 12, 4), date(2026, 12, 25)),
    ],
)
def test_eight_dates_follow_from_the_first(rhythm: Rhythm, second: date, last: date) -> None:
    days = dates_from(date(2026, 12, 1), rhythm, 8)

    assert (len(days), days[1], days[-1]) == (8, second, last)


@pytest.mark.parametrize("first", range(7, 12))
def test_twice_a_week_spares_the_weekend(first: int) -> None:
    days = dates_from(date(2026, 12, first), Rhythm.TWICE_A_WEEK, 8)

    assert all(day.weekday() < 5 for day in days)
    assert days[2] - days[0] == timedelta(days=7)


def test_a_programme_of_one_workshop_has_one_date() -> None:
    assert dates_from(date(2026, 12, 1), Rhythm.WEEKLY, 1) == (date(2026, 12, 1),)


@pytest.mark.parametrize(
    ("number", "day", "refusal"),
    [
        (2, date(2026, 12, 9), None),
        (2, date(2026, 12, 15), Refusal.SAME_DAY),
        (2, date(2026, 12, 16), Refusal.ORDER),
        (3, date(2026, 12, 7), Refusal.ORDER),
        (1, date(2026, 11, 23), None),
        (1, date(2026, 11, 22), Refusal.PAST),
        (8, date(2027, 2, 1), None),
    ],
)
def test_a_workshop_keeps_its_place_among_the_others(
    number: int, day: date, refusal: Refusal | None
) -> None:
    assert why_not_on(TUESDAYS, number, day, wall=TWO, at=(NOW, PARIS)) is refusal


@pytest.mark.parametrize(
    ("number", "now", "near"),
    [
        (1, NOW, ["30 Nov", "02 Dec", "03 Dec", "04 Dec"]),
        (4, NOW, ["18 Dec", "21 Dec", "23 Dec", "24 Dec"]),
        (5, NOW, ["24 Dec", "28 Dec", "30 Dec", "31 Dec"]),
        (1, datetime(2026, 12, 1, 12, tzinfo=UTC), ["02 Dec", "03 Dec", "04 Dec", "07 Dec"]),
        (1, datetime(2026, 12, 3, 12, tzinfo=UTC), ["03 Dec", "04 Dec", "07 Dec"]),
        (1, datetime(2026, 12, 9, 12, tzinfo=UTC), []),
        (2, datetime(2026, 12, 9, 15, tzinfo=UTC), ["10 Dec", "11 Dec", "14 Dec"]),
    ],
)
def test_the_days_near_a_workshop_are_those_to_which_it_can_go(
    number: int, now: datetime, near: list[str]
) -> None:
    at, holidays = (now, PARIS), [date(2026, 12, 25), date(2027, 1, 1)]

    found = days_near(TUESDAYS, number, wall=TWO, at=at, holidays=holidays)

    assert [f"{day:%d %b}" for day in found] == near


def test_a_workshop_at_the_weekend_can_go_to_any_day() -> None:
    saturdays = dates_from(date(2026, 12, 5), Rhythm.WEEKLY, 2)

    found = days_near(saturdays, 2, wall=TWO, at=(NOW, PARIS), holidays=())

    assert [day.day for day in found] == [10, 11, 13, 14]


def test_a_workshop_that_has_begun_is_not_moved() -> None:
    moved = SESSIONS[0].moved(date(2026, 12, 2), TWO)

    before = why_not_move(SESSIONS, moved, now=NOW, where=PARIS)
    during = why_not_move(SESSIONS, moved, now=SESSIONS[0].begins(PARIS), where=PARIS)

    assert (before, during) == (None, Refusal.BEGUN)


@pytest.mark.parametrize(
    ("days", "refusal"),
    [
        (TUESDAYS, None),
        ((TUESDAYS[0], TUESDAYS[0]), Refusal.SAME_DAY),
        ((TUESDAYS[1], TUESDAYS[0]), Refusal.ORDER),
        ((date(2026, 11, 23) - timedelta(days=1), TUESDAYS[0]), Refusal.PAST),
    ],
)
def test_a_timetable_is_kept_only_whole(days: tuple[date, ...], refusal: Refusal | None) -> None:
    timetable = Timetable(days=days, wall=TWO)

    assert why_not_kept(timetable, [], now=NOW, where=PARIS) is refusal


def test_more_workshops_come_after_those_that_are_kept() -> None:
    later = Timetable(days=(date(2027, 1, 19), date(2027, 4, 20)), wall=TWO, starts=9)

    assert why_not_kept(later, SESSIONS, now=NOW, where=PARIS) is Refusal.ORDER
    assert why_not_kept(later, SESSIONS[:7], now=NOW, where=PARIS) is None


def test_the_workshops_of_a_timetable_go_by_their_numbers() -> None:
    later = Timetable(days=(date(2027, 4, 20), date(2027, 7, 20)), wall=TWO, starts=9)

    moved = later.with_day(10, date(2027, 7, 27))

    assert (moved.day_of(9), moved.day_of(10)) == (date(2027, 4, 20), date(2027, 7, 27))
    assert Timetable.from_plain(moved.as_plain()) == moved
    assert Timetable.from_plain({**TIMETABLE, "informal": None, "informal-wall": None}).starts == 1


def test_a_timetable_comes_back_from_a_card_as_it_was() -> None:
    plain = Timetable(days=TUESDAYS, wall=TWO)
    informal = Timetable(
        days=TUESDAYS, wall=TWO, informal=Informal.AFTER, informal_wall=time(16, 30)
    )

    assert [Timetable.from_plain(one.as_plain()) for one in (plain, informal)] == [plain, informal]
    assert plain.with_day(2, date(2026, 12, 9)).days[:3] == (
        date(2026, 12, 1),
        date(2026, 12, 9),
        date(2026, 12, 15),
    )


@pytest.mark.parametrize(
    ("informal", "wall", "fits"),
    [
        (None, None, True),
        (Informal.BEFORE, time(13, 30), True),
        (Informal.BEFORE, time(14), False),
        (Informal.AFTER, time(16), True),
        (Informal.AFTER, time(15, 30), False),
        (Informal.AFTER, None, False),
        (None, time(16), False),
    ],
)
def test_the_informal_moment_is_on_its_side(
    informal: Informal | None, wall: time | None, *, fits: bool
) -> None:
    timetable = Timetable(days=TUESDAYS, wall=TWO, informal=informal, informal_wall=wall)

    assert informal_fits(timetable, LENGTH) is fits


def test_the_informal_moment_moves_along_within_the_day() -> None:
    one = workshop(1, informal=Informal.AFTER, informal_wall=time(16, 30))

    moved = one.moved(date(2026, 12, 2), time(10))
    late = one.moved(date(2026, 12, 2), time(22))

    assert (moved.informal, moved.informal_wall) == (Informal.AFTER, time(12, 30))
    assert (late.informal, late.informal_wall) == (None, None)


def test_which_workshop_is_next_and_which_was_the_latest() -> None:
    during = SESSIONS[1].begins(PARIS) + timedelta(hours=1)
    over = SESSIONS[-1].ends(PARIS)

    assert next_of(SESSIONS, PARIS, NOW) == SESSIONS[0]
    assert latest_of(SESSIONS, PARIS, NOW) is None
    assert next_of(SESSIONS, PARIS, during) == latest_of(SESSIONS, PARIS, during) == SESSIONS[1]
    assert next_of(SESSIONS, PARIS, over) is None
    assert next_of([], PARIS, NOW) is None


@pytest.mark.parametrize(
    ("quiet", "wall"),
    [
        (USUAL, time(18)),
        (Quiet(begins=time(17), ends=time(8)), time(12)),
        (Quiet(begins=time(6), ends=time(5)), time(5)),
    ],
)
def test_the_evening_before_is_outside_the_quiet_hours(quiet: Quiet, wall: time) -> None:
    begins = SESSIONS[0].begins(PARIS)

    assert evening_of(begins, PARIS, quiet) == (date(2026, 11, 30), wall)


def test_the_evening_before_is_that_of_where_somebody_lives() -> None:
    begins = SESSIONS[0].begins(PARIS)

    assert evening_of(begins, ZoneInfo("Pacific/Auckland"), USUAL) == (
        date(2026, 12, 1),
        time(18),
    )


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (" 12 rue\n du  Port ", "12 rue du Port"),
        ("Café\u202e", "Café"),
        ("…", ""),
        ("\u200b", ""),
        ("a" * 4_000, "a" * LONGEST_PLACE),
    ],
)
def test_a_place_is_one_readable_line(typed: str, read: str) -> None:
    assert read_place(typed) == read
