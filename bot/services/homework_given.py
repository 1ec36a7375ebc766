"""Finds an exercise that somebody was given, and what there is to play of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.assignment import Assignment
from bot.domain.dialogue import WAITING
from bot.domain.errors import NotAllowed
from bot.domain.exercise import Exercise
from bot.domain.homework import coming_back
from bot.domain.message import Phrase, Plain
from bot.domain.plan import PlanState
from bot.domain.schedule import local
from bot.services import agreeing
from bot.services.scene import Scene
from bot.services.viewing import View
from bot.store import assignments, plans, runs
from bot.store.runs import KeptRun


@dataclass(frozen=True, kw_only=True)
class Given:
    """An exercise that somebody was given, as it is played; None for one that was withdrawn.

    `run` is a going through it that can go on; `comes` when it comes back, if it is to.
    """

    assignment: Assignment
    exercise: Exercise | None
    run: KeptRun | None = None
    comes: datetime | None = None

    @property
    def id(self) -> str:
        """The id of the assignment."""
        return self.assignment.id

    @property
    def about(self) -> Plain:
        """What each button about it carries."""
        return {"assignment": self.id}

    @property
    def title(self) -> Phrase:
        """What it is called."""
        return Phrase(self.exercise.title if self.exercise else "homework-gone-title")


async def own(scene: Scene, args: Plain) -> Given:
    """Return an exercise that whoever acts was given; raise NotAllowed for another's."""
    found = await assignments.take(scene.session, str(args["assignment"]))
    if found is None or found.person_id != scene.member.id:
        raise NotAllowed("not given to them")
    return await opened(scene, found)


async def opened(scene: Scene, assignment: Assignment) -> Given:
    """Return an assignment with what it is about."""
    run = await runs.get(scene.session, assignment.run_id) if assignment.run_id else None
    plan = await plans.get(scene.session, assignment.plan_id) if assignment.plan_id else None
    comes = assignment.planned_at if plan and plan.state is PlanState.ACTIVE else None
    return Given(
        assignment=assignment,
        exercise=exercise_of(scene, assignment),
        run=run if run and run.run.state in WAITING else None,
        comes=comes if comes and comes > scene.now else None,
    )


def exercise_of(view: View, assignment: Assignment) -> Exercise | None:
    """Return the exercise as it was given: whole, or its easier version as long as there is one.

    What only comes back after another was given by nobody.
    """
    whole = view.deployment.library.exercise(assignment.exercise)
    if whole and whole.homework is None and assignment.assigned_by is None:
        return replace(whole, homework=coming_back([step.id for step in whole.steps]))
    if whole is None or whole.homework is None:
        return None
    return (whole.easier() or whole) if assignment.easier else whole


async def keep(scene: Scene, assignment: Assignment) -> None:
    """Keep what changed."""
    await assignments.keep(scene.session, assignment)


async def bring_no_more(scene: Scene, assignment: Assignment) -> None:
    """Let it come back no more by itself."""
    plan = await plans.get(scene.session, assignment.plan_id) if assignment.plan_id else None
    if plan and plan.state is PlanState.ACTIVE:
        await agreeing.stop(scene, plan.id)


def is_late(scene: Scene, given: Given) -> bool:
    """Whether the day it was wanted by is over; it can still be done."""
    return given.assignment.due < local(scene.now, scene.zone).date()
