"""A question with more answers than are shown at once, and answers of before that can be picked."""

import pytest

from tests.services.conftest import Team
from tests.services.memories import rows_of
from tests.services.stage import Phone
from tests.services.tour_of_exercises import begin, option

FIRST = ["avec quelqu’un", "une tâche", "peu de temps", "un trajet"]
REST = ["argent ou papiers", "rien de spécial", "autre chose"]
CHOSEN = ("le rythme", "les collègues", "la personne qui m’encadre")
TOO_MANY = "3 réponses au plus. Touchez une réponse choisie pour l’enlever."
WAYS = ["Retour", "Passer", "Arrêter ici"]


@pytest.fixture
async def asked(team: Team) -> Phone:
    """Somebody who is asked a question with seven answers."""
    await begin(team.participant, "stress-thermometer")
    await team.participant.choose(option("now", "tense"), option("highest", "morning"))
    return team.participant


@pytest.fixture
async def full(team: Team) -> Phone:
    """Somebody who has chosen three stressors, as many as can be."""
    await begin(team.participant, "sort-stressors")
    for label in CHOSEN:
        await team.participant.tap(label)
    return team.participant


def labels(phone: Phone) -> list[str]:
    return [choice.label for choice in phone.bubbles[-1].choices]


def chosen(phone: Phone) -> list[str]:
    return [label.removeprefix("✓ ") for label in labels(phone) if label.startswith("✓")]


async def test_the_first_four_are_shown_and_more_shows_the_next(asked: Phone) -> None:
    shown = [labels(asked)]
    for way in ("button-more-answers", "button-first-ones"):
        await asked.choose(way)
        shown.append(labels(asked))

    first = [*FIRST, "D’autres réponses", *WAYS]
    assert shown == [first, [*REST, "Premières réponses", *WAYS], first]


async def test_looking_at_others_answers_nothing(asked: Phone) -> None:
    await asked.choose("button-more-answers")

    assert "question 3 sur 7" in asked.screen
    assert await rows_of(asked.stage, "run") != []


async def test_an_answer_of_a_later_page_is_taken_and_the_next_question_begins_anew(
    asked: Phone,
) -> None:
    await asked.choose("button-more-answers", option("what", "papers"))

    assert "question 4 sur 6" in asked.screen
    assert labels(asked)[:5] == [
        *("le cœur", "la respiration", "le ventre", "muscles serrés"),
        "D’autres réponses",
    ]


async def test_an_answer_that_is_not_shown_can_be_typed(asked: Phone) -> None:
    await asked.write("argent ou papiers")

    assert "question 4 sur 6" in asked.screen


async def test_what_is_chosen_on_a_later_page_stays_in_sight(asked: Phone) -> None:
    await asked.choose(option("what", "task"), "button-more-answers", "button-more-answers")

    await asked.tap("trop de pensées")

    assert labels(asked)[:4] == [
        "rien",
        "✓ trop de pensées",
        "envie de partir",
        "Premières réponses",
    ]


async def test_an_older_page_cannot_be_turned(asked: Phone) -> None:
    old = asked.find("button-more-answers")
    await asked.choose(option("what", "task"))

    toast = await asked.press(*old)

    assert asked.stage.library.keys_of(toast) == ["toast-already"]


async def test_one_more_than_can_be_chosen_changes_nothing_and_is_told(full: Phone) -> None:
    for _ in range(2):
        await full.tap("des consignes floues")

    assert full.screen.startswith(TOO_MANY)
    assert "question 1 sur" in full.screen
    assert chosen(full) == list(CHOSEN)


async def test_on_a_later_page_too_and_the_page_stays(full: Phone) -> None:
    await full.choose("button-more-answers")
    page = labels(full)

    await full.tap("le bruit")

    assert full.screen.startswith(TOO_MANY)
    assert labels(full) == page


async def test_once_one_is_taken_away_another_can_be_chosen(full: Phone) -> None:
    await full.tap("des consignes floues")
    await full.tap("les collègues")
    assert TOO_MANY not in full.screen

    await full.tap("des consignes floues")

    assert chosen(full) == ["le rythme", "la personne qui m’encadre", "des consignes floues"]
    await full.choose("button-done")
    assert "question 2 sur" in full.screen


async def test_a_late_tap_on_one_too_many_is_told_which_question_is_asked(full: Phone) -> None:
    late = full.find(option("stressors", "instructions", "sort-stressors"))
    await full.choose("button-done", "button-skip")

    await full.press(*late)

    assert full.screen.startswith("Ce bouton est celui d’une question passée.")
