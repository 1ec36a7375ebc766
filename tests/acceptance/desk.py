"""A coach's desk on its phones: the coach comes in, people are brought in, or are there already."""

from dataclasses import dataclass

from bot.domain.people import Role
from bot.store import people
from tests.acceptance.stage import Phone, Stage
from tests.canaries import CANARY_NAME
from tests.supported import add_supported


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a coach and those they bring in read on the way."""

    language: str
    comes_in: tuple[str, ...]
    menu: str
    invite: str
    enters: tuple[str, ...]
    yes: str


FRENCH = Words(
    language="fr",
    comes_in=("Français", "Oui", "09:00"),
    menu="Que voulez-vous faire",
    invite="Inviter",
    enters=("Continuer", "J’ai compris", "D’accord", "L’essentiel", "Vous", "Oui"),
    yes="Oui",
)
ENGLISH = Words(
    language="en",
    comes_in=("English", "Yes", "09:00"),
    menu="What would you like to do",
    invite="Invite",
    enters=("Continue", "I understand", "I agree", "The essential", "Yes"),
    yes="Yes",
)


async def comes_to_work(stage: Stage, name: str, words: Words) -> Phone:
    """Let a coach come in: Paris, nine to five."""
    coach = stage.phone(name, words.language)
    await coach.open(await stage.relais.invite(Role.COACH, name))
    await coach.tap(*words.comes_in)
    await coach.reads(words.menu)
    return coach


async def is_brought_in(
    stage: Stage, coach: Phone, words: Words, *, name: str = CANARY_NAME
) -> Phone:
    """Let a coach bring somebody in, who shows the essential."""
    person = stage.phone("Someone", words.language)
    await coach.write("/menu")
    await coach.brings_in(person, invite=words.invite, menu=words.menu, name=name)
    await person.tap(*words.enters)
    await coach.offers(words.yes)
    await coach.tap(words.yes)
    return person


async def are_there(stage: Stage, coach: str, names: list[str]) -> list[Phone]:
    """Let a coach support others too, who came in long ago; return their phones."""
    phones = [stage.phone(name) for name in names]
    async with stage.relais.database.begin() as session:
        [who] = [one for one in await people.staff(session) if one.name == coach]
        for name, phone in zip(names, phones, strict=True):
            await add_supported(
                session,
                name,
                coach_id=who.id,
                telegram_id=phone.id,
                now=stage.clock.now(),
            )
    return phones
