"""Outings: who can be in, who is taken off, who looks after it next, on which days it can be."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.outing import (
    LONGEST_WHAT,
    Outing,
    OutingState,
    Refusal,
    WrongDay,
    heir,
    places_left,
    read_what,
    why_not_at,
    why_not_in,
    why_not_out,
)
from bot.domain.schedule import zone

PARIS = zone("Europe/Paris")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
COFFEE = Outing(
    id="coffee",
    group_id="tuesday",
    organiser_id="sami",
    what="un café",
    place="devant la gare",
    day=date(2026, 11, 27),
    wall=time(15),
    most=3,
)
BEGINS = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("outing", "now", "is_open"),
    [
        (COFFEE, NOW, True),
        (COFFEE, BEGINS - timedelta(seconds=1), True),
        (COFFEE, BEGINS, False),
        (replace(COFFEE, state=OutingState.CANCELLED), NOW, False),
    ],
)
def test_an_outing_is_open_until_it_begins(outing: Outing, now: datetime, *, is_open: bool) -> None:
    assert outing.is_open(PARIS, now) is is_open


@pytest.mark.parametrize(
    ("most", "those_in", "who", "why"),
    [
        (3, ["sami"], "mona", None),
        (3, ["sami", "mona"], "mona", Refusal.ALREADY),
        (3, ["sami"], "sami", Refusal.ALREADY),
        (3, ["sami", "noa", "lou"], "mona", Refusal.FULL),
        (3, ["sami", "noa", "lou"], "noa", Refusal.ALREADY),
        (3, ["sami", "noa", "lou", "kim"], "mona", Refusal.FULL),
        (None, ["sami", "noa", "lou", "kim"], "mona", None),
    ],
)
def test_who_can_be_in(
    most: int | None, those_in: list[str], who: str, why: Refusal | None
) -> None:
    assert why_not_in(replace(COFFEE, most=most), those_in, who) == why


@pytest.mark.parametrize(
    ("who", "why"),
    [("mona", None), ("noa", Refusal.ALREADY), ("sami", Refusal.ORGANISES)],
)
def test_who_is_taken_off(who: str, why: Refusal | None) -> None:
    assert why_not_out(COFFEE, ["sami", "mona"], who) == why


@pytest.mark.parametrize(("count", "left"), [(1, 2), (3, 0), (5, 0)])
def test_places_left_are_never_fewer_than_none(count: int, left: int) -> None:
    assert places_left(COFFEE, ["x"] * count) == left
    assert places_left(replace(COFFEE, most=None), ["x"] * count) is None


@pytest.mark.parametrize(
    ("those_in", "next_one"),
    [(["sami", "mona", "noa"], "mona"), (["mona", "sami"], "mona"), (["sami"], None), ([], None)],
)
def test_who_has_been_in_for_longest_looks_after_it_next(
    those_in: list[str], next_one: str | None
) -> None:
    assert heir(COFFEE, those_in) == next_one


@pytest.mark.parametrize(
    ("day", "wall", "why"),
    [
        (date(2026, 11, 23), time(10), WrongDay.PAST),
        (date(2026, 11, 23), time(10, 1), None),
        (date(2026, 11, 22), time(23), WrongDay.PAST),
        (date(2026, 12, 21), time(10), None),
        (date(2026, 12, 22), time(10), WrongDay.TOO_FAR),
    ],
)
def test_on_which_days_it_can_be(day: date, wall: time, why: WrongDay | None) -> None:
    assert why_not_at(day, wall, where=PARIS, now=NOW) == why


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("un café", "un café"),
        ("  un\n café \u202e ", "un café"),
        ("", ""),
        ("☕", ""),
        ("x" * 500, "x" * LONGEST_WHAT),
    ],
)
def test_what_is_proposed_is_one_short_line(text: str, what: str) -> None:
    assert read_what(text) == what
