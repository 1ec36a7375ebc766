"""What comes before work: it follows the wake-up, and rests on a day without work."""

from datetime import date, time

import pytest

from tests.services.conftest import Team
from tests.services.stage import Phone
from tests.services.test_coping_reminders import REMINDER, at, reminders, set_reminder


async def set_before_work(phone: Phone) -> None:
    await phone.write("/menu")
    await phone.choose(
        "button-stress", "button-strategies", "button-technique-reminders", "button-add-reminder"
    )
    await phone.choose("button-moment-work")
    await phone.tap("08:15")


async def leave_at(phone: Phone, typed: str) -> None:
    """Say anew when one leaves home."""
    await phone.write("/menu")
    await phone.choose("button-my-day", "button-my-wakeup", "button-change-around")
    await phone.tap("19:30")
    await phone.write(typed)


async def test_what_comes_before_work_follows_the_time_of_leaving(agreed: Team) -> None:
    await set_before_work(agreed.participant)
    assert "Le rappel suit votre réveil et votre départ." in agreed.participant.screen

    await leave_at(agreed.participant, "9h30")

    [plan] = await reminders(agreed.stage)
    assert plan.rule.wall == time(9, 15)


@pytest.mark.parametrize("answer", ["button-unwell", "button-not-working"])
async def test_on_a_day_without_work_it_rests_and_comes_again_the_day_after(
    agreed: Team, answer: str
) -> None:
    phone = agreed.participant
    await set_before_work(phone)
    await agreed.stage.go_to(at(date(2026, 11, 24), 7))
    await phone.choose(answer)
    await phone.write("/aujourdhui")
    assert "08:00" not in phone.screen

    await agreed.stage.go_to(at(date(2026, 11, 24), 12))
    assert REMINDER not in phone.keys

    await agreed.stage.go_to(at(date(2026, 11, 25), 8, 1))
    assert REMINDER in phone.keys


async def test_it_comes_if_there_is_work_after_all(agreed: Team) -> None:
    phone = agreed.participant
    await set_before_work(phone)
    await agreed.stage.go_to(at(date(2026, 11, 23), 19, 30))
    await phone.choose("button-no-work", "button-work-after-all")

    await agreed.stage.go_to(at(date(2026, 11, 24), 8, 1))

    assert REMINDER in phone.keys


async def test_on_a_day_without_work_what_is_not_before_work_comes(agreed: Team) -> None:
    phone = agreed.participant
    await set_reminder(phone, "button-moment-chosen", "button-done", at="18:00")
    await agreed.stage.go_to(at(date(2026, 11, 25), 7))
    await phone.choose("button-unwell")

    await agreed.stage.go_to(at(date(2026, 11, 25), 18, 1))

    assert REMINDER in phone.keys


async def test_what_was_past_when_it_was_set_is_not_on_the_day(agreed: Team) -> None:
    phone = agreed.participant
    await set_before_work(phone)

    await phone.write("/aujourdhui")
    assert "08:00" not in phone.screen
    await phone.write("/demain")
    assert "08:00" in phone.screen


async def test_it_does_not_follow_into_the_quiet_hours(agreed: Team) -> None:
    await set_before_work(agreed.participant)

    await leave_at(agreed.participant, "7h05")

    [plan] = await reminders(agreed.stage)
    assert plan.rule.wall == time(8, 0)


async def test_other_reminders_follow_nothing(agreed: Team) -> None:
    await set_reminder(agreed.participant, "button-moment-sunday", at="18h30")

    await leave_at(agreed.participant, "9h30")

    [plan] = await reminders(agreed.stage)
    assert plan.rule.wall == time(18, 30)
