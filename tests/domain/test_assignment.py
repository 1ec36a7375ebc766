"""An exercise that somebody was given: its moment, its ends, what may be shown of it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.domain.assignment import (
    DECIDING,
    Assignment,
    AssignmentState,
    Habit,
    Moment,
    NotNow,
    Obstacle,
    due_in_a_week,
    rule_of,
)
from bot.domain.homework import Outcome
from bot.domain.schedule import occurs
from bot.domain.sharing import (
    CHOOSABLE,
    Audience,
    Share,
    Stream,
    may_see_answers,
    may_see_outcome,
)
from tests.examples import NOW, TODAY

DAY = timedelta(days=1)
DUE = due_in_a_week(TODAY)
GIVEN = Assignment(
    id="a",
    person_id="p",
    assigned_by="c",
    exercise="thermometer",
    version=1,
    assigned_at=NOW,
    due=DUE,
)
SHOWS = dict.fromkeys(CHOOSABLE, True)
HIDES = {**SHOWS, (Stream.EXERCISES, Audience.COACH): False}


def days_of(first: date, due: date) -> list[int]:
    """Return how many days after the first one it comes."""
    rule = rule_of(Moment(day=first, wall=time(9)), due)
    ahead = range(40)
    return [n for n in ahead if occurs(rule, first + n * DAY, holidays=[first, due])]


@pytest.mark.parametrize(
    ("until_due", "days"),
    [
        (7, [0, 6]),
        (8, [0, 7]),
        (20, [0, 19]),
        (3, [0, 2]),
        (2, [0, 1]),
        (1, [0]),
        (0, [0]),
        (-3, [0]),
    ],
)
def test_it_comes_at_its_moment_and_once_more_the_day_before_it_is_due(
    until_due: int, days: list[int]
) -> None:
    assert days_of(TODAY, TODAY + until_due * DAY) == days


def test_it_is_due_in_seven_days() -> None:
    assert date(2026, 11, 27) == DUE


def test_a_plan_keeps_what_was_chosen() -> None:
    moment = Moment(day=TODAY, wall=time(9), habit=Habit.COFFEE, obstacle=Obstacle.TIRED)

    planned = GIVEN.planned(NOW, "plan", moment)

    assert planned.state is AssignmentState.PLANNED
    assert (planned.habit, planned.obstacle) == (Habit.COFFEE, Obstacle.TIRED)
    assert GIVEN.begun("run", NOW).planned(NOW, "plan", moment).state is AssignmentState.BEGUN


def test_beginning_again_keeps_the_first_moment() -> None:
    again = GIVEN.begun("run", NOW).gone_through(Outcome.TRIED).begun("other", NOW + DAY)

    assert (again.begun_at, again.run_id, again.rounds) == (NOW, "other", 1)


@pytest.mark.parametrize(
    ("outcome", "counts"),
    [(Outcome.DONE, True), (Outcome.TRIED, True), (Outcome.NOT_THIS_WEEK, False)],
)
def test_tried_counts_like_done(outcome: Outcome, *, counts: bool) -> None:
    ended = GIVEN.ended(outcome, NOW)

    assert ended.is_success is counts
    assert not ended.is_ongoing
    assert GIVEN.is_ongoing


def test_of_several_rounds_the_best_counts() -> None:
    done = GIVEN.gone_through(Outcome.DONE)

    assert done.gone_through(Outcome.TRIED).outcome is Outcome.DONE
    assert GIVEN.gone_through(Outcome.TRIED).gone_through(Outcome.DONE).outcome is Outcome.DONE
    assert not done.is_success


def test_who_said_not_this_week_can_change_their_mind() -> None:
    not_now = replace(GIVEN.ended(Outcome.NOT_THIS_WEEK, NOW), reason=NotNow.FORGOT)

    begun = not_now.begun("run", NOW)

    assert not_now.may_begin
    assert (begun.outcome, begun.reason, begun.ended_at) == (None, None, None)
    assert not GIVEN.ended(Outcome.DONE, NOW).may_begin
    assert not_now.reopened(easier=True) == replace(GIVEN, easier=True)
    assert replace(not_now, easier=True).begun("run", NOW).easier


def test_the_easier_version_keeps_what_goes_on_and_opens_what_was_not_now() -> None:
    begun = GIVEN.begun("run", NOW)
    not_now = begun.ended(Outcome.NOT_THIS_WEEK, NOW)

    assert begun.made_easier() == replace(begun, easier=True)
    assert not_now.made_easier() == replace(GIVEN, easier=True, begun_at=NOW)


def test_a_later_end_keeps_the_first_moment() -> None:
    assert GIVEN.ended(Outcome.TRIED, NOW).ended(Outcome.DONE, NOW + DAY).ended_at == NOW


@pytest.mark.parametrize(
    ("after", "chosen", "shown"),
    [
        (timedelta(), None, None),
        (DECIDING, None, Share.STATE),
        (DECIDING, Share.NOTHING, Share.NOTHING),
        (timedelta(), Share.EVERYTHING, Share.EVERYTHING),
    ],
)
def test_only_that_it_was_done_is_shown_once_there_was_time_to_say_otherwise(
    after: timedelta, chosen: Share | None, shown: Share | None
) -> None:
    ended = replace(GIVEN.ended(Outcome.DONE, NOW), shares=chosen)

    assert ended.shown_share(NOW + after) == shown


def test_nothing_is_shown_of_what_goes_on() -> None:
    assert GIVEN.shown_share(datetime.max.replace(tzinfo=NOW.tzinfo)) is None


@pytest.mark.parametrize(
    ("share", "outcome", "answers"),
    [
        (Share.EVERYTHING, True, True),
        (Share.STATE, True, False),
        (Share.NOTHING, False, False),
        (None, False, False),
    ],
)
def test_what_is_seen_is_what_was_chosen(
    share: Share | None, *, outcome: bool, answers: bool
) -> None:
    for audience in Audience:
        assert may_see_outcome(SHOWS, audience, share) is outcome
        assert may_see_answers(SHOWS, audience, share, private=False) is answers
        assert not may_see_answers(SHOWS, audience, share, private=True)


@pytest.mark.parametrize("share", Share)
def test_who_keeps_exercises_from_a_coach_shows_them_none(share: Share) -> None:
    assert not may_see_outcome(HIDES, Audience.COACH, share)
    assert not may_see_answers(HIDES, Audience.COACH, share, private=False)
    assert not may_see_outcome({}, Audience.FACILITATOR, share)
