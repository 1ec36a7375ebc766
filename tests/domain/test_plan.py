"""Plans and drafts: what is agreed, and what is on its way to it."""

import json
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.draft import Draft, of_plan, usual
from bot.domain.plan import Around, Plan, PlanKind, PlanState, not_over
from bot.domain.schedule import EVERY_DAY, WORKING_DAYS, Rule

MONDAY = date(2026, 11, 23)
TUESDAY = MONDAY + timedelta(days=1)
RULE = Rule(
    days=WORKING_DAYS,
    wall=time(7, 15),
    starts=MONDAY,
    exceptions={TUESDAY: time(9), MONDAY + timedelta(days=2): time.min},
)
PLAN = Plan(
    id="plan",
    person_id="person",
    kind=PlanKind.WAKEUP,
    state=PlanState.ACTIVE,
    rule=RULE,
    around=Around(evening=time(19, 30)),
    proposed_by=None,
)
DRAFT = usual("person", MONDAY)

MINUTES = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))
ANY_TIME = st.one_of(st.none(), st.just(time.min), MINUTES)


def stored(values: Any) -> Any:
    return json.loads(json.dumps(values))


@given(st.builds(Around, evening=ANY_TIME, leaves=ANY_TIME, tells_coach=ANY_TIME))
def test_what_surrounds_a_plan_comes_back_as_it_was(around: Around) -> None:
    assert Around.from_values(stored(around.as_values())) == around


def test_nothing_surrounds_a_plan_unless_asked_for() -> None:
    assert Around().as_values() == {"evening": None, "leaves": None, "tells_coach": None}


@pytest.mark.parametrize(
    ("ends", "over"), [(None, False), (MONDAY, True), (TUESDAY, False), (date.max, False)]
)
def test_a_rule_is_over_after_its_last_day(*, ends: date | None, over: bool) -> None:
    assert replace(RULE, ends=ends).is_over(TUESDAY) is over


def test_what_goes_on_comes_after_what_has_a_last_day() -> None:
    over, going, ending = (
        replace(PLAN, id=name, rule=replace(RULE, ends=ends))
        for name, ends in (("over", MONDAY), ("going", None), ("ending", TUESDAY))
    )

    assert not_over([over, going, ending], TUESDAY) == [ending, going]


def test_what_has_a_last_day_is_followed_by_the_next_one() -> None:
    ending = replace(PLAN, rule=replace(RULE, ends=TUESDAY))

    assert of_plan(ending, MONDAY).starts == TUESDAY + timedelta(days=1)
    assert of_plan(ending, date(2026, 12, 24)).starts == date(2026, 12, 24)


def test_a_plan_at_another_time_is_the_same_otherwise() -> None:
    moved = PLAN.at(time(8))

    assert moved == replace(PLAN, rule=replace(RULE, wall=time(8)))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (MONDAY, time(7, 15)),
        (TUESDAY, time(9)),
        (MONDAY + timedelta(days=2), time.min),
        (MONDAY + timedelta(days=3), time(7, 15)),
    ],
)
def test_a_single_day_can_have_its_own_time(day: date, expected: time) -> None:
    assert PLAN.wall_on(day) == expected


def test_the_usual_draft_is_working_days_at_seven_from_tomorrow() -> None:
    assert DRAFT.rule(MONDAY) == Rule(days=WORKING_DAYS, wall=time(7), starts=TUESDAY)


@given(
    st.builds(
        Draft,
        person_id=st.text(),
        days=st.frozensets(st.sampled_from(sorted(EVERY_DAY)), min_size=1),
        wall=MINUTES,
        starts=st.dates(),
        holidays=st.booleans(),
    )
)
def test_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    assert Draft.from_plain(stored(draft.as_plain())) == draft


def test_a_draft_is_read_from_among_other_things() -> None:
    assert Draft.from_plain({**DRAFT.as_plain(), "time": "08:00", "day": 3}) == DRAFT


@pytest.mark.parametrize(
    ("days", "day", "expected"),
    [
        (WORKING_DAYS, 5, {0, 1, 2, 3, 4, 5}),
        (WORKING_DAYS, 0, {1, 2, 3, 4}),
        ({3}, 4, {3, 4}),
        ({3}, 3, {3}),
    ],
)
def test_a_day_is_taken_in_or_out_but_never_the_last(
    days: set[int], day: int, expected: set[int]
) -> None:
    assert replace(DRAFT, days=frozenset(days)).turned(day).days == expected


@given(st.lists(st.sampled_from(sorted(EVERY_DAY))))
def test_any_taps_on_days_leave_a_rule_that_makes_sense(taps: list[int]) -> None:
    draft = DRAFT
    for day in taps:
        draft = draft.turned(day)

    assert draft.rule(MONDAY).days == draft.days


@pytest.mark.parametrize("today", [MONDAY, TUESDAY, MONDAY + timedelta(days=30)])
def test_a_start_that_is_past_by_now_means_today(today: date) -> None:
    assert DRAFT.rule(today).starts == max(TUESDAY, today)
    assert of_plan(PLAN, today).starts == today


def test_a_plan_is_changed_from_what_is_agreed_already() -> None:
    plan = replace(PLAN, rule=replace(RULE, holidays=True, days=EVERY_DAY))

    draft = of_plan(plan, MONDAY)

    assert draft.person_id == plan.person_id
    assert draft.rule(MONDAY) == replace(plan.rule, exceptions={})


@pytest.mark.parametrize(
    ("starts", "first"),
    [
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2026, 11, 23)),
        (date(2026, 11, 22), date(2026, 11, 23)),
    ],
)
def test_a_draft_tells_the_first_day_that_counts(starts: date, first: date) -> None:
    draft = replace(usual("person", date(2026, 11, 18)), starts=starts)

    assert draft.first_day == first
