"""What is kept about somebody, over the Bot API: brought as files; erased after a day to think."""

import json

import pytest

from bot.domain.people import Role
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME

COMING_IN = {
    "tu": ("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Tu", "Oui"),
    "vous": ("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Vous", "Oui"),
    "en": ("Continue", "I understand", "I agree", "The minimum", "Yes"),
}


async def somebody(stage: Stage, voice: str) -> Phone:
    person = stage.phone("Someone", "en" if voice == "en" else "fr")
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap(*COMING_IN[voice])
    await person.reads(CANARY_NAME)
    return person


def files(person: Phone) -> dict[str, str]:
    found = [message.attachment for message in person.messages if message.attachment]
    return {one.file_name: one.content.decode() for one in found}


@pytest.mark.parametrize(
    ("voice", "command", "button", "title"),
    [
        ("vous", "/mesdonnees", "Envoyer ici", "Mes données dans Relais"),
        ("tu", "/mydata", "Envoyer ici", "Mes données dans Relais"),
        ("en", "/mydata", "Send here", "My data in Relais"),
    ],
)
async def test_both_files_arrive(
    stage: Stage, voice: str, command: str, button: str, title: str
) -> None:
    person = await somebody(stage, voice)

    await person.write(command)
    await person.tap(button)
    await person.reads("JSON")

    page, data = files(person).values()
    assert title in page
    assert CANARY_NAME in page
    assert json.loads(data)["tables"]["person"][0]["name"] == CANARY_NAME


async def test_who_leaves_can_stay_for_a_day(stage: Stage) -> None:
    person = await somebody(stage, "vous")
    await person.write("/oublier")
    await person.tap("Oui, tout effacer")
    await person.reads("D’ici là, je ne vous écris pas")

    await stage.pass_time(hours=23)
    await person.tap("Je reste")

    await person.reads("Rien n’est effacé")


@pytest.mark.parametrize(
    ("voice", "button", "last"),
    [
        ("tu", "Oui, tout effacer", "Tu peux effacer cette conversation"),
        ("en", "Yes, delete everything", "You can delete this conversation"),
    ],
)
async def test_after_a_day_everything_is_gone(
    stage: Stage, voice: str, button: str, last: str
) -> None:
    person = await somebody(stage, voice)
    await person.write("/forget")
    await person.tap(button)

    await stage.pass_time(days=1, minutes=1)
    await person.reads(last)

    assert len(stage.world.messages(person.id)) == 1
    await person.write("/mydata")
    assert CANARY_NAME not in person.screen
