"""Exercises for tests, and what draws others."""

from datetime import timedelta

from hypothesis import strategies as st

from bot.domain import dialogue
from bot.domain.dialogue import Run
from bot.domain.exercise import DONE, Answer, Exercise, ExerciseKind, Line, Step, StepKind

OPTIONS = ("a", "b", "c")
LINES = (Line(id="look", lasts=timedelta(seconds=10)),)
SAMPLES: dict[StepKind, tuple[Answer, ...]] = {
    StepKind.ONE: OPTIONS,
    StepKind.SCALE: OPTIONS,
    StepKind.SEVERAL: ((), ("a",), ("a", "c")),
    StepKind.TIME: ("07:15",),
    StepKind.DATE: ("2026-11-28",),
    StepKind.TEXT: ("words", "x" * 20),
    StepKind.OWN: ("own words",),
    StepKind.GUIDE: (DONE,),
}


def a_step(id_: str, kind: StepKind = StepKind.ONE, **when: str) -> Step:
    """Make a step; `first="ab"` has it asked after these options of the step `first`."""
    return Step(
        id=id_,
        kind=kind,
        options=() if kind in {StepKind.GUIDE, StepKind.DATE} else OPTIONS,
        when={step: frozenset(among) for step, among in when.items()},
        lines=LINES if kind is StepKind.GUIDE else (),
        limit=20,
    )


def an_exercise(*steps: Step, version: int = 1) -> Exercise:
    return Exercise(id="x", kind=ExerciseKind.EXERCISE, version=version, steps=steps)


BRANCHING = an_exercise(
    a_step("first"),
    a_step("only-a", first="a"),
    a_step("deep", StepKind.ONE, **{"only-a": "bc"}),
    a_step("last"),
)


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    """Draw an exercise of up to six steps of any kind, asked after any earlier choices."""
    steps: list[Step] = []
    for number in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(StepKind))
        choices = [one.id for one in steps if one.kind in {StepKind.ONE, StepKind.SEVERAL}]
        earlier = draw(st.sets(st.sampled_from(choices), max_size=2)) if choices else set()
        among = {one: "".join(draw(st.sets(st.sampled_from(OPTIONS)))) for one in sorted(earlier)}
        steps.append(a_step(f"s{number}", kind, **among))
    return an_exercise(*steps)


def after(exercise: Exercise, *answers: str | tuple[str, ...]) -> Run:
    """Return a run in which so many questions were answered, one after the other."""
    run = dialogue.begin(exercise)
    for value in answers:
        run = dialogue.answer(exercise, run, value)
    return run
