"""What is left of a day's budget, and when nothing goes out: for any wishes, moments and zones."""

import json
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.budget import (
    GENTLE,
    LARGEST_BUDGET,
    SLOTS,
    Aside,
    Lately,
    Wishes,
    said_today,
    why_not,
)
from bot.domain.delivery import Reason
from bot.domain.plan import PlanKind
from bot.domain.quiet import Quiet, is_quiet
from bot.domain.schedule import local

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
TONIGHT = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)

MINUTES = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))
QUIETS = (
    st.tuples(MINUTES, MINUTES)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: Quiet(begins=pair[0], ends=pair[1]))
)
MOMENTS = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2028, 1, 1),  # noqa: DTZ001 - likewise
    timezones=st.just(UTC),
)
ZONES = st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"})).map(ZoneInfo)


def lately(*said: datetime, resting: bool = False, **wishes: Any) -> Lately:
    return Lately(wishes=Wishes(**wishes), zone=PARIS, said=said, resting=resting)


@pytest.mark.parametrize(
    ("said", "wishes", "expected"),
    [
        (0, {}, None),
        (1, {}, None),
        (2, {}, Reason.BUDGET),
        (0, {"budget": 0}, Reason.BUDGET),
        (3, {"budget": 4}, None),
        (4, {"budget": 4}, Reason.BUDGET),
        (0, {"gentle_until": TONIGHT}, None),
        (1, {"gentle_until": TONIGHT}, Reason.BUDGET),
        (0, {"gentle_until": TONIGHT, "budget": 0}, Reason.BUDGET),
        (1, {"gentle_until": NOON}, None),
        (0, {"quiet": Quiet(begins=time(12), ends=time(13))}, Reason.QUIET),
        (0, {"quiet": Quiet(begins=time(13), ends=time(12))}, None),
    ],
)
def test_no_more_than_is_wanted_goes_out(
    said: int, wishes: dict[str, Any], expected: Reason | None
) -> None:
    known = lately(*[NOON - HOUR] * said, **wishes)

    assert why_not(PlanKind.COPING, known, NOON) is expected


@pytest.mark.parametrize("slot", sorted(SLOTS))
def test_nothing_that_asks_goes_out_on_a_hard_day(slot: str) -> None:
    reason = why_not(slot, lately(gentle_until=TONIGHT), NOON)

    assert reason is (None if slot in GENTLE else Reason.BUDGET)


@pytest.mark.parametrize("slot", sorted(SLOTS))
def test_after_a_silent_week_only_that_is_said(slot: str) -> None:
    reason = why_not(slot, lately(resting=True), NOON)

    assert reason is (None if slot == Aside.RESTING else Reason.PAUSED)


def test_a_new_day_has_its_own_budget() -> None:
    evening = datetime(2026, 11, 22, 22, 59, tzinfo=UTC)
    midnight = evening + timedelta(minutes=1)

    assert said_today(lately(evening, midnight, NOON), NOON) == 2


def test_the_day_is_the_one_where_somebody_is_now() -> None:
    known = replace(lately(NOON - 3 * HOUR, NOON), zone=ZoneInfo("Pacific/Kiritimati"))

    assert said_today(known, NOON) == 1


@given(
    moments=st.lists(MOMENTS, max_size=30),
    zones=st.lists(ZONES, min_size=1, max_size=3),
    budget=st.integers(0, LARGEST_BUDGET),
    quiet=QUIETS,
    slot=st.sampled_from(sorted(SLOTS)),
)
def test_whatever_comes_no_day_has_more_and_no_night_any(
    moments: list[datetime], zones: list[ZoneInfo], budget: int, quiet: Quiet, slot: str
) -> None:
    wishes = Wishes(budget=budget, quiet=quiet)
    said: list[datetime] = []
    for number, now in enumerate(sorted(moments)):
        where = zones[number % len(zones)]
        if why_not(slot, Lately(wishes=wishes, zone=where, said=said), now) is None:
            said.append(now)
            today = local(now, where).date()
            assert not is_quiet(now, where, quiet)
            assert sum(local(at, where).date() == today for at in said) <= budget


@given(budget=st.integers(0, LARGEST_BUDGET), quiet=QUIETS)
def test_wishes_come_back_as_they_were(budget: int, quiet: Quiet) -> None:
    wishes = Wishes(budget=budget, quiet=quiet, gentle_until=TONIGHT)

    stored = json.loads(json.dumps(wishes.as_values()))

    assert Wishes.from_values(stored, gentle_until=TONIGHT) == wishes


def test_who_never_said_anything_wants_what_is_usual() -> None:
    assert Wishes.from_values(None) == Wishes()


@pytest.mark.parametrize(
    "changes",
    [{"budget": 5}, {"budget": -1}, {"budget": "2"}, {"quiet": ["07:00", "07:00"]}, {"quiet": []}],
)
def test_wishes_that_make_no_sense_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any that a broken row raises
        Wishes.from_values({**Wishes().as_values(), **changes})
