"""After work and asking for a contact, over the Bot API: from the question to the receipt."""

from datetime import UTC, datetime

from bot.domain.people import Role
from tests.acceptance.stage import Stage
from tests.canaries import CANARY_NAME, CANARY_TEXT

AFTER_WORK = datetime(2026, 11, 23, 15, 31, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 11, 24, 8, 1, tzinfo=UTC)
TEN_PAST = datetime(2026, 11, 24, 8, 10, tzinfo=UTC)


async def test_a_hard_day_at_work_that_the_coach_hears_of_in_french(stage: Stage) -> None:
    coach, person = stage.phone("Nadia"), stage.phone("Someone")
    await coach.open(await stage.relais.invite(Role.COACH, "Nadia"))
    await coach.tap("Français", "Oui", "09:00")
    await coach.brings_in(person, invite="Inviter", menu="Que voulez-vous faire")
    await person.tap("Continuer", "J’ai compris", "D’accord", "Le minimum", "Tu", "Oui")
    await coach.reads("est utilisée")
    await coach.tap("Oui")

    await person.reads("Que veux-tu faire")
    await person.write("/afterwork")
    await person.tap("Oui", "16:00")
    assert "ton coach ne les voit pas" in person.screen
    await stage.go_to(AFTER_WORK)
    assert "Comment s’est passé le travail" in person.screen
    await person.tap("difficile", "la fatigue", "Passer")
    await stage.pass_time(hours=1)
    await person.tap("Demander un contact")
    assert "Nadia la reçoit mardi 24 novembre à 09:00, pas avant." in person.screen
    await person.write(CANARY_TEXT)

    await stage.go_to(NEXT_MORNING)
    await coach.reads(f"{CANARY_NAME} demande un contact.")
    assert CANARY_TEXT in coach.screen
    assert "fatigue" not in coach.screen
    await stage.go_to(TEN_PAST)
    await coach.tap("Vu")
    await person.reads("Vu par Nadia à 09:10.")


async def test_a_request_in_english_that_is_taken_back(stage: Stage) -> None:
    coach, person = stage.phone("Nadia", "en"), stage.phone("Someone", "en")
    await coach.open(await stage.relais.invite(Role.COACH, "Nadia"))
    await coach.tap("English", "Yes", "09:00")
    await coach.brings_in(person, invite="Invite", menu="What would you like to do")
    await person.tap("Continue", "I understand", "I agree", "The minimum", "Yes")
    await coach.reads("has been used")
    await coach.tap("Yes")

    await person.reads("What would you like to do")
    await person.write("/contact")
    await coach.reads("asks for a contact")
    assert "Nadia gets it." in person.screen
    await person.tap("Take it back")

    await coach.reads("took the request for a contact back")
    assert "Your request is taken back" in person.screen
