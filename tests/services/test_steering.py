"""What recurs is changed from under its own message, and back again."""

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.delivery import State
from bot.domain.plan import PlanKind, PlanState
from bot.domain.schedule import Rule
from bot.services import steering
from bot.store import plans
from tests.services.conftest import Team
from tests.services.scenes import ends, let_bring, recurs, scene_of
from tests.services.stage import Phone

SIX = time(18)
FRIDAY = date(2026, 11, 27)
SUNDAY_AFTER = date(2026, 12, 6)


@pytest.fixture
async def phone(team: Team) -> Phone:
    """Somebody who got a reminder to cope at six, as each day."""
    let_bring(team.stage, PlanKind.COPING, PlanKind.REMINDER)
    await recurs(team.participant, SIX)
    await team.stage.go_to(datetime(2026, 11, 23, 17, 1, tzinfo=UTC))
    return team.participant


async def days_of(phone: Phone) -> list[int]:
    async with scene_of(phone) as scene:
        [plan] = await plans.of_person(
            scene.session, scene.member.id, PlanKind.COPING, state=PlanState.ACTIVE
        )
    return sorted(plan.rule.days)


async def test_what_was_brought_stays_as_it_stands(phone: Phone) -> None:
    await phone.choose("button-steer")

    assert phone.keys[-2:] == ["on-my-way", "steer"]
    assert phone.offers == [
        "button-fewer",
        "button-other-time",
        "button-stop-these",
        "button-as-it-is",
    ]


async def test_fewer_is_half_of_the_days_and_can_be_undone(phone: Phone) -> None:
    await phone.choose("button-steer", "button-fewer")
    assert phone.shown == "steer-changed"
    assert "lundi, mercredi, vendredi et dimanche" in phone.screen
    assert await days_of(phone) == [0, 2, 4, 6]

    await phone.choose("button-undo")

    assert phone.shown == "steer-undone"
    assert await days_of(phone) == [0, 1, 2, 3, 4, 5, 6]


async def test_what_is_rare_already_is_not_made_rarer(phone: Phone) -> None:
    for _ in range(5):
        await phone.choose("button-steer", "button-fewer")

    await phone.choose("button-steer", "button-fewer")

    assert phone.shown == "steer-rare"
    assert "toutes les 4\xa0semaines" in phone.screen or "toutes les 4 semaines" in phone.screen


@pytest.mark.parametrize("typed", ["", "17h45"])
async def test_another_time_is_tapped_or_typed(phone: Phone, typed: str) -> None:
    await phone.choose("button-steer", "button-other-time")
    if typed:
        await phone.write(typed)
    else:
        await phone.tap("17:45")
    assert phone.shown == "steer-changed"

    await phone.stage.pass_time(days=1)

    assert await ends(phone.stage, State.SENT) == ["Mon 17:00", "Tue 16:45"]


async def test_a_time_in_the_quiet_hours_is_asked_about_again(phone: Phone) -> None:
    await phone.choose("button-steer", "button-other-time")

    await phone.write("22h")

    assert phone.shown == "steer-quiet"
    await phone.write("19h")
    assert phone.shown == "steer-changed"


async def test_no_more_of_these_can_be_undone(phone: Phone) -> None:
    await phone.choose("button-steer", "button-stop-these")
    await phone.stage.pass_time(days=1)
    assert await ends(phone.stage, State.SENT) == ["Mon 17:00"]

    await phone.choose("button-undo")
    await phone.stage.pass_time(days=1)

    assert await ends(phone.stage, State.SENT) == ["Mon 17:00", "Wed 17:00"]


async def test_a_button_of_what_was_stopped_says_so(phone: Phone) -> None:
    button = phone.find("button-steer")
    await phone.choose("button-steer")
    fewer = phone.find("button-fewer")
    await phone.choose("button-stop-these")

    for token in (button, fewer):
        assert await phone.press(*token) == "Ce n’est plus possible."


async def test_all_can_stay_as_it_is(phone: Phone) -> None:
    await phone.choose("button-steer", "button-as-it-is")

    assert phone.shown == "steer-left"
    assert await days_of(phone) == [0, 1, 2, 3, 4, 5, 6]


async def test_nobody_steers_what_is_anothers(phone: Phone, team: Team) -> None:
    await phone.choose("button-steer")

    await team.coach.press(*phone.find("button-fewer"))

    assert await days_of(phone) == [0, 1, 2, 3, 4, 5, 6]


async def test_a_reminder_may_be_moved_into_the_night(phone: Phone) -> None:
    await recurs(phone, time(18, 30), PlanKind.REMINDER)
    await phone.stage.pass_time(minutes=40)
    await phone.choose("button-steer", "button-other-time")

    await phone.write("23h")

    assert phone.shown == "steer-changed"
    await phone.stage.pass_time(hours=6)
    assert "Mon 22:00" not in await ends(phone.stage, State.SENT)
    await phone.stage.pass_time(days=1)
    assert "Tue 22:00" in await ends(phone.stage, State.SENT)


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        (Rule(days=frozenset({4}), wall=SIX, starts=FRIDAY), "when-weekly"),
        (Rule(days=frozenset({4}), wall=SIX, starts=FRIDAY, ends=SUNDAY_AFTER), "when-weekly"),
        (Rule(days=frozenset({4}), wall=SIX, starts=FRIDAY, ends=FRIDAY), "when-once"),
        (Rule(days=frozenset({0}), wall=SIX, starts=FRIDAY, ends=SUNDAY_AFTER), "when"),
        (Rule(days=frozenset({4}), wall=SIX, starts=FRIDAY, weeks=2), "when-weeks"),
        (Rule(days=frozenset({0, 4}), wall=SIX, starts=FRIDAY), "when"),
    ],
)
def test_only_one_day_that_comes_back_each_week_is_called_every(rule: Rule, key: str) -> None:
    assert steering.when(rule).key == key
