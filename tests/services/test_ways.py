"""From the menu, taps and typed words lead to every screen of those who work here."""

from collections import deque
from collections.abc import Sequence

import pytest
from sqlalchemy import func
from sqlmodel import col, select

from bot.chat.routing import act, answer
from bot.domain import rights
from bot.domain.message import Button, Plain
from bot.domain.rights import Actor
from bot.store import questions
from bot.store.deliveries import as_delivery
from bot.store.tables import DeliveryRow
from tests.services.access_plays import everybody_plays
from tests.services.access_trials import Trials, trials
from tests.services.memories import Cast, Memories
from tests.services.plays import ON_SQLITE
from tests.services.stage import Stage

pytestmark = ON_SQLITE

TYPED = {"time": "10h", "date": "15/12", "draft.starts": "15/12"}
WORDS = "Bonjour"
"""What is typed to a question, by what it is about."""

COME_BY_THEMSELVES = {
    "contact.seen",
    "contact.call",
    "note.call",
    "note.noted",
    "cover.refuse",
    "handover.accept",
    "handover.refuse",
}
"""What answers a message that comes unasked, and stands under no other."""

NOT_HERE = {
    *("group.wall", "group.rhythm", "group.table"),  # a group without dates
    "group.thank",  # an exercise that was done, and nobody was thanked for
    "person.pause",  # a reminder that was proposed, and agreed to
}
"""What needs something that this cast does not have at the end; each of them was shown before."""

OFTEN = 3
"""With how many people, groups and the like each way is gone."""


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    return await memories.recall(stage, everybody_plays)


async def test_the_menu_leads_to_all_that_a_coach_and_a_facilitator_can_do(cast: Cast) -> None:
    theirs = {Actor.COACH, Actor.FACILITATOR}
    all_of_it = {
        action
        for action, actors in rights.TAPS.items()
        if actors & theirs and Actor.SUPERVISOR not in actors
    }

    async with trials(cast["coach"], victims=(), secrets=()) as tried:
        reached = await ways_from(tried, "menu")

    assert all_of_it - reached == COME_BY_THEMSELVES | NOT_HERE


async def ways_from(tried: Trials, action: str) -> set[str]:
    """Return all that taps lead to, step by step; each step is taken back again."""
    gone: dict[str, list[Plain]] = {action: [{}]}
    waiting: deque[tuple[str, Plain]] = deque([(action, {})])
    while waiting:
        for button in await _after(tried, *waiting.popleft()):
            before = gone.setdefault(button.action, [])
            if button.args not in before and len(before) < OFTEN:
                before.append(button.args)
                waiting.append((button.action, button.args))
    return set(gone)


async def _after(tried: Trials, action: str, args: Plain) -> Sequence[Button]:
    """Return what can be tapped after a tap, and after the words that it asks for."""
    session, scene = tried.session, tried.scene
    nested = await session.begin_nested()
    here = col(DeliveryRow.chat_id) == scene.chat.id
    last = (await session.exec(select(func.max(col(DeliveryRow.number))).where(here))).one()
    await act(scene, action, args)
    asked = await questions.pending(session, scene.chat.id, scene.now)
    if asked:
        await answer(scene, asked, TYPED.get(asked.topic, WORDS))
    await session.flush()
    rows = await session.exec(select(DeliveryRow).where(here, col(DeliveryRow.number) > last))
    buttons = [one for row in rows for one in as_delivery(session, row).message.buttons]
    await nested.rollback()
    session.expunge_all()
    return [one for one in buttons if one.action]
