"""How a coach or a facilitator writes a word in tests."""

from tests.canaries import CANARY_NAME
from tests.services.group_plays import open_group
from tests.services.stage import Phone

WORD = "Bonjour,\nbon courage pour demain."
ANSWER = "Merci, à lundi."


async def open_person(coach: Phone, name: str = CANARY_NAME) -> None:
    """Open the screen of somebody from the list."""
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(name)


async def type_word(coach: Phone, text: str = WORD) -> None:
    """Type a word for one person; it is not sent yet."""
    await open_person(coach)
    await coach.choose("button-write-word")
    await coach.write(text)


async def send_word(coach: Phone, text: str = WORD) -> None:
    await type_word(coach, text)
    await coach.choose("button-send-word")


async def answer_word(phone: Phone, text: str = ANSWER) -> None:
    await phone.choose("button-answer-word")
    await phone.write(text)


async def type_group_word(lina: Phone, whom: str = "button-write-all") -> None:
    """Type a word for a group; it is not sent yet."""
    await open_group(lina)
    await lina.choose("button-write-group", whom)
    await lina.write(WORD)


async def end_support(coach: Phone) -> None:
    """Let a coach support somebody no more."""
    await open_person(coach)
    await coach.choose("button-support", "button-end-support", "button-end-support-now")


async def ask_colleague(coach: Phone, name: str, person: str = CANARY_NAME) -> None:
    """Let a coach ask a colleague to support somebody in their place."""
    await open_person(coach, person)
    await coach.choose("button-support", "button-hand-over")
    await coach.tap(name)
    await coach.choose("button-ask-colleague")
