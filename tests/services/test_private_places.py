"""Words of their own in every place where somebody can write some: others read what is shown alone.

Each exercise that there is has been gone through, with other words in each of its steps.
"""

from collections.abc import Iterator

import pytest

from bot.domain.assignment import Assignment, AssignmentState
from bot.domain.dialogue import Run, RunState
from bot.domain.exercise import WRITTEN, Exercise, Step
from bot.domain.homework import Outcome
from bot.domain.message import Plain
from bot.domain.people import Person
from bot.domain.sharing import Share
from bot.services.scene import Scene
from bot.store import assignments, groups, runs
from tests.canaries import private
from tests.services.access_plays import everybody_plays
from tests.services.access_trials import trials
from tests.services.memories import Cast, Memories
from tests.services.plays import ON_SQLITE
from tests.services.scenes import scene_in
from tests.services.stage import Stage
from tests.services.test_access import withdraws

EVERY_SCREEN = ("people", "person", "person.days", "person.exercises", "group", "group.members")
OF_ONE = ("person.answers", "group.exercise", "group.answers")

pytestmark = ON_SQLITE


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    return await memories.recall(stage, everybody_plays)


def written(exercise: Exercise, *, shown: bool = False) -> Iterator[tuple[Step, str]]:
    """Give each step with words, and which words; with `shown` those that may be shown alone."""
    is_private = exercise.homework is None or exercise.homework.private
    for step in exercise.steps:
        if step.kind in WRITTEN and not (shown and (is_private or step.private)):
            yield step, private(f"{exercise.id}.{step.id}.")


async def goes_through(scene: Scene, person: Person, exercise: Exercise, share: Share) -> None:
    """Let somebody have gone through an exercise that whoever acts gave them."""
    answers = {step.id: words for step, words in written(exercise)}
    run = Run(
        exercise=exercise.id,
        version=exercise.version,
        at=None,
        state=RunState.FINISHED,
        answers=answers,
    )
    kept = await runs.add(scene.session, person.id, run, day=scene.today, now=scene.now)
    if exercise.homework:
        given = Assignment(
            id=f"{exercise.id}-given",
            person_id=person.id,
            assigned_by=scene.me.id,
            exercise=exercise.id,
            version=exercise.version,
            state=AssignmentState.ENDED,
            assigned_at=scene.now,
            due=scene.today,
            run_id=kept.id,
            rounds=1,
            outcome=Outcome.DONE,
            shares=share,
        )
        await assignments.add(scene.session, given)


async def screens(scene: Scene, person: Person) -> list[tuple[str, Plain]]:
    """Return all that staff can look at of somebody: each screen, and what it is asked for."""
    about: list[Plain] = [
        {"group": one.id, "person": person.id}
        for one in await groups.groups_led_by(scene.session, scene.me.id)
    ]
    several = scene.deployment.library.homework()
    return [
        *((screen, one) for screen in EVERY_SCREEN for one in about),
        *((screen, one) for screen in ("group.board", "group.people") for one in about),
        *((screen, one) for screen in ("group.person", "group.prepare") for one in about),
        *(
            (screen, {**one, "assignment": f"{each.id}-given", "exercise": each.id})
            for screen in OF_ONE
            for one in about
            for each in several
        ),
    ]


async def seen(stage: Stage, cast: Cast, share: Share, *, withdrawn: bool = False) -> set[str]:
    """Return which words of their own the coach and facilitator of somebody reads anywhere."""
    everything = list(stage.library.content.exercises.by_id.values())
    words = {each for one in everything for _, each in written(one)}
    assert len(words) >= 50
    async with trials(cast["coach"], victims=(), secrets=words) as tried:
        person = (await scene_in(tried.session, cast["participant"])).me
        for one in everything:
            await goes_through(tried.scene, person, one, share)
        if withdrawn:
            await withdraws(tried.scene, person)
        faults = await tried.faults(await screens(tried.scene, person))
    return {fault.partition(" showed ")[2] for fault in faults}


@pytest.mark.parametrize("share", [Share.NOTHING, Share.STATE])
async def test_nobody_reads_what_somebody_keeps(stage: Stage, cast: Cast, share: Share) -> None:
    assert await seen(stage, cast, share) == set()


async def test_of_what_is_shown_what_is_private_stays_so(stage: Stage, cast: Cast) -> None:
    everything = stage.library.content.exercises.by_id.values()
    may_be_seen = {words for one in everything for _, words in written(one, shown=True)}

    read = await seen(stage, cast, Share.EVERYTHING)

    assert read
    assert read - may_be_seen == set()


async def test_what_was_shown_is_not_once_sharing_ends(stage: Stage, cast: Cast) -> None:
    assert await seen(stage, cast, Share.EVERYTHING, withdrawn=True) == set()
