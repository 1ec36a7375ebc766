"""Finds somebody's run of an exercise, moves it, and shows where it stands."""

from dataclasses import replace
from datetime import timedelta

from bot.domain import dialogue
from bot.domain.dialogue import Run, RunState
from bot.domain.errors import NotAllowed
from bot.domain.exercise import WRITTEN, Answers, Exercise, ExerciseKind, Step, StepKind
from bot.domain.message import Message, Phrase
from bot.services import (
    coping_cards,
    coping_notes,
    coping_timed,
    following_up,
    homework_calm,
    homework_ending,
    homework_given,
    menus,
    offering,
    questioning,
    recalling,
    supported,
)
from bot.services.questioning import Play
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import assignments, checkins, questions, runs
from bot.store.checkins import Checkin
from bot.store.runs import KeptRun

TOPIC = "run"
ADDED_WITHIN = timedelta(minutes=10)


async def found(scene: Scene, run_id: str) -> Play | None:
    """Return a run of whoever acts, None for one that cannot be played any more.

    Raises NotAllowed for somebody else's.
    """
    kept = await runs.get(scene.session, run_id)
    if kept is None:
        return None
    if kept.person_id != scene.member.id:
        raise NotAllowed("not their own")
    exercise = await _as_given(scene, kept)
    return Play(exercise=exercise, kept=kept, today=scene.today) if exercise else None


async def first(scene: Scene, exercise: Exercise) -> None:
    """Begin an exercise, in the place of a run of it that waits, and show its first question."""
    await go_from(scene, exercise, await kept_first(scene, exercise))


async def kept_first(scene: Scene, exercise: Exercise) -> KeptRun:
    """Keep a run that begins, in the place of one of the same exercise that waits."""
    await runs.leave(scene.session, scene.member.id, exercise.id)
    return await _kept(scene, dialogue.begin(exercise))


async def begin(scene: Scene, exercise: Exercise, run: Run) -> None:
    """Keep a run that begins, and show where it stands."""
    await go_from(scene, exercise, await _kept(scene, run))


async def go_from(scene: Scene, exercise: Exercise, kept: KeptRun) -> None:
    """Show where a run stands that was just kept."""
    play = Play(exercise=exercise, kept=kept, today=scene.today)
    await following_up.begun(scene, play)
    await listen(scene, play)
    await show(scene, await now(scene, play))


async def again(scene: Scene, kept: KeptRun) -> None:
    """Ask everything once more, each question with the answer that was given."""
    play = await found(scene, kept.id)
    if play:
        run = dialogue.fit_to(play.exercise, play.run)
        await go_to(scene, play, dialogue.again(play.exercise, run))


async def go_to(
    scene: Scene, play: Play, run: Run, *, said: Step | None = None, first: Phrase | None = None
) -> None:
    """Keep where a run stands now, and show it.

    `said` is the step that was just answered in words; `first` is told before the rest.
    """
    ends = run.state is RunState.FINISHED and play.run.state is not RunState.FINISHED
    calms = homework_calm.is_needed(play, run)
    play = play.moved(run)
    await runs.keep(scene.session, play.kept, scene.now)
    await _note(scene, play)
    await listen(scene, play, said=said)
    message = await now(scene, play)
    if ends:
        message = await following_up.with_more(scene, play, message)
        message = await homework_ending.with_more(scene, play, message)
    elif calms:
        message = await homework_calm.before_going_on(scene, play)
    await show(scene, questioning.after(first, message) if first else message)


async def listen(scene: Scene, play: Play, *, said: Step | None = None) -> None:
    """Take what is typed from now on as an answer, or for a while as more of what was said."""
    if play.run.state is not RunState.OPEN and said is None:
        await questions.close(scene.session, scene.chat.id)
        return
    details = {
        "run": play.kept.id,
        "said": said.id if said else None,
        "asked": scene.now.isoformat(),
    }
    await questions.ask(scene.session, scene.chat.id, TOPIC, details=details, now=scene.now)


