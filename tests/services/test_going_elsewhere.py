"""Words that go to somebody as they are typed are taken only while that is what was asked last."""

import pytest

from tests.canaries import CANARY_TEXT
from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE
from tests.services.test_contacting import ask
from tests.services.word_plays import ANSWER, send_word

pytestmark = ON_SQLITE


@pytest.mark.parametrize(
    "elsewhere", ["/stress", "/reprendre", "/confidentialite", "/menu", "/start"]
)
async def test_what_is_typed_somewhere_else_is_not_added_to_it(team: Team, elsewhere: str) -> None:
    await ask(team.participant)
    await team.participant.write(elsewhere)

    await team.participant.write(CANARY_TEXT)

    assert team.participant.shown == "typed-elsewhere"
    assert CANARY_TEXT not in team.coach.everything


async def test_what_is_typed_below_the_card_that_tells_nobody_is_not_added(team: Team) -> None:
    await ask(team.participant)
    await team.participant.write("je veux mourir")
    assert team.participant.shown == "care-direct"
    assert "Je ne préviens personne d’autre." in team.participant.screen

    await team.participant.write(CANARY_TEXT)

    assert team.participant.shown == "typed-elsewhere"
    assert CANARY_TEXT not in team.coach.everything


async def test_help_is_looked_at_beside_it(team: Team) -> None:
    await ask(team.participant)
    await team.participant.choose("button-help")

    await team.participant.write(CANARY_TEXT)

    assert team.participant.shown == "contact-line-added"
    assert CANARY_TEXT in team.coach.screen


async def test_what_is_typed_somewhere_else_is_no_answer(team: Team) -> None:
    await send_word(team.coach)
    await team.participant.choose("button-answer-word")
    await team.participant.write("/stress")

    await team.participant.write(ANSWER)

    assert team.participant.shown == "typed-elsewhere"
    assert ANSWER not in team.coach.everything
