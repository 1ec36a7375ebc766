"""A facilitator leaves somebody a word about an exercise; it goes out once, to them alone."""

import pytest

from tests.canaries import CANARY_ANSWER, CANARY_TEXT
from tests.services import group_plays
from tests.services.board_plays import (
    group_has_homework,
    newcomer,
    open_board,
    open_exercise,
    open_small,
    part_from_group,
    stop_leading,
)
from tests.services.homework_plays import EVERY, SMALL, add_exercises, go_through, title
from tests.services.memories import Cast, Memories
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone, Stage

WORD = "Prenez votre temps.\nOn en parle mardi ?"


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    add_exercises(stage, *EVERY)
    return await memories.recall(stage, group_has_homework)


async def write_word(lina: Phone, name: str = "Sami", text: str = WORD) -> None:
    await open_exercise(lina, name)
    await lina.choose("button-leave-word")
    await lina.write(text)


VOICES = [
    pytest.param("fr", ("button-vous",), "Lina vous laisse un mot.", "Votre merci", id="vous"),
    pytest.param("fr", ("button-tu",), "Lina te laisse un mot.", "Ton merci", id="tu"),
    pytest.param("en", (), "Lina leaves you a word.", "Your thanks", id="english"),
]


@pytest.mark.parametrize(("language", "address", "first", "thanked"), VOICES)
async def test_a_word_is_read_again_sent_and_thanked_for(
    cast: Cast, language: str, address: tuple[str, ...], first: str, thanked: str
) -> None:
    lina = cast["lina"]
    alex = await newcomer(lina, "Alex", language, *address)

    await write_word(lina, "Alex")
    assert WORD in lina.screen
    assert WORD not in alex.everything
    await lina.choose("button-send-word")

    assert alex.screen.startswith(first)
    assert title(SMALL) in alex.screen
    assert WORD in alex.screen
    await alex.choose("button-say-thanks")
    assert thanked in alex.screen
    assert WORD in alex.screen
    assert lina.screen.startswith("Alex vous dit merci pour votre mot.")


@ON_SQLITE
@pytest.mark.parametrize(
    ("voice", "asks", "sent", "thanked"),
    [
        ("button-french-vous", "Écrivez-le ici.", "votre prénom", "vous dit merci"),
        ("button-french-tu", "Écris-le ici.", "ton prénom", "te dit merci"),
        ("button-english", "Write it here.", "your first name", "says thank you"),
    ],
)
async def test_a_facilitator_is_spoken_to_in_their_own_voice(
    cast: Cast, voice: str, asks: str, sent: str, thanked: str
) -> None:
    lina = cast["lina"]
    await lina.write("/language")
    await lina.choose(voice)

    await open_exercise(lina, "Sami")
    await lina.choose("button-leave-word")
    assert asks in lina.screen
    await lina.write(WORD)
    await lina.choose("button-send-word")
    assert sent in lina.screen
    await cast["sami"].choose("button-say-thanks")

    assert thanked in lina.screen


async def test_it_goes_to_one_person_once(stage: Stage, cast: Cast) -> None:
    lina = cast["lina"]
    await write_word(lina)
    send = lina.find("button-send-word")

    await lina.press(*send)
    again = await lina.press(*send)

    assert stage.library.keys_of(again) == ["toast-already"]
    assert cast["sami"].keys.count("homework-word") == 1
    assert WORD not in cast["noa"].everything


@ON_SQLITE
async def test_thanks_go_out_once(stage: Stage, cast: Cast) -> None:
    await write_word(cast["lina"])
    await cast["lina"].choose("button-send-word")
    thanks = cast["sami"].find("button-say-thanks")

    await cast["sami"].press(*thanks)
    again = await cast["sami"].press(*thanks)

    assert stage.library.keys_of(again) == ["toast-already"]
    assert cast["lina"].keys.count("board-word-thanked") == 1


@ON_SQLITE
@pytest.mark.parametrize("text", ["\u200b", " \n ", "\u200d", "\u202e", "a" * 501])
async def test_what_cannot_be_passed_on_is_asked_for_again(cast: Cast, text: str) -> None:
    lina = cast["lina"]
    await write_word(lina, text=text)
    assert lina.shown == ("word-long" if text.startswith("a") else "word-again")

    await lina.write("Bravo\u202e !")
    await lina.choose("button-send-word")

    assert "Bravo !" in cast["sami"].screen


@ON_SQLITE
async def test_it_can_be_written_anew_before_it_goes(cast: Cast) -> None:
    lina = cast["lina"]
    await write_word(lina)
    await lina.choose("button-rewrite")
    await lina.write("Autrement dit")
    await lina.choose("button-send-word")

    assert "Autrement dit" in cast["sami"].screen
    assert WORD not in cast["sami"].everything


