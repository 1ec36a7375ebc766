"""What the answers about a routine lead to: reminders to choose, and kind advice."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.exercise import Answers
from bot.domain.routine import (
    MORNING,
    NIGHT,
    PARTS,
    WORK,
    Advice,
    Frame,
    Idea,
    advice,
    sleep,
    suggestions,
)

MONDAY = date(2026, 11, 23)
FRAME = Frame(today=MONDAY, wakes=time(7))
SUNDAY_TO_THURSDAY = {6, 0, 1, 2, 3}
TIMES = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))


def ideas(part: str, answers: Answers) -> list[Idea]:
    return [one.idea for one in suggestions(part, answers, FRAME)]


@pytest.mark.parametrize(
    ("bedtime", "said"),
    [
        ("22:30", None),
        ("00:00", None),
        ("00:01", Advice.LITTLE_SLEEP),
        ("00:30", Advice.LITTLE_SLEEP),
        ("00:31", Advice.VERY_LITTLE_SLEEP),
        ("03:00", Advice.VERY_LITTLE_SLEEP),
    ],
)
def test_little_sleep_gets_a_word(bedtime: str, said: Advice | None) -> None:
    assert advice(NIGHT, {"bedtime": bedtime}, FRAME) == said


def test_without_a_wake_up_nothing_is_said_of_sleep() -> None:
    assert advice(NIGHT, {"bedtime": "03:00"}, Frame(today=MONDAY)) is None


@given(bedtime=TIMES, wakes=TIMES)
def test_nights_last_less_than_a_day(bedtime: time, wakes: time) -> None:
    lasts = sleep(bedtime, wakes)

    assert timedelta() <= lasts < timedelta(days=1)
    assert (datetime.combine(MONDAY, bedtime) + lasts).time() == wakes


@pytest.mark.parametrize(
    ("part", "answers", "said"),
    [
        (MORNING, {"time": "yes"}, None),
        (MORNING, {"time": "tight"}, Advice.LITTLE_TIME),
        (MORNING, {"time": "no"}, Advice.LITTLE_TIME),
        (WORK, {"treatment": "organised", "at-work": "none"}, None),
        (WORK, {"treatment": "discuss"}, Advice.TALK),
        (WORK, {"at-work": "discuss"}, Advice.TALK),
        (NIGHT, {}, None),
    ],
)
def test_advice_follows_an_answer(*, part: str, answers: Answers, said: Advice | None) -> None:
    assert advice(part, answers, FRAME) == said


@pytest.mark.parametrize(
    ("bedtime", "days", "comes"),
    [
        ("22:30", SUNDAY_TO_THURSDAY, time(22)),
        ("00:45", {0, 1, 2, 3, 4}, time(0, 15)),
        ("00:15", SUNDAY_TO_THURSDAY, time(23, 45)),
    ],
)
def test_bedtime_is_told_half_an_hour_before_on_the_evenings_before_work(
    *, bedtime: str, days: set[int], comes: time
) -> None:
    [one] = suggestions(NIGHT, {"bedtime": bedtime}, FRAME)

    assert one.reminder.rule.days == days
    assert one.reminder.rule.wall == comes


@pytest.mark.parametrize(
    ("part", "answers", "found"),
    [
        (MORNING, {"rehearsal": "plan", "rehearsal-day": "2026-11-28"}, [Idea.REHEARSAL]),
        (MORNING, {"rehearsal": "no", "rehearsal-day": "2026-11-28"}, []),
        (MORNING, {"rehearsal": "plan"}, []),
        (MORNING, {"numbers": "no"}, [Idea.NUMBERS]),
        (MORNING, {"numbers": "yes"}, []),
        (WORK, {"treatment": "organised", "words": "sac", "at": "08:00"}, [Idea.THINGS]),
        (WORK, {"treatment": "none", "words": "sac", "at": "08:00"}, []),
        (WORK, {"treatment": "organised", "words": "sac"}, []),
        (WORK, {"breaks": "bring"}, [Idea.FOOD]),
        (WORK, {"breaks": "buy"}, []),
    ],
)
def test_only_what_was_answered_is_suggested(
    *, part: str, answers: Answers, found: list[Idea]
) -> None:
    assert ideas(part, answers) == found


@pytest.mark.parametrize("part", PARTS)
def test_no_answer_suggests_nothing(part: str) -> None:
    assert ideas(part, {}) == []


def test_own_words_stay_as_they_are() -> None:
    answers = {"treatment": "discuss", "words": "mes affaires", "at": "21:00"}
    [things] = suggestions(WORK, answers, FRAME)
    [food] = suggestions(WORK, {"breaks": "bring"}, FRAME)

    assert things.saying("autre").what == "mes affaires"
    assert food.saying("repas").what == "repas"
