"""Check-ins that come by themselves and the picture of the days, over the Bot API."""

import pytest

from bot.domain.people import Role
from bot.sandbox.messages import Message
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME


def pictures(person: Phone) -> list[Message]:
    return [message for message in person.messages if message.photo]


async def comes_in(stage: Stage, *labels: str, language: str, menu: str) -> Phone:
    person = stage.phone("Someone", language)
    await person.open(await stage.relais.invite(Role.PARTICIPANT, CANARY_NAME))
    await person.tap(*labels)
    await person.reads(menu)
    return person


async def test_in_french_a_week_of_check_ins_becomes_a_picture(stage: Stage) -> None:
    person = await comes_in(
        stage,
        *("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Tu", "Oui"),
        language="fr",
        menu="Que veux-tu faire",
    )

    await person.write("/moi")
    await person.tap("moyenne", "haute", "petite tension", "très bon", "Passer")
    assert "Veux-tu que je pose ces questions" in person.screen
    await person.tap("Chaque jour", "18:00")
    assert "C’est noté\xa0: tous les jours à 18:00." in person.screen
    await stage.pass_time(hours=9)
    for _ in range(3):
        await stage.pass_time(days=1)
        await person.reads("Quelques questions")
        await person.tap("Faire le point", "Comme d’habitude")
    await person.write("/mesjours")

    [picture] = pictures(person)
    assert picture.photo is not None
    assert picture.photo.content.startswith(b"\x89PNG")
    assert "• humeur\xa0: toujours moyenne" in picture.words
    assert "Jours notés\xa0: 4." in picture.words


async def test_in_english_an_event_is_marked_and_seen(stage: Stage) -> None:
    person = await comes_in(
        stage,
        *("Continue", "I understand", "I agree", "The minimum", "Yes"),
        language="en",
        menu="What would you like to do",
    )

    await person.write("/days")
    assert "Nothing is noted on those days" in person.screen
    await person.tap("Mark an event")
    await person.write("interview")
    await person.tap("Yesterday", "My days")

    [picture] = pictures(person)
    assert "• Sunday 22 November: interview" in picture.words
    await person.tap("90 days")
    assert len(pictures(person)) == 2


@pytest.mark.parametrize("preset", ["The essential", "The minimum"])
async def test_a_coach_sees_the_picture_only_where_it_is_shown(stage: Stage, preset: str) -> None:
    coach = stage.phone("Nadia", "en")
    await coach.open(await stage.relais.invite(Role.COACH, "Nadia"))
    await coach.tap("English", "Yes", "09:00")
    await coach.reads("What would you like to do")
    await coach.tap("Invite")
    await coach.write(CANARY_NAME)
    await coach.reads("?start=")
    person = stage.phone("Someone", "en")
    await person.open(coach.link())
    await person.tap("Continue", "I understand", "I agree", preset, "Yes")
    await coach.reads("has been used")
    await coach.tap("Yes")
    await person.reads("What would you like to do")
    await person.write("/checkin")
    await person.tap("very low", "very low", "very tense", "very badly", "Skip")

    await coach.write("/menu")
    await coach.tap("People", CANARY_NAME)

    if preset == "The essential":
        await coach.tap("Their latest days")
        assert "• mood: very low" in pictures(coach)[-1].words
    else:
        assert "mood" not in coach.screen