@ON_SQLITE
async def test_at_night_it_waits_and_without_agreement_it_does_not_go(
    stage: Stage, cast: Cast
) -> None:
    await stage.pass_time(hours=13)
    for name in ("Sami", "Noa"):
        await write_word(cast["lina"], name)
        await cast["lina"].choose("button-send-word")
    assert WORD not in cast["sami"].everything

    await cast["sami"].write("/privacy")
    await cast["sami"].choose("button-my-consents", "button-end-channel")
    await stage.pass_time(hours=10)

    assert WORD not in cast["sami"].everything
    assert WORD in cast["noa"].everything


async def test_what_waits_for_the_morning_does_not_go_to_who_leaves_at_night(
    stage: Stage, cast: Cast
) -> None:
    await stage.pass_time(hours=13)
    for name in ("Sami", "Noa"):
        await write_word(cast["lina"], name)
        await cast["lina"].choose("button-send-word")
    await part_from_group(cast["lina"], "Sami")
    await stage.pass_time(hours=10)

    assert WORD not in cast["sami"].everything
    assert WORD in cast["noa"].everything


@ON_SQLITE
async def test_to_who_left_meanwhile_nothing_goes(cast: Cast) -> None:
    lina = cast["lina"]
    await write_word(lina)
    send = lina.find("button-send-word")
    await part_from_group(lina, "Sami")

    await lina.press(*send)

    assert lina.shown == "board-not-member"
    assert WORD not in cast["sami"].everything


@ON_SQLITE
async def test_who_was_removed_meanwhile_sends_nothing(cast: Cast) -> None:
    marc = await group_plays.second_lead(cast["lina"])
    await write_word(marc)
    send = marc.find("button-send-word")
    await marc.choose("button-rewrite")
    await stop_leading(cast["lina"], "Marc")

    await marc.press(*send)
    assert marc.shown == "board-not-leading"
    await marc.write(WORD)

    assert marc.shown == "board-not-leading"
    assert "homework-word" not in cast["sami"].keys


@ON_SQLITE
async def test_after_the_exercise_ended_a_word_still_goes(cast: Cast) -> None:
    await write_word(cast["lina"])
    await open_small(cast["sami"])
    await go_through(cast["sami"])
    await cast["sami"].choose("button-yes", "button-share-nothing")

    await cast["lina"].choose("button-send-word")

    assert WORD in cast["sami"].screen
    assert CANARY_ANSWER not in cast["lina"].everything
    assert CANARY_TEXT not in cast["lina"].everything


@ON_SQLITE
async def test_who_is_not_reached_any_more_is_told_nothing(cast: Cast) -> None:
    lina = cast["lina"]
    await write_word(lina)
    send = lina.find("button-send-word")
    await cast["sami"].change_membership("kicked")

    await lina.press(*send)
    assert lina.shown == "board-not-reached"
    await open_exercise(lina, "Sami")

    assert "button-leave-word" not in lina.offers


@ON_SQLITE
async def test_thanks_do_not_follow_who_leads_no_more(stage: Stage, cast: Cast) -> None:
    marc = await group_plays.second_lead(cast["lina"])
    await write_word(marc)
    await marc.choose("button-send-word")
    await stop_leading(cast["lina"], "Marc")

    answer = await cast["sami"].choose("button-say-thanks")

    assert stage.library.keys_of(answer) == ["toast-group-changed"]
    assert "board-word-thanked" not in marc.keys


@ON_SQLITE
async def test_who_left_the_group_says_no_thanks_by_an_old_button(stage: Stage, cast: Cast) -> None:
    lina, sami = cast["lina"], cast["sami"]
    await write_word(lina)
    await lina.choose("button-send-word")
    thanks = sami.find("button-say-thanks")
    await part_from_group(lina, "Sami")

    answer = await sami.press(*thanks)

    assert stage.library.keys_of(answer) == ["toast-group-changed"]
    assert "board-word-thanked" not in lina.keys


@ON_SQLITE
async def test_who_leads_another_group_writes_to_nobody_here(stage: Stage, cast: Cast) -> None:
    other = await group_plays.facilitator_comes_in(stage, "Marc")
    await write_word(cast["lina"])

    await other.press(*cast["lina"].find("button-send-word"))

    assert other.shown == "out-of-date"
    assert "homework-word" not in cast["sami"].keys


@ON_SQLITE
async def test_what_is_asked_is_forgotten_with_another_screen(cast: Cast) -> None:
    lina = cast["lina"]
    await open_exercise(lina, "Sami")
    await lina.choose("button-leave-word")
    await open_board(lina)

    await lina.write(WORD)

    assert lina.shown == "typed-elsewhere-staff"
