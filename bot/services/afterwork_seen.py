"""What a coach reads of the answers after work: what was tapped, where the person shows it."""

from collections.abc import Iterator
from datetime import timedelta

from bot.domain.afterwork import ABOUT, AFTERWORK, WENT
from bot.domain.exercise import Exercise
from bot.domain.message import Phrase, Values
from bot.domain.people import Person
from bot.domain.schedule import local, zone
from bot.domain.sharing import Audience, Stream, may_see
from bot.services.scene import Scene
from bot.store import checkins, sharing
from bot.store.checkins import Checkin

LATELY = timedelta(days=7)
LINES = 3
SHOWN = (Stream.AFTERWORK, Audience.COACH)


async def lately(scene: Scene, person: Person) -> list[Phrase]:
    """Return the latest answers as a coach reads them, if the person shows them."""
    choices = await sharing.choices_of(scene.session, person.id)
    exercise = scene.deployment.library.exercise(AFTERWORK)
    if exercise is None or not may_see(choices, *SHOWN):
        return []
    first = local(scene.now, zone(person.zone)).date() - LATELY
    found = await checkins.since(scene.session, person.id, exercise.id, first=first)
    lines = [line for one in found for line in _line(exercise, one)]
    return [Phrase("line-afterwork"), *lines[-LINES:]] if lines else []


def _line(exercise: Exercise, one: Checkin) -> Iterator[Phrase]:
    """Yield what was tapped on a day: how it went, and what counted most."""
    labels = {
        step.id: Phrase(exercise.label(step, str(one.values[step.id])))
        for step in exercise.steps
        if one.values.get(step.id) in step.options
    }
    if WENT not in labels:
        return
    values: Values = {"day": one.day, "went": labels[WENT]}
    if ABOUT in labels:
        yield Phrase("line-afterwork-about", {**values, "about": labels[ABOUT]})
    else:
        yield Phrase("line-afterwork-day", values)
