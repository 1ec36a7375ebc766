"""A tour through what a coach sees of one person, so that each of its buttons was shown once."""

from tests.canaries import CANARY_NAME
from tests.services.stage import Phone


async def through_people(coach: Phone, participant: Phone) -> None:
    """Look at what is agreed with somebody, note something, and where they are with work."""
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)
    await coach.choose("button-agreed", "button-back", "button-notes", "button-note-write")
    await coach.write("Rappeler la formation.")
    await coach.choose("button-back", "button-note")
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)
    await coach.choose("button-job", "button-job-interview", "button-back", "button-job-starting")
    await coach.choose("button-back", "button-starts-on")
    await coach.write("/settings")
    await coach.choose("button-my-hours")
    await coach.tap("09:00")
    await participant.choose("button-choose-some", "button-not-chosen", "button-done")
    await participant.write("/travail")
    await participant.choose("button-job-hide", "button-job-show", "button-my-job-interview")
    await participant.choose("button-back", "button-my-job-ended", "button-no-thanks")
    await participant.choose("button-job-rest", "button-undo")
