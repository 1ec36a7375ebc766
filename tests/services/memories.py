"""What many tests begin with is played once in a run, then put back row by row."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, TypeAlias

from sqlalchemy import Table, insert, select
from sqlmodel import SQLModel

from bot.services.ports import Worded
from tests.services.stage import Bubble, Phone, Stage

Cast: TypeAlias = Mapping[str, Phone]
Play: TypeAlias = Callable[[Stage], Awaitable[Cast]]


@dataclass(frozen=True, kw_only=True)
class Memory:
    """How it stood when a play was over."""

    rows: Mapping[Table, list[dict[str, Any]]]
    chats: Mapping[int, list[Bubble]]
    sent: Sequence[Worded]
    cast: Cast


@dataclass(frozen=True, kw_only=True)
class Memories:
    """The plays of this run."""

    kept: dict[Play, Memory] = field(default_factory=dict)

    async def recall(self, stage: Stage, play: Play) -> Cast:
        """Play on an empty stage, or put everything where that play left it."""
        if play not in self.kept:
            cast = await play(stage)
            chats = _copy(stage.shelf.chats)
            sent = [*stage.shelf.sent]
            self.kept[play] = Memory(rows=await rows(stage), chats=chats, sent=sent, cast=cast)
            return cast
        memory = self.kept[play]
        async with stage.database.begin() as session:
            connection = await session.connection()
            for table, several in memory.rows.items():
                if several:
                    await connection.execute(insert(table), several)
        stage.shelf.chats, stage.shelf.sent = _copy(memory.chats), [*memory.sent]
        said = [bubble.number for bubbles in memory.chats.values() for bubble in bubbles]
        stage.shelf.numbers = count(max(said) + 1)
        stage.shelf.turns = count(1_000)
        return {name: replace(phone, stage=stage) for name, phone in memory.cast.items()}


async def rows(stage: Stage) -> dict[Table, list[dict[str, Any]]]:
    """Return every row of every table."""
    async with stage.database.look() as session:
        connection = await session.connection()
        return {
            table: [dict(row) for row in (await connection.execute(select(table))).mappings()]
            for table in SQLModel.metadata.sorted_tables
        }


async def rows_of(stage: Stage, table: str) -> list[dict[str, Any]]:
    """Return every row of one table."""
    return next(found for one, found in (await rows(stage)).items() if one.name == table)


async def held(stage: Stage, *tables: str) -> dict[str, int]:
    """Return how many rows some tables hold."""
    return {name: len(await rows_of(stage, name)) for name in tables}


def _copy(chats: Mapping[int, list[Bubble]]) -> dict[int, list[Bubble]]:
    return {chat: [copy(bubble) for bubble in bubbles] for chat, bubbles in chats.items()}
