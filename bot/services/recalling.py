"""Finds what somebody answered before, to be picked again instead of typed once more."""

from collections.abc import Sequence

from bot.domain.exercise import CHOSEN, UNNAMED, Exercise, Step
from bot.domain.message import Phrase
from bot.services.scene import Scene
from bot.store import runs

OFFERED = 12


async def earlier(scene: Scene, step: Step) -> Sequence[str]:
    """Return what was answered at the sources of a step, in words, the latest first."""
    found: dict[str, None] = {}
    for source in step.sources:
        exercise = scene.deployment.library.exercise(source[0])
        asked = _step(exercise, source[1])
        if exercise is None or asked is None:
            continue
        answers = await runs.answers_of(scene.session, scene.member.id, source, limit=OFFERED)
        found |= dict.fromkeys(
            _worded(scene, exercise, asked, answer=one) for one in answers if one not in UNNAMED
        )
    return list(found)[:OFFERED]


def _step(exercise: Exercise | None, id_: str) -> Step | None:
    steps = exercise.steps if exercise else ()
    return next((step for step in steps if step.id == id_), None)


def _worded(scene: Scene, exercise: Exercise, step: Step, *, answer: str) -> str:
    """Return an answer as its button says it, or the words that were typed."""
    if step.kind not in CHOSEN or answer not in step.options:
        return answer
    return scene.deployment.library.say(Phrase(exercise.label(step, answer)), scene.chat.voice)
