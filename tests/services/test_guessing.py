"""Ten wrong invitation codes in an hour: none opens for a day, and all else goes on."""

import pytest

from bot.domain.people import Role
from bot.services.housekeeping import keep_house
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage


async def guess(phone: Phone, times: int = 10) -> None:
    for number in range(times):
        await phone.open(f"guess-{number}")


async def test_after_ten_wrong_codes_the_right_one_is_answered_like_them(stage: Stage) -> None:
    token, guesser = await stage.invite(Role.COACH, "Nadia"), stage.phone("Autre")
    await guess(guesser)
    wrong = guesser.screen

    await guesser.open(token)

    assert (guesser.shown, guesser.screen) == ("invitation-closed", wrong)
    assert await rows_of(stage, "person") == []
    assert len(await rows_of(stage, "wrong_code")) == 10


async def test_after_nine_the_right_one_opens(stage: Stage) -> None:
    token, phone = await stage.invite(Role.COACH, "Nadia"), stage.phone("Nadia")
    await guess(phone, 9)

    await phone.open(token)

    assert phone.shown == "staff-welcome"


async def test_it_opens_to_others_and_after_a_day_to_them(stage: Stage) -> None:
    token, other_token = [await stage.invite(Role.COACH, name) for name in ("Nadia", "Karim")]
    guesser, karim = stage.phone("Nadia"), stage.phone("Karim")
    await guess(guesser)

    await karim.open(other_token)
    await stage.pass_time(hours=23, minutes=59)
    await keep_house(stage.database, stage.clock.now())
    await guesser.open(token)

    assert (karim.shown, guesser.shown) == ("staff-welcome", "invitation-closed")
    await stage.pass_time(minutes=1)
    await guesser.open(token)
    assert guesser.shown == "staff-welcome"


@ON_SQLITE
async def test_what_counts_no_more_is_forgotten(stage: Stage) -> None:
    await guess(stage.phone("Autre"))

    await stage.pass_time(hours=25, minutes=1)
    await keep_house(stage.database, stage.clock.now())

    assert await rows_of(stage, "wrong_code") == []


@ON_SQLITE
async def test_whoever_is_in_goes_on_as_before(team: Team) -> None:
    await guess(team.participant, 12)

    assert team.participant.keys[-2:] == ["already-in", "menu"]
    await team.participant.choose("button-checkin")
    assert team.participant.shown.startswith("run-")


@ON_SQLITE
@pytest.mark.parametrize("code", ["x" * 65, "x" * 4_000])
async def test_a_code_that_is_too_long_is_a_wrong_one(stage: Stage, code: str) -> None:
    phone = stage.phone("Autre")

    await phone.open(code)
    await phone.write("/start")

    assert len(await rows_of(stage, "wrong_code")) == 1
