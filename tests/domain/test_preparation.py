"""When the preparation of a workshop comes; what of several people is told without naming one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.assignment import NotNow
from bot.domain.board import Mark
from bot.domain.hours import Hours
from bot.domain.message import Phrase
from bot.domain.preparation import Counted, comes_at, coming_of, reasons_told, themes_told
from tests.domain.test_contact import DESK, utc

TUESDAYS = replace(DESK, hours=Hours(days=frozenset({1}), opens=time(14), closes=time(18)))


@pytest.mark.parametrize(
    ("begins", "comes"),
    [
        ("2026-12-01T13:00", "2026-11-30T08:00"),
        ("2026-11-30T13:00", "2026-11-27T08:00"),
        ("2026-12-26T13:00", "2026-12-24T08:00"),
        ("2026-12-28T13:00", "2026-12-24T08:00"),
        ("2027-03-29T12:00", "2027-03-26T08:00"),
        ("2026-10-26T13:00", "2026-10-23T07:00"),
    ],
)
def test_it_comes_as_the_hours_begin_on_the_working_day_before(begins: str, comes: str) -> None:
    assert comes_at(DESK, utc(begins), since=None) == utc(comes)


def test_the_day_before_is_that_of_where_the_facilitator_lives() -> None:
    begins = utc("2026-12-01T23:30")

    assert comes_at(DESK, begins, since=None) == utc("2026-12-01T08:00")


@pytest.mark.parametrize(
    ("begins", "comes"),
    [
        ("2026-12-01T15:00", "2026-12-01T13:00"),
        ("2026-12-01T09:00", "2026-11-24T13:00"),
        ("2026-12-04T09:00", "2026-12-01T13:00"),
        ("2026-12-07T09:00", "2026-12-01T13:00"),
    ],
)
def test_who_works_seldom_gets_it_on_the_day_or_before(begins: str, comes: str) -> None:
    assert comes_at(TUESDAYS, utc(begins), since=None) == utc(comes)


def test_who_does_not_work_in_the_week_before_gets_none() -> None:
    away = replace(TUESDAYS, holidays=[date(2026, 11, 24)])

    assert comes_at(away, utc("2026-12-01T09:00"), since=None) is None


@pytest.mark.parametrize(
    ("before_is_over", "comes"),
    [
        ("2026-11-27T16:00", "2026-11-30T08:00"),
        ("2026-11-30T08:00", "2026-11-30T08:00"),
        ("2026-11-30T16:00", "2026-12-01T08:00"),
        ("2026-12-01T12:00", None),
    ],
)
def test_it_waits_until_the_workshop_before_is_over(before_is_over: str, comes: str | None) -> None:
    found = comes_at(DESK, utc("2026-12-01T13:00"), since=utc(before_is_over))

    assert found == (utc(comes) if comes else None)


@pytest.mark.parametrize(
    ("said", "asked", "told"),
    [
        ([], [], None),
        ([None, None], ["2026-11-30T17:00", "2026-11-30T18:00"], None),
        ([None, None], ["2026-11-30T12:00", "2026-11-30T18:00"], (0, 0, 2)),
        ([True, None], ["2026-11-30T17:00", "2026-11-30T18:00"], (1, 0, 1)),
        ([False, True], ["2026-11-30T11:00", "2026-11-30T11:00"], (1, 1, 0)),
    ],
)
def test_who_was_not_asked_yet_is_no_silence(
    said: list[bool | None], asked: list[str], told: tuple[int, int, int] | None
) -> None:
    found = coming_of(said, [utc(one) for one in asked], now=utc("2026-11-30T12:00"))

    assert found == told


E, F, U = NotNow.ENERGY, NotNow.FORGOT, NotNow.UNSAID


@pytest.mark.parametrize(
    ("given", "members", "told"),
    [
        ({}, 8, {}),
        ({"a": [E]}, 8, {}),
        ({"a": [E], "b": [F]}, 8, {}),
        ({"a": [E], "b": [F], "c": [U]}, 8, {}),
        ({"a": [E], "b": [E], "c": [F]}, 8, {E: 2, F: 1}),
        ({"a": [E, E], "b": [E, F], "c": [F]}, 8, {E: 2, F: 2}),
        ({"a": [E], "b": [E], "c": [E]}, 8, {}),
        ({"a": [E], "b": [E], "c": [E], "d": [U]}, 8, {E: 3}),
        ({"a": [E], "b": [E], "c": [E, F]}, 8, {}),
        ({"a": [E], "b": [E], "c": [F]}, 3, {}),
        ({"a": [E], "b": [E], "c": [F]}, 4, {E: 2, F: 1}),
    ],
)
def test_reasons_are_told_where_nobody_is_known_by_one(
    given: Mapping[str, list[NotNow]], members: int, told: Mapping[NotNow, int]
) -> None:
    assert reasons_told(given, members=members) == told


@pytest.mark.parametrize(
    ("people", "members", "is_told"),
    [("ab", 8, False), ("abc", 8, True), ("aab", 8, False), ("abc", 3, False), ("abc", 4, True)],
)
def test_a_theme_is_told_where_three_have_it_and_not_everybody(
    people: str, members: int, *, is_told: bool
) -> None:
    assert themes_told({"noise": people}, members=members) == ({"noise": 3} if is_told else {})


def test_the_themes_that_most_met_come_first_and_only_some() -> None:
    chosen = {"f": "abc", "a": "abcd", **dict.fromkeys("edcb", "abc"), "rare": "ab"}

    told = themes_told(chosen, members=20)

    assert list(told) == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({}, {}),
        ({Mark.DONE: 1}, {}),
        ({Mark.DONE: 1, Mark.OPEN: 1}, {}),
        ({Mark.DONE: 2, Mark.OPEN: 1}, {Mark.DONE: 2, Mark.OPEN: 1}),
    ],
)
def test_how_it_stands_is_counted_from_three_people_on(
    counts: Mapping[Mark, int], told: Mapping[Mark, int]
) -> None:
    assert Counted(title=Phrase("…"), counts=counts).told == told
