"""What a coach reads of a check-in: the words of the scales, where the person shows them."""

import pytest

from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import held
from tests.services.plays import another_coach
from tests.services.test_checking_in import check_in, tap_four


async def coach_looks(team: Team) -> str:
    await team.coach.write("/menu")
    await team.coach.choose("button-my-people")
    await team.coach.tap(CANARY_NAME)
    return team.coach.screen


async def test_a_coach_reads_the_words_of_the_scales_where_they_are_shown(team: Team) -> None:
    await team.participant.write("/moi")
    await tap_four(team.participant)
    await team.participant.write(CANARY_TEXT)

    screen = await coach_looks(team)

    assert screen.endswith(
        "Point du lundi 23 novembre\xa0:\n"
        "humeur\xa0: bonne\nénergie\xa0: basse\ncalme\xa0: grand calme\nsommeil\xa0: très bon"
    )
    assert CANARY_TEXT not in team.coach.everything


async def test_who_keeps_it_shows_nothing_of_it(team: Team) -> None:
    await check_in(team.participant)
    before = await coach_looks(team)
    await team.participant.write("/privacy")
    await team.participant.choose("button-switch-sharing", "button-checkins-shown")

    screen = await coach_looks(team)

    assert "Point du" in before
    assert screen == before.partition("\nPoint du")[0].rstrip()


async def test_the_person_reads_what_the_coach_reads(team: Team) -> None:
    await check_in(team.participant)
    await team.participant.write("/privacy")

    await team.participant.choose("button-coach-screen")

    assert "humeur\xa0: bonne" in team.participant.screen


async def test_a_coach_sees_the_last_days_where_they_are_shown(team: Team) -> None:
    await check_in(team.participant)
    await coach_looks(team)

    await team.coach.choose("button-days-of")

    assert team.coach.shown == "days-of"
    assert "• humeur\xa0: bonne\n" in team.coach.screen
    assert (team.coach.latest[0].worded.picture or b"").startswith(b"\x89PNG")


async def test_a_look_at_the_days_is_written_down(team: Team) -> None:
    await check_in(team.participant)
    await coach_looks(team)
    before = await held(team.stage, "look")

    await team.coach.choose("button-days-of")

    assert (await held(team.stage, "look"))["look"] == before["look"] + 1


@pytest.mark.parametrize("shared", [True, False])
async def test_without_days_or_without_leave_there_is_no_picture(
    team: Team, *, shared: bool
) -> None:
    if not shared:
        await check_in(team.participant)
        await team.participant.write("/privacy")
        await team.participant.choose("button-switch-sharing", "button-checkins-shown")

    await coach_looks(team)

    assert "button-days-of" not in team.coach.offers


async def test_days_that_are_hidden_meanwhile_are_not_shown(team: Team) -> None:
    await check_in(team.participant)
    await coach_looks(team)
    before = await held(team.stage, "look")
    await team.participant.write("/privacy")
    await team.participant.choose("button-switch-sharing", "button-checkins-shown")

    await team.coach.choose("button-days-of")

    assert team.coach.shown == "person"
    assert await held(team.stage, "look") == before


async def test_what_the_person_marked_is_not_shown(team: Team) -> None:
    await check_in(team.participant)
    await team.participant.write("/days")
    await team.participant.choose("button-mark")
    await team.participant.write("entretien")
    await team.participant.choose("button-mark-today")
    await coach_looks(team)

    await team.coach.choose("button-days-of")

    assert "entretien" not in team.coach.everything


async def test_the_person_sees_the_picture_that_the_coach_sees(team: Team) -> None:
    await check_in(team.participant)
    await coach_looks(team)
    await team.coach.choose("button-days-of")
    await team.participant.write("/privacy")

    await team.participant.choose("button-coach-screen", "button-coach-days")

    seen, shown = team.coach.latest[0].worded, team.participant.latest[0].worded
    assert shown.text.endswith(seen.text)
    assert shown.picture == seen.picture


async def test_another_coach_sees_no_days(team: Team) -> None:
    await check_in(team.participant)
    await coach_looks(team)
    number, token = team.coach.find("button-days-of")
    other = await another_coach(team.stage)

    await other.press(number, token)

    assert other.shown == "out-of-date"


async def test_an_old_check_in_is_no_news(team: Team) -> None:
    await check_in(team.participant)
    await team.stage.pass_time(days=8)

    assert "Point du" not in await coach_looks(team)
