"""Contact hours as coaches type them, and what are none."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hours import Hours
from bot.domain.schedule import WORKING_DAYS
from bot.domain.typed_hours import read_hours

NINE_TO_FIVE = Hours(days=WORKING_DAYS, opens=time(9), closes=time(17))


@pytest.mark.parametrize(
    "text",
    [
        "9h-17h",
        "9h - 17h",
        "9h – 17h",
        "09:00—17:00",
        "9h/17h",
        "9h à 17h",
        "9h a\u0300 17h",
        "9h a 17h",
        "9hà17h",
        "de 9h à 17h",
        "De 9 heures à 17 heures",
        "9h jusqu’à 17h",
        "9h jusqu'à 17h",
        "9 to 17",
        "9:00 until 17:00",
        "from 9:00 to 17:00",
        "9am to 5pm",
        "9 a.m. to 5 p.m.",
        "9 AM - 5 PM",
        "9.00-17.00",
        "  9h\u00a0-\u00a017h\n",
        "９ｈ－１７ｈ",
    ],
)
def test_hours_are_understood_as_people_type_them(text: str) -> None:
    assert read_hours(text) == NINE_TO_FIVE


def test_hours_may_have_minutes_and_end_at_noon() -> None:
    expected = Hours(days=WORKING_DAYS, opens=time(8, 30), closes=time(12))

    assert read_hours("8h30 à midi") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "9h",
        "à 17h",
        "9h-12h-17h",
        "9h-12h, 14h-17h",
        "17h-9h",
        "9h-9h",
        "9 to 5",
        "9h-24h",
        "9h-25h",
        "lundi à vendredi",
        "toujours",
        "demain à 9h",
        "9h-17h" + " " * 4000,
        "a" * 40,
    ],
)
def test_what_are_no_hours_is_none(text: str) -> None:
    assert read_hours(text) is None


@given(st.times(), st.times(), st.sampled_from(["-", " à ", " to ", "–"]))
def test_hours_are_read_as_they_are_shown(one: time, other: time, between: str) -> None:
    opens, closes = sorted([one, other])
    text = f"{opens:%H:%M}{between}{closes:%H:%M}"
    shown = [wall.replace(second=0, microsecond=0) for wall in (opens, closes)]

    found = read_hours(text)

    assert ([found.opens, found.closes] == shown) if found else shown[0] == shown[1]


@given(st.text(max_size=50))
def test_nothing_typed_is_ever_an_error(text: str) -> None:
    found = read_hours(text)

    assert found is None or found.days == WORKING_DAYS
