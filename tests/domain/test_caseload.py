"""Whom a coach reads first, how a list is parted, which names are found, who is silent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.caseload import AT_ONCE, Entry, Why, named, ordered, part_of, silent_mornings
from bot.domain.wakeup import STILL_MORNING, MorningState, WorkingMorning
from tests.domain.test_contact import utc

MONDAY = utc("2026-11-23T06:00")
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
AWAITED, SNOOZED, UP = MorningState.AWAITED, MorningState.SNOOZED, MorningState.UP


def entries(*names: str) -> list[Entry]:
    return [Entry(id=name, name=name) for name in names]


def names(several: Sequence[Entry]) -> list[str]:
    return [one.name for one in several]


def many(count: int) -> list[Entry]:
    return entries(*(f"{number:02}" for number in range(count)))


@pytest.mark.parametrize(
    "expected",
    [
        ["Dora", "Élodie", "Emma", "Éric", "Fatou"],
        ["anna", "Anne-Marie", "Béa"],
        ["Noé", "Noël", "Œdipe", "Oscar"],
        ["Helene", "Hélène"],
    ],
)
def test_names_stand_in_the_order_of_a_french_dictionary(expected: list[str]) -> None:
    assert names(ordered(entries(*reversed(expected)))) == expected


def test_who_needs_something_comes_first_and_by_name_among_each_other() -> None:
    why = {
        "g": Why.INVITED,
        "f": Why.NOTHING,
        "e": Why.PROPOSED,
        "d": Why.UNREACHABLE,
        "c": Why.SILENT,
        "b": Why.TO_CONFIRM,
        "z": Why.CONTACT,
        "y": Why.CONTACT,
    }

    found = ordered(Entry(id=name, name=name, why=one) for name, one in why.items())

    assert names(found) == ["y", "z", "b", "c", "d", "e", "f", "g"]


def test_two_of_the_same_name_keep_their_order() -> None:
    two = [Entry(id="2", name="Ana"), Entry(id="1", name="Ana")]

    assert [one.id for one in ordered(two)] == ["1", "2"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("elo", ["Élodie"]),
        ("ÉLODIE", ["Élodie"]),
        ("e\u0301lo", ["Élodie"]),
        ("marie", ["Anne-Marie", "Marie"]),
        ("marie anne", ["Anne-Marie"]),
        ("  Anne   mar ", ["Anne-Marie"]),
        ("oconnor", []),
        ("o’connor", ["O’Connor"]),
        ("o'con", ["O’Connor"]),
        ("oe", ["Œdipe"]),
        ("rie", []),
        ("é\u200blodie", ["Élodie"]),
        ("Personne", []),
        ("", []),
        (" … !", []),
        ("—", []),
        ("x" * 4_096, []),
    ],
)
def test_a_name_is_found_by_how_its_words_begin(typed: str, expected: list[str]) -> None:
    known = entries("Anne-Marie", "Élodie", "Marie", "O’Connor", "Œdipe", "—")

    assert names(named(known, typed)) == expected


@pytest.mark.parametrize(
    ("count", "asked", "start", "here", "turns"),
    [
        (0, 0, 0, 0, (None, None)),
        (1, 0, 0, 1, (None, None)),
        (8, 0, 0, 8, (None, None)),
        (9, 0, 0, 8, (None, 8)),
        (9, 8, 8, 1, (0, None)),
        (60, 24, 24, 8, (16, 32)),
        (60, 56, 56, 4, (48, None)),
        (60, 27, 24, 8, (16, 32)),
        (9, 56, 8, 1, (0, None)),
        (0, 8, 0, 0, (None, None)),
        (9, -8, 0, 8, (None, 8)),
    ],
)
def test_a_list_is_read_in_parts(
    count: int, asked: int, start: int, here: int, turns: tuple[int | None, int | None]
) -> None:
    part = part_of(many(count), asked)

    assert (part.start, len(part.here), part.count) == (start, here, count)
    assert (part.before, part.after) == turns
    assert part.is_whole is (count <= AT_ONCE)


def mornings(*states: MorningState) -> list[WorkingMorning]:
    return [
        WorkingMorning(
            id=str(number),
            plan_id="plan",
            person_id="person",
            day=(MONDAY + number * DAY).date(),
            due=MONDAY + number * DAY,
            state=state,
        )
        for number, state in enumerate(states)
    ]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([], 0),
        ([AWAITED, AWAITED], 0),
        ([AWAITED, AWAITED, AWAITED], 3),
        ([UP, AWAITED, AWAITED, AWAITED], 3),
        ([AWAITED, AWAITED, AWAITED, AWAITED, AWAITED], 5),
        ([AWAITED, AWAITED, AWAITED, UP], 0),
        ([AWAITED, SNOOZED, AWAITED], 0),
        ([AWAITED, AWAITED, MorningState.UNWELL], 0),
        ([AWAITED, MorningState.NOT_WORKING, AWAITED], 0),
    ],
)
def test_somebody_is_silent_after_three_mornings(states: list[MorningState], expected: int) -> None:
    several = mornings(*states)

    assert silent_mornings(several, MONDAY + 30 * DAY) == expected
    assert silent_mornings(several[::-1], MONDAY + 30 * DAY) == expected


def test_a_morning_that_may_still_be_answered_does_not_count() -> None:
    several = mornings(AWAITED, AWAITED, AWAITED)
    ends = several[-1].due + STILL_MORNING

    assert not silent_mornings(several, ends)
    assert silent_mornings(several, ends + MINUTE)


def test_one_to_come_does_not_hide_those_that_were() -> None:
    several = mornings(AWAITED, AWAITED, AWAITED)
    coming = replace(several[0], due=MONDAY + 40 * DAY)

    assert silent_mornings([*several, coming], MONDAY + 30 * DAY)
