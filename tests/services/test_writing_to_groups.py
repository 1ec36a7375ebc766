"""A facilitator writes to a group, or to those in it whom the last message did not reach."""

import pytest

from tests.services import group_plays
from tests.services.board_plays import part_from_group, stop_leading
from tests.services.memories import Cast, Memories
from tests.services.plays import ON_SQLITE
from tests.services.stage import Stage
from tests.services.test_contacting import go_to, paris
from tests.services.word_plays import ANSWER, WORD, answer_word, type_group_word

pytestmark = ON_SQLITE


async def group_of_two(stage: Stage) -> Cast:
    """Lina leads Sami and Noa."""
    cast = dict(await group_plays.group_meets(stage))
    return {**cast, "noa": await group_plays.member_joins(cast["lina"], "Noa")}


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    return await memories.recall(stage, group_of_two)


async def test_everybody_gets_it_and_an_answer_goes_to_who_wrote_alone(cast: Cast) -> None:
    lina, sami, noa = cast["lina"], cast["sami"], cast["noa"]
    await type_group_word(lina)
    assert "Pour le groupe «\xa0Mardi\xa0», 2 personnes" in lina.screen
    await lina.choose("button-send-word")

    assert "C’est envoyé\xa0: Noa et Sami." in lina.screen
    assert sami.screen.startswith(f"Lina écrit au groupe «\xa0Mardi\xa0».\n\n{WORD}")
    await answer_word(noa)
    await sami.choose("button-say-thanks")

    assert lina.keys[-2:] == ["word-answered", "word-thanked"]
    assert ANSWER not in sami.everything


async def test_those_who_were_missed_are_reached_again_alone(stage: Stage, cast: Cast) -> None:
    lina, sami, noa = cast["lina"], cast["sami"], cast["noa"]
    await group_plays.open_group(lina)
    await lina.choose("button-write-group", "button-write-missed")
    assert lina.shown == "write-nobody-missed"
    await go_to(stage, paris(23, 21))
    await sami.change_membership("kicked")
    await type_group_word(lina)
    await lina.choose("button-send-word")
    assert "n’arrivent pas en ce moment\xa0: Sami." in lina.screen
    await go_to(stage, paris(24, 9))
    await group_plays.open_group(lina)
    await lina.choose("button-write-group", "button-write-missed")
    assert lina.shown == "write-nobody-missed"

    await sami.change_membership("member")
    await type_group_word(lina, "button-write-missed")
    await lina.choose("button-send-word")

    assert "C’est envoyé\xa0: Sami." in lina.screen
    assert sami.shown == "staff-word-group"
    assert noa.keys.count("staff-word-group") == 1


async def test_who_leads_no_more_writes_nothing_and_gets_no_answers(
    stage: Stage, cast: Cast
) -> None:
    marc = await group_plays.second_lead(cast["lina"])
    await type_group_word(marc)
    await marc.choose("button-send-word")
    await type_group_word(marc)
    await go_to(stage, paris(23, 18))
    await answer_word(cast["sami"])
    await stop_leading(cast["lina"], "Marc")

    await marc.choose("button-send-word")
    assert marc.shown == "board-not-leading"
    await answer_word(cast["noa"])
    assert cast["noa"].keys[-2:] == ["word-over", "typed-elsewhere-no-coach"]
    await go_to(stage, paris(24, 12))

    assert ANSWER not in marc.everything
    assert "staff-word-group" not in cast["sami"].keys


async def test_who_left_the_group_meanwhile_gets_nothing(cast: Cast) -> None:
    await type_group_word(cast["lina"])
    send = cast["lina"].find("button-send-word")
    for name in ("Sami", "Noa"):
        await part_from_group(cast["lina"], name)

    await cast["lina"].press(*send)

    assert cast["lina"].shown == "group-no-members"
    assert WORD not in cast["sami"].everything
