"""The answers of an exercise as somebody else reads them, who was shown all of it."""

from collections.abc import Iterator
from datetime import date, time

from bot.domain import dialogue
from bot.domain.dialogue import Run
from bot.domain.exercise import Answer, Exercise, Step, StepKind
from bot.domain.message import Phrase, Value

LONGEST = 300
"""How much of one answer is shown, so that all of them find room in a message."""


def lines(exercise: Exercise, run: Run) -> tuple[Phrase, ...]:
    """Return each question with its answer, without those that are private."""
    given = dialogue.given(exercise, run)
    return tuple(
        Phrase("line-answer", {"prompt": Phrase(exercise.prompt(step)), "answer": said})
        for step in dialogue.path(exercise, run)
        if step.id in given and not step.private and step.kind is not StepKind.GUIDE
        for said in _said(exercise, step, given[step.id])
    )


def _said(exercise: Exercise, step: Step, answer: Answer) -> Iterator[Value]:
    """Yield what was answered, one by one."""
    for one in (answer,) if isinstance(answer, str) else answer:
        if one in step.options and step.kind is not StepKind.TIME:
            yield Phrase(exercise.label(step, one))
        elif step.kind is StepKind.TIME:
            yield time.fromisoformat(one)
        elif step.kind is StepKind.DATE:
            yield date.fromisoformat(one)
        else:
            yield one if len(one) <= LONGEST else f"{one[:LONGEST]}…"
