"""Telegram lists the commands of their work to whoever works here, and is told so once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from bot.domain.errors import Refused, SlowDown, TryLater
from bot.domain.people import Chat, Role
from bot.services.command_lists import CommandLists, Lines
from bot.services.leaving_staff import part
from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE, another_coach
from tests.services.scenes import scene_of
from tests.services.stage import Phone, Stage


@dataclass
class Listing:
    """What Telegram lists by chat, and how often it was told; it raises `trouble` if there is."""

    listed: dict[int, Lines] = field(default_factory=dict)
    told: int = 0
    trouble: Callable[[], Exception] | None = None

    async def __call__(self, chat: Chat, lines: Lines) -> None:
        self.told += 1
        if self.trouble:
            raise self.trouble()
        self.listed[chat.telegram_id] = lines

    def names(self, phone: Phone) -> set[str]:
        """Return the names of the commands listed to somebody alone."""
        return {name for name, _ in self.listed.get(phone.id, ())}


@pytest.fixture
def listing() -> Listing:
    return Listing()


def lists_of(stage: Stage, listing: Listing) -> CommandLists:
    """Return what a process that has just begun tells Telegram with."""
    return CommandLists(database=stage.database, library=stage.library, tell=listing)


async def test_whoever_works_here_finds_the_commands_of_their_work(
    team: Team, listing: Listing
) -> None:
    await lists_of(team.stage, listing).tend(team.stage.clock.now())

    assert {"menu", "personnes", "inviter", "aide", "quitter"} <= listing.names(team.coach)
    assert not {"moi", "groupes"} & listing.names(team.coach)
    assert team.participant.id not in listing.listed


@ON_SQLITE
async def test_telegram_is_told_once_whatever_begins_anew(team: Team, listing: Listing) -> None:
    for _ in range(3):
        await lists_of(team.stage, listing).tend(team.stage.clock.now())

    assert listing.told == 1


@ON_SQLITE
async def test_the_list_follows_the_language(team: Team, listing: Listing) -> None:
    lists = lists_of(team.stage, listing)
    await lists.tend(team.stage.clock.now())
    await team.coach.write("/langue")
    await team.coach.choose("button-english")

    await lists.tend(team.stage.clock.now())

    assert "people" in listing.names(team.coach)
    assert ("invite", "Invite someone") in listing.listed[team.coach.id]


@ON_SQLITE
async def test_whoever_works_here_no_more_finds_what_everybody_does(
    team: Team, listing: Listing
) -> None:
    lists = lists_of(team.stage, listing)
    await lists.tend(team.stage.clock.now())
    async with scene_of(team.coach) as scene:
        await part(scene, scene.me, {Role.COACH})

    for _ in range(2):
        await lists.tend(team.stage.clock.now())

    assert (listing.listed[team.coach.id], listing.told) == ((), 2)


@ON_SQLITE
async def test_who_cannot_be_reached_is_told_once_they_are_back(
    team: Team, listing: Listing
) -> None:
    lists = lists_of(team.stage, listing)
    await team.coach.change_membership("kicked")
    await lists.tend(team.stage.clock.now())
    before = listing.told
    await team.coach.write("/menu")

    await lists.tend(team.stage.clock.now())

    assert (before, listing.told) == (0, 1)


@ON_SQLITE
async def test_what_telegram_refuses_is_not_asked_again_and_stops_no_other(
    team: Team, listing: Listing
) -> None:
    await another_coach(team.stage)
    lists = lists_of(team.stage, listing)
    listing.trouble = lambda: Refused("bad request")

    for _ in range(2):
        await lists.tend(team.stage.clock.now())

    assert (listing.told, listing.listed) == (2, {})


@ON_SQLITE
@pytest.mark.parametrize("trouble", [TimeoutError(), TryLater(perhaps_sent=True)])
async def test_what_did_not_work_is_tried_later(
    team: Team, listing: Listing, trouble: Exception
) -> None:
    await another_coach(team.stage)
    lists = lists_of(team.stage, listing)
    listing.trouble = lambda: trouble
    await lists.tend(team.stage.clock.now())
    before, listing.trouble = listing.told, None

    await lists.tend(team.stage.clock.now())

    assert (before, listing.told) == (1, 3)
    assert "personnes" in listing.names(team.coach)


@ON_SQLITE
async def test_telegram_is_left_alone_for_as_long_as_it_wants(team: Team, listing: Listing) -> None:
    lists, now = lists_of(team.stage, listing), team.stage.clock.now()
    listing.trouble = lambda: SlowDown(timedelta(hours=1))
    await lists.tend(now)
    listing.trouble = None

    told = []
    for later in (timedelta(minutes=59), timedelta(hours=1)):
        await lists.tend(now + later)
        told.append(listing.told)

    assert told == [1, 2]
