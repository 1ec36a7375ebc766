"""Offers to go on with what somebody was in the middle of."""

from bot.domain.exercise import ExerciseKind
from bot.domain.message import Button, Phrase
from bot.domain.people import Standing
from bot.services.scene import Scene
from bot.store import runs

Rows = tuple[tuple[Button, ...], ...]


async def go_on(scene: Scene) -> Rows:
    """Return the button for what was interrupted last; none where nothing waits.

    A check-in and the question after work belong to their day. Of another day nothing is offered
    that was not answered at all, nor ever a technique: the moment it was for has passed.
    """
    person = scene.person
    if person is None or person.standing is not Standing.ACTIVE:
        return ()
    for kept in await runs.waiting(scene.session, person.id):
        exercise = scene.deployment.library.exercise(kept.run.exercise)
        if exercise is None or exercise.kind is ExerciseKind.TECHNIQUE:
            continue
        is_answered = kept.run.answers and exercise.kind is not ExerciseKind.CHECKIN
        if is_answered or kept.day == scene.today:
            label = Phrase("button-go-on", {"title": Phrase(exercise.title)})
            return ((Button(label, "run.go-on", {"run": kept.id}),),)
    return ()
