"""What whoever answers a word is told, truly: whether it is passed on, and when it can be read."""

from datetime import date, datetime

import pytest

from bot.store import covers
from bot.store.covers import Cover
from tests.canaries import CANARY_NAME
from tests.services.conftest import Team
from tests.services.group_plays import group_meets
from tests.services.plays import ON_SQLITE, another_coach
from tests.services.scenes import scene_of
from tests.services.stage import Stage
from tests.services.test_caring import DIRECT
from tests.services.test_contacting import go_to, paris
from tests.services.test_covering import cover
from tests.services.word_plays import (
    ANSWER,
    answer_word,
    end_support,
    send_word,
    type_group_word,
)

pytestmark = ON_SQLITE


@pytest.fixture
async def written(team: Team) -> Team:
    """Nadia wrote a word on Monday at ten."""
    await send_word(team.coach)
    return team


@pytest.mark.parametrize(
    ("answered", "told", "comes"),
    [
        (paris(23, 17), "mardi 24 novembre à partir de 09:00, pas avant", paris(24, 9)),
        (paris(24, 8, 50), "mardi 24 novembre à partir de 09:00, pas avant", paris(24, 9)),
        (paris(28, 12), "lundi 30 novembre à partir de 09:00, pas avant", paris(30, 9)),
    ],
)
async def test_outside_the_hours_it_waits_until_when_is_told(
    written: Team, answered: datetime, told: str, comes: datetime
) -> None:
    await go_to(written.stage, answered)
    await answer_word(written.participant)
    assert written.participant.shown == "word-read-later"
    assert told in written.participant.screen
    assert ANSWER not in written.coach.everything

    await go_to(written.stage, comes)

    assert ANSWER in written.coach.screen


async def test_a_public_holiday_has_no_hours(written: Team) -> None:
    written.stage.keep_holidays([date(2026, 11, 24)])
    await go_to(written.stage, paris(23, 18))

    await answer_word(written.participant)

    assert "mercredi 25 novembre à partir de 09:00" in written.participant.screen
    await go_to(written.stage, paris(24, 12))
    assert ANSWER not in written.coach.everything


async def test_during_an_absence_it_waits_and_who_is_there_is_told(written: Team) -> None:
    await another_coach(written.stage)
    await cover(written, "24/11", "25/11")
    await go_to(written.stage, paris(23, 18))

    await answer_word(written.participant)

    assert "jeudi 26 novembre à partir de 09:00" in written.participant.screen
    assert "une demande de contact va d’abord à Nadia" in written.participant.screen
    assert "Si Nadia ne la lit pas\xa0: Karim la reçoit." in written.participant.screen
    await go_to(written.stage, paris(25, 12))
    assert ANSWER not in written.coach.everything
    await go_to(written.stage, paris(26, 9))
    assert ANSWER in written.coach.screen


async def test_who_leads_a_group_only_gets_no_requests_that_could_go_to_another(
    stage: Stage,
) -> None:
    cast = await group_meets(stage)
    async with scene_of(await another_coach(stage)) as scene:
        karim = scene.coach
    await type_group_word(cast["lina"])
    await cast["lina"].choose("button-send-word")
    async with scene_of(cast["lina"]) as scene:
        away = Cover(
            coach_id=scene.facilitator.id,
            cover_id=karim.id,
            first=date(2026, 11, 23),
            last=date(2026, 11, 25),
        )
        await covers.keep(scene.session, away)

    await answer_word(cast["sami"])

    assert cast["sami"].shown == "word-read-after"
    assert "demande de contact" not in cast["sami"].screen


async def test_an_answer_days_later_comes_too(written: Team) -> None:
    await go_to(written.stage, paris(30, 10))

    await answer_word(written.participant)

    assert written.participant.shown == "word-passed-on"
    assert ANSWER in written.coach.screen


async def test_who_gets_no_messages_gets_no_answer_and_it_is_said(written: Team) -> None:
    await written.coach.change_membership("kicked")

    await answer_word(written.participant)

    assert written.participant.shown == "word-not-passed-on"
    assert written.participant.offers[0] == "button-ask-contact"
    said = await written.participant.choose("button-back", "button-say-thanks")
    assert written.stage.library.keys_of(said)[-1] == "toast-gone"


@pytest.mark.parametrize("begins", ["button-answer-word", "button-say-thanks"])
async def test_who_supports_no_more_hears_nothing(written: Team, begins: str) -> None:
    way = written.participant.find(begins)
    await end_support(written.coach)
    told = written.coach.texts

    await written.participant.press(*way)
    assert written.participant.shown == "word-over"
    await written.participant.write(ANSWER)

    assert written.participant.shown == "typed-elsewhere-no-coach"
    assert written.coach.texts == told


async def test_an_answer_typed_after_the_end_of_the_support_stays_out(written: Team) -> None:
    await written.participant.choose("button-answer-word")
    await end_support(written.coach)

    await written.participant.write(ANSWER)

    assert written.participant.shown == "word-over"
    assert ANSWER not in written.coach.everything


async def test_an_answer_that_waits_does_not_go_to_who_supports_no_more(written: Team) -> None:
    await go_to(written.stage, paris(23, 18))
    await answer_word(written.participant)
    await end_support(written.coach)

    await go_to(written.stage, paris(24, 12))

    assert ANSWER not in written.coach.everything


async def test_an_answer_that_worries_brings_the_help_card_and_goes_on(written: Team) -> None:
    await answer_word(written.participant, DIRECT)

    assert written.participant.keys[-2:] == ["word-passed-on", "care-direct"]
    assert "Je ne préviens personne d’autre." in written.participant.screen
    await written.participant.choose("button-no")
    assert "Je ne préviens personne d’autre." in written.participant.screen
    assert f"{CANARY_NAME} vous répond." in written.coach.screen
