import pytest

from bot.domain.plan import PlanState
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import NOTHING_AROUND, leave
from tests.services.stage import Phone, Stage


@pytest.fixture
async def proposed(team: Team) -> Team:
    """A team with a proposal that waits: at seven, from tomorrow."""
    await team.coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")
    return team


async def states(stage: Stage) -> list[tuple[str, PlanState]]:
    plans = sorted(await rows_of(stage, "plan"), key=lambda row: str(row["rule"]["wall"]))
    return [(row["rule"]["wall"][:5], row["state"]) for row in plans]


def toast(phone: Phone, said: str) -> str:
    return phone.stage.library.keys_of(said)[-1]


async def propose(coach: Phone, typed: str) -> None:
    await coach.choose("button-menu", "button-new-reminder")
    await coach.tap("Canari")
    await coach.choose("button-kind-wakeup")
    await coach.write(typed)
    await coach.choose("button-propose")


async def test_the_person_sees_what_is_proposed_and_by_whom(proposed: Team) -> None:
    participant = proposed.participant

    assert participant.shown == "proposal"
    assert participant.offers == ["button-agree", "button-other-time", "button-no-thanks"]
    assert "Nadia" in participant.screen
    assert "07:00" in participant.screen


async def test_nothing_starts_before_it_is_agreed(proposed: Team) -> None:
    await proposed.stage.pass_time(days=2)

    assert "nudge" not in proposed.participant.keys
    assert await states(proposed.stage) == [("07:00", PlanState.PROPOSED)]


async def test_agreeing_starts_it_and_tells_the_coach(proposed: Team) -> None:
    await proposed.participant.choose("button-agree")

    assert proposed.participant.shown == "around-evening"
    assert proposed.coach.shown == "proposal-accepted"
    assert await states(proposed.stage) == [("07:00", PlanState.ACTIVE)]


async def test_agreeing_twice_says_so(proposed: Team) -> None:
    agree = proposed.participant.find("button-agree")
    await proposed.participant.press(*agree)

    said = await proposed.participant.press(*agree)

    assert toast(proposed.participant, said) == "toast-already"
    assert proposed.coach.keys.count("proposal-accepted") == 1


async def test_declining_is_a_complete_answer(proposed: Team) -> None:
    await proposed.participant.choose("button-no-thanks")

    assert proposed.participant.shown == "proposal-no"
    assert proposed.coach.shown == "proposal-declined"
    assert await states(proposed.stage) == [("07:00", PlanState.DECLINED)]


@pytest.mark.parametrize("later", ["button-agree", "button-other-time", "button-no-thanks"])
async def test_after_declining_the_proposal_does_nothing(proposed: Team, later: str) -> None:
    button = proposed.participant.find(later)
    await proposed.participant.choose("button-no-thanks")

    said = await proposed.participant.press(*button)

    assert toast(proposed.participant, said) == "toast-already"
    assert proposed.participant.shown == "proposal-no"
    assert await states(proposed.stage) == [("07:00", PlanState.DECLINED)]


async def test_another_time_can_be_tapped(proposed: Team) -> None:
    await proposed.participant.choose("button-other-time")
    await proposed.participant.tap("07:30")

    assert proposed.coach.shown == "proposal-other-time"
    assert "07:30" in proposed.coach.screen
    assert await states(proposed.stage) == [("07:30", PlanState.ACTIVE)]


async def test_another_time_can_be_typed(proposed: Team) -> None:
    await proposed.participant.choose("button-other-time")
    await proposed.participant.write("7h10")

    assert proposed.participant.shown == "around-evening"
    assert await states(proposed.stage) == [("07:10", PlanState.ACTIVE)]


async def test_whoever_looked_for_another_time_can_go_back(proposed: Team) -> None:
    await proposed.participant.choose("button-other-time", "button-back")
    assert proposed.participant.shown == "proposal"

    await proposed.participant.choose("button-agree")
    assert proposed.participant.shown == "around-evening"


async def test_a_time_typed_after_the_answer_is_answered_too(proposed: Team) -> None:
    accept = proposed.participant.find("button-no-thanks")
    await proposed.participant.choose("button-other-time")
    await proposed.participant.press(*accept)

    await proposed.participant.write("7h10")

    assert proposed.participant.shown == "typed-elsewhere"


async def test_proposing_the_same_twice_says_so(proposed: Team) -> None:
    await proposed.coach.choose("button-menu", "button-new-reminder")
    await proposed.coach.tap("Canari")
    await proposed.coach.choose("button-kind-wakeup")

    said = await proposed.coach.choose("button-propose")

    assert toast(proposed.coach, said) == "toast-already"
    assert proposed.participant.keys.count("proposal") == 1


async def test_a_second_proposal_takes_the_place_of_the_first(proposed: Team) -> None:
    first = proposed.participant.find("button-agree")
    await propose(proposed.coach, "6h30")

    said = await proposed.participant.press(*first)
    assert toast(proposed.participant, said) == "toast-gone"

    await proposed.participant.choose("button-agree")
    assert await states(proposed.stage) == [("06:30", PlanState.ACTIVE), ("07:00", PlanState.ENDED)]


