"""A group over the Bot API: eight dates, two members, a date that moves, the evening before."""

from datetime import UTC, datetime

from bot.domain.people import Role
from tests.acceptance.groups import ENGLISH, FRENCH, joins, tuesdays
from tests.acceptance.stage import Stage

MOVING = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
EVENING = datetime(2026, 12, 2, 17, 1, tzinfo=UTC)
OVER = datetime(2026, 12, 3, 12, 30, tzinfo=UTC)


async def test_a_group_of_two_with_eight_dates_in_french(stage: Stage) -> None:
    lina = await tuesdays(stage)
    assert "8. mardi 19 janvier, 14:00" in lina.screen
    sami = await joins(lina, stage.phone("Sami"), "Sami", to=FRENCH)
    noa = await joins(lina, stage.phone("Noa"), "Noa", to=FRENCH)
    assert "1. mardi 1er décembre, 14:00" in sami.screen

    await stage.go_to(MOVING)
    await lina.write("/groupes")
    await lina.tap("Mardi", "Les dates", "1")
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
    sami = await joins(lina, stage.phone("Sami", "en"), "Sami", to=ENGLISH)
    noa = await joins(lina, stage.phone("Noa", "en"), "Noa", to=ENGLISH)
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
