"""Nobody is told more than they want, nor in quiet hours; what comes together is one message."""

from datetime import UTC, datetime, time

import pytest
from sqlalchemy import update

from bot.domain.budget import Wishes
from bot.domain.delivery import State
from bot.domain.plan import PlanKind, PlanState
from bot.domain.quiet import Quiet
from bot.store import plans, wishes
from bot.store.wishes import WishesRow
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.scenes import ends, let_bring, recurs, scene_of
from tests.services.stage import Phone

EVERY_KIND = (
    PlanKind.CHECKIN,
    PlanKind.COPING,
    PlanKind.AFTERWORK,
    PlanKind.SENTENCE,
    PlanKind.REMINDER,
)
QUIET = Quiet()


@pytest.fixture
def phone(team: Team) -> Phone:
    """Somebody to whom everything can be brought."""
    let_bring(team.stage, *EVERY_KIND)
    return team.participant


async def want(phone: Phone, budget: int = 2, quiet: Quiet = QUIET) -> None:
    async with scene_of(phone) as scene:
        kept = Wishes(budget=budget, quiet=quiet)
        await wishes.keep(scene.session, scene.member.id, kept)


@pytest.mark.parametrize(("budget", "sent"), [(0, 0), (1, 1), (2, 2), (4, 4)])
async def test_no_more_than_the_budget_goes_out_on_a_day(
    phone: Phone, budget: int, sent: int
) -> None:
    await want(phone, budget)
    for hour in (11, 13, 15, 17, 19):
        await recurs(phone, time(hour), PlanKind.COPING)

    await phone.stage.pass_time(hours=14)

    assert len(await ends(phone.stage, State.SENT)) == sent
    left_out = await ends(phone.stage, State.SKIPPED)
    assert [one.split()[-1] for one in left_out] == ["budget"] * (5 - sent)


async def test_a_new_day_begins_anew(phone: Phone) -> None:
    await want(phone, 1)
    await recurs(phone, time(11))
    await recurs(phone, time(13), PlanKind.CHECKIN)

    await phone.stage.pass_time(days=2)

    assert await ends(phone.stage, State.SENT) == ["Mon 10:00", "Tue 10:00"]


async def test_what_was_chosen_for_a_moment_does_not_count(agreed: Team) -> None:
    let_bring(agreed.stage, *EVERY_KIND)
    phone = agreed.participant
    await want(phone, 1)
    for hour in (10, 12, 14):
        await recurs(phone, time(hour), PlanKind.REMINDER)
    await recurs(phone, time(17))

    await agreed.stage.pass_time(days=1)

    assert "Tue 06:00" in [
        f"{row['due']:%a %H:%M}"
        for row in await rows_of(agreed.stage, "delivery")
        if row["slot"] == "nudge" and row["state"] is State.SENT
    ]
    assert await ends(phone.stage, State.SENT) == [
        "Mon 11:00",
        "Mon 13:00",
        "Mon 16:00",
        "Tue 09:00",
    ]


async def test_in_the_quiet_hours_only_what_was_chosen_for_them_goes_out(phone: Phone) -> None:
    for number, kind in enumerate(EVERY_KIND):
        await recurs(phone, time(21, number), kind)

    await phone.stage.pass_time(hours=14)

    assert await ends(phone.stage, State.SENT) == ["Mon 20:04"]
    assert [one.split()[-1] for one in await ends(phone.stage, State.SKIPPED)] == ["quiet"] * 4


async def test_own_quiet_hours_hold_instead(phone: Phone) -> None:
    await want(phone, quiet=Quiet(begins=time(9), ends=time(16)))
    await recurs(phone, time(11))
    await recurs(phone, time(22))

    await phone.stage.pass_time(hours=14)

    assert await ends(phone.stage, State.SENT) == ["Mon 21:00"]


