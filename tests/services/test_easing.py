"""Who does not answer is written to less often, then not at all until they write or tap."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.budget import Aside
from bot.domain.delivery import State
from bot.domain.plan import PlanKind
from bot.services import agreeing, easing
from bot.store import plans
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.scenes import ends, let_bring, recurs, scene_of
from tests.services.stage import Phone, Stage

HOUR = timedelta(hours=1)
NOON = time(12)
WEDNESDAY_EVENING = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)


@pytest.fixture
def phone(team: Team) -> Phone:
    """Somebody to whom everything can be brought."""
    let_bring(team.stage, PlanKind.COPING, PlanKind.SENTENCE, PlanKind.CHECKIN, PlanKind.REMINDER)
    return team.participant


async def live(stage: Stage, **span: float) -> None:
    """Let time pass as the engine does, which looks every few hours who does not answer."""
    until = stage.clock.moment + timedelta(**span)
    while stage.clock.moment < until:
        await stage.pass_time(hours=3)
        await easing.tend(stage.database, stage.planner, stage.clock.now())
        await stage.pass_time()


async def days_of(phone: Phone) -> list[int]:
    [row] = await rows_of(phone.stage, "plan")
    return list(row["rule"]["days"])


async def test_three_without_an_answer_are_followed_by_fewer_and_one_question(
    phone: Phone,
) -> None:
    await recurs(phone, NOON)

    await live(phone.stage, days=2, hours=12)

    assert phone.keys.count("eased") == 1
    assert await days_of(phone) == [0, 2, 4, 6]
    assert "Stratégie" in phone.bubbles[-1].text
    assert phone.offers == [
        "button-suits-me",
        "button-as-before",
        "button-other-time",
        "button-stop-these",
    ]


async def test_who_checks_in_without_the_invitation_answers_it_too(phone: Phone) -> None:
    await recurs(phone, NOON, PlanKind.CHECKIN)
    await live(phone.stage, hours=6)
    await phone.write("/moi")

    for _ in range(3):
        await live(phone.stage, days=1)
        await phone.write("/moi")

    assert "eased" not in phone.keys


async def test_it_is_asked_also_before_the_message_of_that_day(phone: Phone) -> None:
    await recurs(phone, NOON)
    await phone.stage.go_to(WEDNESDAY_EVENING + timedelta(hours=13))

    await easing.tend(phone.stage.database, phone.stage.planner, phone.stage.clock.now())
    await phone.stage.pass_time()

    assert phone.shown == "eased"
    assert await days_of(phone) == [0, 2, 4, 6]


@ON_SQLITE
async def test_it_is_asked_once(phone: Phone) -> None:
    await recurs(phone, NOON)

    await live(phone.stage, days=7)

    assert phone.keys.count("eased") == 1
    assert await days_of(phone) == [0, 2, 4, 6]


@ON_SQLITE
async def test_all_can_be_as_before(phone: Phone) -> None:
    await recurs(phone, NOON)
    await live(phone.stage, days=2, hours=12)

    await phone.choose("button-as-before")

    assert phone.shown == "steer-undone"
    assert await days_of(phone) == [0, 1, 2, 3, 4, 5, 6]


@ON_SQLITE
async def test_whoever_answers_now_and_then_is_written_to_as_before(phone: Phone) -> None:
    await recurs(phone, NOON)
    for _ in range(4):
        await live(phone.stage, days=2)
        await phone.choose("button-continue")

    assert "eased" not in phone.keys
    assert await days_of(phone) == [0, 1, 2, 3, 4, 5, 6]


@ON_SQLITE
async def test_an_answer_counts_for_all_that_one_message_said(phone: Phone) -> None:
    other = await recurs(phone, time(12, 15))
    await live(phone.stage, days=2)
    first = await recurs(phone, NOON)
    await live(phone.stage, days=1)
    await phone.choose("button-continue")
    async with scene_of(phone) as scene:
        await agreeing.stop(scene, first.id)

    await live(phone.stage, days=2)

    async with phone.stage.database.look() as session:
        kept = await plans.get(session, other.id)
    assert kept is not None
    assert kept.rule == other.rule


@ON_SQLITE
async def test_an_answer_to_something_else_is_none_to_this(phone: Phone) -> None:
    await recurs(phone, NOON)
    for _ in range(3):
        await live(phone.stage, days=1)
        await phone.write("/menu")

    assert "eased" in phone.keys


@ON_SQLITE
@pytest.mark.parametrize("kind", [PlanKind.SENTENCE, PlanKind.REMINDER])
async def test_what_is_only_read_waits_for_no_answer(phone: Phone, kind: PlanKind) -> None:
    await recurs(phone, NOON, kind)

    await live(phone.stage, days=4)

    assert "eased" not in phone.keys


@ON_SQLITE
async def test_the_question_keeps_to_the_quiet_hours_and_the_budget(phone: Phone) -> None:
    for wall in (time(18), time(19)):
        await recurs(phone, wall)
    await phone.stage.go_to(WEDNESDAY_EVENING + HOUR)
    for _ in range(6):
        await easing.tend(phone.stage.database, phone.stage.planner, phone.stage.clock.now())
        await phone.stage.pass_time(hours=2)
    assert "eased" not in phone.keys

    await phone.stage.pass_time(hours=3)
    await easing.tend(phone.stage.database, phone.stage.planner, phone.stage.clock.now())
    await phone.stage.pass_time()

    assert phone.shown == "together"
    assert phone.screen.count("J’écris moins souvent") == 2


@ON_SQLITE
async def test_after_a_silent_week_it_is_said_once_and_all_rests(phone: Phone) -> None:
    await recurs(phone, NOON, PlanKind.SENTENCE)

    await live(phone.stage, days=14)

    assert phone.keys.count("silence") == 1
    assert phone.shown == "silence"
    last = datetime(2026, 11, 30, 11, 0, tzinfo=UTC)
    rows = [row for row in await rows_of(phone.stage, "delivery") if row["slot"] == "sentence"]
    assert max(row["due"] for row in rows if row["state"] is State.SENT) == last


@ON_SQLITE
async def test_a_tap_or_a_word_ends_the_rest(phone: Phone) -> None:
    await recurs(phone, NOON, PlanKind.SENTENCE)
    await live(phone.stage, days=10)

    await phone.choose("button-resume")
    assert phone.shown == "resumed"
    await live(phone.stage, days=1)

    assert phone.shown == "morning-enough"


@ON_SQLITE
async def test_what_was_chosen_for_a_moment_goes_on_in_the_silence(agreed: Team) -> None:
    phone = agreed.participant
    let_bring(agreed.stage, PlanKind.SENTENCE, PlanKind.REMINDER)
    await recurs(phone, NOON, PlanKind.SENTENCE)
    await recurs(phone, time(15), PlanKind.REMINDER)

    await live(agreed.stage, days=9)

    assert "silence" in phone.keys
    rows = await rows_of(agreed.stage, "delivery")
    late = [
        row["slot"]
        for row in rows
        if row["state"] is State.SENT and row["due"] > datetime(2026, 12, 1, tzinfo=UTC)
    ]
    assert {"nudge", "reminder"} <= set(late)
    assert "sentence" not in late


@ON_SQLITE
async def test_who_is_told_nothing_unasked_is_not_asked_for_a_sign(agreed: Team) -> None:
    await live(agreed.stage, days=9)

    assert "silence" not in agreed.participant.keys


@ON_SQLITE
async def test_a_pause_is_no_silence(phone: Phone) -> None:
    await recurs(phone, NOON, PlanKind.SENTENCE)
    await phone.choose("button-messages", "button-pause", "button-pause-7")

    await live(phone.stage, days=10)

    assert "silence" not in phone.keys


async def test_an_aside_counts_like_what_it_is_about(phone: Phone) -> None:
    await recurs(phone, NOON)
    await recurs(phone, time(15), PlanKind.REMINDER)

    await live(phone.stage, days=2, hours=12)

    rows = await rows_of(phone.stage, "delivery")
    assert [row["state"] for row in rows if row["slot"] == Aside.EASED] == [State.SENT]
    assert await ends(phone.stage, State.FAILED, State.EXPIRED) == []
