"""What an exercise between two workshops asks: what counts as tried or done, what comes back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Outcome(StrEnum):
    """How it went: three honest outcomes."""

    DONE = "done"
    TRIED = "tried"
    NOT_THIS_WEEK = "not-this-week"


@dataclass(frozen=True, kw_only=True)
class Gate:
    """A question to begin with: after an answer that `stops`, a calming card comes first."""

    step: str
    stops: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Again:
    """When an exercise comes back, as the exercise `plays`.

    It comes on the date that was answered at the step `on`, or each of these times `after`.
    """

    plays: str
    on: str | None = None
    after: tuple[timedelta, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Homework:
    """How an exercise is set between two workshops; steps are named by their ids.

    It belongs after `workshop` (1 to 8; 0: at any time), takes some `minutes`, and is wished for
    some `times`. With all of `core` answered it counts as tried, with all of `done` as done. The
    easier version asks only the `easier` steps; none where there is no such version. Answers of a
    `private` one are never offered for sharing. What was chosen at the steps of `themes` is counted
    for a group where it was shown, without a name. With `has_caution` a text says what to mind,
    with `has_why` others say what it is for and what is seen of it.
    """

    workshop: int
    minutes: timedelta
    core: tuple[str, ...]
    done: tuple[str, ...]
    times: int = 1
    easier: tuple[str, ...] = ()
    private: bool = False
    themes: tuple[str, ...] = ()
    gate: Gate | None = None
    again: Again | None = None
    has_caution: bool = False
    has_why: bool = True


def coming_back(steps: Sequence[str]) -> Homework:
    """Return how an exercise counts that nobody is given: it only comes back after another.

    Its first step answered it counts as tried; its answers are the person’s alone.
    """
    return Homework(
        workshop=0,
        minutes=timedelta(minutes=1),
        core=tuple(steps[:1]),
        done=tuple(steps),
        private=True,
        has_why=False,
    )


def outcome(
    homework: Homework, steps: Collection[str], answers: Mapping[str, str | tuple[str, ...]]
) -> Outcome | None:
    """Return what came of it, None as long as nothing did.

    `steps` are those on the way: what was not asked is not waited for. To choose none of several
    options is no answer here.
    """
    answered = {step for step, answer in answers.items() if answer}
    for wanted, found in ((homework.done, Outcome.DONE), (homework.core, Outcome.TRIED)):
        asked = {step for step in wanted if step in steps}
        if asked and asked <= answered:
            return found
    return None
