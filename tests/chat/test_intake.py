"""Every update is kept, handled once and in order; a bad one stops nothing."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot.chat.answers import Answer
from bot.chat.intake import MOST_WAITING, Inbox, Intake
from bot.domain.delivery import Class
from bot.domain.errors import DatabaseAway, NotAnUpdate
from bot.domain.update import UpdateState
from bot.store import deliveries
from bot.store.db import Database, Session
from bot.store.tables import DeliveryRow, UpdateRow
from tests.canaries import CANARY_TEXT, PERSON_IDS
from tests.examples import a_chat, a_delivery
from tests.post import Naps, StillClock


@dataclass
class Noting:
    """Notes what is handled in its own transaction, and fails as it is told to, by text."""

    failures: dict[str, list[BaseException]] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    quick: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, session: Session, raw: Any, now: datetime) -> Answer | None:
        text = raw["message"]["text"]
        chat = await a_chat(session, raw["message"]["chat"]["id"] - PERSON_IDS[0])
        await deliveries.add(session, a_delivery(chat, Class.REPLY, due=now))
        if text in self.held:
            self.begun.set()
            await self.held[text].wait()
        if self.failures.get(text):
            raise self.failures[text].pop(0)
        self.seen.append(text)
        if text == "quick":
            self.quick.set()
        return Answer(query_id=text) if text.startswith("tap") else None


@pytest.fixture
def route() -> Noting:
    return Noting()


@pytest.fixture
def answers() -> list[Answer]:
    return []


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
def inbox(database: Database, route: Noting, answers: list[Answer], naps: Naps) -> Inbox:
    async def note(answer: Answer) -> None:
        answers.append(answer)

    return Inbox(database=database, clock=StillClock(), route=route, answer=note, pause=naps)


@pytest.fixture
async def intake(inbox: Inbox) -> AsyncIterator[Intake]:
    intake = Intake(inbox)
    yield intake
    await intake.stop()


def said(number: int, text: str, person: int = 0) -> dict[str, Any]:
    chat = {"id": PERSON_IDS[person], "type": "private"}
    return {"update_id": number, "message": {"chat": chat, "text": text}}


async def kept(database: Database) -> dict[int | None, UpdateState]:
    async with database.look() as session:
        return {row.number: row.state for row in await session.exec(select(UpdateRow))}


async def effects(database: Database) -> int:
    async with database.look() as session:
        return len((await session.exec(select(DeliveryRow))).all())


async def test_updates_are_kept_handled_and_forgotten(
    intake: Intake, database: Database, route: Noting
) -> None:
    await intake.take([said(1, CANARY_TEXT)])
    await intake.finish()

    async with database.look() as session:
        row = (await session.exec(select(UpdateRow))).one()
        assert (row.state, row.sealed_raw) == (UpdateState.HANDLED, None)
    assert route.seen == [CANARY_TEXT]


async def test_telegram_is_heard_once_what_it_brought_is_kept(inbox: Inbox) -> None:
    heard: list[str] = []
    intake = Intake(replace(inbox, heard=lambda: heard.append("heard")))

    await intake.take([])
    await intake.take([said(1, CANARY_TEXT)])
    await intake.stop()

    assert heard == ["heard", "heard"]


async def test_what_came_before_has_no_second_effect(
    intake: Intake, database: Database, route: Noting
) -> None:
    for _ in range(2):
        await intake.take([said(1, "one"), said(1, "one")])
        await intake.finish()

    assert route.seen == ["one"]
    assert await effects(database) == 1


async def test_a_chat_is_handled_in_order(intake: Intake, route: Noting) -> None:
    texts = [f"text {number}" for number in range(10)]

    await intake.take([said(number, text) for number, text in enumerate(texts)])
    await intake.finish()

    assert route.seen == texts


@pytest.mark.postgresql  # SQLite lets one transaction in at a time
async def test_chats_are_handled_side_by_side(postgres_url: str, vault: Any, route: Noting) -> None:
    database = Database(postgres_url, vault)
    inbox = Inbox(database=database, clock=StillClock(), route=route, answer=ignore)
    intake = Intake(inbox)
    route.held["slow"] = asyncio.Event()

    await intake.take([said(1, "slow", person=1), said(2, "after", person=1)])
    await route.begun.wait()
    await intake.take([said(3, "quick", person=2)])
    await route.quick.wait()
    assert route.seen == ["quick"]

    route.held["slow"].set()
    await intake.finish()
    assert route.seen == ["quick", "slow", "after"]
    await database.close()


async def ignore(answer: Answer) -> None:
    del answer


async def test_when_too_much_waits_nothing_more_is_taken(intake: Intake, route: Noting) -> None:
    route.held = {"0": asyncio.Event(), "1": asyncio.Event()}
    several = [said(number, str(number)) for number in range(MOST_WAITING + 1)]

    taking = asyncio.create_task(intake.take(several))
    await route.begun.wait()
    assert not taking.done()

    route.held["0"].set()
    await taking
    assert route.seen == ["0"]
    route.held["1"].set()


async def test_what_cannot_be_handled_is_set_aside_without_effect(
    intake: Intake, database: Database, route: Noting
) -> None:
    route.failures = {"bad": [ValueError(CANARY_TEXT)]}

    await intake.take([said(1, "good"), said(2, "bad"), said(3, "better")])
    await intake.finish()

    assert route.seen == ["good", "better"]
    assert await kept(database) == {
        1: UpdateState.HANDLED,
        2: UpdateState.DEAD,
        3: UpdateState.HANDLED,
    }
    assert await effects(database) == 2


async def test_a_trace_says_where_and_not_what(
    intake: Intake, database: Database, route: Noting
) -> None:
    route.failures = {"bad": [ValueError(CANARY_TEXT)]}

    await intake.take([said(1, "bad")])
    await intake.finish()

    async with database.look() as session:
        trace = str((await session.exec(select(UpdateRow.trace))).one())
    assert trace.startswith("ValueError at ")
    assert "test_intake.py:" in trace
    assert CANARY_TEXT not in trace


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "text",
        [],
        {},
        {"update_id": "one"},
        {"update_id": -1},
        {"update_id": 2**63},
        {"update_id": None, "message": {}},
    ],
)
async def test_what_has_no_number_is_left_out_and_its_neighbours_go_on(
    intake: Intake, database: Database, route: Noting, raw: Any
) -> None:
    await intake.take([raw, said(5, "good")])
    await intake.finish()

    assert route.seen == ["good"]
    assert await kept(database) == {5: UpdateState.HANDLED}


async def test_what_is_no_update_is_set_aside_with_the_place_of_its_fault(
    inbox: Inbox, database: Database
) -> None:
    async def route(session: Session, raw: Any, now: datetime) -> None:
        del session, now
        try:
            int(raw["message"]["text"])
        except ValueError as error:
            raise NotAnUpdate from error

    intake = Intake(replace(inbox, route=route))
    await intake.take([said(1, "one"), said(2, "2")])
    await intake.finish()

    assert await kept(database) == {1: UpdateState.DEAD, 2: UpdateState.HANDLED}
    async with database.look() as session:
        [trace] = (await session.exec(select(UpdateRow.trace).where(UpdateRow.number == 1))).all()
    assert str(trace).startswith("ValueError at test_intake.py:")


async def test_a_malformed_update_is_kept_and_set_aside(intake: Intake, database: Database) -> None:
    await intake.take([{"update_id": 1, "message": 7}, {"update_id": 2, "half": "\ud83d"}])
    await intake.finish()

    assert set((await kept(database)).values()) == {UpdateState.DEAD}


async def test_what_was_waiting_is_handled_first_at_the_start(
    inbox: Inbox, database: Database, route: Noting
) -> None:
    before = Intake(inbox)
    await before.stop()
    await before.take([said(1, "one"), said(2, "two")])
    await before.finish()
    assert set((await kept(database)).values()) == {UpdateState.WAITING}

    after = Intake(inbox)
    await after.begin()
    await after.finish()

    assert route.seen == ["one", "two"]
    assert set((await kept(database)).values()) == {UpdateState.HANDLED}


async def test_what_does_not_open_at_the_start_is_set_aside(
    inbox: Inbox, database: Database, route: Noting
) -> None:
    before = Intake(inbox)
    await before.stop()
    await before.take([said(1, "one"), said(2, "two")])
    async with database.begin() as session:
        row = (await session.exec(select(UpdateRow).where(UpdateRow.number == 1))).one()
        row.sealed_raw = b"garbled"

    after = Intake(inbox)
    await after.begin()
    await after.finish()

    assert route.seen == ["two"]
    assert await kept(database) == {1: UpdateState.DEAD, 2: UpdateState.HANDLED}


async def test_while_the_database_is_away_an_update_waits(
    intake: Intake, database: Database, route: Noting, naps: Naps
) -> None:
    route.failures = {"one": [DatabaseAway() for _ in range(7)]}

    await intake.take([said(1, "one"), said(2, "two")])
    await intake.finish()

    assert route.seen == ["one", "two"]
    assert set((await kept(database)).values()) == {UpdateState.HANDLED}
    assert len(naps.seconds) == 7
    assert naps.seconds == sorted(naps.seconds) or naps.seconds[0] < naps.seconds[-1] <= 30


async def test_a_tap_is_answered_after_its_effect(
    intake: Intake, answers: list[Answer], route: Noting
) -> None:
    route.failures = {"tap bad": [ValueError()]}

    await intake.take([said(1, "tap"), said(2, "text"), said(3, "tap bad")])
    await intake.finish()

    assert answers == [Answer(query_id="tap")]


async def test_an_answer_that_fails_holds_up_nothing(database: Database, route: Noting) -> None:
    async def fail(answer: Answer) -> None:
        raise RuntimeError(answer.query_id)

    intake = Intake(Inbox(database=database, clock=StillClock(), route=route, answer=fail))

    await intake.take([said(1, "tap"), said(2, "two")])
    await intake.finish()

    assert route.seen == ["tap", "two"]


async def test_what_comes_alone_leaves_nothing_to_be_kept(
    intake: Intake, database: Database, answers: list[Answer]
) -> None:
    await intake.begin()
    await intake.take([said(1, "tap")])
    if database.is_local:
        # Nobody waits for a worker: it is handled once it is safe.
        assert await kept(database) == {1: UpdateState.HANDLED}
    await intake.finish()

    await intake.take([said(1, "tap")])
    await intake.finish()

    assert await effects(database) == 1
    assert answers == [Answer(query_id="tap")]


async def test_what_fails_alone_is_tried_again_before_what_came_after_it(
    intake: Intake, database: Database, route: Noting
) -> None:
    route.failures = {"one": [ValueError()]} if database.is_local else {}
    route.held = {"one": asyncio.Event()}
    await intake.begin()

    first = asyncio.create_task(intake.take([said(1, "one")]))
    await route.begun.wait()
    second = asyncio.create_task(intake.take([said(2, "two")]))
    route.held["one"].set()
    await asyncio.gather(first, second)
    await intake.finish()

    assert route.seen == ["one", "two"]
    assert set((await kept(database)).values()) == {UpdateState.HANDLED}


async def test_updates_are_asked_for_from_the_number_after_the_last(intake: Intake) -> None:
    before = await intake.offset()
    await intake.take([said(41, "one"), said(40, "two")])

    assert before is None
    assert await intake.offset() == 42
    await intake.finish()


async def test_after_days_of_silence_numbers_may_begin_anywhere(
    intake: Intake, inbox: Inbox
) -> None:
    await intake.take([said(41, "one")])
    assert isinstance(inbox.clock, StillClock)

    inbox.clock.pass_by(timedelta(days=3))

    assert await intake.offset() is None
