"""A fortnight of two lives: one answers most days, the other says nothing after the first."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.people import Role
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME, CANARY_OTHER_NAME

MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
FORTNIGHT = [MONDAY + number * DAY for number in range(1, 15)]
WORKING = [day for day in FORTNIGHT if day.weekday() < 5]

ASKED = "Quelques questions, une minute."
LESS = "J’écris moins souvent."
NOTED = "C’est noté. Merci."
SILENCE = "Je n’ai rien reçu depuis une semaine."
UP = "Étape 1 sur 5"


async def test_a_fortnight_of_two_lives(stage: Stage) -> None:
    active = await comes_in(stage, CANARY_NAME)
    silent = await comes_in(stage, CANARY_OTHER_NAME)
    await active.write("/menu")
    await active.tap("Ma journée", "Mon réveil", "C’est bon", "Pas besoin", "Pas besoin")

    for day in FORTNIGHT:
        await live(stage, active, day)

    assert said(active, UP) == len(WORKING)
    assert said(active, NOTED) == len(FORTNIGHT)
    assert (said(active, LESS), said(active, SILENCE)) == (0, 0)
    await silent.reads(SILENCE)
    # Days pass here faster than it is looked who is silent.
    assert said(silent, LESS) <= 1
    assert said(silent, ASKED) < len(FORTNIGHT)

    await silent.tap("Reprendre")
    await stage.pass_time(days=2)

    assert ASKED in silent.screen


async def comes_in(stage: Stage, name: str) -> Phone:
    """Let somebody in who wants to be asked every day at six in the evening."""
    phone = stage.phone(name)
    await phone.open(await stage.relais.invite(Role.PARTICIPANT, name))
    await phone.tap("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Vous", "Oui")
    await phone.reads("Que voulez-vous faire")
    await phone.write("/moi")
    await phone.tap("bonne", "haute", "calme", "bon", "Passer")
    await phone.tap("Chaque jour", "18:00")
    return phone


async def live(stage: Stage, phone: Phone, day: date) -> None:
    """Let a day pass: up in the morning, and as usual in the evening."""
    await stage.go_to(at(day, 7))
    if day in WORKING:
        await phone.offers("Je suis debout")
        await phone.tap("Je suis debout")
    await stage.go_to(at(day, 18))
    await phone.offers("Faire le point")
    await phone.tap("Faire le point", "Comme d’habitude")
    await stage.go_to(at(day, 23))


def at(day: date, hour: int) -> datetime:
    """Return an hour of a day in Paris, in winter."""
    return datetime(day.year, day.month, day.day, hour - 1, tzinfo=UTC)


def said(phone: Phone, words: str) -> int:
    """Count the messages that hold these words, as they stand now."""
    return sum(words in message.words for message in phone.messages)
