"""Buttons that are not theirs, that are old, that are tapped from two devices."""

import base64

import pytest

from tests.services.conftest import Team
from tests.services.memories import rows, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone

LATER = ("chat", "delivery")


async def kept(phone: Phone) -> dict[str, object]:
    """Return all that is kept but for chats being heard and messages being said."""
    found = await rows(phone.stage)
    return {table.name: several for table, several in found.items() if table.name not in LATER}


async def test_a_token_made_for_another_chat_does_nothing(agreed: Team) -> None:
    await agreed.coach.choose("button-menu", "button-my-people")
    before = await kept(agreed.coach)
    number, token = agreed.coach.token("Canari")

    stranger = agreed.stage.phone("Passant")
    await stranger.press(number, token)

    assert stranger.keys == ["out-of-date"]
    assert "Canari" not in stranger.everything
    assert await kept(agreed.coach) == before


@ON_SQLITE
@pytest.mark.parametrize("token", ["", "x", "A" * 36, "é" * 36, "=" * 64, "\x00", "\ud83d", "a.b"])
async def test_a_forged_token_does_nothing(team: Team, token: str) -> None:
    before = await kept(team.participant)

    await team.participant.press(1, token)

    assert team.participant.shown == "out-of-date"
    assert await kept(team.participant) == before


@ON_SQLITE
@pytest.mark.parametrize("place", [0, 15, 16, 17, 26])
async def test_a_token_with_one_bit_changed_does_nothing(team: Team, place: int) -> None:
    number, token = team.participant.find("button-my-day")
    whole = bytearray(base64.urlsafe_b64decode(token))
    whole[place] ^= 1

    await team.participant.press(number, base64.urlsafe_b64encode(whole).decode())

    assert team.participant.shown == "out-of-date"


async def test_a_token_stays_under_what_telegram_allows(team: Team) -> None:
    tokens = [choice.token for bubble in team.coach.bubbles for choice in bubble.choices]

    assert {len(token) for token in tokens if token} == {36}


async def test_a_button_that_was_replaced_explains_itself(agreed: Team) -> None:
    await agreed.participant.choose("button-menu", "button-my-day", "button-my-wakeup")
    stop = agreed.participant.find("button-stop-wakeup")
    await agreed.participant.choose("button-change-wakeup")
    await agreed.participant.write("6h30")
    await agreed.participant.choose("button-that-is-it")

    said = await agreed.participant.press(*stop)

    assert agreed.stage.library.keys_of(said) == ["toast-already"]


async def test_an_old_menu_still_works(team: Team) -> None:
    old = team.participant.find("button-messages")
    await team.stage.pass_time(days=20)

    await team.participant.press(*old)

    assert team.participant.shown == "messages"


async def test_two_devices_change_one_message(team: Team) -> None:
    phone, tablet = team.participant, team.participant
    button = phone.find("button-sharing")

    await phone.press(*button)
    await tablet.press(*button)

    assert phone.keys.count("privacy") == 1


async def test_an_answer_from_a_second_device_is_told_that_it_is_noted(team: Team) -> None:
    await team.coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")
    agree = team.participant.find("button-agree")
    decline = team.participant.find("button-no-thanks")

    await team.participant.press(*agree)
    said = await team.participant.press(*decline)

    assert team.stage.library.keys_of(said) == ["toast-already"]
    [plan] = await rows_of(team.stage, "plan")
    assert plan["state"] == "active"


async def test_a_copy_that_was_tapped_is_the_one_that_changes(team: Team) -> None:
    number, token = team.participant.find("button-messages")
    copy = team.participant.bubbles[0]

    await team.participant.press(copy.number, token)

    assert copy.number != number
    assert team.participant.keys[0] == "messages"