async def now(scene: Scene, play: Play) -> Message:
    """Return what is to be read where a run stands now."""
    match play.run.state:
        case RunState.OPEN | RunState.FINISHED if play.exercise.kind is ExerciseKind.TECHNIQUE:
            return coping_cards.message(play, await coping_notes.around(scene, play))
        case _ if play.exercise.kind is ExerciseKind.TECHNIQUE:
            return coping_cards.stopped()
        case RunState.OPEN:
            return questioning.message(await _prepared(scene, play))
        case RunState.FINISHED:
            has_coach = await supported.has_coach(scene)
            message = questioning.message(replace(play, has_coach=has_coach))
        case RunState.STOPPED:
            message = Message(says=_stopped(play), rows=menus.ANYWHERE)
        case RunState.LEFT:
            says = Phrase("run-left" if play.run.answers else "run-nothing")
            message = Message(says=says, rows=menus.ANYWHERE)
    return replace(message, rows=(*await offering.go_on(scene), *message.rows))


async def explain(scene: Scene, play: Play) -> None:
    """Say that a button belongs to an earlier question, and which one is asked now."""
    message = await now(scene, play)
    if play.run.state is RunState.OPEN:
        await listen(scene, play)
    await say(scene, questioning.after(Phrase("run-earlier"), message))


async def last_time(scene: Scene, play: Play) -> Answers:
    """Return what was answered in the check-in before."""
    exercise = play.exercise
    if exercise.kind is not ExerciseKind.CHECKIN:
        return {}
    last = await checkins.last_before(
        scene.session, scene.member.id, exercise.id, day=play.kept.day
    )
    return last.values if last else {}


async def _kept(scene: Scene, run: Run) -> KeptRun:
    return await runs.add(scene.session, scene.member.id, run, day=scene.today, now=scene.now)


async def _as_given(scene: Scene, kept: KeptRun) -> Exercise | None:
    """Return what is played in a run: what somebody was given may be its easier version."""
    exercise = scene.deployment.library.exercise(kept.run.exercise)
    if exercise is None or exercise.kind is not ExerciseKind.EXERCISE:
        return exercise
    given = await assignments.of_run(scene.session, kept.id)
    return homework_given.exercise_of(scene, given) if given else exercise


async def _prepared(scene: Scene, play: Play) -> Play:
    """Return the play with what the question needs to know of earlier answers."""
    step = dialogue.question(play.exercise, play.run)
    own = await recalling.earlier(scene, step) if step and step.kind is StepKind.OWN else ()
    usual = False
    if play.run.turn == 0 and not play.run.answers:
        earlier = await last_time(scene, play)
        usual = bool(dialogue.repeat(play.exercise, play.run, earlier).answers)
    return replace(play, own=own, usual=usual)


async def _note(scene: Scene, play: Play) -> None:
    """Let what follows from an answer follow it.

    The check-in of the day says what was answered, sentences apart.
    """
    exercise = play.exercise
    if exercise.kind is ExerciseKind.TECHNIQUE:
        await coping_timed.drop(scene)
        await coping_notes.note(scene, play)
    if exercise.kind is not ExerciseKind.CHECKIN:
        return
    given = dialogue.given(exercise, play.run)
    values = {
        step.id: given[step.id]
        for step in exercise.steps
        if step.id in given and not step.private and step.kind not in WRITTEN
    }
    checkin = Checkin(
        person_id=play.kept.person_id,
        exercise=exercise.id,
        day=play.kept.day,
        answered_at=scene.now,
        values=values,
    )
    await checkins.keep(scene.session, checkin)


def _stopped(play: Play) -> Phrase:
    """Return until when it can be gone on with: what belongs to its day, on that day only."""
    is_of_its_day = play.exercise.kind is ExerciseKind.CHECKIN
    return Phrase("run-stopped-today" if is_of_its_day else "run-stopped")
