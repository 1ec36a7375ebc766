"""A first reminder over the Bot API: three taps after choosing the person, then their yes."""

from datetime import UTC, datetime

from bot.domain.people import Role
from tests.acceptance.stage import Stage
from tests.canaries import CANARY_NAME

TUESDAY_AT_EIGHT = datetime(2026, 11, 24, 7, 0, 5, tzinfo=UTC)
TUESDAY_AT_TEN = datetime(2026, 11, 24, 9, 0, 5, tzinfo=UTC)


async def test_in_french_an_appointment_is_agreed_and_the_coach_learns_who_comes(
    stage: Stage,
) -> None:
    coach, person = stage.phone("Nadia"), stage.phone("Someone")
    await coach.open(await stage.relais.invite(Role.COACH, "Nadia"))
    await coach.tap("Français", "Oui", "09:00")
    await coach.brings_in(person, invite="Inviter", menu="Que voulez-vous faire")
    await person.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Vous", "Oui")
    await coach.reads("est utilisée")
    await coach.tap("Oui", "Nouveau rappel")

    await coach.tap("Rendez-vous", "mardi 24 novembre", "Proposer")
    await person.reads("vous propose un rendez-vous")
    await person.tap("D’accord")
    await coach.reads("est d’accord")
    await stage.go_to(TUESDAY_AT_EIGHT)
    assert person.screen == "Rappel"
    await person.tap("Je suis en route")
    assert "Nadia le saura" in person.screen
    await stage.go_to(TUESDAY_AT_TEN)

    assert "est en route. Rendez-vous à 10:00" in coach.screen


async def test_in_english_words_are_proposed_changed_and_ended(stage: Stage) -> None:
    coach, person = stage.phone("Nadia", "en"), stage.phone("Someone", "en")
    await coach.open(await stage.relais.invite(Role.COACH, "Nadia"))
    await coach.tap("English", "Yes", "09:00")
    await coach.brings_in(person, invite="Invite", menu="What would you like to do")
    await person.tap("Continue", "I understand", "I agree", "The minimum", "Yes")
    await coach.reads("has been used")
    await coach.tap("Yes", "New reminder", "My words")
    await coach.write("Call the agency")

    await coach.tap("24 November at 09:00", "Propose")
    await person.reads("proposes a reminder")
    await person.tap("Another time")
    await person.write("10 am")
    await coach.reads("agrees, at another time")
    await coach.write("/menu")
    await coach.tap("People I support", CANARY_NAME, "Reminders", "1")
    await coach.tap("End this reminder", "Yes, end it")

    await person.reads("has ended a reminder")
