"""Every button, command and question for every role, whoever the buttons were shown to.

What the rights refuse is refused before a service is asked; all the rest is tried here with the
buttons of others: nothing of theirs changes, nothing is told to them, nothing of them is shown.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import pytest

from bot.chat.routing import act, answer
from bot.chat.tables import READERS, TAPS
from bot.chat.tables_of_groups import IN_GROUPS
from bot.domain import rights
from bot.domain.commands import COMMANDS
from bot.domain.people import STAFF, Person, Standing, SupportState
from bot.domain.rights import Actor, may_tap
from bot.domain.sharing import CHOOSABLE, Purpose
from bot.services.scene import Scene
from bot.store import groups, people, sharing, supports
from bot.store.questions import Question
from tests.canaries import CANARY, CANARY_ANSWER, CANARY_NAME, CANARY_TEXT
from tests.services.access_plays import everybody_plays
from tests.services.access_trials import (
    ANSWERED,
    Buttons,
    buttons_of,
    readable,
    said_to,
    trials,
)
from tests.services.memories import Cast, Memories
from tests.services.plays import ON_SQLITE
from tests.services.scenes import scene_in
from tests.services.stage import Phone, Stage

Change: TypeAlias = Callable[[Scene, Person], Awaitable[None]]
"""What happens before somebody acts, given their scene, to what is between them and a person."""

COLLEAGUES = {"cover", "cover.end"}  # coaches know each other
JOINING = {"join", "join.decline"}  # whoever works here may be asked to lead a group too
TEAM = (CANARY_NAME, "Nadia")
UNSHARED = (CANARY, CANARY_TEXT, CANARY_ANSWER)

pytestmark = ON_SQLITE


async def nothing(scene: Scene, person: Person) -> None:
    del scene, person


async def support_ends(scene: Scene, person: Person) -> None:
    for one in await supports.of_participant(scene.session, person.id):
        await supports.change(scene.session, one.id, was=one.state, becomes=SupportState.ENDED)
    for group in await groups.groups_led_by(scene.session, scene.me.id):
        await groups.lead_no_more(scene.session, group.id, scene.me.id)


async def roles_end(scene: Scene, person: Person) -> None:
    del person
    for role in STAFF:
        await people.take_role(scene.session, scene.me.id, role)


async def leaves(scene: Scene, person: Person) -> None:
    del person
    await people.keep(scene.session, replace(scene.me, standing=Standing.LEAVING))


async def leaves_groups(scene: Scene, person: Person) -> None:
    for group in await groups.groups_of(scene.session, person.id):
        await groups.part(scene.session, group.id, person.id)


async def withdraws(scene: Scene, person: Person) -> None:
    for what in CHOOSABLE:
        await sharing.choose(scene.session, person.id, what, shown=False)
    for purpose in Purpose:
        await sharing.withdraw(scene.session, person.id, purpose, now=scene.now)


@dataclass(frozen=True, kw_only=True)
class Relation:
    """Who acts, and what there is between them and those whose buttons they have."""

    who: str
    change: Change = nothing
    at_whose_expense: tuple[str, ...] = ("coach", "participant")
    must_not_see: tuple[str, ...] = TEAM
    may_all_the_same: frozenset[str] = frozenset()


RELATIONS: Mapping[str, Relation] = {
    "a stranger": Relation(who="stranger"),
    "somebody who was erased": Relation(who="left"),
    "somebody who is coming in": Relation(who="enrolling"),
    "somebody who is leaving": Relation(who="other", change=leaves),
    "another's participant": Relation(who="other"),
    "a coach of the same place": Relation(
        who="other coach", may_all_the_same=frozenset(COLLEAGUES)
    ),
    "a facilitator of the same place": Relation(who="other facilitator"),
    "a supervisor": Relation(who="supervisor"),
    "their coach and facilitator, whose support ended": Relation(
        who="coach",
        change=support_ends,
        at_whose_expense=("participant",),
        must_not_see=(CANARY_NAME,),
    ),
    "their coach and facilitator, whose roles ended": Relation(
        who="coach",
        change=roles_end,
        at_whose_expense=("participant",),
        must_not_see=(CANARY_NAME,),
    ),
}


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    return await memories.recall(stage, everybody_plays)


async def everything_of(stage: Stage, cast: Cast) -> Buttons:
    """Return every button that the team was shown, and every command."""
    commands: Buttons = {action: {} for action in COMMANDS.values()}
    return {**commands, **await buttons_of(stage, cast["coach"], cast["participant"])}


async def test_every_button_was_shown(stage: Stage, cast: Cast) -> None:
    seen = await buttons_of(stage, cast["coach"], cast["participant"])

    assert TAPS.keys() - seen.keys() - IN_GROUPS - {*COMMANDS.values()} == set()


async def test_rights_reach_as_far_as_what_is_shown_and_no_further(
    stage: Stage, cast: Cast
) -> None:
    shown: dict[str, set[Actor]] = {}
    for person, message in await said_to(stage, *cast.values()):
        for button in message.buttons:
            shown.setdefault(button.action, set()).update(rights.actors(person))
    passing = {Actor.ENROLLING, Actor.LEAVING, Actor.STRANGER}
    narrow = {
        action: actors - passing
        for action, actors in rights.TAPS.items()
        if Actor.FORMER not in actors and action not in {*COMMANDS.values()} | JOINING | IN_GROUPS
    }

    refused = {one for one in shown if one and not rights.TAPS[one] & (shown[one] | passing)}
    too_far = {one for one, actors in narrow.items() if not actors <= shown.get(one, set())}

    assert refused == set()
    assert too_far == set()


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=RELATIONS.keys())
async def test_nobody_else_gets_anywhere_with_their_buttons(
    stage: Stage, cast: Cast, relation: Relation
) -> None:
    everything = await everything_of(stage, cast)
    victims = [cast[name] for name in relation.at_whose_expense]
    secrets = (*relation.must_not_see, *UNSHARED)
    async with trials(cast[relation.who], victims=victims, secrets=secrets) as tried:
        await relation.change(tried.scene, await person_of(tried.scene, cast["participant"]))
        tried.scene = await scene_in(tried.session, cast[relation.who])
        mine = {
            action: args
            for action, args in everything.items()
            if may_tap(action, tried.scene.person) and action not in relation.may_all_the_same
        }

        assert await tried.faults(mine.items()) == []


async def test_their_own_coach_cannot_answer_for_them(stage: Stage, cast: Cast) -> None:
    buttons = await buttons_of(stage, cast["participant"])
    async with trials(cast["coach"], victims=[cast["participant"]], secrets=()) as tried:
        coach = tried.scene.me
        own = {action: args for action, args in buttons.items() if not may_tap(action, coach)}

        assert len(own) > 100
        assert await tried.faults(own.items()) == []


async def test_who_left_a_group_does_not_say_there_whether_they_come(
    stage: Stage, cast: Cast
) -> None:
    buttons = await buttons_of(stage, cast["participant"])
    about_groups = {
        action: args for action, args in buttons.items() if action.startswith("workshop")
    }
    async with trials(cast["participant"], victims=[cast["participant"]], secrets=()) as tried:
        await leaves_groups(tried.scene, tried.scene.me)

        assert {"workshop.coming", "workshop.cannot", "workshops.left"} <= about_groups.keys()
        assert await tried.faults(about_groups.items()) == []


async def test_what_is_not_shown_any_more_their_own_coach_does_not_see(
    stage: Stage, cast: Cast
) -> None:
    everything = await everything_of(stage, cast)
    async with trials(cast["coach"], victims=(), secrets=UNSHARED) as tried:
        await withdraws(tried.scene, await person_of(tried.scene, cast["participant"]))
        mine = {one: args for one, args in everything.items() if may_tap(one, tried.scene.me)}

        assert await tried.faults(mine.items()) == []


async def test_nothing_private_was_ever_said_to_another(stage: Stage, cast: Cast) -> None:
    others = [phone for name, phone in cast.items() if name != "participant"]

    said = [readable(message) for _, message in await said_to(stage, *others)]

    assert [one for one in said if CANARY in one or CANARY_TEXT in one] == []


async def test_what_is_private_was_said_to_whoever_wrote_it(stage: Stage, cast: Cast) -> None:
    said = "\n".join(readable(message) for _, message in await said_to(stage, cast["participant"]))

    assert len(set(re.findall(rf"{CANARY}\w+", said))) > 12


async def test_rights_are_asked_before_any_service(cast: Cast) -> None:
    async with trials(cast["coach"], victims=(), secrets=()) as tried:
        await act(tried.scene, "hard-day", {})

        assert tried.written == {ANSWERED}


@pytest.mark.parametrize("who", ["stranger", "enrolling", "other", "other coach", "supervisor"])
async def test_no_question_is_answered_by_whom_it_is_not_for(cast: Cast, who: str) -> None:
    async with trials(cast[who], victims=(), secrets=()) as tried:
        person = tried.scene.person
        topics = [topic for topic in READERS if not rights.may_answer(topic, person)]
        for topic in topics:
            await answer(tried.scene, Question(topic=topic, details={}), "14h")

        assert len(topics) > 2
        assert tried.written == {ANSWERED}


async def test_what_stands_in_no_table_is_refused(cast: Cast) -> None:
    async with trials(cast["coach"], victims=(), secrets=()) as tried:
        await act(tried.scene, "people.everybody", {})

        assert tried.written == {ANSWERED}


async def person_of(scene: Scene, phone: Phone) -> Person:
    return (await scene_in(scene.session, phone)).me
