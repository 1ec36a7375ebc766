"""A group over the Bot API: eight dates, two members, a date that moves, the evening before."""

from datetime import UTC, datetime

from bot.domain.people import Role
from tests.acceptance.stage import Phone, Stage

MOVING = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
EVENING = datetime(2026, 12, 2, 17, 1, tzinfo=UTC)
OVER = datetime(2026, 12, 3, 12, 30, tzinfo=UTC)


async def test_a_group_of_two_with_eight_dates_in_french(stage: Stage) -> None:
    lina = await _tuesdays(stage)
    assert "8. mardi 19 janvier, 14:00" in lina.screen
    sami = await _joins(lina, stage.phone("Sami"), "Sami", to=FRENCH)
    noa = await _joins(lina, stage.phone("Noa"), "Noa", to=FRENCH)
    assert "1. mardi 1er décembre, 14:00" in sami.screen

    await stage.go_to(MOVING)
    await lina.write("/groupes")
    await lina.tap("Mardi", "Les dates", "Atelier 1")
    await lina.write("3 décembre")
    await lina.write("10h")
    for phone in (sami, noa):
        await phone.reads("Maintenant : jeudi 3 décembre, 10:00".replace(" :", "\u00a0:"))

    await stage.go_to(EVENING)
    await sami.reads("Atelier demain à 10:00.")
    assert "12 rue du Port" in sami.screen
    await sami.tap("Je viens")
    await noa.tap("Je ne peux pas")
    await lina.write("/groupes")
    await lina.tap("Mardi")
    assert "Sami : vient".replace(" :", "\u00a0:") in lina.screen
    assert "Noa : ne peut pas venir".replace(" :", "\u00a0:") in lina.screen

    await stage.go_to(OVER)
    await lina.write("/groupes")
    await lina.tap("Mardi", "Noter les présences", "Terminé")
    assert "1 sur 2" in lina.screen


async def test_a_group_of_two_with_eight_dates_in_english(stage: Stage) -> None:
    lina = stage.phone("Lina", "en")
    await lina.open(await stage.relais.invite(Role.FACILITATOR, "Lina"))
    await lina.tap("English", "Yes", "09:00")
    await lina.reads("What would you like to do")
    await lina.tap("My groups", "Create a group")
    await lina.write("Thursday")
    await lina.tap("Skip", "Eight workshops", "Choose the dates")
    await lina.write("3 December")
    await lina.tap("10:00", "Every two weeks", "Informal moment", "After the workshop", "12:00")
    await lina.tap("That’s it")
    assert "8. Thursday 11 March, 10:00" in lina.screen
    sami = await _joins(lina, stage.phone("Sami", "en"), "Sami", to=ENGLISH)
    noa = await _joins(lina, stage.phone("Noa", "en"), "Noa", to=ENGLISH)
    assert "Informal moment after, at 12:00" in noa.screen

    await stage.go_to(EVENING)
    await sami.reads("Workshop tomorrow at 10:00.")
    await sami.tap("I’m coming")
    await noa.tap("I can’t")
    await lina.write("/groups")
    await lina.tap("Thursday")

    assert "Sami: is coming" in lina.screen
    assert "Noa: cannot come" in lina.screen
    await sami.write("/tomorrow")
    assert "10:00 Workshop, group “Thursday”" in sami.screen


FRENCH = ("Les membres", "Inviter un membre", "Entrer", "Les dates des ateliers")
ENGLISH = ("The members", "Invite a member", "Join", "The dates of the workshops")
ENTERS = {
    FRENCH: ("Continuer", "J’ai compris", "D’accord", "Le minimum", "Vous", "Oui"),
    ENGLISH: ("Continue", "I understand", "I agree", "The minimum", "Yes"),
}


async def _tuesdays(stage: Stage) -> Phone:
    """Let Lina come in, and make a group that meets on eight Tuesdays."""
    lina = stage.phone("Lina")
    await lina.open(await stage.relais.invite(Role.FACILITATOR, "Lina"))
    await lina.tap("Français", "Oui", "09:00")
    await lina.reads("Que voulez-vous faire")
    await lina.tap("Mes groupes", "Créer un groupe")
    await lina.write("Mardi")
    await lina.write("12 rue du Port")
    await lina.tap("Huit ateliers", "Choisir les dates")
    await lina.write("1er décembre")
    await lina.tap("14:00", "Chaque semaine", "C’est bon")
    return lina


async def _joins(lina: Phone, phone: Phone, name: str, *, to: tuple[str, str, str, str]) -> Phone:
    members, invite, join, dates = to
    await lina.write("/groups")
    await lina.tap(_group(lina), members, invite)
    await lina.write(name)
    await lina.reads("?start=")
    await phone.open(lina.link())
    await phone.tap(*ENTERS[to])
    await phone.offers(join)
    await phone.tap(join)
    await phone.reads(dates)
    return phone


def _group(lina: Phone) -> str:
    """Return the label of the one group that is offered."""
    return _labels(lina)[0]


def _labels(phone: Phone) -> list[str]:
    rows = phone.messages[-1].inline_keyboard
    return [str(button["text"]) for row in rows for button in row]
