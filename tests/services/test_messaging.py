"""How often the bot speaks is seen and changed on one screen."""

from datetime import date, time

import pytest

from bot.domain.budget import Wishes
from bot.domain.delivery import State
from bot.domain.plan import PlanKind
from bot.domain.quiet import Quiet
from bot.store import wishes
from tests.services.conftest import Team
from tests.services.scenes import ends, let_bring, recurs, scene_of
from tests.services.stage import Phone


@pytest.fixture
def phone(team: Team) -> Phone:
    """Somebody to whom reminders to cope and own sentences can be brought."""
    let_bring(team.stage, PlanKind.COPING, PlanKind.SENTENCE, PlanKind.REMINDER)
    return team.participant


async def wanted(phone: Phone) -> Wishes:
    async with scene_of(phone) as scene:
        return await wishes.of_person(scene.session, scene.member.id)


@pytest.mark.parametrize("way", ["/messages", "button-messages"])
async def test_it_is_reached_by_command_and_from_the_menu(phone: Phone, way: str) -> None:
    await (phone.write(way) if way.startswith("/") else phone.choose(way))

    assert "2 messages par jour au plus" in phone.screen
    assert "de 20:30 à 07:00" in phone.screen
    assert phone.offers == [
        "button-how-many",
        "button-quiet",
        "button-recurring",
        "button-change",
        "button-discreet",
        "button-pause",
        "button-menu",
    ]


@pytest.mark.parametrize("budget", range(5))
async def test_the_budget_is_one_tap(phone: Phone, budget: int) -> None:
    await phone.write("/messages")
    await phone.choose("button-how-many")

    toast = await phone.tap(str(budget))

    assert (toast, phone.shown) == ("C’est noté.", "messages")
    assert (await wanted(phone)).budget == budget


async def test_the_quiet_hours_are_tapped_or_typed(phone: Phone) -> None:
    await phone.write("/messages")
    await phone.choose("button-quiet")
    await phone.tap("22:00")
    await phone.write("9h15")

    assert phone.keys[-2] == "messages"
    assert (await wanted(phone)).quiet == Quiet(begins=time(22), ends=time(9, 15))


async def test_quiet_hours_that_never_end_are_asked_about_again(phone: Phone) -> None:
    await phone.write("/messages")
    await phone.choose("button-quiet")
    await phone.tap("22:00")

    await phone.write("22h")

    assert phone.shown == "messages-quiet-ends"
    assert (await wanted(phone)).quiet == Quiet()


async def test_what_falls_into_new_quiet_hours_is_said(phone: Phone) -> None:
    await recurs(phone, time(18))
    await recurs(phone, time(18), PlanKind.REMINDER)
    await phone.write("/messages")
    await phone.choose("button-quiet")
    await phone.write("17h")

    await phone.tap("07:00")

    assert phone.shown == "messages-in-quiet"
    assert phone.screen.count("18:00") == 1
    assert phone.offers == ["button-number", "button-back"]


async def test_nothing_recurs_at_first(phone: Phone) -> None:
    await phone.write("/messages")

    await phone.choose("button-recurring")

    assert phone.shown == "messages-none-recur"


async def test_all_that_recurs_is_listed_a_few_at_a_time(phone: Phone) -> None:
    for hour in (10, 11, 12, 13):
        await recurs(phone, time(hour))
    await phone.write("/messages")

    await phone.choose("button-recurring")
    assert phone.offers == [*["button-number"] * 3, "button-more", "button-back"]
    await phone.choose("button-more")

    assert phone.offers == ["button-number", "button-back"]
    await phone.choose("button-number")
    assert phone.shown == "steer"


async def test_a_wakeup_is_in_the_list_and_leads_to_its_own_screen(agreed: Team) -> None:
    await agreed.participant.write("/messages")

    await agreed.participant.choose("button-recurring", "button-number")

    assert agreed.participant.shown == "wakeup-mine"


async def test_what_comes_once_is_listed_with_its_day(phone: Phone) -> None:
    await recurs(phone, time(10), PlanKind.REMINDER, ends=date(2026, 11, 23))

    await phone.write("/messages")
    await phone.choose("button-recurring")

    assert "lundi 23 novembre à 10:00" in phone.screen


async def test_staff_are_told_whom_these_choices_are_for(team: Team) -> None:
    await team.coach.write("/messages")

    assert (team.coach.shown, team.coach.offers) == ("messages-staff", ["button-menu"])


async def test_on_a_hard_day_one_gentle_message_at_most_comes(phone: Phone) -> None:
    for hour in (11, 13, 15):
        await recurs(phone, time(hour))
    await phone.choose("button-stress", "button-hard-day")
    assert phone.shown == "hard-day"

    await phone.stage.pass_time(hours=14)
    assert await ends(phone.stage, State.SENT) == ["Mon 10:00"]

    await phone.stage.pass_time(days=1)
    assert len(await ends(phone.stage, State.SENT)) == 3


async def test_a_hard_day_said_under_a_message_leaves_it_as_it_stands(phone: Phone) -> None:
    await recurs(phone, time(11))
    await phone.stage.pass_time(hours=2)

    await phone.choose("button-hard-day")

    assert phone.keys[-2:] == ["on-my-way", "hard-day"]


async def test_a_hard_day_can_be_taken_back(phone: Phone) -> None:
    for hour in (11, 13):
        await recurs(phone, time(hour))
    await phone.choose("button-stress", "button-hard-day", "button-undo")
    assert phone.shown == "hard-day-undone"

    await phone.stage.pass_time(hours=14)

    assert len(await ends(phone.stage, State.SENT)) == 2


async def test_a_coach_reaches_nobody_in_their_own_quiet_hours(team: Team) -> None:
    await team.participant.write("/messages")
    await team.participant.choose("button-quiet")
    await team.participant.write("14h")
    await team.participant.write("17h")
    await team.stage.pass_time(hours=5)

    await team.coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")
    assert "proposal" not in team.participant.keys
    await team.stage.pass_time(hours=2)

    assert team.participant.shown == "proposal"
