"""A scene for a service that no button leads to yet."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.chat.routing import act
from bot.domain.budget import SLOTS
from bot.domain.delivery import Class, State
from bot.domain.message import Button, Message, Phrase
from bot.domain.people import ChatKind
from bot.domain.plan import Plan, PlanKind
from bot.domain.schedule import EVERY_DAY, Rule
from bot.services import agreeing, steering
from bot.services.planning import Brings
from bot.services.scene import Scene
from bot.store import chats, people
from bot.store.db import Session
from tests.services.memories import rows_of
from tests.services.stage import Phone, SilentBell, Stage

SLOTS_HERE = {*SLOTS, PlanKind.REMINDER}

SAID = {
    PlanKind.CHECKIN: "up-late",
    PlanKind.COPING: "on-my-way",
    PlanKind.AFTERWORK: "not-working",
    PlanKind.SENTENCE: "morning-enough",
    PlanKind.REMINDER: "morning-ready",
    PlanKind.WORKSHOP: "day-empty",
}
"""Words that no plan brings: what is brought in tests, whatever the kinds bring by themselves."""


@asynccontextmanager
async def scene_of(phone: Phone) -> AsyncIterator[Scene]:
    """Yield a scene in which somebody acts; what they do is kept at its end."""
    async with phone.stage.database.begin() as session:
        yield await scene_in(session, phone)


async def scene_in(session: Session, phone: Phone) -> Scene:
    """Return the scene on which somebody acts now, in a transaction that is there."""
    stage = phone.stage
    voice, now = stage.deployment.voice, stage.clock.now()
    chat = await chats.hear(session, phone.id, ChatKind.PRIVATE, voice=voice, now=now)
    return Scene(
        session=session,
        now=now,
        chat=chat,
        person=await people.get(session, chat.person_id) if chat.person_id else None,
        bell=SilentBell(),
        planner=stage.planner,
        deployment=stage.deployment,
        act=act,
    )


async def recurs(phone: Phone, wall: time, kind: PlanKind = PlanKind.COPING, **rule: Any) -> Plan:
    """Let something recur for somebody from today on, every day unless told otherwise."""
    today = phone.stage.clock.now().date()
    whole = Rule(**{"days": EVERY_DAY, "wall": wall, "starts": today, **rule})
    async with scene_of(phone) as scene:
        return await agreeing.agree(scene, kind, whole)


async def ends(stage: Stage, *states: State) -> list[str]:
    """Return when the messages of plans in some states were due and why they ended, in order."""
    rows = [row for row in await rows_of(stage, "delivery") if row["slot"] in SLOTS_HERE]
    rows = [row for row in rows if row["state"] in states]
    return [
        " ".join([f"{row['due']:%a %H:%M}", *([row["reason"].value] if row["reason"] else [])])
        for row in sorted(rows, key=lambda row: row["due"])
    ]


def let_bring(stage: Stage, *kinds: PlanKind, as_a: Class = Class.COPING) -> None:
    """Let plans of some kinds bring a message, whatever they bring otherwise."""
    brings = Brings(kind=as_a, says=_sentence)
    known = {**stage.planner.brings, **dict.fromkeys(kinds, brings)}
    stage.planner = replace(stage.planner, brings=known)
    stage.router = replace(stage.router, planner=stage.planner)


def _sentence(plan: Plan, day: date) -> Message:
    del day
    start = (Button(Phrase("button-continue"), "menu"),)
    return Message(says=Phrase(SAID[plan.kind]), rows=(start, steering.row(plan.id)))
