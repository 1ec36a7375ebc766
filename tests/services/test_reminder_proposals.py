"""A coach proposes any reminder in three taps; the person decides, and nothing begins before."""

from datetime import UTC, datetime

import pytest

from bot.domain.plan import PlanState
from bot.domain.proposal import LONGEST_PLACE, MOST_WAITING
from bot.domain.reminder import LONGEST
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.proposal_plays import (
    LEARN,
    card_of,
    propose,
    propose_every_day,
    states,
    toast,
)
from tests.services.scenes import scene_of
from tests.services.stage import Phone

TUESDAY_AT_EIGHT = datetime(2026, 11, 24, 7, 0, 30, tzinfo=UTC)
TUESDAY_AT_NINE = datetime(2026, 11, 24, 8, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "words", "shown"),
    [
        ("words", LEARN, "offered-words"),
        ("appointment", "", "offered-appointment"),
        ("checkin", "", "offered-checkin"),
    ],
)
async def test_three_taps_propose_and_a_yes_lets_it_begin(
    team: Team, *, kind: str, words: str, shown: str
) -> None:
    await propose(team.coach, kind, words=words)
    assert team.coach.shown == "proposal-sent"
    assert team.participant.shown == shown
    assert team.participant.offers == ["button-agree", "button-other-time", "button-no-thanks"]
    stored = "checkin" if kind == "checkin" else "reminder"
    assert await states(team.stage) == [(stored, PlanState.PROPOSED)]
    agree = team.participant.find("button-agree")

    await team.participant.press(*agree)

    assert team.participant.shown == "offered-yes"
    assert team.coach.shown == "offered-accepted"
    assert await states(team.stage) == [(stored, PlanState.ACTIVE)]
    assert toast(team.participant, await team.participant.press(*agree)) == "toast-already"
    assert team.coach.keys.count("offered-accepted") == 1


async def test_nothing_comes_before_the_yes_and_words_are_hidden_when_they_come(
    team: Team,
) -> None:
    await propose(team.coach, "words", words=LEARN)
    await team.stage.go_to(TUESDAY_AT_EIGHT)
    assert "reminder-due" not in team.participant.keys

    await team.participant.choose("button-agree")
    await team.stage.go_to(TUESDAY_AT_NINE)

    assert team.participant.screen == "Rappel"
    await team.participant.choose("button-read")
    assert team.participant.screen == f"Rappel\n\n{LEARN}"


async def test_another_time_begins_at_that_time_and_the_coach_learns_it(team: Team) -> None:
    await propose(team.coach, "appointment")
    await team.participant.choose("button-other-time")
    await team.participant.write("11h15")

    assert team.coach.shown == "offered-other-time"
    assert "11:15" in team.coach.screen
    [plan] = await rows_of(team.stage, "plan")
    assert (plan["state"], plan["rule"]["wall"]) == (PlanState.ACTIVE, "09:15:00")


async def test_no_is_a_complete_answer(team: Team) -> None:
    await propose(team.coach, "words", words=LEARN)
    later = [team.participant.find(key) for key in ("button-agree", "button-other-time")]
    await team.participant.choose("button-no-thanks")

    assert team.participant.shown == "offered-no-told"
    assert team.coach.shown == "offered-declined"
    for button in later:
        assert toast(team.participant, await team.participant.press(*button)) == "toast-already"
    assert await states(team.stage) == [("reminder", PlanState.DECLINED)]


@ON_SQLITE
async def test_a_time_in_quiet_hours_is_asked_again_as_no_questions_come_then(team: Team) -> None:
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-checkin")
    offered = team.coach.labels
    await team.coach.write("25h")
    assert (team.coach.shown, team.coach.labels) == ("time-again", offered)
    await team.coach.write("22h")
    await team.coach.choose("button-propose")

    await team.participant.choose("button-agree")
    assert team.participant.shown == "steer-quiet"
    await team.participant.write("19h")

    assert team.participant.shown == "offered-yes"
    assert "19:00" in team.coach.screen


