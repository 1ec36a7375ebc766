import asyncio
from datetime import timedelta

import pytest

from bot.domain.people import Role
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ENROLLED, ON_SQLITE, invite
from tests.services.stage import Phone, Stage

NOTHING = {"person": 0, "role": 0, "consent": 0, "sharing": 0, "question": 0}


@pytest.fixture
async def token(stage: Stage) -> str:
    return await stage.invite(Role.PARTICIPANT, "Sami")


@pytest.fixture
def sami(stage: Stage) -> Phone:
    return stage.phone("Sami")


@pytest.fixture
def other(stage: Stage) -> Phone:
    return stage.phone("Autre")


async def test_somebody_without_a_link_is_told_what_this_is(sami: Phone, stage: Stage) -> None:
    await sami.write("/start")

    assert (sami.shown, sami.offers) == ("stranger", ["button-help"])
    assert await held(stage, *NOTHING) == NOTHING


async def test_a_link_opened_twice_lets_in_once(sami: Phone, token: str, stage: Stage) -> None:
    await sami.open(token)
    await sami.open(token)

    assert sami.keys == ["enrol-welcome", "enrol-welcome"]
    assert await held(stage, "person", "invitation") == {"person": 1, "invitation": 1}


async def test_a_link_opened_again_later_goes_on(sami: Phone, token: str) -> None:
    await sami.open(token)
    await sami.choose(*ENROLLED[:3])
    await sami.open(token)

    await sami.choose(*ENROLLED)

    assert sami.shown == "menu"


async def test_a_used_link_stays_closed(sami: Phone, other: Phone, token: str) -> None:
    await sami.open(token)
    await sami.choose(*ENROLLED)

    await other.open(token)

    assert other.keys == ["invitation-closed"]


async def test_a_link_that_somebody_else_opened_stays_closed(
    sami: Phone, other: Phone, token: str, stage: Stage
) -> None:
    await sami.open(token)

    await other.open(token)

    assert other.keys == ["invitation-closed"]
    assert await held(stage, "person") == {"person": 1}


async def test_a_link_stays_closed_after_three_days(sami: Phone, token: str, stage: Stage) -> None:
    stage.clock.moment += timedelta(hours=72)

    await sami.open(token)

    assert sami.keys == ["invitation-closed"]


async def test_a_link_opens_until_the_end_of_the_third_day(
    sami: Phone, token: str, stage: Stage
) -> None:
    stage.clock.moment += timedelta(hours=72) - timedelta(seconds=1)

    await sami.open(token)

    assert sami.keys == ["enrol-welcome"]


@ON_SQLITE
@pytest.mark.parametrize(
    "forged", ["A" * 22, "x", "x" * 65, "é" * 40, "../../etc", "' or 1=1 --", "\x00", "\ud83d"]
)
async def test_a_forged_link_stays_closed(sami: Phone, token: str, forged: str) -> None:
    await sami.open(forged)
    assert sami.keys == ["invitation-closed"]

    await sami.open(token)
    assert sami.shown == "enrol-welcome"


async def test_of_many_who_open_a_link_at_once_one_gets_in(token: str, stage: Stage) -> None:
    phones = [stage.phone(f"Sami {number}") for number in range(6)]

    await asyncio.gather(*(phone.open(token) for phone in phones))

    assert sorted(phone.shown for phone in phones) == [
        "enrol-welcome",
        *["invitation-closed"] * 5,
    ]
    assert await held(stage, "person") == {"person": 1}


async def test_whoever_is_in_keeps_what_they_have_and_the_link_stays_open(
    team: Team, token: str, sami: Phone
) -> None:
    await team.participant.open(token)
    assert team.participant.keys[-2:] == ["already-in", "menu"]

    await sami.open(token)
    assert sami.shown == "enrol-welcome"


async def test_starting_without_a_link_shows_the_menu_to_whoever_is_in(team: Team) -> None:
    await team.participant.write("/start")

    assert team.participant.keys[-2:] == ["menu", "menu"]


async def test_refusing_leaves_nothing_behind(sami: Phone, token: str, stage: Stage) -> None:
    await sami.open(token)
    await sami.choose(*ENROLLED[:5])
    await sami.open(token)

    await sami.choose("button-no-thanks")

    assert sami.shown == "enrol-refused"
    assert await held(stage, *NOTHING) == NOTHING
    assert [row for row in await rows_of(stage, "delivery") if row["sealed_message"]][1:] == []


async def test_a_link_refused_opens_again_for_anybody(
    sami: Phone, other: Phone, token: str
) -> None:
    await sami.open(token)
    await sami.choose("button-no-thanks")

    await other.open(token)

    assert other.shown == "enrol-welcome"


async def test_a_new_link_opens_for_whoever_was_too_slow_with_the_first(
    sami: Phone, token: str, stage: Stage
) -> None:
    await sami.open(token)
    stage.clock.moment += timedelta(days=4)

    await sami.open(await stage.invite(Role.PARTICIPANT, "Samira"))
    assert "Samira" in sami.screen

    await sami.choose(*ENROLLED)
    assert "Samira" in sami.screen
    assert await held(stage, "person") == {"person": 1}


async def test_a_new_link_opens_for_whoever_came_in_by_one_that_was_cancelled(
    coach: Phone, sami: Phone, stage: Stage
) -> None:
    await sami.open(await invite(coach, "Sami"))
    await sami.choose(*ENROLLED[:4])
    await coach.choose("button-cancel-invitation")

    await sami.open(await invite(coach, "Samira"))

    assert "Samira" in sami.screen
    assert await held(stage, "consent", "sharing") == {"consent": 0, "sharing": 0}
