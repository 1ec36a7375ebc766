"""Commands have a name in each language; each finds in their list what is theirs."""

import re

import pytest

from bot.domain.commands import COMMANDS, FOR_ANYBODY, at_the_desk, listed
from bot.domain.people import Language, Person, Role, Standing
from bot.domain.rights import TAPS

NAME = re.compile(r"[a-z0-9_]{1,32}")
COACHES = ["people", "write.several", "remind", "invite", "digest", "cover"]
FACILITATORS = ["groups", "group.new"]
EVERYBODY = {"menu", "help", "privacy", "discreet", "mydata", "settings", "language", "leave"}


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


def test_telegram_takes_each_name_and_each_means_what_somebody_may_do() -> None:
    assert [name for name in COMMANDS if not NAME.fullmatch(name)] == []
    assert {*COMMANDS.values()} - TAPS.keys() == set()


@pytest.mark.parametrize("language", Language)
def test_no_name_means_two_things(language: Language) -> None:
    everything = listed(somebody(*Role))

    assert [one for one in everything if COMMANDS[one.names[language]] != one.action] == []


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (somebody(Role.COACH), [*COACHES, "hours"]),
        (somebody(Role.FACILITATOR), [*FACILITATORS, "hours"]),
        (somebody(Role.SUPERVISOR), ["overview"]),
        (somebody(Role.COACH, Role.FACILITATOR), [*COACHES, *FACILITATORS, "hours"]),
        (somebody(Role.PARTICIPANT), []),
        (somebody(), []),
        (somebody(Role.COACH, standing=Standing.ENROLLING), []),
    ],
)
def test_who_works_here_has_the_commands_of_their_work(person: Person, expected: list[str]) -> None:
    assert [one.action for one in at_the_desk(person)] == expected


def test_who_works_here_finds_their_work_and_what_is_everybodys() -> None:
    found = {one.action for one in listed(somebody(Role.SUPERVISOR))}

    assert found == {"overview", *EVERYBODY}


def test_who_takes_part_too_finds_their_own_tools_as_well() -> None:
    found = {one.action for one in listed(somebody(Role.PARTICIPANT, Role.FACILITATOR))}

    assert {"checkin", "stress", *FACILITATORS, *EVERYBODY} <= found


@pytest.mark.parametrize("person", [somebody(Role.PARTICIPANT), somebody()])
def test_who_does_not_work_here_finds_what_anybody_does(person: Person) -> None:
    assert listed(person) == FOR_ANYBODY
