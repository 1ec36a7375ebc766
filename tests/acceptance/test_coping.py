"""A hard moment over the Bot API: a card, its steps at their seconds, what helped, a reminder."""

from datetime import UTC, datetime, timedelta

from bot.domain.people import Role
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME, CANARY_TEXT

WEDNESDAY = datetime(2026, 11, 25, 17, 30, tzinfo=UTC)


async def test_a_hard_moment_with_vous_the_steps_come_at_their_seconds(stage: Stage) -> None:
    person = stage.phone("Someone")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Vous", "Oui")
    await person.reads("Que voulez-vous faire")

    await person.tap("Un coup de stress", "Pieds au sol")
    assert "Sentez vos deux pieds sur le sol. (10 secondes)" in person.screen
    said = len(person.messages)
    await person.tap("Étape par étape")
    assert "étape 1 sur 3" in person.screen
    await steps(stage, person)
    assert len(person.messages) == said
    await person.tap("C’est fini", "oui")
    assert person.screen == "C’est noté. Merci."

    await person.write("/cequimaide")
    assert "• Pieds au sol\N{NO-BREAK SPACE}: 1 fois" in person.screen


async def test_with_tu_one_that_was_worse_shows_whom_to_call(stage: Stage) -> None:
    person = stage.phone("Someone")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Tu", "Oui")
    await person.reads("Que veux-tu faire")

    await person.write("/stress")
    await person.tap("Regarder autour", "Noter avant, après", "tension", "C’est fini")
    assert "Et maintenant, calme ou tension" in person.screen
    await person.tap("forte tension", "c’était pire")

    assert "Regarde autour de toi" in person.screen
    assert "3114" in person.screen


async def test_in_english_a_reminder_and_a_sentence_come_on_wednesday(stage: Stage) -> None:
    person = stage.phone("Someone", "en")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap("Continue", "I understand", "I agree", "The minimum", "Yes")
    await person.reads("What would you like to do")

    await person.tap(
        "A stressful moment",
        "My techniques",
        "Technique reminders",
        "Add a reminder",
        "Other days",
        "Done",
    )
    await person.write("18:30")
    assert "another technique each time" in person.screen
    await person.write("/sentences")
    await person.tap("Write a sentence")
    await person.write(CANARY_TEXT)
    await person.tap("Receive it", "Other days", "Done")
    await person.write("17:00")
    await stage.go_to(WEDNESDAY)

    await person.reads("A word from you, to you.")
    await person.reads("A moment for you, if you like.")
    await person.tap("See the steps")
    assert "Only if you are in a safe place" in person.screen
    await person.tap("Read")
    assert any(CANARY_TEXT in message.words for message in person.messages)


async def steps(stage: Stage, person: Phone) -> None:
    """Let the seconds of three steps pass, and see each of them come."""
    for seconds, words in ((10, "étape 2 sur 3"), (30, "étape 3 sur 3"), (15, "C’est la fin")):
        await stage.go_to(stage.clock.now() + timedelta(seconds=seconds))
        await person.reads(words)
