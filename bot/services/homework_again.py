"""What comes back after an exercise, on a date or some days later: as an exercise already planned.

It is the person's alone: nobody else reads of it unless they show it at its end.
"""

from collections.abc import Iterator
from datetime import date, time

from bot.domain import dialogue
from bot.domain.assignment import Assignment, Moment, due_in_a_week, rule_of
from bot.domain.exercise import Exercise
from bot.domain.homework import Again
from bot.domain.plan import PlanKind
from bot.domain.schedule import moment
from bot.domain.sharing import Share
from bot.services import agreeing
from bot.services.questioning import Play
from bot.services.scene import Scene
from bot.store import assignments
from bot.store.ids import new_id

WALL = time(18)
"""When it comes back on its day."""


async def plan(scene: Scene, play: Play) -> None:
    """Let what follows an exercise come back; not twice, nor what made things worse once."""
    homework = play.exercise.homework
    again = homework.again if homework else None
    exercise = scene.deployment.library.exercise(again.plays) if again else None
    if again is None or exercise is None:
        return
    person_id = scene.member.id
    known = await assignments.ongoing(scene.session, person_id)
    if any(one.exercise == exercise.id for one in known):
        return
    if await assignments.made_worse(scene.session, person_id, exercise.id):
        return
    for day in _days(scene, play, again):
        await _bring(scene, exercise, day)


def _days(scene: Scene, play: Play, again: Again) -> Iterator[date]:
    """Yield the days on which it comes back, as long as they are to come."""
    answered = dialogue.given(play.exercise, play.run).get(again.on or "")
    days = [scene.today + after for after in again.after]
    if isinstance(answered, str):
        days.append(date.fromisoformat(answered))
    for day in days:
        if moment(day, WALL, scene.zone) > scene.now:
            yield day


async def _bring(scene: Scene, exercise: Exercise, day: date) -> None:
    """Let an exercise come on a day, planned for the person and shown to nobody."""
    given = Assignment(
        id=new_id(),
        person_id=scene.member.id,
        assigned_by=None,
        exercise=exercise.id,
        version=exercise.version,
        assigned_at=scene.now,
        due=due_in_a_week(day),
        shares=Share.NOTHING,
    )
    await assignments.add(scene.session, given)
    chosen = Moment(day=day, wall=WALL)
    details = {
        "assignment": given.id,
        "exercise": exercise.id,
        "habit": chosen.habit.value,
        "obstacle": None,
    }
    agreed = await agreeing.agree(
        scene, PlanKind.EXERCISE, rule_of(chosen, given.due), details=details
    )
    planned = given.planned(moment(day, WALL, scene.zone), agreed.id, chosen)
    await assignments.keep(scene.session, planned)
