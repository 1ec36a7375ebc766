"""What follows when nobody looks at a contact request: one reminder, then the truth."""

from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE
from tests.services.test_contacting import ask, go_to, paris, pings


async def test_the_coach_is_reminded_once_and_then_the_person_is_told_the_truth(
    team: Team,
) -> None:
    await ask(team.participant)
    await go_to(team.stage, paris(23, 10, 59))
    assert pings(team.coach) == 1

    await go_to(team.stage, paris(23, 11))
    assert team.coach.screen.startswith("Toujours à lire")
    await go_to(team.stage, paris(23, 12))

    assert team.participant.shown == "contact-unread"
    await go_to(team.stage, paris(25, 12))
    assert pings(team.coach) == 2
    assert team.participant.keys.count("contact-unread") == 1


async def test_the_time_outside_the_hours_does_not_count(team: Team) -> None:
    await go_to(team.stage, paris(23, 16, 30))
    await ask(team.participant)

    await go_to(team.stage, paris(24, 9, 29))
    assert pings(team.coach) == 1
    await go_to(team.stage, paris(24, 9, 30))

    assert pings(team.coach) == 2


@ON_SQLITE
async def test_nobody_is_reminded_as_the_hours_end(team: Team) -> None:
    await go_to(team.stage, paris(23, 16))
    await ask(team.participant)

    await go_to(team.stage, paris(24, 8, 59))
    assert pings(team.coach) == 1
    await go_to(team.stage, paris(24, 9))

    assert pings(team.coach) == 2


@ON_SQLITE
async def test_a_request_still_unread_can_be_seen_days_later(team: Team) -> None:
    await ask(team.participant)
    await go_to(team.stage, paris(24, 9, 10))

    await team.coach.choose("button-seen")

    assert "Vu par Nadia à 09:10." in team.participant.screen


@ON_SQLITE
async def test_who_asks_again_once_everybody_let_it_rest_is_heard(team: Team) -> None:
    await ask(team.participant)
    await team.participant.write("à propos de lundi")
    await go_to(team.stage, paris(25, 12))
    assert pings(team.coach) == 2

    await ask(team.participant)
    await go_to(team.stage, paris(25, 12, 1))

    assert team.coach.keys.count("contact-asked-anew") == 1
    assert "contact-taken-back" not in team.coach.keys
    assert "Demandé mercredi 25 novembre à 12:00." in team.coach.texts[-1]
    assert "à propos de lundi" in team.coach.texts[-1]
