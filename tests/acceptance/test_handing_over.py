"""A coach hands somebody over, and the next one stops, over the Bot API: what each is told."""

from dataclasses import dataclass

import pytest

from tests.acceptance import desk
from tests.acceptance.desk import comes_to_work, is_brought_in
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME
from tests.services.plays import ON_SQLITE

pytestmark = ON_SQLITE


@dataclass(frozen=True, kw_only=True)
class Words:
    """What two coaches and somebody whom they support one after the other read and tap."""

    desk: desk.Words
    people: str
    support: str
    hand_over: str
    ask: str
    asked: str
    offered: str
    agree: str
    handed: str
    done: str
    same: str
    shown: str
    stop: tuple[str, str]
    over: str
    keep: str
    alone: str
    nobody: str


FRENCH = Words(
    desk=desk.FRENCH,
    people="Personnes accompagnées",
    support="Confier ou arrêter",
    hand_over="Passer le relais",
    ask="Demander",
    asked=f"Pour {CANARY_NAME}, rien ne change avant un oui.",
    offered=f"Nadia vous propose d’accompagner {CANARY_NAME}, à sa place.",
    agree="D’accord",
    handed="Karim vous accompagne maintenant. Avant, c’était Nadia.",
    done=f"Karim accompagne maintenant {CANARY_NAME}.",
    same="Montrer comme avant",
    shown="Karim voit ce que vous montriez avant.",
    stop=("Arrêter", "Oui, arrêter"),
    over="Karim ne vous accompagne plus ici, et ne voit plus rien de vous.",
    keep="Garder Relais",
    alone="Aucun coach ne vous accompagne ici pour le moment.",
    nobody="Il n’y a encore personne dans votre liste.",
)
ENGLISH = Words(
    desk=desk.ENGLISH,
    people="People I support",
    support="Hand over, stop",
    hand_over="Hand over",
    ask="Ask",
    asked=f"For {CANARY_NAME} nothing changes before a yes.",
    offered=f"Nadia suggests that you support {CANARY_NAME} in their place.",
    agree="I agree",
    handed="Karim supports you now, in Nadia’s place.",
    done=f"Karim supports {CANARY_NAME} now.",
    same="Show as before",
    shown="Karim sees what you showed before.",
    stop=("Stop", "Yes, stop"),
    over="Karim does not support you here any more, and sees nothing more of you.",
    keep="Keep Relais",
    alone="No coach supports you here at the moment.",
    nobody="There is nobody on your list yet.",
)


async def opens_list(coach: Phone, words: Words) -> None:
    """Let a coach look at whom they support."""
    await coach.write("/menu")
    await coach.tap(words.people)


@pytest.mark.parametrize("words", [FRENCH, ENGLISH], ids=["fr", "en"])
async def test_somebody_is_handed_over_and_goes_on_alone_later(stage: Stage, words: Words) -> None:
    nadia = await comes_to_work(stage, "Nadia", words.desk)
    karim = await comes_to_work(stage, "Karim", words.desk)
    person = await is_brought_in(stage, nadia, words.desk)

    await opens_list(nadia, words)
    await nadia.tap(CANARY_NAME, words.support)
    await nadia.offers(words.stop[0])
    await nadia.tap(words.hand_over, "Karim", words.ask)
    assert words.asked in nadia.screen
    await karim.reads(words.offered)
    await opens_list(karim, words)
    assert words.nobody in karim.screen
    await karim.tap(words.agree)
    await person.reads(words.handed)
    await nadia.reads(words.done)
    await person.tap(words.same)
    assert words.shown in person.screen
    await opens_list(nadia, words)
    assert words.nobody in nadia.screen

    await opens_list(karim, words)
    await karim.tap(CANARY_NAME, words.support, *words.stop)
    await person.reads(words.over)
    await person.tap(words.keep)
    assert words.alone in person.screen
    await opens_list(karim, words)
    assert words.nobody in karim.screen
