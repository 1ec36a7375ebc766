"""A board counts marks for an exercise, never for a person; what is kept leaves no trace on it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.assignment import DECIDING, Assignment
from bot.domain.board import Board, Line, Mark, mark_of
from bot.domain.homework import Outcome
from bot.domain.sharing import Audience, Choices, Share, Stream

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SHOWN: Choices = {(Stream.EXERCISES, Audience.FACILITATOR): True}
HIDDEN: Choices = {(Stream.EXERCISES, Audience.FACILITATOR): False}
GIVEN = Assignment(
    id="a",
    person_id="p",
    assigned_by="f",
    exercise="small",
    version=1,
    assigned_at=NOW,
    due=date(2026, 12, 1),
)
PLANNED = replace(GIVEN, planned_at=NOW)
BEGUN = GIVEN.begun("r", NOW)
BOARD = Board(
    exercises=("A", "B"),
    lines=(
        Line(name="Camille", marks=(Mark.DONE, Mark.NONE)),
        Line(name="Noa", marks=(Mark.NOT_RECEIVED, Mark.TRIED)),
        Line(name="Lou", marks=(Mark.DONE, Mark.NONE)),
    ),
)


def ended(outcome: Outcome, share: Share | None, *, before: Assignment = BEGUN) -> Assignment:
    return replace(before.ended(outcome, NOW), shares=share)


def seen(given: Assignment | None, choices: Choices = SHOWN, *, is_reached: bool = True) -> Mark:
    return mark_of(given, choices, is_reached=is_reached, now=NOW)


def test_the_marks_of_an_exercise_are_counted_and_what_is_not_seen_is_left_out() -> None:
    assert BOARD.counts(0) == {Mark.DONE: 2, Mark.NOT_RECEIVED: 1}
    assert BOARD.counts(1) == {Mark.TRIED: 1}


def test_a_board_comes_back_from_plain_values() -> None:
    assert Board.from_plain(BOARD.as_plain()) == BOARD


@pytest.mark.parametrize(
    ("given", "mark"),
    [
        (None, Mark.NONE),
        (GIVEN, Mark.OPEN),
        (PLANNED, Mark.PLANNED),
        (BEGUN, Mark.BEGUN),
        (ended(Outcome.DONE, Share.STATE), Mark.DONE),
        (ended(Outcome.TRIED, Share.EVERYTHING), Mark.TRIED),
        (ended(Outcome.NOT_THIS_WEEK, Share.STATE, before=GIVEN), Mark.NOT_THIS_WEEK),
    ],
)
def test_what_is_shown_has_its_mark(given: Assignment | None, mark: Mark) -> None:
    assert seen(given) is mark


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("before", [GIVEN, PLANNED, BEGUN])
def test_of_what_is_kept_nothing_tells_that_it_ended(outcome: Outcome, before: Assignment) -> None:
    assert seen(ended(outcome, Share.NOTHING, before=before)) is seen(before)
    assert seen(ended(outcome, None, before=before)) is seen(before)


def test_who_decides_nothing_shows_in_the_end_that_it_was_done() -> None:
    given = ended(Outcome.DONE, None)

    assert mark_of(given, SHOWN, is_reached=True, now=NOW + DECIDING) is Mark.DONE
    assert mark_of(given, SHOWN, is_reached=True, now=NOW + DECIDING / 2) is Mark.BEGUN


@pytest.mark.parametrize("given", [GIVEN, PLANNED, BEGUN, ended(Outcome.DONE, Share.EVERYTHING)])
def test_who_shows_no_exercises_looks_as_if_they_had_received_them(given: Assignment) -> None:
    assert seen(given, HIDDEN) is Mark.OPEN


def test_what_was_not_received_never_looks_like_what_was_not_done() -> None:
    assert seen(GIVEN, is_reached=False) is Mark.NOT_RECEIVED
    assert seen(BEGUN, is_reached=False) is Mark.BEGUN
