"""Somebody tries what buttons of others do, one after the other, and each time it is taken back.

What was written is noted as it is written, so that only tables that can have changed are read.
"""

import json
import re
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import event, text
from sqlmodel import SQLModel, col, select

from bot.chat.routing import act
from bot.domain.message import Message, Plain
from bot.domain.people import Person
from bot.services.scene import Scene
from bot.store import groups
from bot.store.db import Session
from bot.store.deliveries import as_delivery
from bot.store.tables import DeliveryRow
from tests.services.scenes import scene_in
from tests.services.stage import Phone, Stage

Buttons: TypeAlias = Mapping[str, Plain]
Rows: TypeAlias = list[dict[str, Any]]

ABOUT_NOBODY = frozenset({"chat", "chat_window", "chore", "incoming", "question", "send_slot"})
"""Tables that say what is asked in a chat, or nothing of anybody."""

WRITES = re.compile(r"\s*(INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM)\s+\"?(\w+)")
ANSWERED = ("INSERT INTO", "delivery")
"""What every answer writes."""


@dataclass
class Trials:
    """What somebody tries on a stage as it stands, at the expense of others."""

    session: Session
    scene: Scene
    victims: Collection[str]
    secrets: Collection[str]
    written: set[tuple[str, str]] = field(default_factory=set)
    known: dict[str, Rows] = field(default_factory=dict)

    async def faults(self, actions: Iterable[tuple[str, Plain]]) -> list[str]:
        """Return what changed, told or showed something that it must not, as it was tried."""
        await self._remember()
        found = []
        for action, args in actions:
            found += [f"{action} {fault}" for fault in await self._faults(action, args)]
        return found

    async def _faults(self, action: str, args: Plain) -> list[str]:
        self.written.clear()
        last = await self._last()
        nested = await self.session.begin_nested()
        await act(self.scene, action, args)
        await self.session.flush()
        found = await self._said(last, carried=json.dumps(args, ensure_ascii=False))
        found += await self._changed()
        await nested.rollback()
        self.session.expunge_all()
        return found

    async def _said(self, last: int, *, carried: str) -> list[str]:
        """Return what of all that was said after a row showed a secret, or was told to another.

        Words that the button carried are known to whoever has it.
        """
        secrets = [one for one in self.secrets if one not in carried]
        since = text("delivery.rowid > :last").bindparams(last=last)
        found = []
        for row in await self.session.exec(select(DeliveryRow).where(since)):
            if row.chat_id == self.scene.chat.id:
                said = readable(as_delivery(self.session, row).message)
                found += [f"showed {one}" for one in secrets if one in said]
            elif row.chat_id in self.victims:
                found.append("told them something")
        return found

    async def _changed(self) -> list[str]:
        written = {one for one in self.written - {ANSWERED} if one[1] not in ABOUT_NOBODY}
        has_gone = any(how == "DELETE FROM" for how, _ in written)
        tables = set(self.known) if has_gone else {table for _, table in written}
        return [
            f"changed {table}"
            for table in sorted(tables & self.known.keys())
            if await self._rows(table) != self.known[table]
        ]

    async def _remember(self) -> None:
        tables = {one.name for one in SQLModel.metadata.sorted_tables} - ABOUT_NOBODY
        for table in tables if self.victims else ():
            self.known[table] = await self._rows(table)

    async def _rows(self, table: str) -> Rows:
        """Return the rows of a table that name one of these people, or a chat of theirs."""
        connection = await self.session.connection()
        rows = await connection.execute(SQLModel.metadata.tables[table].select())
        found = [dict(row) for row in rows.mappings()]
        return [row for row in found if any(str(one) in self.victims for one in row.values())]

    async def _last(self) -> int:
        connection = await self.session.connection()
        return int((await connection.execute(text("SELECT max(rowid) FROM delivery"))).scalar_one())


@asynccontextmanager
async def trials(
    who: Phone, *, victims: Collection[Phone], secrets: Collection[str]
) -> AsyncIterator[Trials]:
    """Let somebody try things in one transaction; all of it is taken back at the end."""
    async with who.stage.database.begin() as session:
        ids = {id_ for one in victims for id_ in await _ids_of(await scene_in(session, one))}
        scene = await scene_in(session, who)
        made = Trials(session=session, scene=scene, victims=ids, secrets=secrets)
        connection = (await session.connection()).sync_connection
        assert connection
        with noting(connection, made.written):
            yield made
        await session.rollback()


async def _ids_of(scene: Scene) -> Collection[str]:
    """Return the ids by which rows name somebody, their chat, or a group they are in or lead."""
    led = await groups.groups_led_by(scene.session, scene.me.id)
    taken_part_in = await groups.groups_of(scene.session, scene.me.id)
    return {scene.me.id, scene.chat.id, *(one.id for one in (*led, *taken_part_in))}


@contextmanager
def noting(connection: Any, written: set[tuple[str, str]]) -> Iterator[None]:
    """Note which tables are written, and how."""

    def note(_1: Any, _2: Any, statement: str, *_: Any) -> None:
        if found := WRITES.match(statement):
            written.add((found[1], found[2]))

    event.listen(connection, "before_cursor_execute", note)
    yield
    event.remove(connection, "before_cursor_execute", note)


async def said_to(stage: Stage, *phones: Phone) -> list[tuple[Person | None, Message]]:
    """Return all that these people were ever told, the oldest first, and who each is."""
    async with stage.database.begin() as session:
        found: list[tuple[Person | None, Message]] = []
        for phone in phones:
            scene = await scene_in(session, phone)
            rows = await session.exec(
                select(DeliveryRow)
                .where(col(DeliveryRow.chat_id) == scene.chat.id)
                .order_by(col(DeliveryRow.number))
            )
            found += [(scene.person, as_delivery(session, row).message) for row in rows]
        return found


async def buttons_of(stage: Stage, *phones: Phone) -> Buttons:
    """Return what each button carried that these people were ever shown, the latest of its kind."""
    shown = [one for _, said in await said_to(stage, *phones) for one in said.buttons]
    return {one.action: one.args for one in shown if one.action}


def readable(message: Message) -> str:
    """Return all that can be read in a message, its buttons and what they carry."""
    return json.dumps(message.as_plain(), ensure_ascii=False)
