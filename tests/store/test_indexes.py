"""What is looked for again and again is found by an index, however much else is kept."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeAlias

import pytest
from sqlalchemy import event, text, update

from bot.domain.delivery import Class, Reason
from bot.domain.people import Chat, ChatKind
from bot.domain.plan import PlanKind, PlanState
from bot.domain.wakeup import Slot
from bot.store import (
    command_lists,
    contacts,
    deliveries,
    figures,
    group_chats,
    leading,
    mornings,
    occasions,
    outings,
    plans,
    retention,
    windows,
)
from bot.store.chats import SHARDS
from bot.store.db import Database, Session
from bot.store.tables import DeliveryRow
from bot.store.turns import Look, in_line
from bot.store.unanswered import people_unheard, plans_unanswered
from bot.store.unasked import unasked_in
from tests.campaign.crowd import add_chats, add_deliveries
from tests.examples import FRENCH, NOW, a_delivery, of_day

DAY = timedelta(days=1)
CROWD = 600
THEIRS = ("person_id", "plan_id", "chat_id", "proposed_by")
"""By what the rows of one person, plan or chat are found."""

PAGES_OF_A_CHAT = 20
"""Far fewer than it takes to go through all that is due, once for each chat."""

EXPLAIN = "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)"
Question: TypeAlias = Callable[[Session], Awaitable[object]]

SOMEWHERE = Chat(
    id="chat",
    telegram_id=1,
    kind=ChatKind.PRIVATE,
    voice=FRENCH,
    person_id="person",
    shard=1,
    reachable=True,
)
UNASKED = a_delivery(SOMEWHERE, Class.COPING, occasion=of_day("plan", PlanKind.COPING))

OF_SOMEBODY: tuple[Question, ...] = (
    lambda session: plans.of_person(session, "person", PlanKind.COPING, state=PlanState.ACTIVE),
    lambda session: plans.take_active(session, "person", PlanKind.COPING),
    lambda session: plans.active_of(session, "person"),
    lambda session: plans.proposed_among(session, ["person"], proposed_by="coach"),
    lambda session: plans.proposed_to(session, "person", "coach", states=[PlanState.PROPOSED]),
    lambda session: occasions.unplan_ahead(session, "plan", NOW),
    lambda session: occasions.unplan_slot(session, "plan", Slot.NOTE, now=NOW),
    lambda session: occasions.next_days(session, ["plan"], NOW, though_answered=False),
    lambda session: occasions.next_moment(session, "chat", NOW, though_answered=False),
    lambda session: deliveries.withdraw(session, plan_id="plan", reason=Reason.WITHDRAWN, now=NOW),
    lambda session: deliveries.withdraw_naming(
        session, "chat", "person", reason=Reason.WITHDRAWN, now=NOW
    ),
    lambda session: deliveries.last_said(session, "chat"),
    lambda session: deliveries.drop_replies_to_come(session, "chat", NOW),
    lambda session: mornings.unexpect(session, "plan", NOW),
)
"""What is asked at a tap, or when somebody changes something."""

QUESTIONS: tuple[tuple[str, Question], ...] = (
    ("plan", lambda session: plans.to_be_planned(session, NOW, limit=20, beyond=NOW + DAY)),
    ("plan", lambda session: figures.set_aside(session, limit=5)),
    ("delivery", lambda session: retention.empty_messages(session, NOW, limit=500)),
    ("delivery", lambda session: figures.standings(session, since=NOW)),
    ("chat", lambda session: figures.oldest_overdue(session, now=NOW, steady=NOW)),
    ("delivery", lambda session: figures.lateness(session, since=NOW)),
    ("delivery", lambda session: figures.troubles(session, since=NOW, limit=5)),
    ("chat", lambda session: unasked_in(session, [UNASKED], NOW)),
    ("delivery", lambda session: unasked_in(session, [UNASKED], NOW)),
    ("delivery", lambda session: plans_unanswered(session, 3, since=NOW.date(), limit=100)),
    ("delivery", lambda session: people_unheard(session, NOW, limit=100)),
    ("group_session", lambda session: leading.near(session, NOW)),
    ("group_session", lambda session: group_chats.with_workshop_near(session, NOW)),
    ("outing", lambda session: outings.near(session, NOW)),
    ("contact_notice", lambda session: contacts.due(session, NOW, limit=100)),
    ("chat", lambda session: command_lists.marks(session, ["person"])),
    ("chat_window", lambda session: windows.count(session, NOW, since=NOW - DAY)),
)


async def statements_of(session: Session, question: Question) -> list[tuple[str, Any]]:
    """Return each statement of a question, with what it is asked about."""
    asked: list[tuple[str, Any]] = []
    connection = (await session.connection()).sync_connection
    assert connection

    def note(_1: Any, _2: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    await question(session)
    event.remove(connection, "before_cursor_execute", note)
    return asked


async def ways_of(session: Session, question: Question) -> list[str]:
    """Return how SQLite goes about each statement of a question."""
    ways = []
    for statement, parameters in await statements_of(session, question):
        async_connection = await session.connection()
        rows = await async_connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ways += [row[-1] for row in rows]
    return ways


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("table", "question"), QUESTIONS)
async def test_a_table_is_not_read_from_end_to_end(
    database: Database, table: str, question: Question
) -> None:
    async with database.begin() as session:
        ways = await ways_of(session, question)

    assert [way for way in ways if way.split()[:2] == ["SEARCH", table]]
    assert [way for way in ways if way.split()[:2] == ["SCAN", table]] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("question", OF_SOMEBODY)
async def test_of_somebody_nothing_of_others_is_read(
    database: Database, question: Question
) -> None:
    async with database.begin() as session:
        ways = await ways_of(session, question)

    read = [way for way in ways if way.startswith(("SEARCH", "SCAN"))]
    assert read
    assert [way for way in read if not any(f"{name}=?" in way for name in THEIRS)] == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_of_the_chats_only_those_are_read_that_cannot_be_reached(database: Database) -> None:
    async with database.begin() as session:
        ways = await ways_of(session, lambda session: deliveries.expire(session, NOW))

    assert [way for way in ways if " chat " in way] == ["SCAN chat USING INDEX chat_unreachable"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_is_to_come_is_counted_in_the_index_alone(database: Database) -> None:
    async with database.begin() as session:
        ways = await ways_of(session, lambda session: figures.standings(session, since=NOW))

    assert any("COVERING INDEX delivery_turn" in way for way in ways)


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_what_became_due_since_it_was_counted_is_found_chat_after_chat(
    database: Database,
) -> None:
    crowd = await add_chats(database, range(1, CROWD + 1))
    later = [a_delivery(chat, Class.WAKEUP, due=NOW + DAY) for chat in crowd]
    await add_deliveries(database, crowd, later)
    async with database.begin() as session:
        connection = await session.connection()
        await connection.execute(text("ANALYZE"))
        await connection.execute(update(DeliveryRow).values(due=NOW))
        asked = await statements_of(session, lambda session: whose_turn(session, limit=CROWD))
        statement, parameters = asked[0]
        explained = await connection.exec_driver_sql(f"{EXPLAIN} {statement}", parameters)
        [plan] = explained.scalars().one()

    assert plan["Plan"]["Actual Rows"] == CROWD
    assert plan["Plan"]["Shared Hit Blocks"] < CROWD * PAGES_OF_A_CHAT


async def whose_turn(session: Session, *, limit: int) -> None:
    rested = dict.fromkeys(ChatKind, NOW)
    look = Look(now=NOW, steady=NOW, rested=rested, limit=limit, shards=list(range(SHARDS)))
    await (await session.connection()).execute(in_line(by_shard=True), look.values())
