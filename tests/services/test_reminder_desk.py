"""What a coach proposed: taken back, changed, rested or ended, and why it did not arrive."""

from datetime import UTC, datetime

import pytest

from bot.domain.plan import PlanState
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE, another_coach
from tests.services.proposal_plays import (
    LEARN,
    acts,
    button_of,
    card_of,
    propose,
    propose_every_day,
    states,
    toast,
)
from tests.services.stage import Phone

TUESDAY_AT_EIGHT = datetime(2026, 11, 24, 7, 0, 30, tzinfo=UTC)
NOT_ARRIVED = "pas arrivé."


async def open_reminders(coach: Phone) -> None:
    await card_of(coach)
    await coach.choose("button-reminders-of")


async def open_agreed(team: Team) -> None:
    """Let words come every day at nine, and open them as the coach sees them."""
    await propose_every_day(team.coach)
    await team.participant.choose("button-agree")
    await open_reminders(team.coach)
    await team.coach.choose("button-number")


async def arrivals_of(coach: Phone) -> list[str]:
    """Return what the coach reads of the latest messages, without the heading."""
    await card_of(coach)
    await coach.choose("button-arrivals")
    return coach.screen.splitlines()[2:]


async def hide_wakeups(phone: Phone) -> None:
    await phone.write("/privacy")
    await phone.choose("button-switch-sharing", "button-wakeups-shown")


async def test_a_proposal_is_taken_back_and_cannot_be_answered_any_more(team: Team) -> None:
    await propose(team.coach, "words", words=LEARN)
    agree = team.participant.find("button-agree")
    await open_reminders(team.coach)
    assert f"1. En attente\xa0: {LEARN}" in team.coach.screen
    await team.coach.choose("button-number")
    take_back = team.coach.find("button-take-offer-back")
    await team.coach.press(*take_back)
    assert team.coach.shown == "person-taken-back"

    assert toast(team.coach, await team.coach.press(*take_back)) == "toast-already"
    assert toast(team.participant, await team.participant.press(*agree)) == "toast-gone"
    assert await states(team.stage) == [("reminder", PlanState.ENDED)]


@ON_SQLITE
async def test_what_comes_sooner_is_read_first(team: Team) -> None:
    await propose_every_day(team.coach, words="demain à neuf heures")
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-words")
    await team.coach.write("aujourd’hui à onze heures")
    await team.coach.choose("button-another-moment", "button-every-day")
    await team.coach.write("11h")
    await team.coach.choose("button-propose")

    await open_reminders(team.coach)

    lines = [line for line in team.coach.screen.splitlines() if line[:3] in ("1. ", "2. ")]
    assert ["onze" in line for line in lines] == [True, False]


async def test_what_was_not_told_yet_is_not_told_once_taken_back(team: Team) -> None:
    await team.stage.pass_time(hours=12)
    await propose(team.coach, "words", words=LEARN)
    await open_reminders(team.coach)
    await team.coach.choose("button-number", "button-take-offer-back")

    await team.stage.pass_time(hours=12)

    assert "offered-words" not in team.participant.keys


async def test_an_answer_that_was_quicker_counts(team: Team) -> None:
    await propose(team.coach, "words", words=LEARN)
    await open_reminders(team.coach)
    await team.coach.choose("button-number")
    take_back = team.coach.find("button-take-offer-back")
    await team.participant.choose("button-agree")

    assert toast(team.coach, await team.coach.press(*take_back)) == "toast-gone"
    assert await states(team.stage) == [("reminder", PlanState.ACTIVE)]


async def test_a_change_is_proposed_and_takes_its_place_with_a_yes(team: Team) -> None:
    await open_agreed(team)
    await team.coach.choose("button-reminder-change")
    await team.coach.write("10h20")
    await team.coach.choose("button-propose")
    assert team.participant.shown == "offered-change"
    assert await states(team.stage) == [
        ("reminder", PlanState.ACTIVE),
        ("reminder", PlanState.PROPOSED),
    ]

    await team.participant.choose("button-agree")

    found = {row["state"]: row["rule"]["wall"] for row in await rows_of(team.stage, "plan")}
    assert found == {PlanState.ENDED: "09:00:00", PlanState.ACTIVE: "10:20:00"}


