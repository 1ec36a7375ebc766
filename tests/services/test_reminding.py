"""What can be done when an own reminder comes, and until when it is kept."""

from datetime import UTC, datetime

import pytest

from bot.domain.plan import PlanState
from bot.services.housekeeping import keep_house
from bot.store import plans
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import number_of
from tests.services.test_setting_reminders import (
    BUTTONS,
    TUESDAY_AT_NINE,
    WAYS,
    begin,
    comings,
    it_comes,
    set_one,
)


@pytest.mark.parametrize(
    ("button", "shown"),
    [("button-reminder-done", "reminder-done"), ("button-skip", "reminder-skipped")],
)
async def test_done_and_not_this_time_are_complete_answers(
    team: Team, *, button: str, shown: str
) -> None:
    await it_comes(team.participant)
    tapped = team.participant.find(button)

    await team.participant.press(*tapped)

    assert team.participant.shown == shown
    assert await team.participant.press(*tapped) == "C’est déjà noté."


@pytest.mark.parametrize(
    ("button", "minutes"),
    [("button-in-ten-minutes", 10), ("button-in-an-hour", 60), ("button-this-evening", 600)],
)
async def test_it_can_come_later(team: Team, *, button: str, minutes: int) -> None:
    await it_comes(team.participant)
    await team.participant.choose("button-reminder-later")
    tapped = team.participant.find(button)
    await team.participant.press(*tapped)
    assert await team.participant.press(*tapped) == "C’est déjà noté."

    await team.stage.pass_time(minutes=minutes - 2)
    assert comings(team.participant) == 0
    await team.stage.pass_time(minutes=3)

    assert comings(team.participant) == 1
    assert team.participant.offers == BUTTONS


async def test_later_this_evening_is_not_offered_in_the_evening(team: Team) -> None:
    await set_one(team.participant, at="18:00")
    await team.stage.go_to(datetime(2026, 11, 24, 17, 5, tzinfo=UTC))

    await team.participant.choose("button-reminder-later")

    assert "button-this-evening" not in team.participant.offers
    await team.participant.choose("button-back")
    assert team.participant.offers == WAYS


async def test_it_can_be_moved_to_another_day(team: Team) -> None:
    await it_comes(team.participant)
    await team.participant.choose("button-reminder-move")
    await team.participant.write("vendredi")
    await team.participant.write("10h")

    assert "vendredi 27 novembre à 10:00" in team.participant.screen
    await team.stage.go_to(datetime(2026, 11, 27, 9, 1, tzinfo=UTC))
    assert comings(team.participant) == 1


async def test_it_cannot_be_moved_into_the_past(team: Team) -> None:
    await it_comes(team.participant)
    await team.participant.choose("button-reminder-move", "button-today")
    offered = team.participant.labels

    await team.participant.write("8h")
    assert (team.participant.shown, team.participant.labels) == ("reminder-over", offered)
    await team.participant.write("9h30")

    assert team.participant.shown == "reminder-put-off"


async def test_a_deleted_one_comes_no_more_until_that_is_taken_back(team: Team) -> None:
    phone = team.participant
    await set_one(phone)
    await phone.write("/remind")
    await phone.choose("button-number")
    delete = phone.find("button-reminder-delete")
    await phone.press(*delete)
    assert phone.shown == "reminder-deleted"
    assert await phone.press(*delete) == "Ce n’est plus possible."

    await phone.choose("button-undo")
    await phone.stage.go_to(TUESDAY_AT_NINE)

    assert comings(phone) == 1


async def test_what_is_deleted_takes_along_what_was_put_off_of_it(team: Team) -> None:
    phone = team.participant
    await begin(phone)
    await phone.choose("button-every-week", "button-done")
    await phone.tap("18:00")
    await phone.choose("button-that-is-it")
    await phone.stage.pass_time(hours=9)
    await phone.choose("button-reminder-later", "button-in-an-hour", "button-reminders")
    assert phone.screen.count("appeler") == 2

    await phone.tap(number_of(phone, "18:00"))
    await phone.choose("button-reminder-delete")
    await phone.stage.pass_time(days=2)

    assert comings(phone) == 0


async def test_what_is_gone_says_so_when_it_is_answered(team: Team) -> None:
    phone = team.participant
    await it_comes(phone)
    done, later = phone.find("button-reminder-done"), phone.find("button-reminder-later")
    async with phone.stage.database.begin() as session:
        [row] = [row for row in await rows_of(phone.stage, "plan") if row["kind"] == "reminder"]
        await plans.change(session, row["id"], was=PlanState.ACTIVE, becomes=PlanState.ENDED)

    for token in (done, later):
        assert await phone.press(*token) == "Ce n’est plus possible."


async def test_it_comes_at_night_but_not_in_a_pause(team: Team) -> None:
    phone = team.participant
    await begin(phone)
    await phone.choose("button-every-week", "button-done")
    await phone.write("23h")
    await phone.choose("button-that-is-it")
    await phone.stage.pass_time(hours=14)
    assert comings(phone) == 1

    await phone.write("/pause")
    await phone.choose("button-pause-3")
    await phone.stage.pass_time(days=2)

    assert comings(phone) == 1


async def test_nobody_elses_reminder_can_be_touched(team: Team) -> None:
    await it_comes(team.participant)
    _, token = team.participant.find("button-reminder-done")

    await team.coach.press(1, token)

    assert team.coach.shown == "out-of-date"
    assert team.participant.shown == "reminder-due"


async def test_who_leaves_leaves_no_reminder(team: Team) -> None:
    await set_one(team.participant)
    await team.participant.write("/leave")
    await team.participant.choose("button-leave-now")
    await team.stage.pass_time(days=2)

    assert comings(team.participant) == 0
    assert await held(team.stage, "plan") == {"plan": 0}


async def test_one_that_is_over_is_not_kept_for_good(team: Team) -> None:
    await it_comes(team.participant)
    await begin(team.participant, "chaque semaine")
    await team.participant.choose("button-every-week", "button-done")
    await team.participant.tap("09:00")
    await team.participant.choose("button-that-is-it")

    for days in (13, 3):
        await team.stage.pass_time(days=days)
        await keep_house(team.stage.database, team.stage.clock.now())
        states = {row["state"] for row in await rows_of(team.stage, "plan")}
        assert (PlanState.ENDED in states) is (days == 3)

    assert PlanState.ACTIVE in states


async def test_a_day_that_went_by_meanwhile_is_asked_about_again(team: Team) -> None:
    await it_comes(team.participant)
    await team.participant.choose("button-reminder-move", "button-today")
    await team.stage.pass_time(days=1)

    await team.participant.tap("18:00")

    assert team.participant.shown == "date-over"
    await team.participant.choose("button-tomorrow")
    assert team.participant.shown == "reminder-which-time"
