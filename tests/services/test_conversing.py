"""Taps and words that come twice, late, elsewhere or in pieces."""

import pytest

from tests.canaries import CANARY_ANSWER, CANARY_TEXT
from tests.services.conftest import Team
from tests.services.memories import held, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone
from tests.services.test_checking_in import option, sentence, tap_four

LONG = "mot " * 300
LIMIT = 1_000


@pytest.fixture
async def asked(team: Team) -> Phone:
    """Somebody who is asked the first question."""
    await team.participant.write("/moi")
    return team.participant


@pytest.fixture
async def writing(asked: Phone) -> Phone:
    """Somebody who is asked for a sentence."""
    await tap_four(asked)
    return asked


@pytest.mark.parametrize("keys", [(option("mood", "good"),), ("button-skip",)])
async def test_a_second_tap_changes_nothing_and_is_told_so(
    asked: Phone, keys: tuple[str, ...]
) -> None:
    button = asked.find(keys[0])
    await asked.press(*button)
    said, before = len(asked.bubbles), await rows_of(asked.stage, "run")

    toast = await asked.press(*button)

    assert asked.stage.library.keys_of(toast) == ["toast-already"]
    assert (len(asked.bubbles), await rows_of(asked.stage, "run")) == (said, before)


async def test_the_second_of_two_quick_answers_does_not_count(asked: Phone) -> None:
    first, second = asked.find(option("mood", "good")), asked.find(option("mood", "low"))

    await asked.press(*first)
    await asked.press(*second)

    assert "question 2 sur 5" in asked.screen
    await asked.choose("button-back")
    assert "Votre réponse\xa0: bonne" in asked.screen


@pytest.mark.parametrize("key", ["button-back", "button-stop-here", option("energy", "low")])
async def test_going_back_or_stopping_twice_is_once(asked: Phone, key: str) -> None:
    await asked.choose(option("mood", "good"))
    button = asked.find(key)
    await asked.press(*button)
    screen = asked.screen

    await asked.press(*button)

    assert asked.screen == screen


async def test_a_tap_on_an_old_question_is_told_which_one_is_asked(asked: Phone) -> None:
    old = asked.find(option("mood", "good"))
    await asked.choose(option("mood", "low"), option("energy", "low"))
    before = await rows_of(asked.stage, "run")

    await asked.press(*old)

    assert asked.screen.startswith("Ce bouton est celui d’une question passée.")
    assert "question 3 sur 5" in asked.screen
    assert await rows_of(asked.stage, "run") == before
    await asked.choose(option("calm", "calm"))
    assert "question 4 sur 5" in asked.screen


async def test_a_tap_on_an_old_question_when_all_is_done_shows_that(writing: Phone) -> None:
    await writing.choose("button-back")
    old = writing.find(option("sleep", "good"))
    await writing.choose("button-keep", "button-skip")

    await writing.press(*old)

    assert "C’est noté. Merci." in writing.screen


async def test_going_back_loses_nothing(writing: Phone) -> None:
    await writing.write(CANARY_TEXT)
    await writing.choose(*["button-back"] * 5)
    assert "question 1 sur 5" in writing.screen

    await writing.choose(*["button-keep"] * 4)

    assert CANARY_TEXT in writing.screen
    await writing.choose("button-keep")
    assert await sentence(writing) == CANARY_TEXT


@ON_SQLITE
@pytest.mark.parametrize("typed", ["bonne", "Bonne", " BONNE !", "bonné"])
async def test_an_answer_can_be_typed_as_its_button_says_it(asked: Phone, typed: str) -> None:
    await asked.write(typed)

    assert "question 2 sur 5" in asked.screen


async def test_words_that_are_no_answer_are_told_so_and_asked_again(asked: Phone) -> None:
    await asked.write("je ne sais pas")

    assert asked.screen.startswith("Je n’ai pas compris.")
    assert "question 1 sur 5" in asked.screen
    await asked.choose(option("mood", "good"))
    assert "question 2 sur 5" in asked.screen


async def test_words_are_heard_after_a_tap_on_an_older_message(asked: Phone) -> None:
    await asked.choose(option("mood", "good"))
    await asked.write("menu")
    await asked.choose("button-go-on")

    await asked.write("haute")

    assert "question 3 sur 5" in asked.screen


async def test_an_answer_in_two_messages_is_one(writing: Phone) -> None:
    await writing.write(CANARY_TEXT)
    await writing.write(CANARY_ANSWER)

    assert await sentence(writing) == f"{CANARY_TEXT}\n{CANARY_ANSWER}"
    assert writing.screen.startswith("C’est ajouté à votre réponse.")


