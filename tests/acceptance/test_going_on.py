"""Somebody is handed over, then supported no more, over the Bot API: what both are told."""

from tests.acceptance.desk import ENGLISH, FRENCH, comes_to_work, is_brought_in
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME
from tests.services.plays import ON_SQLITE

pytestmark = ON_SQLITE


async def ask_karim(coach: Phone, people: str, support: str, hand: str, ask: str) -> None:
    """Let a coach ask Karim to support the person in their place."""
    await coach.write("/menu")
    await coach.tap(people, CANARY_NAME, support, hand, "Karim", ask)


async def test_a_support_goes_on_and_ends_in_french(stage: Stage) -> None:
    nadia = await comes_to_work(stage, "Nadia", FRENCH)
    karim = await comes_to_work(stage, "Karim", FRENCH)
    person = await is_brought_in(stage, nadia, FRENCH)
    people = "Personnes accompagnées"
    await ask_karim(nadia, people, "Confier ou arrêter", "Passer le relais", "Demander")
    await karim.reads(f"Nadia vous propose d’accompagner {CANARY_NAME}")
    assert "vous accompagne maintenant" not in person.screen

    await karim.tap("D’accord")
    await person.reads("Karim vous accompagne maintenant. Avant, c’était Nadia.")
    await nadia.reads(f"Karim accompagne maintenant {CANARY_NAME}")
    await nadia.write("/menu")
    await nadia.tap(people)
    assert CANARY_NAME not in nadia.screen
    await person.tap("Montrer comme avant")
    assert "Karim voit ce que vous montriez avant" in person.screen

    await karim.write("/menu")
    await karim.tap(people, CANARY_NAME, "Confier ou arrêter", "Arrêter", "Oui, arrêter")
    assert f"Vous n’accompagnez plus {CANARY_NAME} ici" in karim.screen
    await person.reads("Karim ne vous accompagne plus ici")
    await person.tap("Garder Relais")
    assert "Relais continue pour vous" in person.screen


async def test_a_support_goes_on_and_ends_in_english(stage: Stage) -> None:
    nadia = await comes_to_work(stage, "Nadia", ENGLISH)
    karim = await comes_to_work(stage, "Karim", ENGLISH)
    person = await is_brought_in(stage, nadia, ENGLISH)
    people = "People I support"
    await ask_karim(nadia, people, "Hand over, stop", "Hand over", "Ask")
    await karim.reads(f"Nadia suggests that you support {CANARY_NAME}")
    await karim.tap("I cannot")
    await nadia.reads(f"Karim cannot support {CANARY_NAME}.")
    await ask_karim(nadia, people, "Hand over, stop", "Hand over", "Ask")
    await karim.offers("I agree")
    await karim.tap("I agree")
    await person.reads("Karim supports you now, in Nadia’s place.")
    await nadia.reads(f"Karim supports {CANARY_NAME} now")

    await karim.write("/menu")
    await karim.tap(people, CANARY_NAME, "Hand over, stop", "Stop", "Yes, stop")
    await person.reads("Karim does not support you here any more")
    assert f"You no longer support {CANARY_NAME} here" in karim.screen
    await person.tap("Keep Relais")
    assert "No coach supports you here at the moment" in person.screen