async def test_a_proposal_agreed_later_takes_the_place_of_the_wakeup(agreed: Team) -> None:
    await propose(agreed.coach, "6h30")
    await agreed.participant.choose("button-agree", *NOTHING_AROUND)

    await agreed.stage.pass_time(days=1)

    assert await states(agreed.stage) == [("06:30", PlanState.ACTIVE), ("07:00", PlanState.ENDED)]
    assert agreed.participant.keys.count("nudge") == 3


async def test_a_declined_change_leaves_the_wakeup_as_it_is(agreed: Team) -> None:
    await propose(agreed.coach, "6h30")
    await agreed.participant.choose("button-no-thanks")

    assert await states(agreed.stage) == [
        ("06:30", PlanState.DECLINED),
        ("07:00", PlanState.ACTIVE),
    ]


async def test_a_wakeup_set_alone_tells_the_coach_nothing(team: Team) -> None:
    said = team.coach.texts
    await team.participant.choose(
        "button-my-day", "button-my-wakeup", "button-that-is-it", *NOTHING_AROUND
    )

    assert team.participant.shown == "wakeup-agreed"
    assert team.coach.texts == said
    assert await states(team.stage) == [("07:00", PlanState.ACTIVE)]


async def test_setting_the_same_twice_says_so(team: Team) -> None:
    await team.participant.choose("button-my-day", "button-my-wakeup")
    button = team.participant.find("button-that-is-it")
    await team.participant.press(*button)

    said = await team.participant.press(*button)

    assert toast(team.participant, said) == "toast-already"
    assert await states(team.stage) == [("07:00", PlanState.ACTIVE)]


async def test_one_own_wakeup_is_shown_whole(agreed: Team) -> None:
    await agreed.participant.choose("button-menu", "button-my-day", "button-my-wakeup")

    assert agreed.participant.shown == "wakeup-mine"
    for time in ("07:00", "19:30", "08:15", "09:00"):
        assert time in agreed.participant.screen


async def test_changing_ones_wakeup_keeps_what_surrounds_it(agreed: Team) -> None:
    await agreed.participant.choose(
        "button-menu", "button-my-day", "button-my-wakeup", "button-change-wakeup"
    )
    await agreed.participant.write("6h50")
    await agreed.participant.choose("button-that-is-it")

    active = [row for row in await rows_of(agreed.stage, "plan") if row["state"] == "active"]
    [plan] = active
    assert plan["around"] == {"evening": "19:30", "leaves": "08:15", "tells_coach": "09:00"}


async def test_a_wakeup_that_was_stopped_sends_nothing(agreed: Team) -> None:
    await agreed.participant.choose(
        "button-menu", "button-my-day", "button-my-wakeup", "button-stop-wakeup"
    )
    assert agreed.participant.shown == "wakeup-ended"

    before = (agreed.participant.texts, agreed.coach.texts)
    await agreed.stage.pass_time(days=3)
    assert (agreed.participant.texts, agreed.coach.texts) == before


async def test_stopping_twice_says_so(agreed: Team) -> None:
    await agreed.participant.choose("button-menu", "button-my-day", "button-my-wakeup")
    stop = agreed.participant.find("button-stop-wakeup")
    await agreed.participant.press(*stop)

    said = await agreed.participant.press(*stop)

    assert toast(agreed.participant, said) == "toast-already"


async def test_the_coach_of_a_stopped_wakeup_awaits_no_answer(agreed: Team) -> None:
    await agreed.participant.choose(
        "button-menu", "button-my-day", "button-my-wakeup", "button-stop-wakeup"
    )
    await agreed.stage.pass_time(days=1)

    await agreed.coach.choose("button-menu", "button-my-people")

    assert "pas encore de réponse" not in agreed.coach.screen


async def test_a_proposal_reaches_the_person_outside_the_quiet_hours(team: Team) -> None:
    await team.stage.pass_time(hours=12)
    await team.coach.choose("button-new-reminder", "button-kind-wakeup", "button-propose")
    assert team.participant.shown == "menu"

    await team.stage.pass_time(hours=10)
    assert team.participant.shown == "proposal"


async def test_a_coach_who_left_is_told_nothing(proposed: Team) -> None:
    await leave(proposed.coach)
    said = proposed.coach.texts

    await proposed.participant.choose("button-agree", "button-none", "button-none")

    assert proposed.participant.shown == "wakeup-agreed"
    assert proposed.coach.texts == said


@pytest.mark.parametrize("typed", ["/reveil", "/wakeup", "réveil", "mon réveil"])
async def test_the_wakeup_is_found_by_typing(agreed: Team, typed: str) -> None:
    await agreed.participant.write(typed)

    assert agreed.participant.shown == "wakeup-mine"