async def test_regular_questions_take_the_place_of_earlier_ones(team: Team) -> None:
    for _ in range(2):
        await propose(team.coach, "checkin")
        await team.participant.choose("button-agree")

    assert await states(team.stage) == [
        ("checkin", PlanState.ACTIVE),
        ("checkin", PlanState.ENDED),
    ]


@ON_SQLITE
async def test_other_days_and_weeks_are_some_taps_further(team: Team) -> None:
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-words")
    await team.coach.write(LEARN)
    await team.coach.choose("button-another-moment")
    await team.coach.write("3")
    await team.coach.write("jeudi")
    await team.coach.write("7h40")
    assert team.coach.shown == "remind-card"
    assert "toutes les 3 semaines" in team.coach.screen
    await team.coach.choose("button-propose")

    [plan] = await rows_of(team.stage, "plan")
    assert plan["rule"]["weeks"] == 3
    assert (plan["rule"]["days"], plan["rule"]["wall"]) == ([3], "07:40:00")


@ON_SQLITE
@pytest.mark.parametrize(
    ("key", "day"), [("button-before-interview", "25"), ("button-after-start", "03")]
)
async def test_it_can_follow_from_an_interview_or_a_start(
    team: Team, *, key: str, day: str
) -> None:
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-words")
    await team.coach.write(LEARN)
    await team.coach.choose(key)
    await team.coach.write("jeudi" if day == "25" else "26/11")
    await team.coach.choose("button-propose")

    [plan] = await rows_of(team.stage, "plan")
    assert plan["rule"]["starts"][-2:] == day


@ON_SQLITE
async def test_regular_questions_can_have_their_days(team: Team) -> None:
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-checkin", "button-another-moment")
    await team.coach.choose("button-day-out", "button-done", "button-back")
    assert team.coach.shown == "draft-which-days"
    await team.coach.choose("button-done")
    await team.coach.tap("18:00")
    await team.coach.choose("button-propose")

    [plan] = await rows_of(team.stage, "plan")
    assert plan["rule"]["days"] == [0, 4]


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\N{ZERO WIDTH SPACE} \n", "remind-what"),
        ("é" * (LONGEST + 1), "reminder-too-long"),
        ("é" * LONGEST, "remind-when"),
    ],
)
async def test_empty_and_huge_words_are_asked_again(team: Team, *, typed: str, shown: str) -> None:
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-words")

    await team.coach.write(typed)

    assert team.coach.shown == shown


@ON_SQLITE
async def test_an_appointment_has_a_place_words_and_a_time_before(team: Team) -> None:
    coach = team.coach
    await card_of(coach)
    await coach.choose("button-new-reminder", "button-kind-appointment")
    await coach.write("14h30")
    await coach.choose("button-place")
    await coach.write("x" * (LONGEST_PLACE + 1))
    assert coach.shown == "reminder-too-long"
    await coach.write("\N{ZERO WIDTH SPACE}")
    assert coach.shown == "remind-place"
    await coach.write("12 rue des\nLilas")
    await coach.choose("button-lead", "button-lead-half-hour", "button-words")
    await coach.write("Entretien")
    await coach.choose("button-propose")
    assert "Lieu\xa0: 12 rue des Lilas" in team.participant.screen
    assert "Je suis en route" in team.participant.screen
    await team.participant.choose("button-agree")

    await team.stage.go_to(datetime(2026, 11, 24, 13, 0, 30, tzinfo=UTC))

    await team.participant.choose("button-read")
    lines = ["Rappel", "", "À 14:30\xa0: Entretien", "Lieu\xa0: 12 rue des Lilas"]
    assert team.participant.screen.splitlines() == lines


