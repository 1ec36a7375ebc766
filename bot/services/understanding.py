"""Understands what is typed as the answer to the question that is asked."""

from bot.domain import dialogue
from bot.domain.exercise import Answer, Step, StepKind
from bot.domain.message import Phrase
from bot.domain.typed_time import read_date, read_time
from bot.library.hearing import bare
from bot.services.questioning import Play
from bot.services.scene import Scene

AGAIN = {StepKind.TIME: "time-again", StepKind.DATE: "date-again"}


def understood(scene: Scene, play: Play, text: str) -> Answer | None:  # noqa: PLR0911 - a line for each kind
    """Return the answer that a text gives; None for a text that gives none.

    Words are kept whole up to the limit of the step; a choice is typed as its button says it.
    """
    step = dialogue.question(play.exercise, play.run)
    if step is None:
        return None
    match step.kind:
        case StepKind.TEXT | StepKind.OWN:
            return text[: step.limit] or None
        case StepKind.TIME:
            wall = read_time(text)
            return wall.isoformat("minutes") if wall else None
        case StepKind.DATE:
            day = read_date(text, today=play.today)
            return day.isoformat() if day else None
        case StepKind.ONE | StepKind.SCALE:
            return _typed_choice(scene, play, text)
        case _:
            return None


def said_by(scene: Scene, play: Play, option: str) -> str:
    """Return what the button of an option of the question says, in the person's language."""
    step = dialogue.question(play.exercise, play.run)
    label = Phrase(play.exercise.label(step, option)) if step else Phrase(play.exercise.title)
    return scene.deployment.library.say(label, scene.chat.voice)


def again(step: Step) -> str:
    """Return the key of what is said to a text that is no answer."""
    return AGAIN.get(step.kind, "run-tap")


def _typed_choice(scene: Scene, play: Play, text: str) -> str | None:
    step = dialogue.question(play.exercise, play.run)
    options = step.options if step else ()
    labels = {bare(said_by(scene, play, option)): option for option in options}
    return labels.get(bare(text))