async def test_a_pause_is_proposed_and_goes_on_by_itself(team: Team) -> None:
    await open_agreed(team)
    await team.coach.choose("button-rest", "button-one-week")
    assert "Début\xa0: mardi 1 décembre" in team.coach.screen.replace("1er", "1")
    await team.coach.choose("button-propose")
    await team.participant.choose("button-agree")

    [plan] = [row for row in await rows_of(team.stage, "plan") if row["state"] == "active"]
    assert plan["rule"]["starts"] == "2026-12-01"


@ON_SQLITE
async def test_what_is_gone_meanwhile_is_not_changed(team: Team) -> None:
    await open_agreed(team)
    await team.coach.choose("button-reminder-change")
    await team.participant.write("/rappel")
    await team.participant.choose("button-number", "button-reminder-delete")

    said = await team.coach.choose("button-propose")

    assert toast(team.coach, said) == "toast-gone"
    assert await states(team.stage) == [("reminder", PlanState.ENDED)]


async def test_ending_is_told_to_the_person_once_who_may_keep_it(team: Team) -> None:
    await open_agreed(team)
    await team.coach.choose("button-end-reminder")
    assert await states(team.stage) == [("reminder", PlanState.ACTIVE)]
    end = team.coach.find("button-end-yes")
    await team.coach.press(*end)
    assert team.coach.shown == "person-reminder-ended"

    assert toast(team.coach, await team.coach.press(*end)) == "toast-already"
    assert team.participant.keys.count("ended-by-coach") == 1
    await team.participant.choose("button-keep-it", "button-that-is-it")

    assert await states(team.stage) == [
        ("reminder", PlanState.ACTIVE),
        ("reminder", PlanState.ENDED),
    ]


@ON_SQLITE
async def test_a_wakeup_is_among_them_and_ends_with_all_that_surrounds_it(agreed: Team) -> None:
    await open_reminders(agreed.coach)
    await agreed.coach.choose("button-number")
    assert "button-rest" not in agreed.coach.offers
    await agreed.coach.choose("button-end-reminder", "button-end-yes")
    said = agreed.participant.texts
    assert agreed.participant.offers == ["button-my-wakeup", "button-menu"]

    await agreed.stage.pass_time(days=2)

    assert agreed.participant.texts == said


@ON_SQLITE
@pytest.mark.parametrize(
    "key",
    ["button-reminder-change", "button-rest", "button-end-reminder", "button-end-yes"],
)
async def test_nobody_else_touches_what_a_coach_proposed(team: Team, key: str) -> None:
    stranger = await another_coach(team.stage)
    await open_agreed(team)
    await team.coach.choose("button-end-reminder")
    action, args = await button_of(team.coach, key)

    await acts(stranger, action, args)

    assert LEARN not in stranger.everything
    assert await states(team.stage) == [("reminder", PlanState.ACTIVE)]


@ON_SQLITE
async def test_what_somebody_set_alone_cannot_be_opened_by_their_coach(team: Team) -> None:
    await team.participant.write("/rappel")
    await team.participant.write("à moi")
    await team.participant.choose("button-every-day")
    await team.participant.tap("09:00")
    await team.participant.choose("button-that-is-it")
    [plan] = await rows_of(team.stage, "plan")

    for action in ("reminder", "reminder-end", "pause", "take-back"):
        await acts(team.coach, f"person.{action}", {"plan": plan["id"]})

    assert "à moi" not in team.coach.everything
    assert await states(team.stage) == [("reminder", PlanState.ACTIVE)]


async def test_each_message_is_told_in_one_sentence(team: Team) -> None:
    await propose_every_day(team.coach)
    assert await arrivals_of(team.coach) == []
    assert team.coach.shown == "arrivals-none"
    await team.participant.choose("button-agree")
    await team.stage.pass_time(days=1)
    await team.participant.change_membership("kicked")
    await team.stage.pass_time(days=1)

    unreached = "pas arrivé, les messages ne passent pas en ce moment"
    assert await arrivals_of(team.coach) == [
        f"• mercredi 25 novembre, 09:00, {LEARN}\xa0: {unreached}.",
        f"• mardi 24 novembre, 09:00, {LEARN}\xa0: arrivé.",
    ]


