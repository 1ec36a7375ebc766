"""What is looked for again and again is found by an index, however much else is kept."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeAlias

import pytest
from sqlalchemy import event

from bot.domain.delivery import Class
from bot.domain.people import Chat, ChatKind
from bot.domain.plan import PlanKind
from bot.store import command_lists, figures, leading, plans, retention, windows
from bot.store.db import Database, Session
from bot.store.unanswered import people_unheard, plans_unanswered
from bot.store.unasked import unasked_in
from tests.examples import FRENCH, NOW, a_delivery, of_day

DAY = timedelta(days=1)
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
    ("chat", lambda session: command_lists.marks(session, ["person"])),
    ("chat_window", lambda session: windows.count(session, NOW, since=NOW - DAY)),
)


async def ways_of(session: Session, question: Question) -> list[str]:
    """Return how SQLite goes about each statement of a question."""
    asked: list[tuple[str, Any]] = []
    connection = (await session.connection()).sync_connection
    assert connection

    def note(_1: Any, _2: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    await question(session)
    event.remove(connection, "before_cursor_execute", note)
    ways = []
    for statement, parameters in asked:
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
async def test_what_is_to_come_is_counted_in_the_index_alone(database: Database) -> None:
    async with database.begin() as session:
        ways = await ways_of(session, lambda session: figures.standings(session, since=NOW))

    assert any("COVERING INDEX delivery_turn" in way for way in ways)