async def test_the_same_twice_is_one_proposal(team: Team) -> None:
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-appointment", "button-when")
    button = team.coach.find("button-propose")
    await team.coach.press(*button)

    assert toast(team.coach, await team.coach.press(*button)) == "toast-already"
    await propose_again(team.coach)

    assert team.participant.keys.count("offered-appointment") == 1
    assert await states(team.stage) == [("reminder", PlanState.PROPOSED)]


async def propose_again(coach: Phone) -> None:
    await card_of(coach)
    await coach.choose("button-new-reminder", "button-kind-appointment", "button-when")
    assert toast(coach, await coach.choose("button-propose")) == "toast-already"


@ON_SQLITE
async def test_few_proposals_wait_at_once(team: Team) -> None:
    for number in range(MOST_WAITING + 1):
        await propose(team.coach, "words", words=f"{LEARN} {number}")

    assert team.coach.shown == "remind-many"
    assert team.participant.keys.count("offered-words") == MOST_WAITING


@ON_SQLITE
async def test_a_moment_that_is_over_is_neither_proposed_nor_agreed(team: Team) -> None:
    await card_of(team.coach)
    await team.coach.choose("button-new-reminder", "button-kind-words")
    await team.coach.write(LEARN)
    await team.coach.choose("button-another-moment", "button-once", "button-today")
    assert "08:00" not in team.coach.labels
    await team.coach.write("8h")
    await team.coach.choose("button-propose")
    assert team.coach.shown == "reminder-over"
    offered = team.coach.labels
    assert team.coach.offers[-1] == "button-back"
    await team.coach.write("25h")
    assert (team.coach.shown, team.coach.labels) == ("time-again", offered)
    await team.coach.write("11h")
    await team.coach.choose("button-propose")
    assert team.participant.shown == "offered-words"

    await team.stage.pass_time(hours=3)
    await team.participant.choose("button-agree")

    assert team.participant.shown == "offered-over"
    await card_of(team.coach)
    assert "en attente de réponse" not in team.coach.screen


async def test_what_waits_is_on_the_card_and_among_ones_reminders(team: Team) -> None:
    await propose(team.coach, "words", words=LEARN)
    await team.participant.write("/rappel")
    assert team.participant.shown == "reminders-only-offered"

    await team.participant.choose("button-offered")
    assert team.participant.shown == "offered-words"
    await card_of(team.coach)
    assert "Rappel proposé, en attente de réponse\xa0: mardi 24 novembre" in team.coach.screen
    assert LEARN not in team.coach.screen
    await team.participant.choose("button-agree")

    assert toast(team.participant, await nothing_waits(team.participant)) == "toast-gone"


async def nothing_waits(phone: Phone) -> str:
    async with scene_of(phone) as scene:
        found = await scene.act(scene, "offered", {})
    assert found is not None
    return phone.stage.library.say(found, phone.stage.deployment.voice)


async def test_what_a_coach_proposed_becomes_ones_own_when_it_is_changed(team: Team) -> None:
    await propose_every_day(team.coach)
    await team.participant.choose("button-agree")
    await team.participant.write("/rappel")
    await team.participant.choose("button-number", "button-reminder-change")
    await team.participant.write("10h15")
    await team.participant.choose("button-that-is-it")

    await card_of(team.coach)
    await team.coach.choose("button-reminders-of")

    assert LEARN not in team.coach.screen


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "words"),
    [
        ("button-french-vous", "Nadia vous propose un rendez-vous."),
        ("button-french-tu", "Nadia te propose un rendez-vous."),
        ("button-english", "Nadia proposes an appointment."),
    ],
)
async def test_it_is_proposed_in_the_language_of_the_person(
    team: Team, *, voice: str, words: str
) -> None:
    await team.participant.write("/language")
    await team.participant.choose(voice)

    await propose(team.coach, "appointment")

    assert team.participant.screen.startswith(words)
    appointment = "Appointment" if "english" in voice else "Rendez-vous"
    assert appointment in team.participant.screen.splitlines()
