"""Exercises other than the check-in: every kind of step, two at once, one that changes."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.dialogue import Run
from bot.domain.exercise import Answers, Exercise
from bot.library.exercises import read_exercises
from bot.library.shelf import read_content
from bot.services import playing
from bot.services.delivering import drain
from bot.settings import CONTENT
from tests.canaries import CANARY_ANSWER
from tests.library.exercise_folder import write_small_exercise
from tests.services.conftest import Team
from tests.services.memories import Memories, rows_of
from tests.services.stage import MONDAY, NotingLibrary, Phone, Stage
from tests.services.test_checking_in import option
from tests.services.test_hostile import scene_of


@pytest.fixture(scope="module")
def memories() -> Memories:
    """Plays of their own, said by the library below."""
    return Memories()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> NotingLibrary:
    """The real words, and a small exercise with every kind of step beside the real ones."""
    folder = tmp_path_factory.mktemp("content")
    (folder / "checkins").symlink_to(CONTENT / "checkins")
    write_small_exercise(folder)
    exercises, faults = read_exercises(folder)
    assert faults == []
    return NotingLibrary(replace(read_content(CONTENT)[0], exercises=exercises))


@pytest.fixture
async def playing_small(team: Team) -> Phone:
    """Somebody who is asked the first question of the small exercise."""
    await begin(team.participant)
    return team.participant


def small(part: str, name: str = "") -> str:
    return f"small/steps/{part}/options/{name}"


async def begin(phone: Phone) -> None:
    """Let the small exercise begin, as whoever offers it would."""
    async with phone.stage.database.begin() as session:
        scene = await scene_of(session, phone)
        await playing.first(scene, exercise_of(phone.stage))
    await drain(phone.stage.post)


def exercise_of(stage: Stage) -> Exercise:
    exercise = stage.library.exercise("small")
    assert exercise is not None
    return exercise


async def runs_of(phone: Phone) -> Mapping[str, Run]:
    """Return the runs that are kept, by exercise; of several the one that is not finished."""
    vault = phone.stage.database.vault
    rows = await rows_of(phone.stage, "run")
    rows.sort(key=lambda row: row["state"] != "finished")
    plain = [vault.open(row["sealed_run"], place=f"run.run:{row['id']}") for row in rows]
    return {one["exercise"]: Run.from_plain(one) for one in plain}


async def answers_of(phone: Phone) -> Answers:
    return (await runs_of(phone))["small"].answers


async def test_every_kind_of_step_is_tapped(playing_small: Phone) -> None:
    phone = playing_small

    await phone.choose(small("feel", "no"))
    await phone.tap("Un")
    await phone.tap("Deux")
    await phone.tap("✓ Un")
    await phone.choose("button-done", small("size", "more"), "button-time")
    await phone.tap("24 novembre")
    await phone.choose(small("words", "walk"), "button-skip")
    assert "Regarder loin (10 secondes)" in phone.screen
    await phone.choose("button-done")

    assert phone.screen == "Fini."
    assert await answers_of(phone) == {
        "feel": "no",
        "which": ("two",),
        "size": "more",
        "hour": "07:00",
        "day": "2026-11-24",
        "words": "Marcher",
        "last": "done",
    }


async def test_every_kind_of_step_is_typed(playing_small: Phone) -> None:
    phone = playing_small

    for typed in ("oui", "plus", "6h45", "demain", "lire", "dormir"):
        await phone.write(typed)
    await phone.choose("button-done")

    assert await answers_of(phone) == {
        "feel": "yes",
        "size": "more",
        "hour": "06:45",
        "day": "2026-11-24",
        "words": "lire",
        "own": "dormir",
        "last": "done",
    }


async def test_what_branching_leaves_out_is_counted_no_more(playing_small: Phone) -> None:
    assert "question 1 sur 8" in playing_small.screen

    await playing_small.choose(small("feel", "yes"))

    assert "question 2 sur 7" in playing_small.screen


@pytest.mark.parametrize(
    ("before", "typed", "told"),
    [
        (("oui", "plus"), "bientôt", "Je n’ai pas compris cette heure."),
        (("oui", "plus", "7h"), "hier", "Je n’ai pas compris cette date."),
        (("non",), "un", "Je n’ai pas compris. Touchez"),
    ],
)
async def test_what_is_typed_and_not_understood_is_asked_again(
    playing_small: Phone, before: tuple[str, ...], typed: str, told: str
) -> None:
    for text in (*before, typed):
        await playing_small.write(text)

    assert playing_small.screen.startswith(told)
    assert "question" in playing_small.screen


async def test_each_answer_is_shown_on_the_way_back(playing_small: Phone) -> None:
    phone = playing_small
    for typed in ("oui", "plus", "6h45", "demain", "lire", "dormir"):
        await phone.write(typed)
    await phone.choose("button-done")

    shown = []
    for _ in range(7):
        await phone.choose("button-back")
        shown.append(phone.screen.rpartition("\xa0: ")[2])

    assert shown == ["Terminé", "dormir", "lire", "mardi 24 novembre", "06:45", "Plus", "Oui"]


async def test_own_words_of_an_earlier_time_can_be_picked(playing_small: Phone) -> None:
    phone = playing_small
    for typed in ("oui", "plus", "6h45", "demain", CANARY_ANSWER, "dormir"):
        await phone.write(typed)
    await phone.choose("button-done")
    await begin(phone)
    await phone.choose(*["button-skip"] * 5)

    await phone.tap(CANARY_ANSWER)

    assert (await answers_of(phone))["own"] == CANARY_ANSWER


async def test_words_before_a_question_to_tap_are_added_to(playing_small: Phone) -> None:
    phone = playing_small
    for typed in ("oui", "plus", "6h45", "demain", "lire", "dormir"):
        await phone.write(typed)

    await phone.write("tôt")

    assert (await answers_of(phone))["own"] == "dormir\ntôt"
    assert "C’est ajouté" in phone.screen
    assert "question 7 sur 7" in phone.screen


async def test_of_two_at_once_the_newer_is_asked_and_the_older_is_offered(
    playing_small: Phone,
) -> None:
    phone = playing_small
    await phone.choose(small("feel", "yes"))

    await phone.write("/moi")
    await phone.write("bonne")
    assert "Petit point, question 2 sur 5" in phone.screen
    await phone.choose(*["button-skip"] * 4)

    assert "button-go-on" in phone.offers
    await phone.choose("button-go-on")
    assert "Petit, question 2 sur 7" in phone.screen


async def test_the_older_of_two_is_answered_where_it_is_tapped(playing_small: Phone) -> None:
    phone = playing_small
    older = phone.find(small("feel", "yes"))
    await phone.write("/moi")

    await phone.press(*older)

    assert "Petit, question 2 sur 7" in phone.screen
    await phone.write("plus")
    found = await runs_of(phone)
    assert (found["small"].answers, found["mood"].answers) == ({"feel": "yes", "size": "more"}, {})


async def test_an_exercise_is_no_check_in(playing_small: Phone) -> None:
    await playing_small.choose(small("feel", "yes"), "button-stop-here")

    assert await rows_of(playing_small.stage, "checkin") == []


async def test_a_new_run_takes_the_place_of_the_older_one(playing_small: Phone) -> None:
    await playing_small.choose(small("feel", "yes"))
    old = playing_small.find("button-skip")

    await begin(playing_small)
    await playing_small.press(*old)

    assert "ont laissé la place" in playing_small.screen


def changed(stage: Stage, *kept: str) -> None:
    """Let the small exercise have fewer steps, and another version, from now on."""
    content = stage.library._content
    exercise = exercise_of(stage)
    steps = tuple(step for step in exercise.steps if step.id in kept)
    by_id = {**content.exercises.by_id, "small": replace(exercise, version=2, steps=steps)}
    library = NotingLibrary(replace(content, exercises=replace(content.exercises, by_id=by_id)))
    library.keys = stage.library.keys
    deployment = replace(stage.deployment, library=library)
    stage.library, stage.deployment = library, deployment
    stage.router = replace(stage.router, deployment=deployment)
    stage.post = replace(stage.post, deployment=deployment)


async def test_an_exercise_that_changed_meanwhile_goes_on(playing_small: Phone) -> None:
    phone = playing_small
    await phone.choose(small("feel", "yes"))
    size = phone.find(small("size", "more"))

    changed(phone.stage, "feel", "day", "last")
    await phone.press(*size)
    assert phone.screen.startswith("Les questions ont changé entre-temps.")
    assert "question 2 sur 3" in phone.screen
    await phone.tap("24 novembre")
    await phone.choose("button-done")

    assert await answers_of(phone) == {"feel": "yes", "day": "2026-11-24", "last": "done"}


async def test_what_was_finished_before_a_change_can_be_gone_back_to(playing_small: Phone) -> None:
    phone = playing_small
    await phone.choose(small("feel", "yes"), *["button-skip"] * 6)

    changed(phone.stage, "feel", "day", "last")
    await phone.choose("button-back", "button-done")
    assert phone.screen.startswith("Les questions ont changé entre-temps.")
    await phone.choose("button-done")

    assert await answers_of(phone) == {"feel": "yes", "last": "done"}


async def test_an_exercise_that_is_gone_is_told(playing_small: Phone) -> None:
    phone = playing_small
    stage = phone.stage
    await phone.choose(small("feel", "yes"))
    skip = phone.find("button-skip")
    content = stage.library._content
    library = NotingLibrary(read_content(CONTENT)[0])
    library.keys = stage.library.keys
    deployment = replace(stage.deployment, library=library)
    stage.router = replace(stage.router, deployment=deployment)

    toast = await phone.press(*skip)
    await phone.write("plus")

    assert content is not library._content
    assert stage.library.keys_of(toast) == ["toast-gone"]
    assert phone.shown == "typed-elsewhere"
    assert phone.offers == ["button-menu", "button-help"]


async def test_the_moment_of_the_check_in_is_that_of_the_person(team: Team) -> None:
    late = MONDAY.replace(hour=23, minute=30)
    await team.stage.go_to(late)

    await team.participant.write("/moi")
    await team.participant.choose(option("mood", "good"))

    [row] = await rows_of(team.stage, "checkin")
    assert row["day"].isoformat() == "2026-11-24"