async def test_after_a_while_words_are_no_part_of_the_answer(writing: Phone) -> None:
    await writing.write(CANARY_TEXT)
    await writing.stage.pass_time(minutes=11)

    await writing.write(CANARY_ANSWER)

    assert await sentence(writing) == CANARY_TEXT
    assert writing.shown == "typed-elsewhere"


async def test_words_after_something_else_are_no_part_of_the_answer(writing: Phone) -> None:
    await writing.write(CANARY_TEXT)
    await writing.stage.pass_time(minutes=1)
    await writing.write("/menu")

    await writing.write(CANARY_ANSWER)

    assert await sentence(writing) == CANARY_TEXT
    assert writing.shown == "typed-elsewhere"


async def test_words_that_worry_after_the_end_are_answered_with_help_alone(writing: Phone) -> None:
    await writing.write(CANARY_TEXT)

    await writing.write("je veux en finir")

    assert await sentence(writing) == CANARY_TEXT
    assert writing.shown == "care-direct"
    assert "ajouté" not in writing.everything


async def test_words_after_a_tap_are_no_part_of_the_answer(writing: Phone) -> None:
    await writing.write(CANARY_TEXT)
    await writing.choose("button-back", "button-keep")

    await writing.write(CANARY_ANSWER)

    assert await sentence(writing) == CANARY_TEXT


async def test_a_long_answer_is_kept_up_to_the_limit_and_told_so(writing: Phone) -> None:
    await writing.write(LONG)

    assert await sentence(writing) == LONG[:LIMIT]
    assert "J’ai gardé le début\xa0: 1000 signes." in writing.screen


async def test_an_answer_at_the_limit_is_kept_whole(writing: Phone) -> None:
    await writing.write("x" * LIMIT)

    assert await sentence(writing) == "x" * LIMIT
    assert writing.screen.startswith("C’est noté. Merci.")


async def test_what_is_too_much_to_add_is_told(writing: Phone) -> None:
    await writing.write("x" * (LIMIT - 5))
    await writing.write("yyyyyyyyyy")

    assert (await sentence(writing)).endswith("x\nyyyy")
    assert "1000 signes" in writing.screen


async def test_changing_a_message_changes_no_answer_and_offers_to_go_on(asked: Phone) -> None:
    await asked.write("bonne")

    await asked.edit("basse")

    assert asked.shown == "edited-message"
    await asked.choose("button-go-on", "button-back")
    assert "Votre réponse\xa0: bonne" in asked.screen


async def test_something_else_than_words_leaves_the_question_open(writing: Phone) -> None:
    await writing.send(voice={"file_id": "a", "file_unique_id": "b", "duration": 3})

    await writing.write(CANARY_TEXT)

    assert await sentence(writing) == CANARY_TEXT


async def test_help_is_help_also_as_an_answer(writing: Phone) -> None:
    await writing.write("aide")

    assert writing.shown == "help-card"
    await writing.write(CANARY_TEXT)
    assert await sentence(writing) == CANARY_TEXT


async def test_who_never_answered_is_not_asked_to_go_on_the_next_day(asked: Phone) -> None:
    await asked.stage.pass_time(days=1)

    await asked.write("/menu")

    assert "button-go-on" not in asked.offers


async def test_a_run_that_was_stopped_without_an_answer_is_over(asked: Phone) -> None:
    await asked.choose("button-stop-here")

    assert asked.shown == "run-nothing"
    assert "button-go-on" not in asked.offers
    assert await held(asked.stage, "checkin") == {"checkin": 0}


async def test_going_on_twice_asks_the_same(asked: Phone) -> None:
    await asked.choose(option("mood", "good"), "button-stop-here")
    button = asked.find("button-go-on")
    await asked.press(*button)
    screen = asked.screen

    await asked.press(*button)

    assert asked.screen == screen


async def test_there_is_no_going_on_with_what_is_over(asked: Phone) -> None:
    await asked.choose(option("mood", "good"), "button-stop-here")
    button = asked.find("button-go-on")
    await asked.choose("button-go-on", *["button-skip"] * 4)

    toast = await asked.press(*button)

    assert asked.stage.library.keys_of(toast) == ["toast-already"]


async def test_there_is_no_going_on_with_what_was_left(asked: Phone) -> None:
    await asked.choose(option("mood", "good"), "button-stop-here")
    button = asked.find("button-go-on")
    await asked.stage.pass_time(days=1)
    await asked.write("/moi")

    toast = await asked.press(*button)

    assert asked.stage.library.keys_of(toast) == ["toast-gone"]
