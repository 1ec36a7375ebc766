import pytest

from bot.domain.sharing import CHOOSABLE
from bot.services.menus import STREAMS
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.stage import Phone


@pytest.fixture
async def reader(agreed: Team) -> Phone:
    """A participant who reads what is kept."""
    await agreed.participant.write("/privacy")
    return agreed.participant


@pytest.mark.parametrize("command", ["/privacy", "/confidentialite"])
async def test_a_participant_is_offered_all_that_they_can_change(team: Team, command: str) -> None:
    await team.participant.write(command)

    assert team.participant.offers == [
        "button-switch-sharing",
        "button-coach-screen",
        "button-who-looked",
        "button-my-consents",
        "button-my-data",
        "button-leave",
        "button-menu",
    ]


async def test_a_coach_is_offered_to_leave(coach: Phone) -> None:
    await coach.write("/privacy")

    assert coach.shown == "privacy-staff"
    assert coach.offers == ["button-my-data", "button-leave", "button-menu"]


async def test_a_stranger_reads_it_too(coach: Phone) -> None:
    stranger = coach.stage.phone("Passant")

    await stranger.write("/privacy")

    assert (stranger.shown, stranger.offers) == ("privacy-stranger", [])


async def test_each_stream_is_switched_at_once(reader: Phone) -> None:
    await reader.choose("button-switch-sharing", "button-wakeups-shown")
    assert reader.offers[1] == "button-wakeups-kept"

    await reader.choose("button-wakeups-kept")
    assert reader.offers[1] == "button-wakeups-shown"


async def test_everything_that_can_be_shown_has_its_switch(reader: Phone) -> None:
    await reader.choose("button-switch-sharing")

    assert STREAMS.keys() == {*CHOOSABLE}
    assert len(reader.offers) == len(CHOOSABLE) + 1


async def test_switching_leads_back(reader: Phone) -> None:
    await reader.choose("button-switch-sharing", "button-checkins-shown", "button-back")

    assert reader.shown == "privacy"


async def test_a_switch_tapped_twice_stays_where_it_is(reader: Phone) -> None:
    await reader.choose("button-switch-sharing")
    switch = reader.find("button-wakeups-shown")

    await reader.press(*switch)
    await reader.press(*switch)

    kept = {row["stream"]: row["shown"] for row in await rows_of(reader.stage, "sharing")}
    assert kept["wakeups"] is False


async def test_the_coachs_screen_is_what_the_coach_sees(reader: Phone, agreed: Team) -> None:
    await agreed.coach.choose("button-menu", "button-my-people")
    await agreed.coach.tap(CANARY_NAME)

    await reader.choose("button-coach-screen")

    assert agreed.coach.screen in reader.screen


async def test_ones_own_look_is_not_written_down(reader: Phone) -> None:
    await reader.choose("button-coach-screen", "button-back", "button-who-looked")

    assert reader.shown == "looks-none"
    assert await held(reader.stage, "look") == {"look": 0}


async def test_looking_leads_back(reader: Phone) -> None:
    await reader.choose("button-who-looked", "button-back")

    assert reader.shown == "privacy"
