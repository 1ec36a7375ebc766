"""What an exercise is: steps that the content describes, some asked only after certain answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import StrEnum
from typing import Self, TypeAlias

from bot.domain.homework import Homework

Answer: TypeAlias = str | tuple[str, ...]
Answers: TypeAlias = Mapping[str, Answer]

DONE = "done"


class ExerciseKind(StrEnum):
    """What an exercise is for."""

    CHECKIN = "checkin"
    EXERCISE = "exercise"
    TECHNIQUE = "technique"
    PRACTICE = "practice"


class StepKind(StrEnum):
    """How a step is answered."""

    ONE = "one"
    SEVERAL = "several"
    SCALE = "scale"
    TIME = "time"
    DATE = "date"
    TEXT = "text"
    OWN = "own"
    GUIDE = "guide"


CHOSEN = frozenset({StepKind.ONE, StepKind.SEVERAL, StepKind.SCALE})
"""Answered by the options of the step, and nothing else."""

WRITTEN = frozenset({StepKind.TEXT, StepKind.OWN})
"""Answered in the person's own words."""

PICKED = WRITTEN | {StepKind.ONE, StepKind.SEVERAL}
"""Of which an answer can be picked again later."""

UNNAMED = frozenset({"other", "nothing"})
"""Options that say nothing by themselves: nobody is offered to pick them again."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of an instruction, and how long to stay with it."""

    id: str
    lasts: timedelta


@dataclass(frozen=True, kw_only=True)
class Step:
    """One question, or one instruction.

    `options` are the answers of a choice, those of a scale from the lowest to the highest; times to
    tap; examples of a text. `when` says after which answers it is asked: for each earlier step, one
    of these options. Of several options `at_most` so many can be chosen, 0: all of them. `sources`
    name exercises and steps whose earlier answers can be picked. A text is kept up to `limit`
    characters. What is `private` is shown to nobody else.
    """

    id: str
    kind: StepKind
    options: tuple[str, ...] = ()
    when: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    limit: int = 0
    at_most: int = 0
    private: bool = False

    def fits(self, answer: Answer) -> bool:
        """Whether this can be an answer to the step."""
        match self.kind:
            case StepKind.ONE | StepKind.SCALE:
                return answer in self.options
            case StepKind.SEVERAL:
                return not isinstance(answer, str) and self._fits_chosen(answer)
            case StepKind.GUIDE:
                return answer == DONE
            case _:
                return isinstance(answer, str) and self._fits_typed(answer)

    def is_asked(self, answers: Answers) -> bool:
        """Whether the step is asked after these answers to the steps before it."""
        return all(
            not among.isdisjoint(_chosen(answers.get(step, ())))
            for step, among in self.when.items()
        )

    def _fits_chosen(self, chosen: tuple[str, ...]) -> bool:
        are_few = not self.at_most or len(chosen) <= self.at_most
        return are_few and set(chosen) <= set(self.options)

    def _fits_typed(self, answer: str) -> bool:
        match self.kind:
            case StepKind.TIME:
                return _reads(time, answer)
            case StepKind.DATE:
                return _reads(date, answer)
            case _:
                return 0 < len(answer) <= self.limit


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """Steps in their order. A change that an open run has to know of gets another `version`.

    Its texts stand in the content by keys: those of the exercise, of a step, of an option or line.
    A technique has its `place` among the others; it is allowed `at_first`, or once somebody has
    switched it on; the steps of its `frame` stand around its own, and it takes that one's closing.
    With `sentences` its card shows those that the person wrote for themselves. What is set between
    two workshops has its `homework`.
    """

    id: str
    kind: ExerciseKind
    version: int
    steps: tuple[Step, ...]
    place: int = 0
    at_first: bool = False
    sentences: bool = False
    frame: "Exercise | None" = None
    homework: Homework | None = None

    def within(self, frame: "Exercise") -> Self:
        """Return the exercise after the first step of a frame and before the others."""
        first, *others = frame.steps
        return replace(self, frame=frame, steps=(first, *self.steps, *others))

    def easier(self) -> Self | None:
        """Return the easier version, of the same id with fewer steps; None where there is none."""
        names = self.homework.easier if self.homework else ()
        steps = tuple(step for step in self.steps if step.id in names)
        return replace(self, steps=steps) if steps else None

    @property
    def lasts(self) -> timedelta:
        """How long its instructions take."""
        return sum((line.lasts for step in self.steps for line in step.lines), timedelta())

    @property
    def title(self) -> str:
        """The key of the title."""
        return text_key(self.id, "title")

    @property
    def closing(self) -> str:
        """The key of what is said in the end."""
        return text_key(self.frame.id if self.frame else self.id, "closing")

    @property
    def caution(self) -> str:
        """The key of what there is to mind: every technique has it, some homework."""
        return text_key(self.id, "caution")

    @property
    def why(self) -> str:
        """The key of what homework is for."""
        return text_key(self.id, "why")

    @property
    def seen(self) -> str:
        """The key of what a facilitator sees of homework."""
        return text_key(self.id, "seen")

    def prompt(self, step: Step) -> str:
        """Return the key of what a step asks."""
        return text_key(self._owner(step), "steps", step.id, "prompt")

    def name(self, step: Step) -> str:
        """Return the key of what a scale measures, in a word."""
        return text_key(self._owner(step), "steps", step.id, "name")

    def label(self, step: Step, part: str) -> str:
        """Return the key of an option or a line of a step."""
        parts = "lines" if step.kind is StepKind.GUIDE else "options"
        return text_key(self._owner(step), "steps", step.id, parts, part)

    def _owner(self, step: Step) -> str:
        return self.frame.id if self.frame and step in self.frame.steps else self.id


def text_key(*parts: str) -> str:
    """Return the key of a text of an exercise; no key of the words has a slash."""
    return "/".join(parts)


def _chosen(answer: Answer) -> tuple[str, ...]:
    return (answer,) if isinstance(answer, str) else answer


def _reads(kind: type[time] | type[date], text: str) -> bool:
    try:
        kind.fromisoformat(text)
    except ValueError:
        return False
    return True
