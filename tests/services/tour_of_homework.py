"""A tour through the screens of exercises, so that each of their buttons was shown once."""

from tests.services.homework_plays import (
    EVERY,
    SMALL,
    THRICE,
    add_exercises,
    give,
    look_at,
    title,
)
from tests.services.stage import Phone


async def through_homework(coach: Phone, participant: Phone) -> None:
    """Give some, plan, begin and end them, show one, thank for it."""
    add_exercises(coach.stage, *EVERY)
    await give(coach, THRICE)
    await participant.choose("button-later", "button-tomorrow")
    await participant.write("9h")
    await participant.choose("button-habit-coffee", "button-skip")
    await participant.choose("button-my-exercises")
    await participant.tap(title(THRICE))
    await participant.choose("button-start-now", "thrice/steps/now/options/calm", "button-skip")
    await participant.choose("button-that-is-enough", "button-yes", "button-share-everything")
    await look_at(coach)
    await coach.choose("button-answers-of", "button-back")
    await give(coach, SMALL)
    await participant.choose("button-not-this-week", "button-reason-forgot")
    await participant.write("/exercices")
