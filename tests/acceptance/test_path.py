"""The whole path over the Bot API: invited, agreed, woken up, seen by the coach."""

from datetime import UTC, datetime

from bot.domain.people import Role
from tests.acceptance.stage import Stage
from tests.canaries import CANARY_NAME

TUESDAY_BEFORE_DAWN = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
SEVEN = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


async def test_a_morning_in_french_from_the_invitation_to_the_coach(stage: Stage) -> None:
    coach, person = stage.phone("Nadia"), stage.phone("Someone")

    await coach.open(await stage.relais.invite(Role.COACH, "Nadia"))
    await coach.tap("Français", "Oui", "09:00")
    await coach.brings_in(person, invite="Inviter", menu="Que voulez-vous faire")
    await person.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Tu", "Oui")
    await coach.reads("est utilisée")
    await coach.tap("Oui", "Nouveau rappel", "Réveil", "Proposer")
    await person.reads("te propose un réveil")
    await person.tap("D’accord", "19:00", "08:00", "09:00")
    await coach.reads("est d’accord")

    await stage.go_to(TUESDAY_BEFORE_DAWN)
    assert "Demain, réveil à 07:00, départ à 08:00" in person.screen
    await stage.go_to(SEVEN)
    assert "C’est l’heure du réveil" in person.screen
    await person.tap("Encore 8 minutes")
    assert "07:08" in person.screen
    await stage.pass_time(minutes=8)
    await person.tap("Je suis debout")
    assert "Étape 1 sur 5" in person.screen
    await coach.write("/menu")
    await coach.tap("Personnes", CANARY_NAME)
    assert "07:08" in coach.screen


async def test_a_morning_in_english_without_an_answer(stage: Stage) -> None:
    coach, person = stage.phone("Nadia", "en"), stage.phone("Someone", "en")

    await coach.open(await stage.relais.invite(Role.COACH, "Nadia"))
    await coach.tap("English", "Yes", "09:00")
    await coach.brings_in(person, invite="Invite", menu="What would you like to do")
    await person.tap("Continue", "I understand", "I agree", "The minimum", "Yes")
    await coach.reads("has been used")
    await coach.tap("Yes", "New reminder", "Wake-up")
    await coach.write("6:45 am")
    await coach.tap("Propose")
    await person.reads("proposes a wake-up")
    await person.tap("I agree", "19:00", "08:00", "09:00")
    await coach.reads("agrees")

    await stage.go_to(SEVEN.replace(hour=9))

    nudges = [one for one in person.messages if "wake up" in one.words]
    assert len(nudges) == 3
    assert "no answer this morning" in coach.screen
    assert "You leave at 08:00" in person.screen
    await coach.tap("I’ll call")
    await person.tap("I’m up")
    await coach.reads("answered")
