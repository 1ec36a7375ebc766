import pytest

from bot.domain.delivery import Reason, State
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE, leave
from tests.services.stage import Phone, Stage
from tests.services.test_deskwork import MORNING


@pytest.fixture
async def asked(team: Team) -> Phone:
    """A participant who agreed to seven o'clock and is asked about the evening before."""
    await team.coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")
    await team.participant.choose("button-agree")
    return team.participant


async def around(stage: Stage) -> dict[str, str | None]:
    [found] = [row["around"] for row in await rows_of(stage, "plan") if row["state"] == "active"]
    return dict(found)


async def test_all_that_surrounds_a_wakeup_takes_three_taps(asked: Phone) -> None:
    seen = []
    for label in ("20:00", "07:45", "09:15"):
        seen.append(asked.shown)
        await asked.tap(label)

    assert seen == ["around-evening", "around-leaving", "around-telling"]
    assert await around(asked.stage) == {
        "evening": "20:00",
        "leaves": "07:45",
        "tells_coach": "09:15",
    }
    assert asked.shown == "wakeup-agreed"


async def test_none_of_it_is_needed(asked: Phone) -> None:
    await asked.choose("button-none", "button-none", "button-none")

    assert asked.shown == "wakeup-agreed"
    assert await around(asked.stage) == {"evening": None, "leaves": None, "tells_coach": None}


async def test_each_time_can_be_typed(asked: Phone) -> None:
    for typed in ("21h", "8h05", "9h40"):
        await asked.write(typed)

    assert await around(asked.stage) == {
        "evening": "21:00",
        "leaves": "08:05",
        "tells_coach": "09:40",
    }


async def test_an_impossible_time_is_asked_again(asked: Phone) -> None:
    offered = asked.labels
    await asked.write("jamais")
    assert (asked.shown, asked.labels) == ("time-again", offered)
    await asked.write("25h")
    assert (asked.shown, asked.labels) == ("time-again", offered)

    await asked.tap("19:30")
    assert asked.shown == "around-leaving"


async def test_the_note_is_offered_inside_the_hours_of_the_coach(asked: Phone) -> None:
    await asked.choose("button-none", "button-none")

    assert [label[:5] for label in asked.labels[:-1]] == ["09:00", "09:15", "09:30"]
    assert "09:00" in asked.screen
    assert "17:00" in asked.screen


@ON_SQLITE
@pytest.mark.parametrize("typed", ["18h", "17h", "6h30", "7h"])
async def test_a_note_that_could_never_come_is_asked_again(asked: Phone, typed: str) -> None:
    await asked.choose("button-none", "button-none")

    await asked.write(typed)
    assert asked.shown == "around-telling"
    assert (await around(asked.stage))["tells_coach"] is None

    await asked.write("9h10")
    assert asked.shown == "wakeup-agreed"


async def test_without_a_coach_nobody_is_told(asked: Phone, team: Team) -> None:
    await leave(team.coach)

    await asked.choose("button-none", "button-none")

    assert asked.shown == "wakeup-agreed"


async def test_after_the_last_answer_nothing_is_asked(asked: Phone) -> None:
    await asked.choose("button-none", "button-none", "button-none")

    await asked.write("merci")

    assert asked.shown == "typed-elsewhere"


async def test_what_was_chosen_is_offered_again_when_it_is_changed(agreed: Team) -> None:
    await agreed.participant.choose(
        "button-menu", "button-my-day", "button-my-wakeup", "button-change-around"
    )
    await agreed.participant.tap("19:30")
    await agreed.participant.tap("08:15")
    await agreed.participant.choose("button-none")

    expected = {"evening": "19:30", "leaves": "08:15", "tells_coach": None}
    assert await around(agreed.stage) == expected


async def test_a_typed_time_of_before_is_offered_again(asked: Phone) -> None:
    await asked.write("20h20")
    await asked.choose(
        "button-none", "button-none", "button-menu", "button-my-day", "button-my-wakeup"
    )

    await asked.choose("button-change-around")

    assert "20:20" in asked.labels


async def test_a_wakeup_that_ended_meanwhile_cannot_be_surrounded(agreed: Team) -> None:
    await agreed.participant.choose(
        "button-menu", "button-my-day", "button-my-wakeup", "button-change-around"
    )
    late = agreed.participant.token("20:00")
    await agreed.participant.write("menu")
    await agreed.participant.choose("button-my-day", "button-my-wakeup", "button-stop-wakeup")

    await agreed.participant.press(*late)

    assert agreed.participant.shown == "out-of-date"


async def test_a_wakeup_near_midnight_offers_only_times_of_that_day(team: Team) -> None:
    await team.participant.choose("button-my-day", "button-my-wakeup")
    await team.participant.write("23h30")
    await team.participant.choose("button-that-is-it", "button-none")

    assert team.participant.shown == "around-leaving"
    assert team.participant.offers == ["button-none"]


async def test_the_note_is_agreed_to_in_so_many_words_and_taken_back(asked: Phone) -> None:
    await asked.choose("button-none", "button-none")
    await asked.tap("09:15")
    await asked.choose("button-menu", "button-my-day", "button-my-wakeup", "button-change-around")
    await asked.choose("button-none", "button-none", "button-none")

    version, text_hash = asked.stage.deployment.library.fingerprint("around-telling")
    [consent] = [row for row in await rows_of(asked.stage, "consent") if row["purpose"] == "note"]
    assert (consent["version"], consent["text_hash"]) == (version, text_hash)
    assert consent["withdrawn_at"] is not None


@pytest.mark.parametrize(
    ("key", "leaving"),
    [("button-phase-done", (State.SKIPPED, Reason.ANSWERED)), ("button-skip", (State.SENT, None))],
)
async def test_only_who_went_out_is_not_reminded_to_leave(
    agreed: Team, key: str, leaving: tuple[State, Reason | None]
) -> None:
    await agreed.stage.go_to(MORNING)
    await agreed.participant.choose("button-up", *["button-skip"] * 4, key)

    await agreed.stage.pass_time(hours=4)

    ended = [row for row in await rows_of(agreed.stage, "delivery") if row["slot"] == "leaving"]
    assert [(row["state"], row["reason"]) for row in ended if row["ended_at"]] == [leaving]
