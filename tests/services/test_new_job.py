"""A new job: what followed the old one rests from a day on, and the new one is set up."""

from datetime import UTC, datetime

import pytest

from bot.domain.delivery import State
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone
from tests.services.test_afterwork import DUE as AFTER_WORK
from tests.services.test_tying import set_before_work

IN_TEN_DAYS = datetime(2026, 12, 3, 21, 0, tzinfo=UTC)


async def sent(phone: Phone, slot: str = "nudge") -> list[str]:
    """Return the moments at which something was sent."""
    rows = [row for row in await rows_of(phone.stage, "delivery") if row["slot"] == slot]
    return sorted(f"{row['due']:%m-%d %H:%M}" for row in rows if row["state"] is State.SENT)


async def new_job(phone: Phone) -> None:
    await phone.write("/messages")
    await phone.choose("button-change", "button-change-job")


async def from_friday(phone: Phone) -> None:
    await new_job(phone)
    await phone.write("vendredi")


async def after_five(phone: Phone) -> None:
    await phone.write("/afterwork")
    await phone.choose("button-yes")
    await phone.tap("17:00")


async def test_the_old_wakeup_rests_from_the_day_on(agreed: Team) -> None:
    phone = agreed.participant
    await new_job(phone)
    await phone.tap("jeudi 26 novembre")
    assert phone.shown == "job-rests"
    assert phone.offers[:2] == ["button-new-wakeup", "button-afterwork"]
    assert phone.offers[2:4] == ["button-job-reminders", "button-undo"]

    await phone.stage.go_to(IN_TEN_DAYS)

    assert await sent(phone) == ["11-24 06:00", "11-25 06:00"]
    assert await sent(phone, "leaving") == ["11-24 07:05", "11-25 07:05"]
    assert await sent(phone, "evening") == ["11-23 18:30", "11-24 18:30"]


async def test_nothing_is_said_to_go_on_as_before(agreed: Team) -> None:
    await from_friday(agreed.participant)

    assert "comme avant" not in " ".join(agreed.participant.texts)
    assert "button-pause-all" not in agreed.participant.offers


async def test_a_new_wakeup_is_a_tap_away_and_follows_the_old_one(agreed: Team) -> None:
    phone = agreed.participant
    await from_friday(phone)
    await phone.choose("button-new-wakeup")
    assert "vendredi 27 novembre" in phone.screen
    await phone.write("5h30")
    await phone.choose("button-that-is-it", "button-none")
    assert "08:15" not in phone.labels
    await phone.choose("button-none")

    await phone.stage.go_to(datetime(2026, 11, 30, 12, tzinfo=UTC))

    old = ["11-24 06:00", "11-25 06:00", "11-26 06:00"]
    assert await sent(phone) == [*old, "11-27 04:30", "11-30 04:30"]


async def test_the_question_after_work_has_a_new_time_from_the_day_on(agreed: Team) -> None:
    phone = agreed.participant
    await after_five(phone)
    await from_friday(phone)
    assert "Après le travail" in phone.screen
    await phone.choose("button-afterwork")
    await phone.tap("12:00")
    assert phone.shown == "afterwork-plan"

    await phone.stage.go_to(datetime(2026, 11, 30, 20, tzinfo=UTC))

    old = [f"11-{day} 16:30" for day in (23, 24, 25, 26)]
    assert await sent(phone, "afterwork") == [*old, "11-27 11:30", "11-30 11:30"]


async def test_what_ends_says_so(agreed: Team) -> None:
    phone = agreed.participant
    await after_five(phone)
    await from_friday(phone)

    await phone.write("/afterwork")
    assert "jusqu’au jeudi 26 novembre compris" in phone.screen
    await phone.write("/menu")
    await phone.choose("button-my-day", "button-my-wakeup")

    assert "Dernier jour\xa0: jeudi 26 novembre" in phone.screen


async def test_a_wakeup_that_ended_is_followed_by_a_new_one(agreed: Team) -> None:
    phone = agreed.participant
    await from_friday(phone)
    await phone.write("/menu")
    await phone.choose("button-my-day", "button-my-wakeup", "button-change-wakeup")
    assert "vendredi 27 novembre" in phone.screen
    await phone.stage.pass_time(days=7)

    await phone.write("/menu")
    await phone.choose("button-my-day", "button-my-wakeup")

    assert phone.shown == "draft-own"


