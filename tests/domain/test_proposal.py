"""What a coach proposes: offered at moments to come, told apart from what waits already."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.plan import Plan, PlanKind, PlanState
from bot.domain.proposal import (
    INSTEAD,
    Anchor,
    Kind,
    anchored,
    blank,
    draft_of,
    kind_of,
    offered,
    replaces,
    rule_of,
    says_the_same,
)
from bot.domain.reminder import ONCE, WEEKLY, Lead, Reminder, details
from bot.domain.schedule import EVERY_DAY

MONDAY = date(2026, 11, 23)
A_WEEK = [MONDAY + timedelta(days=ahead) for ahead in range(7)]


def plan_of(kind: Kind, one: Reminder, **more: object) -> Plan:
    meets = "coach" if kind is Kind.APPOINTMENT else None
    kept = Reminder.from_plain(one.as_plain() | {"meets": meets})
    return Plan(
        id="p",
        person_id="a",
        kind=PlanKind.CHECKIN if kind is Kind.CHECKIN else PlanKind.REMINDER,
        state=PlanState.PROPOSED,
        rule=one.rule,
        details=({} if kind is Kind.CHECKIN else details(kept)) | more,
        proposed_by="coach",
    )


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("today", A_WEEK)
def test_all_that_is_offered_lies_ahead_and_differs(*, kind: Kind, today: date) -> None:
    several = offered(blank(kind, today, "words"), kind, today)

    assert len({(one.rule.as_values()["wall"], one.day, one.days) for one in several}) >= 4
    assert all(one.day > today for one in several)
    assert all(one.what == "words" for one in several)
    assert all(one.weeks == ONCE or one.day.weekday() in one.days for one in several)


@pytest.mark.parametrize(
    ("kind", "weeks", "lead"),
    [
        (Kind.CHECKIN, WEEKLY, Lead.NONE),
        (Kind.APPOINTMENT, ONCE, Lead.TWO_HOURS),
        (Kind.WORDS, ONCE, Lead.NONE),
    ],
)
def test_each_kind_begins_with_what_is_usual(*, kind: Kind, weeks: int, lead: Lead) -> None:
    one = blank(kind, MONDAY)

    assert (one.weeks, one.lead, one.day) == (weeks, lead, MONDAY + timedelta(days=1))


@pytest.mark.parametrize("kind", Kind)
def test_what_is_proposed_comes_back_as_it_was_drafted(kind: Kind) -> None:
    one = offered(blank(kind, MONDAY, "words"), kind, MONDAY)[-1]
    plan = plan_of(kind, one)

    assert kind_of(plan) is kind
    assert draft_of(plan).rule == one.rule


@pytest.mark.parametrize(
    ("kind", "more", "other", "other_more", "expected"),
    [
        (Kind.CHECKIN, {}, Kind.CHECKIN, {}, True),
        (Kind.CHECKIN, {}, Kind.WORDS, {}, False),
        (Kind.WORDS, {}, Kind.CHECKIN, {}, False),
        (Kind.WORDS, {}, Kind.WORDS, {}, False),
        (Kind.WORDS, {INSTEAD: "x"}, Kind.WORDS, {}, False),
        (Kind.WORDS, {INSTEAD: "x"}, Kind.WORDS, {INSTEAD: "y"}, False),
        (Kind.WORDS, {INSTEAD: "x"}, Kind.APPOINTMENT, {INSTEAD: "x"}, True),
    ],
)
def test_a_proposal_takes_the_place_of_what_says_otherwise(
    *, kind: Kind, more: dict[str, str], other: Kind, other_more: dict[str, str], expected: bool
) -> None:
    plan = plan_of(kind, blank(kind, MONDAY), **more)
    waiting = plan_of(other, blank(other, MONDAY), **other_more)

    assert replaces(plan, waiting) is expected


def test_the_same_is_told_apart_from_another_time_and_other_words() -> None:
    one = Reminder(what="call", day=MONDAY, wall=time(9))
    plan = plan_of(Kind.WORDS, one)

    assert says_the_same(plan, plan_of(Kind.WORDS, one))
    for change in ({"wall": "10:00"}, {"what": "write"}, {"place": "there"}):
        other = Reminder.from_plain(one.as_plain() | change)
        assert not says_the_same(plan, plan_of(Kind.WORDS, other))
    assert not says_the_same(plan, plan_of(Kind.APPOINTMENT, one))


@pytest.mark.parametrize(
    ("weeks", "days", "first", "expected"),
    [
        (ONCE, EVERY_DAY, MONDAY + timedelta(days=3), MONDAY),
        (WEEKLY, {0, 2}, MONDAY + timedelta(days=7), MONDAY + timedelta(days=7)),
        (WEEKLY, {0, 2}, MONDAY + timedelta(days=8), MONDAY + timedelta(days=9)),
        (2, EVERY_DAY, MONDAY + timedelta(days=7), MONDAY + timedelta(days=14)),
        (2, EVERY_DAY, MONDAY + timedelta(days=14), MONDAY + timedelta(days=14)),
        (3, EVERY_DAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=21)),
    ],
)
def test_what_rests_goes_on_on_its_own_days(
    *, weeks: int, days: set[int], first: date, expected: date
) -> None:
    one = Reminder(what="x", day=MONDAY, wall=time(9), weeks=weeks, days=frozenset(days))

    assert one.from_day_on(first).day == expected


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [(Anchor.INTERVIEW, date(2026, 11, 22)), (Anchor.START, date(2026, 11, 30))],
)
def test_a_day_before_or_after_follows_from_another(anchor: Anchor, expected: date) -> None:
    weekly = Reminder(what="x", day=MONDAY, wall=time(9), weeks=WEEKLY)

    one = anchored(weekly, anchor, MONDAY)

    assert (one.day, one.weeks) == (expected, ONCE)


def test_the_moment_of_the_thing_is_told_and_not_that_of_its_message() -> None:
    one = Reminder(what="x", day=MONDAY, wall=time(14), lead=Lead.TWO_HOURS)
    plan = plan_of(Kind.APPOINTMENT, one)

    assert (plan.rule.wall, rule_of(plan).wall) == (time(12), time(14))
    assert rule_of(replace(plan, kind=PlanKind.WAKEUP)) == plan.rule
