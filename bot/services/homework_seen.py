"""What a coach sees of somebody's exercises: how they ended, and answers only where all is shown.

Of one that is kept there is no more to see than of one that nobody has begun.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain.assignment import Assignment
from bot.domain.homework import Outcome
from bot.domain.message import Phrase, Values
from bot.domain.people import Person
from bot.domain.sharing import Audience, Choices, Stream, may_see, may_see_answers, may_see_outcome
from bot.services import homework_given
from bot.services.scene import Scene
from bot.store import assignments, sharing, supports

GIVEN_LATELY = timedelta(days=56)
LINES = 2

ENDS: Mapping[Outcome, str] = {
    Outcome.DONE: "line-exercise-done",
    Outcome.TRIED: "line-exercise-tried",
    Outcome.NOT_THIS_WEEK: "line-exercise-not",
}


@dataclass(frozen=True, kw_only=True)
class Seen:
    """An exercise as a coach sees it: how it ended and whether all is shown, or neither."""

    assignment: Assignment
    title: Phrase
    outcome: Outcome | None = None
    is_open: bool = False

    @property
    def line(self) -> Phrase:
        """What is read of it."""
        if self.outcome is None:
            values: Values = {"title": self.title, "due": self.assignment.due}
            return Phrase("line-exercise-given", values)
        return Phrase(ENDS[self.outcome], {"title": self.title})

    @property
    def may_be_thanked(self) -> bool:
        """Whether there is something to say thank you for, and nobody did."""
        counts = self.outcome in {Outcome.DONE, Outcome.TRIED}
        return counts and self.assignment.thanked_at is None


async def lately(scene: Scene, person: Person) -> list[Phrase]:
    """Return the lines that a coach reads of somebody's latest exercises."""
    found = await seen_of(scene, person)
    lines = [one.line for one in found[:LINES]]
    return [Phrase("line-exercises"), *lines] if lines else []


async def seen_of(scene: Scene, person: Person) -> Sequence[Seen]:
    """Return somebody's latest exercises as their coach sees them, the latest first.

    Of each exercise that shows nothing there is one line, however often it was given.
    """
    sight = await _sight(scene, person)
    since = scene.now - GIVEN_LATELY
    found = await assignments.given_since(scene.session, person.id, since)
    seen = [one for each in found if (one := _seen(scene, each, sight))]
    first = {one.assignment.exercise: one for one in reversed(seen) if one.outcome is None}
    return [one for one in seen if one.outcome or first[one.assignment.exercise] is one]


@dataclass(frozen=True, kw_only=True)
class _Sight:
    """What decides what a coach sees: what the person chose, and who gave what."""

    choices: Choices
    givers: Container[str | None]


async def _sight(scene: Scene, person: Person) -> _Sight:
    """Return what decides; to the person themselves what their coaches see is shown."""
    givers = {scene.member.id}
    if scene.member.id == person.id:
        givers = {one.coach_id for one in await supports.of_participant(scene.session, person.id)}
    choices = await sharing.choices_of(scene.session, person.id)
    return _Sight(choices=choices, givers=givers)


def _seen(scene: Scene, assignment: Assignment, sight: _Sight) -> Seen | None:
    """Return what is seen of one; None for one that is not shown and that they did not give.

    What nobody gave, as it follows from another, is seen only once its end is shown.
    """
    exercise = homework_given.exercise_of(scene, assignment)
    shows = may_see(sight.choices, Stream.EXERCISES, Audience.COACH)
    if exercise is None or exercise.homework is None:
        return None
    if not shows and assignment.assigned_by not in sight.givers:
        return None
    share, private = assignment.shown_share(scene.now), exercise.homework.private
    is_ended = not assignment.is_ongoing
    is_shown = is_ended and may_see_outcome(sight.choices, Audience.COACH, share)
    if assignment.assigned_by is None and not is_shown:
        return None
    is_open = is_ended and may_see_answers(sight.choices, Audience.COACH, share, private=private)
    return Seen(
        assignment=assignment,
        title=Phrase(exercise.title),
        outcome=assignment.outcome if is_shown else None,
        is_open=is_open and assignment.run_id is not None and assignment.is_success,
    )
