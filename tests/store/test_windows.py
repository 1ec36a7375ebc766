"""The windows in which Telegram wanted nothing sent to a chat are counted, other rests are not."""

from datetime import timedelta

import pytest

from bot.domain.delivery import Reason, State, Verdict
from bot.domain.figures import Windows
from bot.store import claims, windows
from bot.store.db import Database
from tests.examples import NOW, a_chat, a_delivery, claimant, put

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(("reason", "opened"), [(Reason.SLOWED, 1), (Reason.AWAY, 0)])
async def test_a_window_is_counted_and_another_rest_is_not(
    database: Database, reason: Reason, opened: int
) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    await put(database, a_delivery(chat))
    verdict = Verdict(state=State.PLANNED, reason=reason, rest=MINUTE)

    async with database.begin() as session:
        [delivery] = await claims.claim(session, claimant(), limit=1)
        await claims.record_verdict(session, delivery, claimant(), verdict=verdict)
        found = await windows.count(session, NOW, since=NOW - DAY)

    assert (found.open, found.opened) == (opened, opened)


async def test_windows_are_counted_and_forgotten(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        for ago, length in ((25 * HOUR, HOUR), (23 * HOUR, 24 * HOUR), (HOUR, MINUTE)):
            await windows.note(session, chat.id, NOW - ago, window=length)

        found = await windows.count(session, NOW, since=NOW - DAY)
        forgotten = await windows.forget(session, NOW)

    assert found == Windows(open=1, opened=2, longest=DAY, total=DAY + MINUTE)
    assert forgotten == 2


async def test_where_no_window_was_there_is_nothing_to_count(database: Database) -> None:
    async with database.look() as session:
        found = await windows.count(session, NOW, since=NOW - DAY)

    assert found == Windows(open=0, opened=0, longest=timedelta(), total=timedelta())
