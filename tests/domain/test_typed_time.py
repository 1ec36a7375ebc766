"""Times and dates as people type them, and what is not one."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.typed_time import (
    furthest,
    is_over,
    is_too_far,
    read_date,
    read_past_date,
    read_time,
)

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7h15", time(7, 15)),
        ("7H15", time(7, 15)),
        ("07h15", time(7, 15)),
        ("7h", time(7)),
        ("7 h", time(7)),
        ("07:15", time(7, 15)),
        ("7:15", time(7, 15)),
        ("7.15", time(7, 15)),
        ("7 15", time(7, 15)),
        ("19 h 30", time(19, 30)),
        ("  19  h   30 ", time(19, 30)),
        ("\u00a07\u00a0h\u202f15\n", time(7, 15)),
        ("7 heures 15", time(7, 15)),
        ("7 heures", time(7)),
        ("1 heure", time(1)),
        ("à 7h15", time(7, 15)),
        ("at 7:15", time(7, 15)),
        ("0715", time(7, 15)),
        ("715", time(7, 15)),
        ("1930", time(19, 30)),
        ("7", time(7)),
        ("19", time(19)),
        ("0", time(0)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
        ("７：１５", time(7, 15)),
        ("７ｈ１５", time(7, 15)),
        ("midi", time(12)),
        ("Midi", time(12)),
        ("à midi", time(12)),
        ("noon", time(12)),
        ("minuit", time(0)),
        ("midnight", time(0)),
    ],
)
def test_a_time_is_understood_as_people_type_it(text: str, expected: time) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7:15 am", time(7, 15)),
        ("7:15am", time(7, 15)),
        ("7:15 a.m.", time(7, 15)),
        ("7:15pm", time(19, 15)),
        ("7:15 PM", time(19, 15)),
        ("7 pm", time(19)),
        ("7pm", time(19)),
        ("12 am", time(0)),
        ("12:30 am", time(0, 30)),
        ("12 pm", time(12)),
        ("12:30 pm", time(12, 30)),
        ("0 am", None),
        ("13:00 pm", None),
        ("7:75 pm", None),
    ],
)
def test_the_halves_of_the_day_count_from_twelve(text: str, expected: time | None) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "à",
        "25h",
        "24h",
        "24:00",
        "7h75",
        "7h60",
        "7h5",
        "-7h",
        "+7h",
        "7h15 demain matin peut-être",
        "7h15 ou 7h30",
        "7h15h",
        "7:15:30",
        "07155",
        "7,5",
        "h15",
        ":15",
        "am",
        "bientôt",
        "7h15🙂",
        "٧:١٥",
        "7" * 4000,
        " " * 4000,
        "7h15" + " " * 4000,
        "\ufdfa" * 40,
    ],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


@given(st.times())
def test_a_time_is_read_as_it_is_shown(wall: time) -> None:
    shown = wall.replace(second=0, microsecond=0)

    assert read_time(f"{wall:%H:%M}") == shown
    assert read_time(f"{wall.hour} h {wall:%M}") == shown
    assert read_time(f"{wall:%I:%M %p}") == shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28/11", date(2026, 11, 28)),
        ("28/11/2026", date(2026, 11, 28)),
        ("28/11/26", date(2026, 11, 28)),
        ("28-11-2026", date(2026, 11, 28)),
        ("2026-11-28", date(2026, 11, 28)),
        ("28.11", date(2026, 11, 28)),
        ("28.11.", date(2026, 11, 28)),
        ("２８／１１", date(2026, 11, 28)),
        (" 28/11 ", date(2026, 11, 28)),
        ("3/1", date(2027, 1, 3)),
        ("03/01", date(2027, 1, 3)),
        ("22/11", date(2027, 11, 22)),
        ("23/11", date(2026, 11, 23)),
        ("29/02", date(2028, 2, 29)),
        ("23/11/2028", date(2028, 11, 23)),
    ],
)
def test_a_date_in_numbers_is_day_then_month(text: str, expected: date) -> None:
    assert read_date(text, today=MONDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 novembre", date(2026, 11, 28)),
        ("28\u00a0novembre\u00a02026", date(2026, 11, 28)),
        ("28 Nov", date(2026, 11, 28)),
        ("28 nov.", date(2026, 11, 28)),
        ("28nov", date(2026, 11, 28)),
        ("le 1er décembre", date(2026, 12, 1)),
        ("1st December", date(2026, 12, 1)),
        ("2nd dec", date(2026, 12, 2)),
        ("15 août", date(2027, 8, 15)),
        ("15 AOÛT", date(2027, 8, 15)),
        ("1 févr.", date(2027, 2, 1)),
        ("1 may 2027", date(2027, 5, 1)),
        ("samedi 28 novembre", date(2026, 11, 28)),
        ("Saturday, 28 November 2026", date(2026, 11, 28)),
    ],
)
def test_a_date_may_name_its_month(text: str, expected: date) -> None:
    assert read_date(text, today=MONDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aujourd’hui", date(2026, 11, 23)),
        ("aujourd'hui", date(2026, 11, 23)),
        ("today", date(2026, 11, 23)),
        ("demain", date(2026, 11, 24)),
        ("Tomorrow", date(2026, 11, 24)),
        ("après-demain", date(2026, 11, 25)),
        ("mardi", date(2026, 11, 24)),
        ("dimanche", date(2026, 11, 29)),
        ("lundi", date(2026, 11, 30)),
        ("monday", date(2026, 11, 30)),
        ("on Friday", date(2026, 11, 27)),
        ("Mardi prochain", date(2026, 11, 24)),
        ("le jeudi prochain", date(2026, 11, 26)),
        ("ce vendredi", date(2026, 11, 27)),
        ("lundi qui vient", date(2026, 11, 30)),
        ("next Tuesday", date(2026, 11, 24)),
        ("on next thursday", date(2026, 11, 26)),
        ("this Sunday", date(2026, 11, 29)),
        ("next Monday", date(2026, 11, 30)),
    ],
)
def test_a_near_day_has_a_name(text: str, expected: date) -> None:
    assert read_date(text, today=MONDAY) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "28",
        "30/02",
        "32/01",
        "28/13",
        "11/28",
        "0/11",
        "29/02/2027",
        "28/11-2026",
        "28/11/2025",
        "2026-11-22",
        "24/11/2028",
        "28/11/9999",
        "0000-11-28",
        "2026-11-28T07:15",
        "28 brumaire",
        "lundi 28 novembre",
        "lundi ou mardi",
        "demain peut-être",
        "prochain",
        "next",
        "mois prochain",
        "next week",
        "mardi dernier",
        "mardi prochain 14h",
        "hier",
        "-1/12",
        "28/11" * 800,
    ],
)
def test_what_is_no_date_to_come_is_none(text: str) -> None:
    assert read_date(text, today=MONDAY) is None


def test_a_leap_day_too_far_away_is_none() -> None:
    assert read_date("29/02", today=date(2028, 3, 1)) is None


@given(st.dates(date(2026, 1, 1), date(2090, 12, 31)), st.integers(0, 364))
def test_a_date_is_read_as_it_is_shown(today: date, distance: int) -> None:
    day = date.fromordinal(today.toordinal() + distance)

    assert read_date(f"{day:%d/%m/%Y}", today=today) == day
    assert read_date(f"{day:%d/%m}", today=today) == day
    assert read_date(day.isoformat(), today=today) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aujourd’hui", MONDAY),
        ("Hier", MONDAY - timedelta(days=1)),
        ("avant-hier", MONDAY - timedelta(days=2)),
        ("yesterday", MONDAY - timedelta(days=1)),
        ("dimanche", MONDAY - timedelta(days=1)),
        ("monday", MONDAY - timedelta(days=7)),
        ("tuesday", MONDAY - timedelta(days=6)),
        (f"{MONDAY:%d/%m}", MONDAY),
        (f"{MONDAY - timedelta(days=90):%d/%m}", MONDAY - timedelta(days=90)),
        (f"{MONDAY - timedelta(days=91):%d/%m}", None),
        (f"{MONDAY + timedelta(days=1):%d/%m}", None),
        ("demain", None),
        ("mardi prochain", None),
        ("next Tuesday", None),
        ("", None),
    ],
)
def test_a_day_gone_by_is_the_latest_such_day(text: str, expected: date | None) -> None:
    assert read_past_date(text, today=MONDAY, back=timedelta(days=90)) == expected


@given(st.text(max_size=60))
def test_nothing_typed_is_ever_an_error(text: str) -> None:
    read_time(text)
    read_date(text, today=MONDAY)
    read_past_date(text, today=MONDAY, back=timedelta(days=90))


@pytest.mark.parametrize("text", ["7 " * 20, "1" * 40, "a" * 40, "28/11/" * 6, " h" * 20])
def test_the_longest_texts_that_are_looked_at_are_refused(text: str) -> None:
    assert read_time(text) is None
    assert read_date(text, today=MONDAY) is None


@pytest.mark.parametrize(
    ("text", "is_far"),
    [
        ("31/12/2030", True),
        ("23/11/2028", False),
        ("24/11/2028", True),
        ("demain", False),
        ("", False),
        ("1/1/1990", False),
        ("31/02/2030", False),
    ],
)
def test_a_date_that_is_too_far_is_known_as_one(text: str, *, is_far: bool) -> None:
    assert is_too_far(text, today=MONDAY) is is_far
    assert is_far is False or read_date(text, today=MONDAY) is None


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("22/11", True),
        ("22/11/2026", True),
        ("le 22 novembre", True),
        ("22/11/2027", False),
        (f"{MONDAY - timedelta(days=92):%d/%m}", True),
        (f"{MONDAY - timedelta(days=93):%d/%m}", False),
        (f"{MONDAY:%d/%m}", False),
        ("3/1", False),
        ("hier", True),
        ("yesterday", True),
        ("aujourd’hui", False),
        ("dimanche", False),
        ("31/02", False),
        ("", False),
    ],
)
def test_a_date_lately_gone_by_is_known_as_one(text: str, *, over: bool) -> None:
    assert is_over(text, today=MONDAY) is over


def test_the_furthest_date_is_taken() -> None:
    assert read_date(furthest(MONDAY).isoformat(), today=MONDAY) == furthest(MONDAY)
