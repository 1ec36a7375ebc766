import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.wakeup import MorningState
from bot.store import mornings, plans
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.stage import Phone
from tests.store.waiting import somebody_waits

EVENING = datetime(2026, 11, 23, 18, 30, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


@pytest.fixture
async def evening(agreed: Team) -> Phone:
    """A participant who was just written to on the evening before."""
    await agreed.stage.go_to(EVENING)
    return agreed.participant


@pytest.fixture
async def nudged(agreed: Team) -> Phone:
    """A participant who was just woken up."""
    await agreed.stage.go_to(MORNING)
    return agreed.participant


async def state(phone: Phone) -> MorningState:
    """Return what is known of Tuesday."""
    rows = [row for row in await rows_of(phone.stage, "morning") if row["day"].day == 24]
    return MorningState(rows[0]["state"])


def toast(phone: Phone, said: str) -> str:
    return phone.stage.library.keys_of(said)[-1]


async def test_the_nudge_has_four_answers_and_is_fit_for_a_lock_screen(nudged: Phone) -> None:
    assert nudged.offers == [
        "button-up",
        "button-snooze",
        "button-not-working",
        "button-unwell",
    ]
    assert nudged.screen.startswith("Bonjour. C’est l’heure du réveil.")


async def test_whoever_is_up_is_led_through_the_morning_step_by_step(nudged: Phone) -> None:
    await nudged.choose("button-up")
    steps = [nudged.screen]
    for key in ("button-phase-done", "button-skip", "button-phase-done", "button-skip"):
        await nudged.choose(key)
        steps.append(nudged.screen)
    await nudged.choose("button-phase-done")

    assert [f"Étape {number} sur 5" in text for number, text in enumerate(steps, 1)] == [True] * 5
    assert nudged.shown == "morning-ready"


async def test_whoever_is_up_is_not_nudged_again(nudged: Phone) -> None:
    await nudged.choose("button-up")

    await nudged.stage.pass_time(hours=4)

    assert nudged.keys[-2:] == ["morning-phase", "leaving"]


async def test_the_steps_can_be_left(nudged: Phone) -> None:
    await nudged.choose("button-up", "button-enough")

    assert nudged.shown == "morning-enough"


async def test_a_step_done_twice_counts_once(nudged: Phone) -> None:
    await nudged.choose("button-up")
    done = nudged.find("button-phase-done")
    await nudged.press(*done)

    said = await nudged.press(*done)

    assert toast(nudged, said) == "toast-already"
    assert "Étape 2 sur 5" in nudged.screen


async def test_whoever_does_not_work_is_left_in_peace(nudged: Phone) -> None:
    await nudged.choose("button-not-working")
    assert nudged.shown == "not-working"

    await nudged.stage.pass_time(hours=4)
    assert nudged.shown == "not-working"


async def test_whoever_is_not_well_gets_texts_to_copy_and_help(nudged: Phone) -> None:
    await nudged.choose("button-unwell")

    employer, coach, help_ = nudged.latest[0].choices
    assert (employer.token, coach.token) == ("", "")
    assert "travailler" in employer.copies
    assert "ne vais pas bien" in coach.copies
    assert help_.token


async def test_the_first_answer_can_be_changed_by_another(nudged: Phone) -> None:
    off = nudged.find("button-not-working")
    await nudged.choose("button-up")

    await nudged.press(*off)

    assert await state(nudged) is MorningState.NOT_WORKING


@pytest.mark.parametrize("key", ["button-not-working", "button-unwell"])
async def test_whoever_is_up_after_all_is_reminded_to_leave(nudged: Phone, key: str) -> None:
    up = nudged.find("button-up")
    await nudged.choose(key)
    await nudged.press(*up)

    await nudged.stage.pass_time(hours=4)

    assert nudged.keys[-2:] == ["morning-phase", "leaving"]


async def test_whoever_is_up_after_the_time_to_leave_is_not_reminded_of_it(nudged: Phone) -> None:
    up = nudged.find("button-up")
    await nudged.choose("button-not-working")
    await nudged.stage.pass_time(hours=1, minutes=10)

    await nudged.press(*up)
    await nudged.stage.pass_time(hours=4)

    assert "leaving" not in nudged.keys


@pytest.mark.parametrize("key", ["button-up", "button-not-working", "button-unwell"])
async def test_the_same_answer_twice_says_so(nudged: Phone, key: str) -> None:
    button = nudged.find(key)
    await nudged.press(*button)

    said = await nudged.press(*button)

    assert toast(nudged, said) == "toast-already"


async def test_a_late_answer_counts_without_the_steps(nudged: Phone) -> None:
    await nudged.stage.pass_time(hours=5)

    await nudged.choose("button-up")

    assert nudged.shown == "up-late"
    assert await state(nudged) is MorningState.UP


@pytest.mark.parametrize("key", ["button-up", "button-not-working", "button-unwell"])
async def test_an_answer_on_another_day_changes_nothing(nudged: Phone, key: str) -> None:
    button = nudged.find(key)
    await nudged.stage.go_to(MORNING + timedelta(days=1))

    said = await nudged.press(*button)

    assert said
    assert await state(nudged) is MorningState.AWAITED


async def test_a_nudge_put_off_comes_again_eight_minutes_later(nudged: Phone) -> None:
    await nudged.choose("button-snooze")
    assert nudged.shown == "snoozed"
    assert "07:08" in nudged.screen

    await nudged.stage.pass_time(minutes=8)
    assert nudged.keys[-2:] == ["snoozed", "nudge"]


async def test_whoever_put_the_nudge_off_can_be_up_before_it_comes(nudged: Phone) -> None:
    await nudged.choose("button-snooze", "button-up")

    await nudged.stage.pass_time(minutes=20)

    assert nudged.shown == "morning-phase"


async def test_putting_off_twice_at_once_says_so(nudged: Phone) -> None:
    snooze = nudged.find("button-snooze")
    await nudged.press(*snooze)

    said = await nudged.press(*snooze)

    assert toast(nudged, said) == "toast-already"


async def test_the_fourth_time_is_not_put_off(nudged: Phone) -> None:
    for _ in range(3):
        await nudged.choose("button-snooze")
        await nudged.stage.pass_time(minutes=8)

    said = await nudged.choose("button-snooze")

    assert toast(nudged, said) == "toast-no-more-snooze"


async def test_a_nudge_of_hours_ago_cannot_be_put_off(nudged: Phone) -> None:
    await nudged.stage.pass_time(hours=5)

    said = await nudged.choose("button-snooze")

    assert toast(nudged, said) == "toast-over"


@pytest.mark.parametrize("key", ["button-up", "button-not-working", "button-unwell"])
async def test_an_answer_on_the_next_day_changes_nothing(nudged: Phone, key: str) -> None:
    await nudged.stage.pass_time(days=1, hours=-2)

    said = await nudged.choose(key)

    assert toast(nudged, said) == "toast-over"


async def test_all_is_ready_on_the_evening_before(evening: Phone) -> None:
    await evening.choose("button-ready")

    assert evening.shown == "evening-ready"
    assert "07:00" in evening.screen


async def test_no_work_tomorrow_means_no_wakeup_tomorrow(evening: Phone) -> None:
    await evening.choose("button-no-work")
    assert evening.shown == "evening-no-work"

    await evening.stage.pass_time(hours=20)
    assert evening.shown == "evening-no-work"


async def test_no_work_tomorrow_can_be_taken_back_once(evening: Phone) -> None:
    await evening.choose("button-no-work")
    button = evening.find("button-work-after-all")
    await evening.press(*button)
    assert toast(evening, await evening.press(*button)) == "toast-already"

    await evening.stage.go_to(MORNING)

    assert evening.shown == "nudge"


async def test_taken_back_in_the_morning_is_too_late(evening: Phone) -> None:
    await evening.choose("button-no-work")
    await evening.stage.go_to(MORNING)

    said = await evening.choose("button-work-after-all")

    assert toast(evening, said) == "toast-over"


async def test_no_work_tomorrow_leaves_the_day_after_as_it_is(evening: Phone) -> None:
    await evening.choose("button-no-work")

    await evening.stage.go_to(MORNING + timedelta(days=1))

    assert evening.keys[-2:] == ["evening-leaving", "nudge"]


async def test_another_time_for_tomorrow_can_be_typed(evening: Phone) -> None:
    await evening.choose("button-change-time")
    await evening.write("7h40")

    assert evening.shown == "evening-changed"
    assert "07:40" in evening.screen


async def test_another_time_for_tomorrow_shows_with_the_wakeup(evening: Phone) -> None:
    await evening.choose("button-change-time")
    await evening.write("7h40")

    await evening.write("menu")
    await evening.choose("button-my-day", "button-my-wakeup")

    assert "Seulement mardi 24 novembre\xa0: 07:40" in evening.screen


async def test_after_another_time_was_tapped_nothing_is_asked(evening: Phone) -> None:
    await evening.choose("button-change-time")
    await evening.tap("07:15")

    await evening.write("merci")

    assert evening.shown == "typed-elsewhere"


async def test_whoever_wants_no_other_time_can_go_back(evening: Phone) -> None:
    await evening.choose("button-change-time", "button-back")
    assert evening.shown == "evening-leaving"

    await evening.write("merci")
    assert evening.shown == "typed-elsewhere"


@pytest.mark.parametrize("key", ["button-ready", "button-change-time"])
async def test_the_evening_is_over_in_the_morning(evening: Phone, key: str) -> None:
    button = evening.find(key)
    await evening.stage.go_to(MORNING)

    said = await evening.press(*button)

    assert toast(evening, said) == "toast-over"


async def test_a_time_typed_when_it_is_too_late_is_answered(evening: Phone) -> None:
    await evening.choose("button-change-time")
    await evening.stage.go_to(MORNING)

    await evening.write("7h40")

    assert evening.shown == "toast-over"
    assert evening.offers == ["button-menu", "button-help"]


async def test_a_time_that_is_past_is_not_offered(evening: Phone) -> None:
    await evening.stage.go_to(MORNING - timedelta(minutes=20))

    await evening.choose("button-change-time")

    assert [label for label in evening.labels if ":" in label] == [
        "06:45",
        "07:15",
        "07:30",
        "08:00",
    ]


async def test_a_time_that_is_past_leaves_the_wakeup_as_it_is(evening: Phone) -> None:
    await evening.choose("button-change-time")
    await evening.stage.go_to(MORNING - timedelta(minutes=20))

    await evening.write("6h30")
    assert evening.shown == "toast-over"

    await evening.stage.go_to(MORNING)
    assert evening.shown == "nudge"


async def test_whoever_leaves_is_wished_a_good_day(nudged: Phone) -> None:
    await nudged.stage.pass_time(hours=1, minutes=5)
    assert nudged.shown == "leaving"

    await nudged.choose("button-on-my-way")
    assert nudged.shown == "on-my-way"


async def test_whoever_is_late_gets_texts_to_copy(nudged: Phone) -> None:
    await nudged.stage.pass_time(hours=1, minutes=5)

    await nudged.choose("button-late")

    assert nudged.shown == "late"
    assert all("retard" in choice.copies for choice in nudged.latest[0].choices)


async def test_a_wakeup_that_ended_explains_its_old_buttons(nudged: Phone) -> None:
    up = nudged.find("button-up")
    await nudged.write("menu")
    await nudged.choose("button-my-day", "button-my-wakeup", "button-stop-wakeup")

    await nudged.press(*up)

    assert nudged.shown == "out-of-date"
    assert nudged.offers == ["button-menu", "button-help"]


@pytest.mark.parametrize(
    "database_url", [pytest.param("postgresql", marks=pytest.mark.postgresql)], indirect=True
)
async def test_a_tap_waits_for_whoever_plans_and_holds_nothing_meanwhile(nudged: Phone) -> None:
    async with nudged.stage.database.begin() as session:
        [plan] = await plans.to_be_planned(session, MORNING + timedelta(days=30), limit=10)
        tapping = asyncio.create_task(nudged.choose("button-up"))
        await somebody_waits(session)
        async with asyncio.timeout(5):
            await mornings.get(session, plan, MORNING.date())

    await tapping
    assert nudged.shown == "morning-phase"


async def test_a_wakeup_whose_words_nobody_signed_off_is_not_sent(agreed: Team) -> None:
    agreed.stage.hold_back("words/wakeup")
    said = len(agreed.participant.bubbles)

    await agreed.stage.go_to(MORNING)

    assert len(agreed.participant.bubbles) == said
    ended = [row for row in await rows_of(agreed.stage, "delivery") if row["slot"] == "nudge"]
    assert [row["reason"] for row in ended if row["state"] == "skipped"] == ["unapproved"]
