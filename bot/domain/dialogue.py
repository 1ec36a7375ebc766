"""Plays an exercise: which question comes next, and what becomes of the answers.

Every function takes a run and returns the run that comes of it. Going back loses no answer: it
is offered again on the way forward. Answers that branching leaves out later are kept, and count
again if the way leads past them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from bot.domain import homework
from bot.domain.exercise import WRITTEN, Answer, Answers, Exercise, Step, StepKind
from bot.domain.homework import Outcome

REPEATED = frozenset({StepKind.ONE, StepKind.SEVERAL, StepKind.SCALE, StepKind.TIME})
"""What can be as it was last time; dates, words and instructions cannot."""


class RunState(StrEnum):
    """How it stands with a run: a stopped one can go on, one that was left cannot."""

    OPEN = "open"
    STOPPED = "stopped"
    FINISHED = "finished"
    LEFT = "left"


WAITING = (RunState.OPEN, RunState.STOPPED)


@dataclass(frozen=True, kw_only=True)
class Run:
    """One going through an exercise.

    `at` is the step that is asked, None at the end; `turn` counts the moves, so that a button of an
    earlier question is known by it.
    """

    exercise: str
    version: int
    at: str | None
    state: RunState = RunState.OPEN
    answers: Answers = field(default_factory=dict)
    turn: int = 0

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same run."""
        return {
            "exercise": self.exercise,
            "version": self.version,
            "at": self.at,
            "state": self.state.value,
            "answers": {step: _packed(answer) for step, answer in self.answers.items()},
            "turn": self.turn,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return the run that `as_plain` described."""
        return cls(
            exercise=plain["exercise"],
            version=plain["version"],
            at=plain["at"],
            state=RunState(plain["state"]),
            answers={step: _unpacked(answer) for step, answer in plain["answers"].items()},
            turn=plain["turn"],
        )


@dataclass(frozen=True, kw_only=True)
class Place:
    """The question that is asked: its number among those that there are at most."""

    number: int
    count: int


def begin(exercise: Exercise) -> Run:
    """Return a run that stands at the first question."""
    run = Run(exercise=exercise.id, version=exercise.version, at=None)
    return replace(run, at=path(exercise, run)[0].id)


def path(exercise: Exercise, run: Run) -> tuple[Step, ...]:
    """Return the steps on the way, as far as the answers tell."""
    way: list[Step] = []
    known: dict[str, Answer] = {}
    for step in exercise.steps:
        if step.is_asked(known):
            way.append(step)
            if step.id in run.answers:
                known[step.id] = run.answers[step.id]
    return tuple(way)


def question(exercise: Exercise, run: Run) -> Step | None:
    """Return the step that is asked, None at the end."""
    return next((step for step in exercise.steps if step.id == run.at), None)


def place(exercise: Exercise, run: Run) -> Place:
    """Return the number of the step that is asked; how many there are never grows on the way."""
    way = [step.id for step in path(exercise, run)]
    number = way.index(run.at) + 1 if run.at in way else len(way)
    return Place(number=number, count=longest(exercise, run))


def longest(exercise: Exercise, run: Run) -> int:
    """Return how many steps the longest way has that the answers so far leave open.

    What was gone past without an answer stays so.
    """
    way = path(exercise, run)
    ids = [step.id for step in way]
    ahead = way[ids.index(run.at) :] if run.at in ids else ()
    for step in ahead:
        if step.id not in run.answers:
            ways = [replace(run, answers={**run.answers, **one}) for one in _forks(exercise, step)]
            if ways:
                return max(longest(exercise, one) for one in ways)
    return len(way)


def given(exercise: Exercise, run: Run) -> Answers:
    """Return the answers to the steps on the way."""
    return {step.id: run.answers[step.id] for step in path(exercise, run) if step.id in run.answers}


def outcome(exercise: Exercise, run: Run) -> Outcome | None:
    """Return what came of an exercise between two workshops; None of any other."""
    if exercise.homework is None:
        return None
    steps = [step.id for step in path(exercise, run)]
    return homework.outcome(exercise.homework, steps, given(exercise, run))


def answer(exercise: Exercise, run: Run, value: Answer) -> Run:
    """Answer the question that is asked, and go on; what does not fit changes nothing."""
    step = question(exercise, run)
    if step is None or not step.fits(value):
        return run
    return _forward(exercise, replace(run, answers={**run.answers, step.id: value}), step)


def mark(exercise: Exercise, run: Run, option: str, *, chosen: bool) -> Run:
    """Choose one of several options, or choose it no more, and stay at the question.

    One more than can be chosen changes nothing.
    """
    step = question(exercise, run)
    if step is None or step.kind is not StepKind.SEVERAL:
        return run
    if chosen and is_full(exercise, run, option):
        return run
    before = run.answers.get(step.id, ())
    marked = tuple(one for one in step.options if (chosen if one == option else one in before))
    return replace(run, answers={**run.answers, step.id: marked})


def is_full(exercise: Exercise, run: Run, option: str) -> bool:
    """Whether as many options are chosen as can be at the question, and this is none of them."""
    step = question(exercise, run)
    chosen = run.answers.get(step.id, ()) if step else ()
    most = step.at_most if step else 0
    return 0 < most <= len(chosen) and option not in chosen


def go_forward(exercise: Exercise, run: Run) -> Run:
    """Go on with the answer as it stands; several options may all be left out."""
    step = question(exercise, run)
    if step is None:
        return run
    if step.kind is StepKind.SEVERAL and step.id not in run.answers:
        return answer(exercise, run, ())
    return _forward(exercise, run, step)


def skip(exercise: Exercise, run: Run) -> Run:
    """Go on without an answer; one that was given is taken away, as the person wants it."""
    step = question(exercise, run)
    if step is None:
        return run
    rest = {id_: value for id_, value in run.answers.items() if id_ != step.id}
    return _forward(exercise, replace(run, answers=rest), step)


def back(exercise: Exercise, run: Run) -> Run:
    """Ask the question before this one again; from the end, the last one."""
    before = _before(exercise, run)
    if before is None:
        return run
    return _moved(replace(run, state=RunState.OPEN), before.id)


def again(exercise: Exercise, run: Run) -> Run:
    """Ask from the first question on, with the answers as they are."""
    first = path(exercise, run)[0]
    return _moved(replace(run, state=RunState.OPEN), first.id)


def stop(run: Run) -> Run:
    """Stop here: what was answered stays, and it can go on; without any answer it is left."""
    if run.state is not RunState.OPEN:
        return run
    state = RunState.STOPPED if run.answers else RunState.LEFT
    return _moved(replace(run, state=state), run.at)


def resume(run: Run) -> Run:
    """Go on where it was stopped."""
    if run.state is not RunState.STOPPED:
        return run
    return _moved(replace(run, state=RunState.OPEN), run.at)


def repeat(exercise: Exercise, run: Run, earlier: Answers) -> Run:
    """Answer as at an earlier time, and ask only what could be the same and was not answered."""
    for step in exercise.steps:
        value = earlier.get(step.id)
        repeats = step.kind in REPEATED and value is not None and step.fits(value)
        if repeats and step in path(exercise, run):
            run = replace(run, answers={**run.answers, step.id: earlier[step.id]})
    asked = (
        step.id
        for step in path(exercise, run)
        if step.kind in REPEATED and step.id not in run.answers
    )
    return _moved(run, next(asked, None))


def add(exercise: Exercise, run: Run, step_id: str, *, more: str) -> Run:
    """Add a line to a text that was given, as far as its limit allows."""
    for step in exercise.steps:
        said = run.answers.get(step.id)
        if step.id == step_id and step.kind in WRITTEN and isinstance(said, str):
            return replace(run, answers={**run.answers, step_id: f"{said}\n{more}"[: step.limit]})
    return run


def fit_to(exercise: Exercise, run: Run) -> Run:
    """Return a run as it goes on when the exercise has changed since it began.

    It keeps the answers that its steps still take, and asks the first question without one if the
    one that was asked is gone.
    """
    return run if run.version == exercise.version else _fitted(exercise, run)


def shortened(exercise: Exercise, run: Run) -> Run:
    """Return a run as it goes on in the easier version; the last step is asked where all are said.

    What was answered apart from its steps is not part of it any more.
    """
    short = _fitted(exercise, run)
    if short.at is not None:
        return short
    return replace(short, at=path(exercise, short)[-1].id, state=run.state)


def _fitted(exercise: Exercise, run: Run) -> Run:
    kept = {
        step.id: run.answers[step.id]
        for step in exercise.steps
        if step.id in run.answers and step.fits(run.answers[step.id])
    }
    run = replace(run, version=exercise.version, answers=kept)
    way = [step.id for step in path(exercise, run)]
    if run.at is None or run.at in way:
        return _moved(run, run.at)
    return _moved(run, next((one for one in way if one not in kept), None))


def _forks(exercise: Exercise, step: Step) -> list[Answers]:
    """Return an answer to a step for each way on which later steps follow it."""
    follows = [one.when[step.id] for one in exercise.steps if step.id in one.when]
    if step.kind is StepKind.SEVERAL:
        return [{step.id: step.options}] if follows else []
    # Options that lead to the same steps are one way.
    leads = {tuple(option in among for among in follows): option for option in step.options}
    return [{step.id: option} for option in leads.values()] if follows else []


def _forward(exercise: Exercise, run: Run, step: Step) -> Run:
    """Return the run at the first step on the way that comes after a step."""
    later = exercise.steps[exercise.steps.index(step) + 1 :]
    way = path(exercise, run)
    return _moved(run, next((one.id for one in later if one in way), None))


def _before(exercise: Exercise, run: Run) -> Step | None:
    before = None
    for step in path(exercise, run):
        if step.id == run.at:
            break
        before = step
    return before


def _moved(run: Run, at: str | None) -> Run:
    state = RunState.FINISHED if at is None else run.state
    return replace(run, at=at, state=state, turn=run.turn + 1)


def _packed(answer: Answer) -> str | list[str]:
    return answer if isinstance(answer, str) else list(answer)


def _unpacked(plain: str | list[str]) -> Answer:
    return plain if isinstance(plain, str) else tuple(plain)
