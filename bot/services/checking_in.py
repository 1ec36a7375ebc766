"""The check-in on demand: a few taps, at most once a day, whenever somebody likes."""

from datetime import timedelta

from bot.domain.checkin import MOOD
from bot.domain.dialogue import RunState
from bot.domain.errors import NotApproved
from bot.domain.exercise import Exercise, StepKind
from bot.domain.message import Button, Message, Phrase, Plain
from bot.domain.people import Person, Role, Standing
from bot.domain.schedule import local, zone
from bot.domain.sharing import Audience, Stream, may_see
from bot.services import conversing, helping, menus, playing
from bot.services.saying import say, show
from bot.services.scene import Scene
from bot.store import checkins, runs, sharing

LATELY = timedelta(days=7)


async def start(scene: Scene, args: Plain) -> Phrase | None:
    """Ask the questions of today, go on with them, or say that they are answered.

    Also during a pause: who asks for it is not disturbed by it.
    """
    del args
    if not await may(scene):
        return None
    exercise = exercise_of(scene)
    kept = await runs.of_day(scene.session, scene.member.id, exercise.id, day=scene.today)
    if kept is None:
        await playing.first(scene, exercise)
    elif kept.run.state is RunState.FINISHED:
        again = (Button(Phrase("button-again"), "checkin.again"),)
        days = (Button(Phrase("button-my-days"), "days"),)
        recurring = (Button(Phrase("button-my-checkins"), "recurring"),)
        rows = (again, days, recurring, *menus.ANYWHERE)
        await show(scene, Message(says=Phrase("checkin-today"), rows=rows))
    else:
        return await conversing.go_on(scene, {"run": kept.id})
    return None


async def again(scene: Scene, args: Plain) -> Phrase | None:
    """Ask the questions of today once more, each with the answer that was given."""
    exercise = exercise_of(scene)
    kept = await runs.of_day(scene.session, scene.member.id, exercise.id, day=scene.today)
    if kept is None or kept.run.state is not RunState.FINISHED:
        return await start(scene, args)
    await playing.again(scene, kept)
    return None


async def lately(scene: Scene, person: Person) -> list[Phrase]:
    """Return the latest check-in of the last days as a coach reads it, if the person shows it."""
    choices = await sharing.choices_of(scene.session, person.id)
    exercise = scene.deployment.library.exercise(MOOD)
    if exercise is None or not may_see(choices, Stream.CHECKINS, Audience.COACH):
        return []
    today = local(scene.now, zone(person.zone)).date()
    last = await checkins.last_before(
        scene.session, person.id, exercise.id, day=today + timedelta(days=1)
    )
    if last is None or today - last.day > LATELY:
        return []
    values = [
        Phrase(
            "line-checkin-value",
            {
                "name": Phrase(exercise.name(step)),
                "answer": Phrase(exercise.label(step, str(last.values[step.id]))),
            },
        )
        for step in exercise.steps
        if step.kind is StepKind.SCALE and last.values.get(step.id) in step.options
    ]
    return [Phrase("line-checkin", {"day": last.day}), *values]


async def may(scene: Scene) -> bool:
    """Whether these questions are for whoever acts; others are told what there is for them."""
    if scene.person is None:
        await helping.stranger(scene)
        return False
    if scene.person.standing is not Standing.ACTIVE:
        await say(scene, menus.going_on(scene.person))
        return False
    if Role.PARTICIPANT not in scene.person.roles:
        await show(scene, Message(says=Phrase("checkin-staff"), rows=(menus.TO_MENU,)))
        return False
    return True


def exercise_of(scene: Scene) -> Exercise:
    """Return the questions of the check-in; raise NotApproved where nobody signed them off."""
    exercise = scene.deployment.library.exercise(MOOD)
    if exercise is None:
        raise NotApproved("the check-in")
    return exercise
