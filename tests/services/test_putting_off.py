"""What was held up comes when it suits whoever is told: nobody is told of others in their night."""

from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.test_caseload import needs_something
from tests.services.test_contacting import ask, go_to, paris, pings


async def answer_while_away(team: Team) -> None:
    """Let the participant accept what the coach proposed while Telegram is away."""
    await team.coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")
    await go_to(team.stage, paris(23, 16))
    team.stage.shelf.is_away = True
    await team.participant.choose("button-agree")


async def test_an_answer_held_up_until_night_waits_for_the_hours_of_the_coach(team: Team) -> None:
    await answer_while_away(team)
    await team.stage.be_away_until(paris(23, 23))
    assert "proposal-accepted" not in team.coach.keys

    await go_to(team.stage, paris(24, 8, 59))
    assert "proposal-accepted" not in team.coach.keys
    await go_to(team.stage, paris(24, 9))

    assert "proposal-accepted" in team.coach.keys


async def test_what_was_put_off_says_why_until_it_goes_out(team: Team) -> None:
    await answer_while_away(team)
    await team.stage.be_away_until(paris(23, 23))

    [row] = [
        one
        for one in await rows_of(team.stage, "delivery")
        if one["kind"] == "digest" and one["state"] == "planned"
    ]
    assert (row["reason"], row["due"]) == ("closed", paris(24, 9))


async def test_a_coach_who_is_here_is_told_whatever_the_hour(team: Team) -> None:
    await answer_while_away(team)
    team.stage.clock.moment = paris(23, 23)
    await team.coach.write("menu")

    await team.stage.be_away_until(paris(23, 23, 5))

    assert "proposal-accepted" in team.coach.keys


async def test_a_request_held_up_until_the_evening_ends_where_it_is_seen(team: Team) -> None:
    await go_to(team.stage, paris(23, 16, 30))
    team.stage.shelf.is_away = True
    await ask(team.participant)

    await team.stage.be_away_until(paris(23, 22))
    assert pings(team.coach) == 0
    assert "expired" in {row["state"] for row in await rows_of(team.stage, "delivery")}
    await go_to(team.stage, paris(24, 9, 30))

    assert pings(team.coach) == 1


async def test_words_added_at_night_to_what_never_arrived_wait_for_the_hours(team: Team) -> None:
    await go_to(team.stage, paris(23, 16, 30))
    team.stage.shelf.is_away = True
    await ask(team.participant)
    await team.stage.be_away_until(paris(23, 22))

    await team.participant.write("à propos de lundi")
    assert pings(team.coach) == 0
    await go_to(team.stage, paris(24, 9))

    assert pings(team.coach) == 1
    assert "à propos de lundi" in team.coach.screen


async def test_a_receipt_held_up_until_night_comes_after_the_quiet_hours(team: Team) -> None:
    await ask(team.participant)
    await go_to(team.stage, paris(23, 10, 30))
    team.stage.shelf.is_away = True
    await team.coach.choose("button-seen")

    await team.stage.be_away_until(paris(23, 22))
    assert "contact-receipt" not in team.participant.keys
    await go_to(team.stage, paris(24, 7))

    assert team.participant.shown == "contact-receipt"


async def test_a_proposal_held_up_until_night_comes_in_the_morning(team: Team) -> None:
    await team.coach.choose("button-new-reminder", "button-kind-wakeup")
    await go_to(team.stage, paris(23, 12))
    team.stage.shelf.is_away = True
    await team.coach.choose("button-propose")

    await team.stage.be_away_until(paris(23, 22))
    assert "proposal" not in team.participant.keys
    await go_to(team.stage, paris(24, 7))

    assert "proposal" in team.participant.keys


async def test_a_proposal_waits_until_a_morning_that_was_put_off_is_over(agreed: Team) -> None:
    await agreed.stage.go_to(paris(24, 7))
    await agreed.participant.choose("button-snooze")

    await needs_something(agreed, "proposal")

    await agreed.stage.go_to(paris(24, 7, 23))
    assert agreed.participant.keys[-3:] == ["snoozed", "nudge", "nudge"]
    await agreed.stage.go_to(paris(24, 7, 24))
    assert agreed.participant.shown == "proposal"


async def test_a_proposal_comes_at_once_while_the_steps_of_the_morning_are_taken(
    agreed: Team,
) -> None:
    await agreed.stage.go_to(paris(24, 7))
    await agreed.participant.choose("button-up")

    await needs_something(agreed, "proposal")

    assert agreed.participant.shown == "proposal"
