from typing import Any

import pytest

from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.group_chat_plays import seen_by
from tests.services.memories import held
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage

FILE = {"file_id": "a", "file_unique_id": "b"}
OTHER_THAN_TEXT: list[dict[str, Any]] = [
    {"voice": {**FILE, "duration": 3}},
    {
        "sticker": {
            **FILE,
            "type": "regular",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
        }
    },
    {"contact": {"phone_number": "0600000000", "first_name": "Autre"}},
    {"location": {"latitude": 48.8, "longitude": 2.3}},
    {"photo": [{**FILE, "width": 1, "height": 1}], "caption": "7h15"},
    {"document": FILE},
    {"video_note": {**FILE, "length": 1, "duration": 1}},
    {"dice": {"emoji": "🎲", "value": 3}},
]


@pytest.fixture
def stranger(stage: Stage) -> Phone:
    return stage.phone("Passant")


@ON_SQLITE
@pytest.mark.parametrize(
    "typed", ["/help", "/aide", "aide", "AIDE !", "help", "/help@relais_test_bot"]
)
async def test_anybody_gets_the_numbers_to_call(stranger: Phone, typed: str) -> None:
    await stranger.write(typed)

    assert stranger.keys == ["help-card"]
    assert "3114" in stranger.screen


async def test_help_is_one_tap_away_in_the_menu(team: Team) -> None:
    await team.participant.choose("button-help")

    assert team.participant.shown == "help-card"
    assert team.participant.keys[-2] == "menu"


async def test_who_works_here_goes_on_from_help_to_the_menu(team: Team) -> None:
    await team.coach.write("/help")
    assert team.coach.offers == ["button-menu"]

    await team.coach.choose("button-menu")

    assert team.coach.shown == "menu"


async def test_what_is_typed_outside_a_question_gets_an_honest_answer(team: Team) -> None:
    await team.participant.write("je ne vais pas bien")

    assert team.participant.shown == "typed-elsewhere"
    assert team.participant.offers == ["button-menu", "button-help"]


async def test_a_stranger_who_writes_is_told_what_this_is(stranger: Phone) -> None:
    await stranger.write("bonjour")

    assert (stranger.shown, stranger.offers) == ("stranger", ["button-help"])


async def test_a_stranger_is_not_kept(stranger: Phone, stage: Stage) -> None:
    await stranger.write("bonjour")

    assert await held(stage, "person", "question") == {"person": 0, "question": 0}


@ON_SQLITE
@pytest.mark.parametrize("typed", ["/unknown", "/", "/ ", "//", "/start\x00", "/📎"])
async def test_an_unknown_command_gets_an_answer(team: Team, typed: str) -> None:
    said = len(team.participant.bubbles)

    await team.participant.write(typed)

    assert len(team.participant.bubbles) > said


@ON_SQLITE
@pytest.mark.parametrize("content", OTHER_THAN_TEXT, ids=lambda content: next(iter(content)))
async def test_what_is_no_text_is_answered_politely(team: Team, content: dict[str, Any]) -> None:
    await team.participant.send(**content)

    assert team.participant.shown == "cannot-read"
    assert team.participant.offers == ["button-menu", "button-help"]


@pytest.mark.parametrize("content", OTHER_THAN_TEXT[:2], ids=lambda content: next(iter(content)))
async def test_what_is_no_text_leaves_the_question_open(
    team: Team, content: dict[str, Any]
) -> None:
    await team.participant.choose("button-messages", "button-pause")
    await team.participant.send(**content)

    await team.participant.write("demain")

    assert team.participant.shown == "paused"


async def test_whoever_sends_a_picture_in_the_middle_can_go_on(team: Team) -> None:
    await team.participant.choose("button-checkin")

    await team.participant.send(**OTHER_THAN_TEXT[0])
    assert team.participant.offers[0] == "button-go-on"
    await team.participant.write("/start")

    assert (team.participant.shown, team.participant.offers[0]) == ("menu", "button-go-on")


async def test_a_stranger_is_answered_and_offered_help(stranger: Phone) -> None:
    await stranger.send(**OTHER_THAN_TEXT[0])

    assert (stranger.shown, stranger.offers) == ("cannot-read", ["button-help"])


async def test_changing_a_message_changes_nothing(team: Team) -> None:
    await team.participant.choose("button-messages", "button-pause")

    await team.participant.edit("demain")

    assert team.participant.shown == "edited-message"
    assert await held(team.stage, "question") == {"question": 1}


async def test_the_menu_asks_nothing_any_more(team: Team) -> None:
    await team.coach.choose("button-menu", "button-invite")
    await team.coach.write("Menu")

    await team.coach.write("Sami")

    assert team.coach.shown == "typed-elsewhere-staff"


@ON_SQLITE
@pytest.mark.parametrize(
    "typed", ["/start", "/help", "/privacy", "/leave", "/pause@relais_test_bot"]
)
async def test_in_a_group_nothing_personal_is_said(team: Team, typed: str) -> None:
    group = seen_by(team.participant)

    await group.write(typed)

    assert group.keys == ["in-a-group"]
    assert CANARY_NAME not in group.everything


@ON_SQLITE
@pytest.mark.parametrize("typed", ["bonjour", "aide", "7h15"])
async def test_in_a_group_what_is_no_command_is_left_alone(team: Team, typed: str) -> None:
    group = seen_by(team.participant)

    await group.write(typed)

    assert group.bubbles == []


async def test_a_button_of_ones_own_does_nothing_in_a_group(team: Team) -> None:
    group = seen_by(team.participant)

    said = await group.press(*team.participant.find("button-sharing"))

    assert team.stage.library.keys_of(said) == ["toast-gone"]
    assert group.bubbles == []


async def test_joining_and_leaving_a_group_is_no_news(team: Team) -> None:
    group = seen_by(team.participant)

    await group.change_membership("member")
    await group.change_membership("left")

    assert group.bubbles == []
    assert team.coach.shown == "invite-confirmed"


async def test_a_question_of_days_ago_is_forgotten(team: Team) -> None:
    await team.coach.choose("button-invite")

    await team.stage.pass_time(days=2)
    await team.coach.write("bonjour")

    assert team.coach.keys[-1] == "typed-elsewhere-staff"


async def test_staff_are_told_that_texts_wait_to_be_signed_off(team: Team) -> None:
    team.stage.hold_back("checkins/mood", "words/wakeup")

    await team.coach.write("/menu")
    await team.participant.write("/menu")

    assert "attendent une validation\xa0: 2" in team.coach.screen
    assert "relais approve" in team.coach.screen
    assert team.participant.shown == "menu"


async def test_a_check_in_that_nobody_signed_off_is_not_asked(team: Team) -> None:
    team.stage.hold_back("checkins/mood")

    await team.participant.write("/moi")

    assert team.participant.shown == "not-approved"
    assert team.participant.offers == ["button-menu", "button-help"]


async def test_help_is_there_whatever_is_signed_off(team: Team) -> None:
    team.stage.hold_back("checkins/mood", "words/wakeup", "safety/fr", "safety/en")

    await team.participant.write("aide")

    assert team.participant.shown == "help-card"
