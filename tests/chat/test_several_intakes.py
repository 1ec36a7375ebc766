"""Several processes take the updates of the same chats: each chat in order, each update once."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from sqlmodel import select

from bot.chat.answers import Answer
from bot.chat.intake import Inbox, Intake
from bot.domain.delivery import Class
from bot.domain.update import UpdateState
from bot.store import deliveries
from bot.store.db import Database, Session
from bot.store.tables import DeliveryRow, UpdateRow
from bot.store.vault import Vault
from tests.canaries import PERSON_IDS
from tests.examples import a_chat, a_delivery
from tests.post import Naps, StillClock

pytestmark = pytest.mark.postgresql


@dataclass
class Noting:
    """Notes, as its effect, whose number was handled; holds some up and fails at others."""

    seen: dict[int, list[int]] = field(default_factory=dict)
    held: Mapping[int, asyncio.Event] = field(default_factory=dict)
    bad: Sequence[int] = ()
    change: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def __call__(self, session: Session, raw: Any, now: datetime) -> Answer | None:
        number, person = raw["update_id"], raw["message"]["chat"]["id"] - PERSON_IDS[0]
        chat = await a_chat(session, person)
        await deliveries.add(session, a_delivery(chat, Class.REPLY, due=now))
        await self._note(person, number)
        if number in self.held:
            await self.held[number].wait()
        if number in self.bad:
            raise ValueError(number)
        return None

    async def until(self, person: int, number: int) -> None:
        """Wait until an update of a person was at least begun."""
        async with self.change, asyncio.timeout(10):
            await self.change.wait_for(lambda: number in self.seen.get(person, ()))

    async def _note(self, person: int, number: int) -> None:
        async with self.change:
            self.seen.setdefault(person, []).append(number)
            self.change.notify_all()


@pytest.fixture
def route() -> Noting:
    return Noting()


@pytest.fixture
async def intakes(postgres_url: str, vault: Vault, route: Noting) -> AsyncIterator[list[Intake]]:
    databases = [Database(postgres_url, vault) for _ in range(2)]
    intakes = [Intake(inbox(database, route)) for database in databases]
    yield intakes
    for intake in intakes:
        await intake.stop()
    for database in databases:
        await database.close()


def inbox(database: Database, route: Noting) -> Inbox:
    async def answer(one: Answer) -> None:
        raise AssertionError(one)

    return Inbox(database=database, clock=StillClock(), route=route, answer=answer, pause=Naps())


def said(number: int, person: int = 0) -> dict[str, Any]:
    chat = {"id": PERSON_IDS[person], "type": "private"}
    return {"update_id": number, "message": {"chat": chat, "text": "text"}}


async def finished(intakes: Sequence[Intake]) -> None:
    async with asyncio.timeout(30):
        for intake in intakes:
            await intake.finish()


async def kept(intake: Intake) -> dict[int | None, UpdateState]:
    async with intake._inbox.database.look() as session:
        return {row.number: row.state for row in await session.exec(select(UpdateRow))}


async def effects(intake: Intake) -> int:
    async with intake._inbox.database.look() as session:
        return len((await session.exec(select(DeliveryRow))).all())


async def until_another_is_waited_for(intake: Intake) -> None:
    pauses = intake._inbox.pause
    assert isinstance(pauses, Naps)
    async with asyncio.timeout(10):
        while not pauses.seconds:  # noqa: ASYNC110 - of what another thread does
            await asyncio.sleep(0)


async def left_by(intake: Intake, *numbers: int) -> None:
    """Let a process keep updates and end before it handles them."""
    await intake.stop()
    await intake.take([said(number) for number in numbers])
    await intake.finish()


async def test_a_chat_is_handled_in_order_whoever_takes_it(
    intakes: list[Intake], route: Noting
) -> None:
    people = range(4)
    for number in range(20):
        taking = [
            one.take([said(4 * number + p, p)]) for p, one in zip(people, intakes * 2, strict=True)
        ]
        await asyncio.gather(*taking)
        intakes.reverse()
    await finished(intakes)

    assert route.seen == {p: [4 * number + p for number in range(20)] for p in people}
    assert await effects(intakes[0]) == 80


async def test_the_same_updates_brought_to_both_have_one_effect(
    intakes: list[Intake], route: Noting
) -> None:
    several = [said(number) for number in range(20)]

    await asyncio.gather(*(one.take(several) for one in intakes))
    await finished(intakes)

    assert route.seen == {0: list(range(20))}
    assert await effects(intakes[0]) == 20


async def test_what_cannot_be_handled_is_set_aside_once_and_the_next_goes_on(
    intakes: list[Intake], route: Noting
) -> None:
    route.bad = [2, 3]

    for number in range(1, 7):
        await intakes[number % 2].take([said(number)])
    await finished(intakes)

    states = await kept(intakes[0])
    assert {number for number, state in states.items() if state is UpdateState.DEAD} == {2, 3}
    assert UpdateState.WAITING not in states.values()
    assert [number for number in route.seen[0] if number not in route.bad] == [1, 4, 5, 6]
    assert await effects(intakes[0]) == 4


async def test_a_burst_to_one_chat_holds_up_no_other(intakes: list[Intake], route: Noting) -> None:
    one, two = intakes
    route.held = {0: asyncio.Event()}
    burst = [said(number) for number in range(60)]

    await one.take(burst[:30])
    await two.take(burst[30:])
    await asyncio.gather(one.take([said(500, 1)]), two.take([said(501, 2)]))
    await route.until(1, 500)
    await route.until(2, 501)
    assert route.seen[0] == [0]

    route.held[0].set()
    await finished(intakes)
    assert route.seen[0] == list(range(60))


async def test_what_one_does_not_finish_another_does(intakes: list[Intake], route: Noting) -> None:
    one, two = intakes
    route.held = {1: asyncio.Event()}
    await one.take([said(1), said(2)])
    await route.until(0, 1)

    for worker in one._workers:
        worker.cancel()
    await asyncio.wait(one._workers)
    route.held = {}
    await two.begin()
    await finished(intakes)

    assert route.seen == {0: [1, 1, 2]}
    assert await effects(two) == 2


async def test_chats_that_another_holds_hold_up_no_other(
    intakes: list[Intake], route: Noting
) -> None:
    one, two = intakes
    one._at_once = asyncio.Semaphore(1)
    two._at_once = asyncio.Semaphore(1)
    route.held = {1: asyncio.Event()}
    await one.take([said(1)])
    await route.until(0, 1)

    await two.take([said(2), said(3, 1)])
    await route.until(1, 3)

    assert route.seen == {0: [1], 1: [3]}
    route.held[1].set()
    await finished(intakes)
    assert route.seen == {0: [1, 2], 1: [3]}


async def test_whoever_stops_finishes_one_and_leaves_the_rest(
    intakes: list[Intake], route: Noting
) -> None:
    one, two = intakes
    route.held = {1: asyncio.Event()}
    await one.take([said(1), said(2)])
    await route.until(0, 1)

    stopping = asyncio.create_task(one.stop())
    await two.take([said(3)])
    await until_another_is_waited_for(two)
    route.held[1].set()
    await stopping
    await finished(intakes)

    assert route.seen == {0: [1, 2, 3]}


async def test_what_nobody_gets_on_with_is_swept_up(intakes: list[Intake], route: Noting) -> None:
    one, two = intakes
    await left_by(one, 1, 2)

    await two.sweep()
    await finished([two])
    assert route.seen == {}

    await two.sweep()
    await finished([two])
    assert route.seen == {0: [1, 2]}


async def test_what_others_get_on_with_is_left_to_them(
    intakes: list[Intake], route: Noting
) -> None:
    one, two = intakes
    route.held = {number: asyncio.Event() for number in (1, 2)}
    await one.take([said(1), said(2)])
    await route.until(0, 1)

    await two.sweep()
    route.held[1].set()
    await route.until(0, 2)
    await two.sweep()

    assert not two._workers
    route.held[2].set()
    await finished(intakes)


async def test_who_works_sweeps_now_and_then(intakes: list[Intake], route: Noting) -> None:
    one, two = intakes

    async with two.working():
        await left_by(one, 1)
        await route.until(0, 1)

    assert route.seen == {0: [1]}


async def test_a_sweep_that_fails_is_not_the_last(
    postgres_url: str, vault: Vault, intakes: list[Intake], route: Noting
) -> None:
    class Broken(Database):
        broken = False

        def look(self):  # type: ignore[no-untyped-def] # noqa: ANN202
            if self.broken:
                self.broken = False
                raise ValueError
            return super().look()

    database = Broken(postgres_url, vault)
    async with Intake(inbox(database, route)).working():
        database.broken = True
        await left_by(intakes[0], 1)
        await route.until(0, 1)

    assert not database.broken
    await database.close()
