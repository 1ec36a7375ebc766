"""The steps of a technique one after the other, each at its second, in one message."""

from datetime import timedelta
from typing import Any

from bot.domain.delivery import Reason, State
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.stage import Phone, Stage

TIMED = "technique-timed"


async def wait(stage: Stage, seconds: int) -> None:
    """Let seconds pass, and send what is due at the end of them."""
    await stage.go_to(stage.clock.moment + timedelta(seconds=seconds))


async def begin(phone: Phone) -> None:
    """Let the steps of a technique of 10, 30 and 15 seconds come."""
    await phone.write("/stress")
    await phone.tap("Pieds au sol")
    await phone.choose("button-step-by-step")


async def planned(stage: Stage) -> list[dict[str, Any]]:
    return [row for row in await rows_of(stage, "delivery") if row["state"] is State.PLANNED]


async def test_each_step_comes_at_its_second_in_the_same_message(team: Team) -> None:
    phone = team.participant
    await begin(phone)
    said = len(phone.bubbles)
    assert "étape 1 sur 3" in phone.screen
    assert "10 secondes" in phone.screen

    await wait(team.stage, 9)
    assert "étape 1 sur 3" in phone.screen
    await wait(team.stage, 1)
    assert "étape 2 sur 3" in phone.screen
    await wait(team.stage, 30)
    assert "étape 3 sur 3" in phone.screen
    await wait(team.stage, 15)

    assert phone.shown == "technique-timed-end"
    assert len(phone.bubbles) == said


async def test_help_and_the_way_out_are_under_every_step(team: Team) -> None:
    phone = team.participant
    await begin(phone)

    for seconds in (0, 10, 30):
        await wait(team.stage, seconds)
        assert phone.shown == TIMED
        assert phone.offers[-2:] == ["button-stop", "button-help"]
        assert ("button-steps-done" in phone.offers) == (seconds == 30)


async def test_who_stops_gets_no_other_step(team: Team) -> None:
    phone = team.participant
    await begin(phone)
    await wait(team.stage, 10)

    await phone.choose("button-stop")
    await wait(team.stage, 120)

    assert phone.shown == "technique-stopped"
    dropped = [row for row in await rows_of(team.stage, "delivery") if row["reason"]]
    assert {(row["state"], row["reason"]) for row in dropped} == {(State.SKIPPED, Reason.WITHDRAWN)}
    assert len(dropped) == 2


async def test_who_is_done_sooner_is_asked_at_once_and_gets_no_other_step(team: Team) -> None:
    phone = team.participant
    await phone.write("/stress")
    await phone.tap("Pieds au sol")
    done = phone.find("button-steps-done")
    await phone.choose("button-step-by-step")

    await phone.press(*done)
    await wait(team.stage, 120)

    assert "Est-ce que cela a aidé" in phone.screen
    assert await planned(team.stage) == []


async def test_who_begins_another_one_gets_no_other_step_of_the_first(team: Team) -> None:
    phone = team.participant
    await begin(phone)
    await phone.write("/stress")

    await phone.tap("Regarder autour")
    await wait(team.stage, 120)

    assert phone.keys.count("technique-card") == 1
    assert phone.shown == "technique-card"


async def test_a_second_tap_while_they_come_changes_nothing(team: Team) -> None:
    phone = team.participant
    await phone.write("/stress")
    await phone.tap("Pieds au sol")
    timed = phone.find("button-step-by-step")
    await phone.press(*timed)
    written = len(await planned(team.stage))

    assert await phone.press(*timed) == "C’est déjà noté."
    assert len(await planned(team.stage)) == written == 3


async def test_once_more_begins_from_the_first_step(team: Team) -> None:
    phone = team.participant
    await begin(phone)
    for seconds in (10, 30, 15):
        await wait(team.stage, seconds)

    await phone.choose("button-once-more")

    assert "étape 1 sur 3" in phone.screen
    assert len(await planned(team.stage)) == 3


async def test_they_come_during_a_pause(team: Team) -> None:
    phone = team.participant
    await phone.choose("button-messages", "button-pause", "button-pause-7")

    await begin(phone)
    await wait(team.stage, 10)

    assert "étape 2 sur 3" in phone.screen


async def test_steps_whose_second_passed_while_nothing_ran_do_not_come_in_a_heap(
    team: Team,
) -> None:
    phone = team.participant
    await begin(phone)

    team.stage.clock.moment += timedelta(seconds=45)
    await wait(team.stage, 0)

    assert "étape 3 sur 3" in phone.screen
    states = [row["state"] for row in await rows_of(team.stage, "delivery")]
    assert states.count(State.EXPIRED) == 1


async def test_steps_of_a_technique_that_is_over_are_not_begun(team: Team) -> None:
    phone = team.participant
    await phone.write("/stress")
    await phone.tap("Pieds au sol")
    timed = phone.find("button-step-by-step")
    await phone.choose("button-steps-done")

    assert await phone.press(*timed) == "Ce n’est plus possible."
    assert await planned(team.stage) == []
