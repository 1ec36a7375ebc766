"""An exercise for later: three taps, a sentence, and it comes back at that moment."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.domain.assignment import AssignmentState, Habit, Obstacle
from bot.domain.delivery import State
from bot.domain.homework import Outcome
from bot.domain.message import Phrase
from bot.services import homework_cards
from tests.services.homework_plays import EVERY, SMALL, add_exercises, give, title, withdraw
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import team_forms
from tests.services.stage import MONDAY, Phone, Stage
from tests.services.test_homework import CALM, assignment_of

IN_THE_MORNING = timedelta(hours=23)
"""From Monday at ten to Tuesday at nine, in Paris."""


@pytest.fixture
async def team(stage: Stage, memories: Memories) -> Cast:
    """The participant was given an exercise on a Monday at ten."""
    add_exercises(stage, *EVERY)
    cast = await memories.recall(stage, team_forms)
    await give(cast["coach"], SMALL)
    return cast


async def plan(phone: Phone) -> None:
    """Choose tomorrow at nine, after the coffee; tiredness could get in the way."""
    await phone.choose("button-later", "button-tomorrow")
    await phone.write("9h")
    await phone.choose("button-habit-coffee", "button-obstacle-tired")


def comes(phone: Phone) -> list[str]:
    """Return the keys of what came by itself."""
    return [key for key in phone.keys if key in {"homework-moment", "homework-reminder"}]


async def states(stage: Stage) -> Mapping[str, State]:
    """Return how it stands with what is to come, by day."""
    return {
        f"{row['due']:%a %H:%M}": row["state"]
        for row in await rows_of(stage, "delivery")
        if row["slot"] == "exercise"
    }


async def test_three_taps_make_a_sentence(team: Cast) -> None:
    person = team["participant"]

    await plan(person)

    screen = person.screen.replace("\N{NO-BREAK SPACE}", " ")
    assert "mardi 24 novembre à 09:00" in screen
    assert f"Après le café, je fais « {title(SMALL)} »." in screen
    assert "S’il y a de la fatigue, une question suffit." in screen
    kept = await assignment_of(person)
    assert (kept.state, kept.habit) == (AssignmentState.PLANNED, Habit.COFFEE)
    assert kept.planned_at == MONDAY + IN_THE_MORNING


async def test_the_sentence_comes_back_at_its_moment_and_it_begins(
    stage: Stage, team: Cast
) -> None:
    person = team["participant"]
    await plan(person)
    await stage.pass_time(hours=24)

    assert comes(person) == ["homework-moment"]
    assert person.screen.startswith("C’est le moment que vous avez choisi.")
    assert "Après le café" in person.screen
    await person.choose("button-start-now", CALM)
    await stage.pass_time(days=8)

    assert comes(person) == []
    assert State.PLANNED not in (await states(stage)).values()
    assert (await assignment_of(person)).state is AssignmentState.BEGUN


async def test_one_reminder_the_day_before_it_is_due_and_no_more(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await plan(person)

    await stage.pass_time(days=20)

    assert comes(person) == ["homework-moment", "homework-reminder"]
    assert await states(stage) == {"Tue 08:00": State.SENT, "Sun 08:00": State.SENT}
    await person.choose("button-not-this-week")
    assert (await assignment_of(person)).outcome is Outcome.NOT_THIS_WEEK


async def test_another_moment_takes_the_place_of_the_first(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await plan(person)
    await person.choose("button-another-moment", "button-tomorrow")
    await person.tap("18:00")
    await person.choose("button-habit-none", "button-skip")

    await stage.pass_time(hours=24)
    assert comes(person) == []
    await stage.pass_time(hours=10)

    assert comes(person) == ["homework-moment"]
    assert "À ce moment-là" in person.screen


@pytest.mark.parametrize(
    ("written", "key"),
    [("7h", "moment-over"), ("23h", "steer-quiet"), ("11h", "homework-which-habit")],
)
async def test_a_moment_that_is_over_or_quiet_is_asked_about_again(
    team: Cast, written: str, key: str
) -> None:
    person = team["participant"]
    await person.choose("button-later", "button-today")

    await person.write(written)

    assert person.shown == key


async def test_a_second_tap_plans_nothing_more(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await person.choose("button-later", "button-tomorrow")
    await person.write("9h")
    await person.choose("button-habit-coffee")
    tired = person.find("button-obstacle-tired")

    await person.press(*tired)

    assert await person.press(*tired) == "C’est déjà noté."
    assert len([row for row in await rows_of(stage, "plan") if row["kind"] == "exercise"]) == 1


async def test_who_said_not_this_week_can_still_choose_a_moment(team: Cast) -> None:
    person = team["participant"]
    later = person.find("button-later")
    await person.choose("button-not-this-week")

    await person.press(*later)
    await person.choose("button-tomorrow")
    await person.write("9h")
    await person.choose("button-habit-lunch", "button-skip")

    kept = await assignment_of(person)
    assert (kept.state, kept.outcome) == (AssignmentState.PLANNED, None)


async def test_what_is_planned_stands_in_the_list_and_among_the_messages(team: Cast) -> None:
    person = team["participant"]
    await plan(person)
    await person.write("/exercices")
    assert "prévu mardi 24 novembre à 09:00" in person.screen
    await person.write("/messages")
    await person.choose("button-recurring", "button-number")

    assert person.shown == "homework"


async def test_one_that_was_withdrawn_cannot_be_planned(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await person.choose("button-later", "button-tomorrow")
    await person.write("9h")
    await person.choose("button-habit-coffee")
    withdraw(stage, SMALL)

    await person.choose("button-skip")

    assert person.shown == "homework-gone"


def test_each_habit_and_each_obstacle_has_its_sentence() -> None:
    title_ = Phrase("title")

    for habit in Habit:
        assert homework_cards.if_then(habit, None, title_)
    for obstacle in Obstacle:
        assert len(homework_cards.if_then(None, obstacle, title_)) == 2


async def test_only_days_and_times_to_come_are_offered(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await stage.go_to(MONDAY.replace(hour=16, minute=30))
    await person.choose("button-later", "button-today")
    assert person.labels == ["18:00", "20:00", "Retour"]

    await stage.go_to(MONDAY.replace(hour=19, minute=1))
    await person.choose("button-back")

    assert person.labels[:2] == ["Demain", "mercredi 25 novembre"]


async def test_on_its_card_it_is_still_possible_when_its_day_is_over(
    stage: Stage, team: Cast
) -> None:
    person = team["participant"]
    assert "Jusqu’au" in person.screen

    await stage.pass_time(days=20)
    await person.write("/exercices")
    await person.tap(title(SMALL))

    assert "Jusqu’au" not in person.screen
    assert "Toujours possible." in person.screen


async def test_a_day_that_went_by_meanwhile_is_asked_about_again(stage: Stage, team: Cast) -> None:
    person = team["participant"]
    await person.choose("button-later", "button-today")
    await stage.pass_time(days=1)

    await person.tap("18:00")

    assert person.shown == "date-over"
    assert person.labels[:2] == ["Aujourd’hui", "Demain"]
    await person.choose("button-today")
    assert person.shown == "homework-which-time"
