"""Every exercise between two workshops is played, through every option of every choice."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain import dialogue
from bot.domain.dialogue import Run
from bot.domain.exercise import DONE, Answer, Exercise, Step, StepKind
from bot.domain.homework import Outcome
from bot.library.exercises import read_exercises
from tests.library.content_folder import CONTENT

TYPED = {StepKind.TIME: "18:30", StepKind.DATE: "2026-12-01", StepKind.GUIDE: DONE}
SUCCESS = {Outcome.DONE, Outcome.TRIED}
MOST_ASKED = 12
Wanted = Mapping[str, str]

BY_ID = read_exercises(CONTENT)[0].by_id
HOMEWORK = {id_: one for id_, one in BY_ID.items() if one.homework}
COMING_BACK = {
    one.homework.again.plays: BY_ID[one.homework.again.plays]
    for one in HOMEWORK.values()
    if one.homework and one.homework.again
}
EASIER = {id_: easier for id_, one in HOMEWORK.items() if (easier := one.easier())}
every_homework = pytest.mark.parametrize("exercise", HOMEWORK.values(), ids=HOMEWORK)
every_easier = pytest.mark.parametrize("exercise", EASIER.values(), ids=EASIER)
every_exercise = pytest.mark.parametrize(
    "exercise",
    [*HOMEWORK.values(), *COMING_BACK.values(), *EASIER.values()],
    ids=[
        *HOMEWORK,
        *(f"{id_}, later" for id_ in COMING_BACK),
        *(f"{id_}, easier" for id_ in EASIER),
    ],
)


def play(exercise: Exercise, wanted: Wanted, *, only: frozenset[str] | None = None) -> Run:
    """Answer each question as it is wanted, or somehow; skip all but some, if they are named."""
    run = dialogue.begin(exercise)
    while step := dialogue.question(exercise, run):
        if only is None or step.id in only:
            run = dialogue.answer(exercise, run, an_answer(step, wanted.get(step.id)))
            assert step.id in run.answers
        else:
            run = dialogue.skip(exercise, run)
    return run


def an_answer(step: Step, option: str | None = None) -> Answer:
    if step.kind is StepKind.SEVERAL:
        return (option or step.options[0],)
    if step.kind in {StepKind.ONE, StepKind.SCALE}:
        return option or step.options[0]
    return TYPED.get(step.kind, "words")


def choices(exercise: Exercise) -> Iterator[tuple[Step, str]]:
    """Yield each option of each choice."""
    for step in exercise.steps:
        if step.kind in {StepKind.ONE, StepKind.SCALE, StepKind.SEVERAL}:
            yield from ((step, option) for option in step.options)


def to_reach(exercise: Exercise, step: Step) -> dict[str, str]:
    """Return the options after which a step is asked."""
    steps = {one.id: one for one in exercise.steps}
    wanted: dict[str, str] = {}
    for earlier, among in step.when.items():
        wanted |= to_reach(exercise, steps[earlier])
        wanted[earlier] = min(among)
    return wanted


def plays(exercise: Exercise) -> Iterator[Run]:
    """Play the exercise once for each option of each choice."""
    for step, option in choices(exercise):
        yield play(exercise, {**to_reach(exercise, step), step.id: option})


@every_exercise
def test_every_step_can_be_reached_and_every_option_leads_to_the_end(exercise: Exercise) -> None:
    reached: set[str] = set()
    for step in exercise.steps:
        reached |= play(exercise, to_reach(exercise, step)).answers.keys()
    ends = {run.at for run in (play(exercise, {}), *plays(exercise))}

    assert reached == {step.id for step in exercise.steps}
    assert ends == {None}


@every_exercise
def test_no_way_asks_too_much(exercise: Exercise) -> None:
    asked = [len(run.answers) for run in plays(exercise)]

    assert max(asked, default=0) <= MOST_ASKED


@every_homework
def test_it_can_be_done_and_it_can_be_tried(exercise: Exercise) -> None:
    assert exercise.homework is not None
    named = {*exercise.homework.core}
    steps = {step.id: step for step in exercise.steps}
    needed = named | {one for id_ in named for one in to_reach(exercise, steps[id_])}
    wanted = {k: v for id_ in named for k, v in to_reach(exercise, steps[id_]).items()}

    outcomes = {dialogue.outcome(exercise, run) for run in plays(exercise)}
    tried = play(exercise, wanted, only=frozenset(needed))

    assert Outcome.DONE in outcomes
    assert dialogue.outcome(exercise, tried) in SUCCESS
    assert dialogue.outcome(exercise, play(exercise, {}, only=frozenset())) is None


@every_homework
def test_whoever_goes_to_the_end_has_done_or_tried_it(exercise: Exercise) -> None:
    outcomes = {dialogue.outcome(exercise, run) for run in plays(exercise)}

    assert outcomes <= SUCCESS


@every_easier
def test_the_easier_version_asks_less_and_can_be_done(exercise: Exercise) -> None:
    whole = HOMEWORK[exercise.id]

    assert len(exercise.steps) < len(whole.steps)
    assert {dialogue.outcome(exercise, run) for run in plays(exercise)} <= SUCCESS


@every_homework
def test_its_answers_are_kept_short_and_its_files_say_what_it_is_for(exercise: Exercise) -> None:
    assert exercise.homework is not None
    first = Path(CONTENT / "exercises" / exercise.id / "exercise.yaml").read_text(encoding="utf-8")

    assert first.startswith("# ")
    assert exercise.homework.minutes <= timedelta(minutes=10)
    assert all(step.limit <= 300 for step in exercise.steps)
