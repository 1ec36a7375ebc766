"""The answers of an exercise as they are read: by who was shown all of it, or by whose they are."""

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
        Phrase("line-answer", {"prompt": Phrase(exercise.prompt(step)), "answer": _short(one)})
        for step in dialogue.path(exercise, run)
        if step.id in given and not step.private and step.kind is not StepKind.GUIDE
        for one in said(exercise, step, given[step.id])
    )


def said(exercise: Exercise, step: Step, answer: Answer) -> Iterator[Value]:
    """Yield what was answered, one by one; raises ValueError for what is no time or no date."""
    for one in (answer,) if isinstance(answer, str) else answer:
        if one in step.options and step.kind is not StepKind.TIME:
            yield Phrase(exercise.label(step, one))
        elif step.kind is StepKind.TIME:
            yield time.fromisoformat(one)
        elif step.kind is StepKind.DATE:
            yield date.fromisoformat(one)
        else:
            yield one


def _short(answer: Value) -> Value:
    if isinstance(answer, str) and len(answer) > LONGEST:
        return f"{answer[:LONGEST]}…"
    return answer