@ON_SQLITE
async def test_why_not_is_kept_where_what_comes_of_it_is(agreed: Team) -> None:
    await agreed.participant.write("/pause")
    await agreed.participant.choose("button-pause-3")
    await agreed.stage.pass_time(days=1)
    [line] = await arrivals_of(agreed.coach)
    assert line.endswith("pas envoyé, c’était une pause.")

    await hide_wakeups(agreed.participant)

    [line] = await arrivals_of(agreed.coach)
    assert line.endswith(NOT_ARRIVED)


@ON_SQLITE
async def test_what_is_not_a_coachs_own_is_not_told(team: Team) -> None:
    stranger = await another_coach(team.stage)
    await open_agreed(team)
    await team.stage.pass_time(days=1)
    await card_of(team.coach)

    for key in ("button-arrivals", "button-reminders-of"):
        action, args = await button_of(team.coach, key)
        await acts(stranger, action, args)

    assert LEARN not in stranger.everything
    assert stranger.shown == "out-of-date"


@pytest.mark.parametrize(
    ("hidden", "shown", "told"),
    [(False, "going-told", True), (True, "going", False)],
)
async def test_on_my_way_is_told_to_the_coach_where_getting_up_is_shown(
    team: Team, *, hidden: bool, shown: str, told: bool
) -> None:
    if hidden:
        await hide_wakeups(team.participant)
    await propose(team.coach, "appointment")
    assert ("« Je suis" in team.participant.screen.replace("\xa0", " ")) is told
    await team.participant.choose("button-agree")
    await team.stage.go_to(TUESDAY_AT_EIGHT)
    going = team.participant.find("button-going")

    await team.participant.press(*going)
    await team.stage.go_to(TUESDAY_AT_EIGHT.replace(hour=8))

    assert team.participant.shown == shown
    assert ("appointment-going" in team.coach.keys) is told
    assert toast(team.participant, await team.participant.press(*going)) == "toast-already"


@ON_SQLITE
async def test_nobody_is_on_the_way_once_it_is_over(team: Team) -> None:
    await propose(team.coach, "appointment")
    await team.participant.choose("button-agree")
    await team.stage.go_to(TUESDAY_AT_EIGHT.replace(hour=12))

    said = await team.participant.choose("button-going")

    assert toast(team.participant, said) == "toast-over"
    assert "appointment-going" not in team.coach.keys


@ON_SQLITE
async def test_an_appointment_long_before_the_hours_of_the_coach_is_told_to_nobody(
    team: Team,
) -> None:
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-appointment")
    await team.coach.write("8h")
    await team.coach.choose("button-propose")
    await team.participant.choose("button-agree")
    await team.stage.go_to(datetime(2026, 11, 24, 6, 0, 30, tzinfo=UTC))

    await team.participant.choose("button-going")

    assert team.participant.shown == "going"
    await team.stage.pass_time(hours=5)
    assert "appointment-going" not in team.coach.keys


@ON_SQLITE
async def test_how_often_questions_come_by_now_is_for_who_sees_the_answers(team: Team) -> None:
    await propose(team.coach, "checkin")
    await team.participant.choose("button-agree")
    await open_reminders(team.coach)
    assert "12:30" in team.coach.screen
    await team.participant.write("/privacy")
    await team.participant.choose("button-switch-sharing", "button-checkins-shown")

    await open_reminders(team.coach)
    assert "12:30" not in "\n".join([team.coach.screen, *team.coach.labels])
    await team.coach.choose("button-number")

    assert team.coach.offers == [
        "button-reminder-change",
        "button-end-reminder",
        "button-back",
        "button-menu",
    ]
    await team.coach.choose("button-reminder-change")
    assert team.coach.shown == "remind-when"
