"""A coach changes their contact hours; what waits for them comes within the new ones."""

import pytest

from tests.services import group_plays
from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage
from tests.services.test_contacting import ask, paris, pings

pytestmark = ON_SQLITE


async def change(coach: Phone, hours: str) -> None:
    """Let a coach write other hours, from the menu on."""
    await coach.write("/menu")
    await coach.choose("button-settings", "button-my-hours")
    await coach.write(hours)


async def test_hours_are_shown_as_they_are_and_others_kept(team: Team) -> None:
    await team.coach.write("/settings")
    await team.coach.choose("button-my-hours")
    assert "En ce moment\xa0: de 09:00 à 17:00." in team.coach.screen

    await team.coach.tap("10:00")

    assert "de 10:00 à 18:00" in team.coach.screen
    await team.coach.choose("button-settings", "button-my-hours")
    assert "En ce moment\xa0: de 10:00 à 18:00." in team.coach.screen


async def test_typed_hours_are_kept_and_impossible_ones_asked_again(team: Team) -> None:
    await change(team.coach, "17h-9h")
    assert team.coach.shown == "hours-again"
    assert team.coach.offers[-1] == "button-back"
    assert "10:00 – 18:00" in team.coach.labels

    await team.coach.write("8h30-16h30")

    assert team.coach.shown == "hours-kept"
    assert "de 08:30 à 16:30" in team.coach.screen


async def test_a_facilitator_changes_them_too(stage: Stage) -> None:
    lina = (await group_plays.group_meets(stage))["lina"]

    await change(lina, "8h-12h")

    assert lina.shown == "hours-kept"
    await lina.choose("button-settings", "button-my-hours")
    assert "En ce moment\xa0: de 08:00 à 12:00." in lina.screen


async def test_nobody_who_does_not_work_here_is_asked(team: Team) -> None:
    await team.participant.write("/settings")

    assert "button-my-hours" not in team.participant.offers


async def test_the_digest_comes_as_the_new_hours_begin(team: Team) -> None:
    await team.participant.change_membership("kicked")
    await change(team.coach, "11h-18h")

    await team.stage.go_to(paris(23, 10, 59))
    assert "digest" not in team.coach.keys
    await team.stage.go_to(paris(23, 11))

    assert "digest" in team.coach.keys


async def test_a_day_that_had_its_digest_gets_no_second_one(team: Team) -> None:
    await team.participant.change_membership("kicked")
    await team.stage.go_to(paris(24, 9))
    given = team.coach.keys.count("digest")
    await change(team.coach, "11h-18h")

    await team.stage.go_to(paris(24, 12))

    assert team.coach.keys.count("digest") == given > 0


async def test_a_time_of_the_digest_outside_the_new_hours_gives_way(team: Team) -> None:
    await team.coach.write("/menu")
    await team.coach.choose("button-digest", "button-change-time")
    await team.coach.tap("09:30")

    await change(team.coach, "11h-18h")

    await team.coach.write("/menu")
    await team.coach.choose("button-digest")
    assert "11:00" in team.coach.screen


@pytest.mark.parametrize(("hours", "opens"), [("8h-16h", 8), ("11h-18h", 11)])
async def test_a_request_that_waits_comes_as_the_new_hours_begin(
    team: Team, hours: str, opens: int
) -> None:
    await team.stage.go_to(paris(23, 18, 30))
    await ask(team.participant)
    await change(team.coach, hours)

    await team.stage.go_to(paris(24, opens - 1, 59))
    assert pings(team.coach) == 0
    await team.stage.go_to(paris(24, opens))

    assert pings(team.coach) == 1


async def test_a_note_comes_within_the_new_hours(agreed: Team) -> None:
    await change(agreed.coach, "11h-18h")
    await agreed.stage.go_to(paris(24, 10, 59))
    told = len(agreed.coach.texts)

    await agreed.stage.go_to(paris(24, 11))

    assert len(agreed.coach.texts) > told


async def test_a_note_that_falls_after_the_new_hours_is_told_of_to_both(agreed: Team) -> None:
    await change(agreed.coach, "7h-8h30")

    assert "était prévu après ces heures" in agreed.coach.screen
    assert agreed.participant.shown == "note-after-hours"
    assert "le mot de 09:00" in agreed.participant.screen
    await agreed.participant.choose("button-change-around")
    assert agreed.participant.shown == "around-evening"


async def test_a_note_that_waits_for_the_new_hours_is_not_told_of(agreed: Team) -> None:
    await change(agreed.coach, "11h-18h")

    assert "prévu après" not in agreed.coach.screen
    assert "note-after-hours" not in agreed.participant.keys