async def test_what_is_late_does_not_slip_into_the_night(phone: Phone) -> None:
    await recurs(phone, time(20, 15))
    phone.stage.clock.moment = datetime(2026, 11, 23, 19, 40, tzinfo=UTC)

    await phone.stage.pass_time(minutes=1)

    assert await ends(phone.stage, State.SKIPPED) == ["Mon 19:15 quiet"]


async def test_what_comes_within_half_an_hour_is_one_message(phone: Phone) -> None:
    await recurs(phone, time(18))
    await recurs(phone, time(18, 30), PlanKind.SENTENCE)
    said = len(phone.bubbles)

    await phone.stage.go_to(datetime(2026, 11, 23, 20, 0, tzinfo=UTC))

    assert len(phone.bubbles) == said + 1
    assert phone.screen.startswith("Bonne route et bonne journée.\n\nD’accord. Bonne journée.")
    assert phone.offers == [
        "button-continue",
        "button-continue",
        "button-hard-day",
        "button-steer",
    ]
    assert await ends(phone.stage, State.SKIPPED) == ["Mon 17:30 merged"]


async def test_what_comes_later_stays_by_itself(phone: Phone) -> None:
    await recurs(phone, time(18))
    await recurs(phone, time(18, 31), PlanKind.SENTENCE)

    await phone.stage.go_to(datetime(2026, 11, 23, 20, 0, tzinfo=UTC))

    assert await ends(phone.stage, State.SENT) == ["Mon 17:00", "Mon 17:31"]


async def test_one_message_for_several_counts_once(phone: Phone) -> None:
    await want(phone, 1)
    for minute in (0, 10, 20):
        await recurs(phone, time(18, minute))

    await phone.stage.pass_time(hours=12)

    assert await ends(phone.stage, State.SENT) == ["Mon 17:00"]
    assert len(await ends(phone.stage, State.SKIPPED)) == 2


async def test_each_of_several_can_be_tapped_one_after_the_other(phone: Phone) -> None:
    await recurs(phone, time(18))
    await recurs(phone, time(18, 20), PlanKind.SENTENCE)
    await phone.stage.go_to(datetime(2026, 11, 23, 18, 0, tzinfo=UTC))
    both = phone.bubbles[-1]

    for choice in both.choices[:2]:
        await phone.press(both.number, choice.token)

    assert [bubble.text == both.text for bubble in phone.bubbles[-3:]] == [True, False, False]


async def test_several_are_steered_from_a_list(phone: Phone) -> None:
    await recurs(phone, time(18))
    await recurs(phone, time(18, 20), PlanKind.SENTENCE)
    await phone.stage.go_to(datetime(2026, 11, 23, 18, 0, tzinfo=UTC))

    await phone.choose("button-steer")

    assert phone.shown == "messages-recurring"
    assert "Stratégie" in phone.screen
    assert "18:00" in phone.screen
    assert "Phrase à moi" in phone.screen
    assert "18:20" in phone.screen
    assert {"1", "2"} <= set(phone.labels)


async def test_what_was_stopped_meanwhile_is_not_taken_along(phone: Phone) -> None:
    await recurs(phone, time(18))
    stopped = await recurs(phone, time(18, 5), PlanKind.SENTENCE)
    async with phone.stage.database.begin() as session:
        await plans.change(session, stopped.id, was=PlanState.ACTIVE, becomes=PlanState.ENDED)

    await phone.stage.pass_time(hours=12)

    assert phone.shown == "on-my-way"
    assert await ends(phone.stage, State.SKIPPED) == ["Mon 17:05 withdrawn"]


async def test_wishes_that_cannot_be_read_let_nothing_out(phone: Phone) -> None:
    await want(phone)
    async with phone.stage.database.begin() as session:
        await session.exec(update(WishesRow).values(said={"budget": "many"}))
    await recurs(phone, time(18))

    await phone.stage.pass_time(hours=12)

    assert await ends(phone.stage, State.FAILED) == ["Mon 17:00 malformed"]