async def test_no_question_of_either_comes_on_a_day_without_work(agreed: Team) -> None:
    phone = agreed.participant
    await after_five(phone)
    await from_friday(phone)
    await phone.choose("button-afterwork")
    await phone.tap("12:00")
    await phone.stage.go_to(datetime(2026, 11, 24, 6, 0, 30, tzinfo=UTC))
    await phone.choose("button-not-working")

    await phone.stage.go_to(datetime(2026, 11, 24, 20, tzinfo=UTC))

    assert phone.shown not in AFTER_WORK
    assert await sent(phone, "afterwork") == ["11-23 16:30"]


@ON_SQLITE
async def test_techniques_before_the_old_work_rest_too(agreed: Team) -> None:
    phone = agreed.participant
    await set_before_work(phone)
    await from_friday(phone)
    assert "Stratégie" in phone.screen
    await phone.choose("button-new-wakeup")
    await phone.write("5h30")
    await phone.choose("button-that-is-it", "button-none")
    await phone.tap("06:30")

    await phone.stage.go_to(datetime(2026, 11, 30, 12, tzinfo=UTC))

    days = [moment[:5] for moment in await sent(phone, "coping")]
    assert days == ["11-24", "11-25", "11-26"]


@ON_SQLITE
@pytest.mark.parametrize("day", ["button-tomorrow", "button-today"])
async def test_what_had_not_begun_does_not_come_and_comes_back_at_a_tap(
    agreed: Team, day: str
) -> None:
    phone = agreed.participant
    await after_five(phone)
    await new_job(phone)
    await phone.choose(day)
    undo = phone.find("button-undo")
    await phone.write("/menu")
    await phone.choose("button-my-day", "button-my-wakeup")
    assert phone.shown == "draft-own"

    await phone.press(*undo)
    assert phone.shown == "job-undone"
    await phone.stage.go_to(datetime(2026, 11, 25, 12, tzinfo=UTC))

    assert await sent(phone) == ["11-24 06:00", "11-25 06:00"]
    assert await sent(phone, "afterwork") == ["11-23 16:30", "11-24 16:30"]


async def test_there_is_no_way_back_once_the_new_one_is_set(agreed: Team) -> None:
    phone = agreed.participant
    await from_friday(phone)
    undo = phone.find("button-undo")
    await phone.choose("button-new-wakeup", "button-that-is-it")

    assert await phone.press(*undo) == "Ce n’est plus possible."


async def test_the_day_can_be_put_right(agreed: Team) -> None:
    phone = agreed.participant
    await from_friday(phone)
    await new_job(phone)
    await phone.choose("button-tomorrow")

    await phone.stage.go_to(IN_TEN_DAYS)

    assert await sent(phone) == []


async def test_a_second_tap_changes_nothing(agreed: Team) -> None:
    phone = agreed.participant
    await new_job(phone)
    tomorrow = phone.find("button-tomorrow")
    await phone.press(*tomorrow)

    assert await phone.press(*tomorrow) == "C’est déjà noté."
    assert phone.shown == "job-rests"


async def test_a_day_that_is_past_by_now_is_said_to_be(agreed: Team) -> None:
    phone = agreed.participant
    await new_job(phone)
    tomorrow = phone.find("button-tomorrow")
    await phone.stage.pass_time(days=3)

    assert await phone.press(*tomorrow) == "C’est passé pour ce jour-là."


@ON_SQLITE
@pytest.mark.parametrize("words", ["un jour", "", "9" * 3000])
async def test_what_is_no_day_is_asked_again(agreed: Team, words: str) -> None:
    phone = agreed.participant
    await new_job(phone)

    await phone.write(words or "?")

    assert phone.shown == "date-again"
    assert await sent(phone) == []


async def test_who_had_nothing_set_is_led_to_a_wakeup(team: Team) -> None:
    phone = team.participant
    await new_job(phone)
    assert "lundi 30 novembre" in phone.labels
    await phone.tap("lundi 30 novembre")
    assert phone.shown == "job-nothing-rests"
    assert "button-undo" not in phone.offers

    await phone.choose("button-new-wakeup")

    assert "lundi 30 novembre" in phone.screen


@ON_SQLITE
@pytest.mark.parametrize("voice", ["button-french-tu", "button-english"])
async def test_it_is_said_in_every_voice(agreed: Team, voice: str) -> None:
    phone = agreed.participant
    await phone.write("/langue")
    await phone.choose(voice)

    await new_job(phone)
    await phone.choose("button-tomorrow")

    assert phone.shown == "job-rests"
    assert "Vous" not in phone.screen


@ON_SQLITE
async def test_nobody_elses_job_is_taken_back(agreed: Team) -> None:
    await from_friday(agreed.participant)

    await agreed.coach.press(*agreed.participant.find("button-undo"))

    assert agreed.coach.shown == "out-of-date"
