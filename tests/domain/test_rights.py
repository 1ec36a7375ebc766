"""Who may use which button and answer which question: nobody, unless it is said."""

import pytest

from bot.domain.people import Person, Role, Standing
from bot.domain.rights import _QUESTIONS as QUESTION_LINES
from bot.domain.rights import _TAPS as TAP_LINES
from bot.domain.rights import QUESTIONS, TAPS, Actor, actors, may_answer, may_tap


def somebody(*roles: Role, standing: Standing = Standing.ACTIVE) -> Person:
    return Person(
        id="person",
        name="Camille",
        roles=frozenset(roles),
        standing=standing,
        zone="Europe/Paris",
        paused_until=None,
        hours=None,
    )


PARTICIPANT = somebody(Role.PARTICIPANT)
COACH = somebody(Role.COACH)
FACILITATOR = somebody(Role.FACILITATOR)
BOTH = somebody(Role.COACH, Role.FACILITATOR)
SUPERVISOR = somebody(Role.SUPERVISOR)
FORMER = somebody()
ENROLLING = somebody(Role.PARTICIPANT, standing=Standing.ENROLLING)
COMING_COACH = somebody(Role.COACH, standing=Standing.ENROLLING)
LEAVING = somebody(Role.PARTICIPANT, standing=Standing.LEAVING)
EVERYBODY = (None, PARTICIPANT, COACH, FACILITATOR, BOTH, SUPERVISOR, FORMER, ENROLLING, LEAVING)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (None, {Actor.STRANGER}),
        (PARTICIPANT, {Actor.PARTICIPANT}),
        (BOTH, {Actor.COACH, Actor.FACILITATOR}),
        (SUPERVISOR, {Actor.SUPERVISOR}),
        (FORMER, {Actor.FORMER}),
        (ENROLLING, {Actor.ENROLLING}),
        (COMING_COACH, {Actor.ENROLLING}),
        (LEAVING, {Actor.LEAVING}),
        (somebody(Role.COACH, standing=Standing.LEAVING), {Actor.LEAVING}),
    ],
)
def test_a_role_counts_only_while_somebody_is_in(
    person: Person | None, expected: set[Actor]
) -> None:
    assert actors(person) == expected


@pytest.mark.parametrize("person", EVERYBODY)
def test_what_stands_nowhere_nobody_may(person: Person | None) -> None:
    assert not may_tap("people.everybody", person)
    assert not may_tap("", person)
    assert not may_answer("anything", person)


@pytest.mark.parametrize("person", EVERYBODY)
def test_anybody_gets_help(person: Person | None) -> None:
    assert all(may_tap(action, person) for action in ("help", "menu", "care.danger", "myplan"))


@pytest.mark.parametrize(
    ("action", "may"),
    [
        ("people", [COACH, BOTH]),
        ("person", [COACH, BOTH]),
        ("group.board", [FACILITATOR, BOTH]),
        ("assign.give", [COACH, FACILITATOR, BOTH]),
        ("overview", [SUPERVISOR]),
        ("run.answer", [PARTICIPANT]),
        ("hard-day", [PARTICIPANT]),
        ("draft.card", [PARTICIPANT, COACH, BOTH]),
        ("pause", [PARTICIPANT, COACH, FACILITATOR, BOTH, SUPERVISOR]),
        ("pause.until", [PARTICIPANT]),
        ("enrol.agree", [ENROLLING]),
        ("mydata.send", [one for one in EVERYBODY if one]),
        ("leave.undo", [one for one in EVERYBODY if one and one is not ENROLLING]),
    ],
)
def test_a_button_is_for_some(action: str, may: list[Person]) -> None:
    assert [one for one in EVERYBODY if may_tap(action, one)] == may


@pytest.mark.parametrize(
    ("topic", "may"),
    [
        ("invite", [COACH, BOTH]),
        ("group-word", [FACILITATOR, BOTH]),
        ("sentence", [PARTICIPANT]),
        ("zone", [ENROLLING]),
        ("time", [PARTICIPANT, COACH, FACILITATOR, BOTH, SUPERVISOR]),
    ],
)
def test_a_question_is_answered_by_some(topic: str, may: list[Person]) -> None:
    assert [one for one in EVERYBODY if may_answer(topic, one)] == may


def test_what_is_about_groups_is_for_facilitators_alone() -> None:
    about_groups = {one for one in TAPS if one.partition(".")[0] in {"groups", "group"}}
    others = {one for one, who in TAPS.items() if who == {Actor.FACILITATOR}} - about_groups

    assert {TAPS[one] for one in about_groups} == {frozenset({Actor.FACILITATOR})}
    assert others == {"attendance", "attendance.keep"}


def test_each_is_said_once() -> None:
    assert sum(len(names.split()) for _, names in TAP_LINES) == len(TAPS)
    assert sum(len(names.split()) for _, names in QUESTION_LINES) == len(QUESTIONS)
