"""Whoever presents the buttons of others: nothing of theirs changes, nobody's name is shown."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from sqlalchemy import select
from sqlmodel import SQLModel

from bot.chat.routing import act
from bot.chat.tables import COMMANDS, TAPS
from bot.chat.tables_of_groups import IN_GROUPS
from bot.domain.message import Message, Plain
from bot.domain.people import ChatKind
from bot.services.scene import Scene
from bot.store import chats, deliveries, people
from bot.store.db import Session
from tests.canaries import CANARY_NAME
from tests.services.memories import Cast, Memories
from tests.services.plays import (
    ENROLLED,
    ON_SQLITE,
    another_coach,
    invite,
    leave,
    wakeup_is_agreed,
)
from tests.services.stage import MONDAY, Phone, SilentBell, Stage
from tests.services.tours import through_features

OTHERS = ("stranger", "enrolling", "other", "left", "other coach")
OWN_ALONE = (
    "around",
    "evening",
    "leaving",
    "nudge",
    "phase",
    "proposal",
    "run",
    "wakeup",
    "technique",
    "moment",
    "sentence",
    "mark",
    "reminder",
    "routine",
    "recurring",
    "afterwork",
    "workshop",
    "workshops",
    "join",
    "homework",
    "chart",
    "network",
    "proposed",
    "word",
    "outing",
)
NAMES = (CANARY_NAME, "Nadia")
COLLEAGUES = {("other coach", "cover"), ("other coach", "cover.end")}  # coaches know each other
WATCHED = (
    *("person", "role", "support", "sharing", "consent", "look", "plan", "morning", "question"),
    *("run", "checkin", "event", "toolbox", "sentence", "contact_request", "contact_notice"),
    *("group_member", "group_lead", "attendance", "group_invitation"),
    "assignment",
    *("group_chat", "outing", "outing_member"),
)
Rows = list[dict[str, Any]]

pytestmark = ON_SQLITE


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    """A team that has used every button, and others who have nothing to do with it."""
    return await memories.recall(stage, everybody_plays)


async def everybody_plays(stage: Stage) -> Cast:
    cast = dict(await wakeup_is_agreed(stage))
    karim = await another_coach(stage)
    other, left = stage.phone("Ines"), stage.phone("Luc")
    for phone in (other, left):
        await phone.open(await invite(karim, phone.name))
        await phone.choose(*ENROLLED)
        await karim.choose("button-it-is-them")
    await leave(left)
    enrolling = stage.phone("Noa")
    await enrolling.open(await invite(karim, "Noa"))
    await enrolling.choose(*ENROLLED[:3])
    await every_button_is_seen(stage, cast)
    stranger = stage.phone("Passant")
    await stranger.write("bonjour")
    others = {"other": other, "left": left, "enrolling": enrolling, "stranger": stranger}
    return {**cast, **others, "other coach": karim}


async def every_button_is_seen(stage: Stage, cast: Cast) -> None:
    coach, participant = cast["coach"], cast["participant"]
    await participant.choose(
        "button-menu", "button-my-day", "button-my-wakeup", "button-change-around"
    )
    await participant.write("menu")
    await participant.choose(
        "button-my-day", "button-my-wakeup", "button-change-wakeup", "button-time-of-day"
    )
    for command in ("/privacy", "/language", "/mydata", "/leave"):
        await participant.write(command)
    await participant.choose("button-leave-now", "button-leave-undo", "button-menu")
    await participant.choose("button-sharing", "button-switch-sharing")
    await participant.write("/pause")
    await participant.choose("button-pause-today", "button-resume")
    await participant.write("/moi")
    await participant.choose("mood/steps/mood/options/good", "button-back", "button-keep")
    await participant.choose("button-stop-here", "button-go-on", *["button-skip"] * 4)
    await participant.write("/moi")
    await through_features(coach, participant)
    arriving = stage.phone("Lou")
    await arriving.open(await invite(coach, "Lou"))
    await arriving.choose(*ENROLLED)
    await coach.write("menu")
    await coach.choose("button-my-people")
    await coach.tap(CANARY_NAME)
    await coach.choose("button-new-reminder", "button-which-days", "button-done")
    await coach.write("6h30")
    await coach.choose("button-propose")
    await participant.choose("button-other-time")
    await stage.pass_time(hours=10)
    await participant.choose(
        "button-change-time", "button-back", "button-no-work", "button-work-after-all"
    )
    await stage.go_to(MONDAY.replace(day=24, hour=6, minute=1))
    await participant.choose("button-up")
    await stage.go_to(MONDAY.replace(day=25, hour=8, minute=1))
    await participant.write("/moi")


async def buttons_of(stage: Stage, *phones: Phone) -> Mapping[str, Plain]:
    """Return what each button carried that these people were ever shown, the latest of its kind."""
    found: dict[str, Plain] = {}
    async with stage.database.begin() as session:
        for phone in phones:
            chat = (await scene_of(session, phone)).chat
            for message in await said_in(session, chat.id):
                found |= {one.action: one.args for one in message.buttons if one.action}
    return found


async def said_in(session: Session, chat_id: str) -> Sequence[Message]:
    table = SQLModel.metadata.tables["delivery"]
    connection = await session.connection()
    ids = await connection.execute(select(table.c.id).where(table.c.chat_id == chat_id))
    found = [await deliveries.get(session, id_) for (id_,) in ids]
    return [delivery.message for delivery in found if delivery]


async def scene_of(session: Session, phone: Phone) -> Scene:
    """Return the scene on which somebody acts now."""
    stage = phone.stage
    now, voice = stage.clock.now(), stage.deployment.voice
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


async def watched(session: Session, ids: set[str]) -> Rows:
    """Return the rows that name one of these people."""
    connection = await session.connection()
    found: Rows = []
    for name in WATCHED:
        rows = await connection.execute(select(SQLModel.metadata.tables[name]))
        found += [dict(row) for row in rows.mappings()]
    return [row for row in found if ids & {str(value) for value in row.values()}]


async def faults(stage: Stage, cast: Cast, who: Phone, actions: Mapping[str, Plain]) -> list[str]:
    """Return what changed or showed something where somebody did each of these, one by one."""
    found = []
    for action, args in actions.items():
        async with stage.database.begin() as session:
            found += [
                f"{action} {fault}" for fault in await _faults(session, cast, who, action, args)
            ]
            await session.rollback()
    return found


async def _faults(session: Session, cast: Cast, who: Phone, action: str, args: Plain) -> list[str]:
    ids = {(await scene_of(session, cast[name])).me.id for name in ("coach", "participant")}
    before = await watched(session, ids)
    scene = await scene_of(session, who)
    known = await said_in(session, scene.chat.id)
    await act(scene, action, args)
    new = [one for one in await said_in(session, scene.chat.id) if one not in known]
    text = json.dumps([one.as_plain() for one in new], ensure_ascii=False)
    shown = [f"showed {name}" for name in NAMES if name in text]
    return shown + (["changed something"] if await watched(session, ids) != before else [])


async def test_every_button_was_shown(stage: Stage, cast: Cast) -> None:
    seen = await buttons_of(stage, cast["coach"], cast["participant"])

    assert TAPS.keys() - seen.keys() - IN_GROUPS - {*COMMANDS.values()} == set()


@pytest.mark.parametrize("who", OTHERS)
async def test_nobody_else_gets_anywhere_with_their_buttons(
    stage: Stage, cast: Cast, who: str
) -> None:
    buttons = await buttons_of(stage, cast["coach"], cast["participant"])

    others = {name: args for name, args in buttons.items() if (who, name) not in COLLEAGUES}

    assert await faults(stage, cast, cast[who], others) == []


async def test_their_own_coach_cannot_answer_for_them(stage: Stage, cast: Cast) -> None:
    buttons = await buttons_of(stage, cast["participant"])
    own = {
        action: args
        for action, args in buttons.items()
        if action.partition(".")[0] in OWN_ALONE and args
    }

    changed = [one for one in await faults(stage, cast, cast["coach"], own) if "changed" in one]

    assert len(own) > 15
    assert changed == []
