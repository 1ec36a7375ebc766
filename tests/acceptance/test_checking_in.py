"""A check-in over the Bot API: four taps, a sentence; the next day, as usual."""

from bot.domain.people import Role
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME, CANARY_TEXT


async def test_a_check_in_in_french_and_as_usual_the_next_day(stage: Stage) -> None:
    person = stage.phone("Someone")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Tu", "Oui")
    await person.reads("Que veux-tu faire")

    await person.write("/moi")
    assert "Comment est ton humeur maintenant" in person.screen
    await person.tap("moyenne", "haute", "petite tension", "Retour", "Garder ma réponse")
    assert "question 4 sur 5" in person.screen
    await person.tap("très bon")
    await person.write(CANARY_TEXT)
    assert person.screen.startswith("C’est noté. Merci.")

    await stage.pass_time(days=1)
    await person.write("/menu")
    await person.tap("Faire le point", "Comme d’habitude")
    assert person.screen.startswith("C’est noté. Merci.")
    assert _asked(person) == 1


async def test_a_check_in_in_english_that_is_stopped_and_goes_on(stage: Stage) -> None:
    person = stage.phone("Someone", "en")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap("Continue", "I understand", "I agree", "The minimum", "Yes")
    await person.reads("What would you like to do")

    await person.write("/checkin")
    await person.tap("in between", "Stop here")
    assert "It is noted up to here" in person.screen
    await stage.pass_time(hours=3)
    await person.write("/menu")
    await person.tap("Go on: Short check-in")
    assert "question 2 of 5" in person.screen
    await person.tap("low", "a bit tense", "well", "Skip")

    assert person.screen.startswith("Noted. Thank you.")


def _asked(person: Phone) -> int:
    """Count the messages that still ask something: those that were answered changed in place."""
    return sum("question 5 sur 5" in message.words for message in person.messages)
