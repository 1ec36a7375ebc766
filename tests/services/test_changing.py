"""A holiday, a hospital stay: two taps, said before, undone after."""

from datetime import UTC, datetime

import pytest

from bot.domain.delivery import State
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone


async def nudged(phone: Phone, slot: str = "nudge") -> list[str]:
    rows = [row for row in await rows_of(phone.stage, "delivery") if row["slot"] == slot]
    return sorted(f"{row['due']:%m-%d}" for row in rows if row["state"] is State.SENT)


async def changes(phone: Phone, *taps: str) -> None:
    await phone.write("/messages")
    await phone.choose("button-change", *taps)


@pytest.mark.parametrize(
    ("what", "until"),
    [
        ("button-change-holiday", "dimanche 29 novembre"),
        ("button-change-hospital", "dimanche 6 décembre"),
    ],
)
async def test_what_will_happen_is_said_before(agreed: Team, what: str, until: str) -> None:
    await changes(agreed.participant, what)

    assert agreed.participant.shown == "change-offer-wakeups"
    assert until in agreed.participant.screen
    assert agreed.participant.offers == [
        "button-pause-all",
        "button-no-wakeups",
        "button-other-day",
        "button-back",
    ]


async def test_who_has_no_wakeup_is_offered_none_less(team: Team) -> None:
    await changes(team.participant, "button-change-holiday")

    assert team.participant.shown == "change-offer"
    assert "button-no-wakeups" not in team.participant.offers


async def test_everything_pauses_in_two_taps(agreed: Team) -> None:
    phone = agreed.participant
    await changes(phone, "button-change-holiday", "button-pause-all")
    assert phone.shown == "paused"

    await phone.stage.go_to(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))

    assert await nudged(phone) == ["11-30"]


async def test_only_wakeups_stop_in_two_taps(agreed: Team) -> None:
    phone = agreed.participant
    await changes(phone, "button-change-holiday", "button-no-wakeups")
    assert phone.shown == "change-no-wakeups"

    await phone.stage.go_to(datetime(2026, 11, 30, 12, 0, tzinfo=UTC))

    assert await nudged(phone) == ["11-30"]
    assert not any(row["paused_until"] for row in await rows_of(phone.stage, "person"))


@ON_SQLITE
@pytest.mark.parametrize(
    ("taps", "asked"), [((), ["11-30"]), (("button-undo",), ["11-23", "11-24"])]
)
async def test_without_wakeups_nobody_asks_how_work_went(
    agreed: Team, taps: tuple[str, ...], asked: list[str]
) -> None:
    phone = agreed.participant
    await phone.write("/apresletravail")
    await phone.choose("button-yes")
    await phone.write("16h")

    await changes(phone, "button-change-holiday", "button-no-wakeups", *taps)
    await phone.stage.go_to(datetime(2026, 11, 30, 18, 0, tzinfo=UTC))

    assert (await nudged(phone, "afterwork"))[: len(asked)] == asked


async def test_wakeups_that_stopped_come_back_at_a_tap(agreed: Team) -> None:
    phone = agreed.participant
    await changes(phone, "button-change-holiday", "button-no-wakeups", "button-undo")
    assert phone.shown == "change-undone"

    await phone.stage.pass_time(days=2)

    assert await nudged(phone) == ["11-24", "11-25"]


async def test_it_lasts_until_a_day_that_was_typed(agreed: Team) -> None:
    phone = agreed.participant
    await changes(phone, "button-change-hospital", "button-other-day")
    await phone.write("demain peut-être")
    assert (phone.shown, phone.offers) == ("date-again", ["button-back"])
    await phone.write("15/11")
    assert phone.shown == "date-over"

    await phone.write("25/11")
    assert phone.shown == "change-offer-wakeups"
    await phone.choose("button-no-wakeups")
    await phone.stage.pass_time(days=4)

    assert await nudged(phone) == ["11-26", "11-27"]


@ON_SQLITE
async def test_a_day_that_is_past_by_now_is_said_to_be(agreed: Team) -> None:
    phone = agreed.participant
    await changes(phone, "button-change-holiday")
    stop = phone.find("button-no-wakeups")
    await phone.stage.pass_time(days=10)

    assert await phone.press(*stop) == "C’est passé pour ce jour-là."


async def test_in_a_pause_no_part_of_it_is_offered_to_rest(agreed: Team) -> None:
    phone = agreed.participant
    await changes(phone, "button-change-holiday")
    alone = phone.find("button-no-wakeups")
    await phone.write("/pause")
    await phone.choose("button-pause-3")

    await changes(phone, "button-change-holiday")
    assert (phone.shown, "button-no-wakeups" in phone.offers) == ("change-offer", False)
    said = await phone.press(*alone)

    assert phone.stage.library.keys_of(said)[-1] == "toast-gone"
    assert await nudged(phone) == []
