"""A tour through what a coach sees of one person, so that each of its buttons was shown once."""

from tests.canaries import CANARY_NAME
from tests.services.stage import Phone


async def through_people(coach: Phone) -> None:
    """Look at what is agreed with somebody, and leave a note about them."""
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)
    await coach.choose("button-agreed", "button-back", "button-notes", "button-note-write")
    await coach.write("Rappeler la formation.")
    await coach.choose("button-back", "button-note")
