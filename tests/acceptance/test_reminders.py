"""Own reminders and the day over the Bot API: set, told, put off, done."""

from datetime import UTC, datetime

from bot.domain.people import Role
from tests.acceptance.stage import Stage
from tests.canaries import CANARY_NAME, CANARY_TEXT

MONDAY_AT_TEN = datetime(2026, 11, 23, 21, 0, 5, tzinfo=UTC)
TUESDAY_AT_NINE = datetime(2026, 11, 24, 8, 0, 5, tzinfo=UTC)
TUESDAY_AT_NOON = datetime(2026, 11, 24, 12, 0, 5, tzinfo=UTC)


async def test_a_reminder_with_vous_is_put_off_and_done(stage: Stage) -> None:
    person = stage.phone("Someone")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Vous", "Oui")
    await person.reads("Que voulez-vous faire")

    await person.tap("Ma journée", "Mes rappels")
    await person.write(CANARY_TEXT)
    await person.tap("Une fois", "Demain", "09:00", "C’est bon")
    await stage.go_to(TUESDAY_AT_NINE)
    assert person.screen == "Rappel"
    await person.tap("Lire")
    assert person.screen == f"Rappel\n\n{CANARY_TEXT}"

    await person.tap("Plus tard", "Dans 10 minutes")
    await stage.pass_time(minutes=11)
    await person.tap("Lire")
    assert person.screen == f"Rappel\n\n{CANARY_TEXT}"
    await person.tap("Fait")
    await person.write("/aujourdhui")
    assert "plus tard" in person.screen
    assert person.screen.endswith("fait")


async def test_with_tu_an_empty_day_is_said_kindly(stage: Stage) -> None:
    person = stage.phone("Someone")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Tu", "Oui")
    await person.reads("Que veux-tu faire")

    await person.tap("Ma journée", "Demain")

    assert person.screen == "mardi 24 novembre\n\nRien de prévu. Cette journée est à toi."


async def test_in_english_an_appointment_is_told_two_hours_before(stage: Stage) -> None:
    person = stage.phone("Someone", "en")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap("Continue", "I understand", "I agree", "The minimum", "Yes")
    await person.reads("What would you like to do")

    await person.write("/remind")
    await person.write("agency")
    await person.tap("Once", "Tomorrow")
    await person.write("2 pm")
    await person.tap("Tell me before", "2 hours before", "That")
    await stage.go_to(TUESDAY_AT_NOON)

    await person.tap("Read")
    assert person.screen == "Reminder\n\nAt 14:00: agency"
    await person.write("/today")
    assert person.screen == "Tuesday 24 November\n\n14:00 agency"


async def test_an_evening_of_the_routine_becomes_a_reminder(stage: Stage) -> None:
    person = stage.phone("Someone")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Vous", "Oui")
    await person.reads("Que voulez-vous faire")

    await person.write("/routine")
    await person.tap("Le soir", "22:30", "presque", "un réveil", "Voir la suite", "C’est bon")
    assert "c’est l’heure de se coucher" in person.screen
    await stage.go_to(MONDAY_AT_TEN)

    await person.tap("Lire")
    assert person.screen == "Rappel\n\nÀ 22:30\N{NO-BREAK SPACE}: c’est l’heure de se coucher."
