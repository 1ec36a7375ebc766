"""Exercises between two workshops for tests, and how a coach gives one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.domain.exercise import Exercise, ExerciseKind, Step, StepKind, text_key
from bot.domain.homework import Again, Gate, Homework
from bot.domain.people import Language
from bot.library.tellings import Tellings, Told
from tests.canaries import CANARY_ANSWER, CANARY_NAME, CANARY_TEXT
from tests.services.stage import NotingLibrary, Phone, Stage

NOW_STEP = Step(id="now", kind=StepKind.SCALE, options=("calm", "tense", "very"))
WORDS_STEP = Step(id="words", kind=StepKind.TEXT, limit=300)
HIDDEN_STEP = Step(id="hidden", kind=StepKind.TEXT, limit=300, private=True)
WHAT_STEP = Step(id="what", kind=StepKind.SEVERAL, options=("talk", "rest"))
DAY_STEP = Step(id="day", kind=StepKind.DATE)
TIME_STEP = Step(id="at", kind=StepKind.TIME, options=("08:00",))

USUAL = Homework(
    workshop=2,
    minutes=timedelta(minutes=3),
    core=("now",),
    done=("now", "words"),
    easier=("now",),
    themes=("what",),
    gate=Gate(step="now", stops=frozenset({"very"})),
    has_caution=True,
)

SMALL = Exercise(
    id="small",
    kind=ExerciseKind.EXERCISE,
    version=1,
    steps=(NOW_STEP, WORDS_STEP, HIDDEN_STEP, WHAT_STEP),
    homework=USUAL,
)
SECRET = replace(SMALL, id="secret", homework=replace(USUAL, private=True, easier=(), gate=None))
THRICE = replace(SMALL, id="thrice", steps=(NOW_STEP, WORDS_STEP), homework=replace(USUAL, times=3))
DATED = replace(
    SMALL,
    id="dated",
    steps=(NOW_STEP, DAY_STEP, TIME_STEP),
    homework=replace(
        USUAL,
        workshop=0,
        done=("now", "day"),
        has_caution=False,
        again=Again(plays="thrice", on="day"),
    ),
)
EVERY = (SMALL, SECRET, THRICE, DATED)


def add_exercises(stage: Stage, *exercises: Exercise) -> None:
    """Let the content hold these exercises too, in the place of those of the same name."""
    content = stage.library.content
    texts = {one.key: one for exercise in exercises for one in _texts(exercise)}
    told = content.exercises.told | Tellings(plain=dict.fromkeys(Language, texts))
    by_id = {**content.exercises.by_id, **{one.id: one for one in exercises}}
    kept = replace(content.exercises, by_id=by_id, told=told)
    use(stage, replace(content, exercises=kept))


def suggest(stage: Stage, *exercises: Exercise) -> None:
    """Let the programme suggest these exercises after each of its workshops, and no others."""
    content = stage.library.content
    ids = tuple(one.id for one in exercises)
    by_id = {
        id_: replace(one, sessions=[replace(each, exercises=ids) for each in one.sessions])
        for id_, one in content.programmes.by_id.items()
    }
    use(stage, replace(content, programmes=replace(content.programmes, by_id=by_id)))


def withdraw(stage: Stage, exercise: Exercise) -> None:
    """Let an exercise be in the content no more."""
    content = stage.library.content
    by_id = {id_: one for id_, one in content.exercises.by_id.items() if id_ != exercise.id}
    kept = replace(content.exercises, by_id=by_id)
    use(stage, replace(content, exercises=kept))


async def look_at(coach: Phone) -> None:
    """Let a coach open somebody's exercises."""
    await coach.write("/menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)
    await coach.choose("button-exercises-of")


async def give(coach: Phone, exercise: Exercise) -> None:
    """Let a coach give an exercise to the participant."""
    await look_at(coach)
    await coach.choose("button-assign-new")
    workshop = exercise.homework.workshop if exercise.homework else 0
    await coach.tap(str(workshop) if workshop else "À tout moment")
    while not any(title(exercise) in label for label in coach.labels):
        await coach.choose("button-more")
    await coach.tap(title(exercise))
    await coach.choose("button-assign")


async def go_through(phone: Phone, *, hidden: str = CANARY_TEXT) -> None:
    """Begin the small exercise and answer all of it."""
    await phone.choose("button-start-now", "small/steps/now/options/calm")
    await phone.write(CANARY_ANSWER)
    await phone.write(hidden)
    await phone.tap("what rest")
    await phone.choose("button-done")


def title(exercise: Exercise) -> str:
    """Return what a test exercise is called."""
    return f"Essai {exercise.id}"


def use(stage: Stage, content: Any) -> None:
    """Let this stage alone have other content; what was said so far is still known."""
    keys = stage.library.keys
    stage.library = NotingLibrary(content)
    stage.library.keys = keys
    stage.deployment = replace(stage.deployment, library=stage.library)
    stage.router = replace(stage.router, deployment=stage.deployment)
    stage.post = replace(stage.post, deployment=stage.deployment)


def _texts(exercise: Exercise) -> Iterator[Told]:
    whole = {"title": title(exercise)}
    for name in ("title", "why", "seen", "closing", "caution"):
        yield _told(exercise, (name,), whole.get(name, f"{name} de {exercise.id}"))
    for step in exercise.steps:
        place = ("steps", step.id)
        yield _told(exercise, (*place, "prompt"), f"{step.id} ?")
        yield _told(exercise, (*place, "name"), step.id)
        for option in step.options:
            yield _told(exercise, (*place, "options", option), f"{step.id} {option}")


def _told(exercise: Exercise, place: tuple[str, ...], text: str) -> Told:
    key = text_key(exercise.id, *place)
    return Told(key=key, place=place, text=text, file=Path("tests"))
