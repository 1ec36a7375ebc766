import pytest

from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.stage import Phone


@pytest.mark.parametrize("command", ["/language", "/langue"])
async def test_every_voice_is_offered(team: Team, command: str) -> None:
    await team.participant.write(command)

    assert team.participant.offers == [
        "button-french-vous",
        "button-french-tu",
        "button-english",
        "button-settings",
    ]


async def test_the_new_language_holds_from_the_answer_on(team: Team) -> None:
    await team.participant.write("/language")
    await team.participant.choose("button-english")

    assert team.participant.keys[-3:] == ["language-kept", "language-buttons", "menu"]
    assert "English" in team.participant.texts[-3]
    assert "What would you like to do?" in team.participant.screen


async def test_the_two_buttons_are_not_sent_again_for_tu(team: Team) -> None:
    await team.participant.write("/language")
    await team.participant.choose("button-french-tu")

    assert team.participant.keys[-2:] == ["language-kept", "menu"]


async def test_the_two_buttons_at_the_bottom_change_too(team: Team) -> None:
    await team.participant.write("/language")
    await team.participant.choose("button-english")

    assert team.participant.bubbles[-2].worded.keyboard == ("Menu", "Help")


async def test_the_buttons_of_before_are_still_understood(team: Team) -> None:
    await team.participant.write("/language")
    await team.participant.choose("button-english")

    await team.participant.write("Aide")

    assert team.participant.shown == "help-card"


async def test_tu_is_said_from_then_on(team: Team) -> None:
    await team.participant.write("/language")
    await team.participant.choose("button-french-tu")

    assert "Que veux-tu faire" in team.participant.screen


async def test_a_message_planned_before_comes_in_the_new_language(agreed: Team) -> None:
    await agreed.participant.write("/language")
    await agreed.participant.choose("button-english")

    await agreed.stage.pass_time(hours=10)

    assert agreed.participant.screen.startswith("Tomorrow, wake-up at 07:00")


async def test_a_stranger_may_choose_too(coach: Phone) -> None:
    stranger = coach.stage.phone("Passant")

    await stranger.write("/language")
    await stranger.choose("button-english")

    assert stranger.keys == ["language-kept"]
    assert len(await rows_of(coach.stage, "person")) == 1
