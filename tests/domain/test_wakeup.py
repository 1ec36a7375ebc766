"""A working morning: what is told when, over clock changes, and what answers lead to."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.delivery import Occasion
from bot.domain.plan import Around, Plan, PlanKind, PlanState
from bot.domain.schedule import EVERY_DAY, Rule, local, occurrences
from bot.domain.wakeup import Moment, Nudged, Slot, is_repetition, moments

DAY = timedelta(days=1)
EIGHT_MINUTES = timedelta(minutes=8)
TEN_MINUTES = timedelta(minutes=10)
MONDAY = date(2026, 11, 23)
PARIS = ZoneInfo("Europe/Paris")
APIA = ZoneInfo("Pacific/Apia")
NOTHING = Around()
EVENING = Around(evening=time(19, 30))
WHOLE = Around(evening=time(19, 30), leaves=time(8, 10))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def a_plan(wall: time, around: Around) -> Plan:
    rule = Rule(days=EVERY_DAY, wall=wall, starts=date(2001, 1, 1))
    return Plan(
        id="plan",
        person_id="person",
        kind=PlanKind.WAKEUP,
        state=PlanState.ACTIVE,
        rule=rule,
        around=around,
        proposed_by=None,
    )


def planned(plan: Plan, day: date, place: ZoneInfo) -> list[Moment]:
    """Return what is told around one day, found as planning finds it: among its neighbours."""
    noon = datetime.combine(day, time(12), UTC)
    due = dict(
        occurrences(plan.rule, place, after=noon - 3 * DAY, until=noon + 3 * DAY, holidays=())
    )
    return list(moments(plan, day, due=due[day], zone=place))


def shown(found: list[Moment]) -> list[str]:
    return [f"{each.due:%m-%d %H:%M}" for each in found]


# In 2021 Samoa gave its summer time up, so that its last three years with one stand here.
@pytest.mark.parametrize(
    ("place", "day", "evening", "due", "leaving"),
    [
        ("Europe/Paris", "2026-03-29", "03-28 18:30", "03-29 05:15", "03-29 06:00"),
        ("Europe/Paris", "2026-10-25", "10-24 17:30", "10-25 06:15", "10-25 07:00"),
        ("Europe/Paris", "2027-03-28", "03-27 18:30", "03-28 05:15", "03-28 06:00"),
        ("Europe/Paris", "2027-10-31", "10-30 17:30", "10-31 06:15", "10-31 07:00"),
        ("Europe/Paris", "2028-03-26", "03-25 18:30", "03-26 05:15", "03-26 06:00"),
        ("Europe/Paris", "2028-10-29", "10-28 17:30", "10-29 06:15", "10-29 07:00"),
        ("America/Montreal", "2026-03-08", "03-08 00:30", "03-08 11:15", "03-08 12:00"),
        ("America/Montreal", "2026-11-01", "10-31 23:30", "11-01 12:15", "11-01 13:00"),
        ("America/Montreal", "2027-03-14", "03-14 00:30", "03-14 11:15", "03-14 12:00"),
        ("America/Montreal", "2027-11-07", "11-06 23:30", "11-07 12:15", "11-07 13:00"),
        ("America/Montreal", "2028-03-12", "03-12 00:30", "03-12 11:15", "03-12 12:00"),
        ("America/Montreal", "2028-11-05", "11-04 23:30", "11-05 12:15", "11-05 13:00"),
        ("Pacific/Apia", "2018-04-01", "03-31 05:30", "03-31 18:15", "03-31 19:00"),
        ("Pacific/Apia", "2018-09-30", "09-29 06:30", "09-29 17:15", "09-29 18:00"),
        ("Pacific/Apia", "2019-04-07", "04-06 05:30", "04-06 18:15", "04-06 19:00"),
        ("Pacific/Apia", "2019-09-29", "09-28 06:30", "09-28 17:15", "09-28 18:00"),
        ("Pacific/Apia", "2020-04-05", "04-04 05:30", "04-04 18:15", "04-04 19:00"),
        ("Pacific/Apia", "2020-09-27", "09-26 06:30", "09-26 17:15", "09-26 18:00"),
        ("Pacific/Apia", "2026-04-05", "04-04 06:30", "04-04 18:15", "04-04 19:00"),
        ("Pacific/Apia", "2026-09-27", "09-26 06:30", "09-26 18:15", "09-26 19:00"),
    ],
)
def test_a_wakeup_falls_right_on_the_day_of_a_clock_change(
    place: str, day: str, evening: str, due: str, leaving: str
) -> None:
    found = planned(a_plan(time(7, 15), WHOLE), date.fromisoformat(day), ZoneInfo(place))

    first = utc(f"{day[:4]}-{due}")
    repeats = [f"{first + number * EIGHT_MINUTES:%m-%d %H:%M}" for number in (1, 2)]
    assert shown(found) == [evening, due, *repeats, leaving]


@pytest.mark.parametrize(
    ("place", "day", "wall", "expected"),
    [
        ("Europe/Paris", "2026-03-29", time(1, 50), ["00:50", "00:58", "01:06"]),
        ("Europe/Paris", "2026-03-29", time(2, 30), ["01:30", "01:38", "01:46"]),
        ("Europe/Paris", "2026-10-25", time(2, 50), ["00:50", "00:58", "01:06"]),
        ("America/Montreal", "2026-03-08", time(1, 50), ["06:50", "06:58", "07:06"]),
        ("America/Montreal", "2026-03-08", time(2, 30), ["07:30", "07:38", "07:46"]),
        ("America/Montreal", "2026-11-01", time(1, 50), ["05:50", "05:58", "06:06"]),
        ("Pacific/Apia", "2020-09-27", time(2, 50), ["13:50", "13:58", "14:06"]),
        ("Pacific/Apia", "2020-09-27", time(3, 30), ["14:30", "14:38", "14:46"]),
        ("Pacific/Apia", "2020-04-05", time(3, 50), ["13:50", "13:58", "14:06"]),
    ],
)
def test_nudges_stay_eight_real_minutes_apart_while_the_clocks_change(
    place: str, day: str, wall: time, expected: list[str]
) -> None:
    found = planned(a_plan(wall, NOTHING), date.fromisoformat(day), ZoneInfo(place))

    assert [each[6:] for each in shown(found)] == expected


@pytest.mark.parametrize(
    ("day", "wall", "leaves", "expected"),
    [
        ("2026-03-29", time(1, 30), time(2, 30), "03-29 01:20"),
        ("2026-03-29", time(1, 30), time(3, 5), "03-29 00:55"),
        ("2026-10-25", time(1, 30), time(2, 30), "10-25 00:20"),
        ("2026-10-25", time(1, 30), time(3, 5), "10-25 01:55"),
    ],
)
def test_leaving_is_told_ten_real_minutes_before_while_the_clocks_change(
    day: str, wall: time, leaves: time, expected: str
) -> None:
    found = planned(a_plan(wall, Around(leaves=leaves)), date.fromisoformat(day), PARIS)

    assert shown(found)[-1] == expected


def test_the_evening_before_is_that_of_the_last_date_that_exists() -> None:
    after_the_skipped_friday = date(2011, 12, 31)

    found = planned(a_plan(time(7, 15), EVENING), after_the_skipped_friday, APIA)

    assert [f"{local(each.due, APIA):%d %H:%M}" for each in found[:2]] == ["29 19:30", "31 07:15"]


@given(
    place=st.sampled_from(sorted(available_timezones())).map(ZoneInfo),
    day=st.dates(date(2026, 1, 1), date(2036, 1, 1)),
    wall=st.times(time(4), time(10)),
)
def test_in_every_zone_the_messages_keep_their_distances(
    place: ZoneInfo, day: date, wall: time
) -> None:
    leaves = wall.replace(hour=wall.hour + 1)
    around = replace(WHOLE, leaves=leaves)

    evening, one, two, three, leaving = planned(a_plan(wall, around), day, place)

    here = [local(at, place).replace(tzinfo=None) for at in (evening.due, one.due, leaving.until)]
    assert here[0] == datetime.combine(day - DAY, time(19, 30))
    assert here[1:] == [datetime.combine(day, wall), datetime.combine(day, leaves)]
    assert two.due - one.due == three.due - two.due == EIGHT_MINUTES
    assert leaving.until - leaving.due == TEN_MINUTES


def test_each_message_makes_sense_for_a_while_only() -> None:
    found = planned(a_plan(time(7, 15), WHOLE), MONDAY, PARIS)

    assert [(each.slot, each.until - each.due) for each in found] == [
        (Slot.EVENING, timedelta(hours=3)),
        (Slot.NUDGE, timedelta(minutes=8)),
        (Slot.SECOND, timedelta(minutes=8)),
        (Slot.THIRD, timedelta(minutes=20)),
        (Slot.LEAVING, timedelta(minutes=10)),
    ]


def test_what_nobody_asked_for_is_not_told() -> None:
    found = planned(a_plan(time(7, 15), NOTHING), MONDAY, PARIS)

    assert [each.slot for each in found] == [Slot.NUDGE, Slot.SECOND, Slot.THIRD]


def test_a_late_evening_line_never_comes_after_the_wakeup() -> None:
    late = Around(evening=time(23))

    evening, nudge, *_ = planned(a_plan(time(0, 30), late), MONDAY, PARIS)

    assert evening.until == nudge.due


@pytest.mark.parametrize(
    ("wall", "leaves", "expected"),
    [
        (time(7, 15), time(7, 26), ["11-23 06:16"]),
        (time(7, 15), time(7, 25), []),
        (time(7, 15), time(7, 15), []),
        (time(9), time(8, 10), []),
        (time(12), time(8, 10), []),
        (time(23, 30), time(0, 15), ["11-23 23:05"]),
        (time(23, 30), time(6), ["11-24 04:50"]),
    ],
)
def test_leaving_is_only_told_after_the_wakeup(
    wall: time, leaves: time, expected: list[str]
) -> None:
    found = planned(a_plan(wall, Around(leaves=leaves)), MONDAY, PARIS)

    assert shown([each for each in found if each.slot is Slot.LEAVING]) == expected


@pytest.mark.parametrize("leaves", [time(7, 15), time(7, 20), time(7, 26), time(7, 35), time(9)])
def test_of_what_is_told_in_the_morning_only_one_thing_can_wait(leaves: time) -> None:
    found = planned(a_plan(time(7), Around(leaves=leaves)), MONDAY, PARIS)

    assert {each.slot for each in found} >= {Slot.NUDGE, Slot.LEAVING}
    assert all(one.until <= following.due for one, following in pairwise(found))


SEVEN = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("plan", "day", "passed", "twice"),
    [
        ("this", MONDAY, timedelta(minutes=8), False),
        ("this", MONDAY, timedelta(minutes=36), False),
        ("this", MONDAY, timedelta(hours=3), True),
        ("another", MONDAY, timedelta(hours=16), True),
        ("this", TUESDAY, timedelta(hours=11, minutes=59), True),
        ("another", TUESDAY, -timedelta(hours=11), True),
        ("this", TUESDAY, timedelta(hours=12), False),
        ("another", TUESDAY, timedelta(hours=24), False),
    ],
)
def test_nobody_is_woken_up_twice_for_a_date_or_within_twelve_hours(
    plan: str, day: date, passed: timedelta, *, twice: bool
) -> None:
    nudged = Nudged(plan_id="this", day=MONDAY, at=SEVEN)
    occasion = Occasion(plan_id=plan, day=day, slot=Slot.SECOND)

    assert is_repetition(occasion, [nudged], SEVEN + passed) is twice


def test_what_was_put_off_comes_whenever_it_was_asked_for() -> None:
    nudged = Nudged(plan_id="this", day=MONDAY, at=SEVEN)
    snooze = Occasion(plan_id="this", day=MONDAY, slot=Slot.SNOOZE_3)

    assert not is_repetition(snooze, [nudged], SEVEN + timedelta(hours=2))


@pytest.mark.parametrize(("woken_for", "told"), [("this", True), ("another", False)])
def test_a_coach_hears_of_no_silence_after_a_wakeup_that_was_left_out(
    woken_for: str, *, told: bool
) -> None:
    nudged = Nudged(plan_id=woken_for, day=MONDAY, at=SEVEN)
    note = Occasion(plan_id="this", day=MONDAY, slot=Slot.NOTE)

    assert is_repetition(note, [nudged], SEVEN + timedelta(hours=2)) is not told
