"""A coach's people over the Bot API: who needs something first, paging, a name typed, two taps."""

from tests.acceptance.desk import ENGLISH, FRENCH, are_there, comes_to_work, is_brought_in
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME, CANARY_TEXT
from tests.services.plays import ON_SQLITE

pytestmark = ON_SQLITE

OTHERS = [f"P{number:02}" for number in range(1, 20)]
SECOND_LEVEL_IN_FRENCH = {
    "Exercices": f"{CANARY_NAME}\u00a0: exercices",
    "Plans convenus": f"{CANARY_NAME}\u00a0: ce qui est convenu",
    "Rappels": f"Vos rappels pour {CANARY_NAME}",
    "Pas arrivé": "de vos rappels",
    "Confier ou arrêter": "Quelqu’un d’autre",
    "Mes notes": "Vous n’avez pas encore de note",
}
SECOND_LEVEL_IN_ENGLISH = {
    "Exercises": f"{CANARY_NAME}’s exercises",
    "Agreed plans": f"What is agreed with {CANARY_NAME}",
    "Reminders": f"Your reminders for {CANARY_NAME}",
    "Not arrived?": "of your reminders",
    "Hand over, stop": "Someone else on the team",
    "My notes": "You have no note",
}


async def lead_to(coach: Phone, people: str, buttons: dict[str, str]) -> None:
    """From the list, a name and then one of these buttons lead to what each says."""
    for button, says in buttons.items():
        await coach.write("/menu")
        await coach.tap(people, CANARY_NAME, button)
        assert says in coach.screen


async def test_twenty_people_in_french(stage: Stage) -> None:
    coach = await comes_to_work(stage, "Nadia", FRENCH)
    person = await is_brought_in(stage, coach, FRENCH)
    await are_there(stage, "Nadia", OTHERS)
    await coach.write("/menu")
    await coach.tap("Personnes accompagnées")
    assert coach.labels[:2] == ["P01", "P02"]

    await person.write("/contact")
    await coach.reads("demande un contact")
    await coach.write("/menu")
    await coach.tap("Personnes accompagnées")
    assert coach.labels[:2] == [CANARY_NAME, "P01"]
    assert f"{CANARY_NAME}\nDemande un contact depuis lundi" in coach.screen
    assert "1 à 8 sur 20" in coach.screen
    await coach.tap("Suivants", "Suivants")
    assert "17 à 20 sur 20" in coach.screen
    await coach.write("zephyr")
    assert coach.labels[0] == CANARY_NAME
    assert "P01" not in coach.screen

    await lead_to(coach, "Personnes accompagnées", SECOND_LEVEL_IN_FRENCH)
    await coach.tap("Écrire une note")
    await coach.write(CANARY_TEXT)
    assert CANARY_TEXT in coach.screen
    await coach.tap("Retour")
    assert CANARY_TEXT[:10] in coach.labels[0]
    assert not [one for one in person.messages if CANARY_TEXT in one.words]


async def test_twenty_people_in_english(stage: Stage) -> None:
    coach = await comes_to_work(stage, "Nadia", ENGLISH)
    person = await is_brought_in(stage, coach, ENGLISH)
    await are_there(stage, "Nadia", OTHERS)

    await person.write("/contact")
    await coach.reads("asks for a contact")
    await coach.write("/menu")
    await coach.tap("People I support")
    assert coach.labels[:2] == [CANARY_NAME, "P01"]
    assert f"{CANARY_NAME}\nAsks for a contact since Monday" in coach.screen
    assert "1 to 8 of 20" in coach.screen
    await coach.tap("Next", "Next")
    assert "17 to 20 of 20" in coach.screen
    await coach.tap("Previous")
    assert "9 to 16 of 20" in coach.screen
    await coach.write("Nobody-at-all")
    assert "I do not find this name" in coach.screen
    await coach.write("p19")
    assert coach.labels[0] == "P19"

    await lead_to(coach, "People I support", SECOND_LEVEL_IN_ENGLISH)
    await coach.tap("Write a note")
    await coach.write(CANARY_TEXT)
    await coach.tap("Back", CANARY_TEXT[:10], "Erase the note")
    assert f"You have no note about {CANARY_NAME} yet" in coach.screen
    assert not [one for one in person.messages if CANARY_TEXT in one.words]
