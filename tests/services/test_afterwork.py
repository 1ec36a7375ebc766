"""The question after work, from the offer to what a coach reads of it."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.afterwork import AFTERWORK, ANSWERS, WENT
from bot.domain.delivery import Reason, State
from bot.domain.people import Role
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import NotingLibrary, Phone, Stage

DUE = {"afterwork-due-1", "afterwork-due-2", "afterwork-due-3"}
AFTER_WORK = datetime(2026, 11, 23, 16, 31, tzinfo=UTC)


def option(step: str, one: str) -> str:
    return f"afterwork/steps/{step}/options/{one}"


async def agree(phone: Phone) -> None:
    """Let the question come after five, and see the card."""
    await phone.write("/menu")
    await phone.choose("button-my-day", "button-afterwork", "button-yes")
    await phone.tap("17:00")


@pytest.fixture
async def asked(team: Team) -> Phone:
    """A participant who was just asked for the first time, on a Monday."""
    await agree(team.participant)
    await team.stage.go_to(AFTER_WORK)
    assert team.participant.shown in DUE
    return team.participant


async def ends(stage: Stage) -> list[tuple[date, State, Reason | None]]:
    rows = [row for row in await rows_of(stage, "delivery") if row["slot"] == AFTERWORK]
    ended = sorted((row for row in rows if row["ended_at"]), key=lambda row: row["due"])
    return [(row["day"], row["state"], row["reason"]) for row in ended]


def test_the_content_asks_what_the_message_offers(library: NotingLibrary) -> None:
    exercise = library.exercise(AFTERWORK)

    assert exercise is not None
    assert (exercise.steps[0].id, exercise.steps[0].options) == (WENT, ANSWERS)


async def test_it_is_gone_on_with_on_its_day_only(asked: Phone) -> None:
    await asked.choose(option(WENT, "mixed"), "button-stop-here")
    await asked.write("/menu")
    assert asked.offers[0] == "button-go-on"
    await asked.stage.pass_time(hours=12)

    await asked.write("/menu")

    assert "button-go-on" not in asked.offers


@ON_SQLITE
async def test_it_takes_two_taps_and_comes_on_working_days(team: Team) -> None:
    await agree(team.participant)

    assert team.participant.shown == "afterwork-plan"
    assert "du lundi au vendredi à 17:30" in team.participant.screen
    await team.stage.go_to(datetime(2026, 11, 29, 20, tzinfo=UTC))
    days = [day for day, state, _ in await ends(team.stage) if state is State.SENT]
    assert days == [date(2026, 11, number) for number in range(23, 28)]


async def test_it_is_offered_once_a_wake_up_is_agreed(agreed: Team) -> None:
    assert agreed.participant.shown == "wakeup-agreed"

    await agreed.participant.choose("button-my-day", "button-afterwork", "button-yes")
    await agreed.participant.write("15h30")

    assert "du lundi au vendredi à 16:00" in agreed.participant.screen


async def test_one_tap_answers_and_the_rest_can_be_passed(asked: Phone) -> None:
    await asked.choose(option("went", "mixed"))
    assert "question 2 sur 3" in asked.screen

    await asked.choose("button-skip", "button-skip")

    assert asked.screen == "C’est noté. Merci."
    assert "button-my-days" not in asked.offers


@ON_SQLITE
@pytest.mark.parametrize("answer", ANSWERS)
async def test_the_reply_is_the_same_whatever_was_answered(asked: Phone, answer: str) -> None:
    await asked.choose(option("went", answer), option("about", "task"))

    await asked.write(CANARY_TEXT)

    assert asked.screen == "C’est noté. Merci."


async def test_a_second_tap_changes_nothing(asked: Phone) -> None:
    smooth, hard = asked.find(option("went", "smooth")), asked.find(option("went", "hard"))
    await asked.press(*smooth)

    said = [await asked.press(*button) for button in (smooth, hard)]

    assert [asked.stage.library.keys_of(one)[-1] for one in said] == ["toast-already"] * 2
    assert len(await rows_of(asked.stage, "run")) == 1


async def test_an_answer_days_later_counts_for_the_day_that_was_asked_about(asked: Phone) -> None:
    await asked.stage.go_to(datetime(2026, 11, 25, 8, tzinfo=UTC))
    monday = asked.bubbles[-2]
    [choice, *_] = monday.choices

    await asked.press(monday.number, choice.token)

    [row] = await rows_of(asked.stage, "checkin")
    assert row["day"] == date(2026, 11, 23)


async def test_nobody_who_does_not_work_that_day_is_asked(agreed: Team) -> None:
    await agree(agreed.participant)
    await agreed.stage.go_to(datetime(2026, 11, 24, 6, 1, tzinfo=UTC))
    await agreed.participant.choose("button-not-working")

    await agreed.stage.go_to(datetime(2026, 11, 24, 18, tzinfo=UTC))

    assert (await ends(agreed.stage))[1:] == [(date(2026, 11, 24), State.SKIPPED, Reason.ANSWERED)]


async def test_who_works_after_all_is_asked(agreed: Team) -> None:
    await agree(agreed.participant)
    await agreed.stage.go_to(datetime(2026, 11, 24, 6, 1, tzinfo=UTC))
    up = agreed.participant.find("button-up")
    await agreed.participant.choose("button-unwell")
    await agreed.participant.press(*up)

    await agreed.stage.go_to(datetime(2026, 11, 24, 18, tzinfo=UTC))

    assert (await ends(agreed.stage))[-1] == (date(2026, 11, 24), State.SENT, None)


async def test_a_public_holiday_is_no_working_day(team: Team) -> None:
    team.stage.keep_holidays([date(2026, 11, 24)])
    await agree(team.participant)

    await team.stage.go_to(datetime(2026, 11, 25, 18, tzinfo=UTC))

    assert [day for day, _, _ in await ends(team.stage)] == [
        date(2026, 11, 23),
        date(2026, 11, 25),
    ]


async def test_a_time_in_the_quiet_hours_is_asked_again(team: Team) -> None:
    await team.participant.write("/afterwork")
    await team.participant.choose("button-yes")
    offered = team.participant.labels

    await team.participant.write("22h")
    assert (team.participant.shown, team.participant.labels) == ("afterwork-quiet", offered)
    await team.participant.write("16h45")

    assert "à 17:15" in team.participant.screen


async def test_days_are_taken_in_and_out_and_one_stays(team: Team) -> None:
    await agree(team.participant)
    await team.participant.choose("button-which-days")
    for day in ("mar.", "mer.", "jeu.", "ven."):
        await team.participant.tap(day)
    assert await team.participant.tap("lun.") == "Un jour au moins reste choisi."

    await team.participant.choose("button-done")

    assert "lundi à 17:30" in team.participant.screen


async def test_it_can_be_answered_without_being_asked(team: Team) -> None:
    await team.participant.write("/apresletravail")
    await team.participant.choose("button-answer-now", option("went", "hard"))
    await team.participant.choose("button-skip", "button-skip")

    await team.participant.write("/apresletravail")
    await team.participant.choose("button-answer-now")
    assert team.participant.shown == "afterwork-today"
    await team.participant.choose("button-again")

    assert "question 1 sur 3" in team.participant.screen


async def answer_early(phone: Phone) -> None:
    await phone.write("/afterwork")
    await phone.choose("button-answer-now", option("went", "smooth"))


@pytest.mark.parametrize("day", range(3))
async def test_who_answers_in_the_morning_does_not_read_that_the_day_is_over(
    team: Team, day: int
) -> None:
    await team.stage.pass_time(days=day)
    await team.participant.write("/apresletravail")

    await team.participant.choose("button-answer-now")

    assert "fini" not in team.participant.screen


async def test_who_answered_before_it_came_is_not_asked_again_that_day(team: Team) -> None:
    await agree(team.participant)
    await answer_early(team.participant)

    await team.stage.go_to(datetime(2026, 11, 24, 18, tzinfo=UTC))

    assert await ends(team.stage) == [
        (date(2026, 11, 23), State.SKIPPED, Reason.ANSWERED),
        (date(2026, 11, 24), State.SENT, None),
    ]


async def test_who_answered_and_then_lets_it_come_is_asked_from_the_next_day(team: Team) -> None:
    await answer_early(team.participant)
    await agree(team.participant)

    await team.stage.go_to(AFTER_WORK)

    assert not DUE & set(team.participant.keys)


async def test_who_answered_and_says_later_that_they_are_up_is_not_asked_again(
    agreed: Team,
) -> None:
    await agree(agreed.participant)
    await agreed.stage.go_to(datetime(2026, 11, 24, 6, 1, tzinfo=UTC))
    up = agreed.participant.find("button-up")
    await answer_early(agreed.participant)
    await agreed.participant.press(*up)

    await agreed.stage.go_to(datetime(2026, 11, 24, 18, tzinfo=UTC))

    assert (await ends(agreed.stage))[-1] == (date(2026, 11, 24), State.SKIPPED, Reason.ANSWERED)


async def test_it_can_be_left_and_stopped(asked: Phone) -> None:
    await asked.choose("button-not-this-time")
    assert asked.shown == "checkin-not-now"

    await asked.write("/afterwork")
    await asked.choose("button-stop-these")

    assert [row["state"] for row in await rows_of(asked.stage, "plan")] == ["ended"]


async def coach_looks(team: Team) -> str:
    await team.coach.write("/menu")
    await team.coach.choose("button-my-people")
    await team.coach.tap(CANARY_NAME)
    return team.coach.screen


async def test_a_coach_reads_the_taps_where_they_are_shown(team: Team, asked: Phone) -> None:
    await asked.choose(option("went", "hard"), option("about", "tiredness"))
    await asked.write(CANARY_TEXT)

    screen = await coach_looks(team)

    assert "Après le travail\xa0:\n• lundi 23 novembre\xa0: difficile (la fatigue)" in screen
    assert CANARY_TEXT not in team.coach.everything


async def test_who_keeps_them_shows_nothing(team: Team, asked: Phone) -> None:
    await asked.choose(option("went", "hard"), "button-skip", "button-skip")
    await asked.write("/afterwork")
    await asked.choose("button-afterwork-shown")
    assert "votre coach ne les voit pas" in asked.screen

    assert "Après le travail" not in await coach_looks(team)


@ON_SQLITE
async def test_an_answer_of_an_earlier_week_is_no_news(team: Team, asked: Phone) -> None:
    await asked.choose(option("went", "hard"))
    await asked.write("/afterwork")
    await asked.choose("button-stop-these")
    await team.stage.pass_time(days=8)

    assert "Après le travail" not in await coach_looks(team)


@ON_SQLITE
@pytest.mark.parametrize(
    ("language", "form", "kept"),
    [
        ("fr", "button-vous", "vos réponses sont pour vous"),
        ("fr", "button-tu", "tes réponses sont pour toi"),
        ("en", None, "your answers are for you"),
    ],
)
async def test_it_speaks_as_the_person_wants(
    stage: Stage, language: str, form: str | None, kept: str
) -> None:
    phone = stage.phone("Someone", language)
    await phone.open(await stage.invite(Role.PARTICIPANT, CANARY_NAME))
    await phone.choose("button-continue", "button-understood", "button-agree", "button-minimum")
    await phone.choose(*([form] if form else []), "button-zone-usual")

    await agree(phone)

    assert kept.lower() in phone.screen.lower()


async def test_staff_are_not_asked(team: Team) -> None:
    await team.coach.write("/afterwork")

    assert team.coach.shown == "checkin-staff"
