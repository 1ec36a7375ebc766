"""A crash, or a database that is away, between claim and record loses nothing in silence."""

from pathlib import Path

import pytest

from bot.domain.delivery import LEASE, Class, Delivery, State
from bot.domain.errors import DatabaseAway
from bot.services.delivering import Post, deliver, drain, take
from bot.store import claims
from bot.store.db import Database
from bot.store.vault import Vault
from tests.examples import a_chat, a_delivery, look_at, put
from tests.post import NotingMessenger, StillClock, a_post


@pytest.fixture
def joined(database: Database, tmp_path: Path) -> tuple[Post, StillClock]:
    return a_post(database, NotingMessenger(), tmp_path)


async def one_to_send(database: Database, kind: Class = Class.REPLY) -> Delivery:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session), kind)
    await put(database, delivery)
    return delivery


@pytest.mark.parametrize(
    ("kind", "copies", "state"),
    [(Class.WAKEUP, 2, State.SENT), (Class.CHECKIN, 1, State.UNCERTAIN)],
)
async def test_a_crash_between_claim_and_record_is_seen(
    joined: tuple[Post, StillClock],
    database: Database,
    kind: Class,
    copies: int,
    state: State,
) -> None:
    post, clock = joined
    delivery = await one_to_send(database, kind)
    await take(post, limit=1)

    clock.pass_by(LEASE)
    async with database.begin() as session:
        await claims.recover(session, now=clock.now(), steady=clock.steady())
    await drain(post)

    kept = await look_at(database, delivery)
    assert (kept.state, kept.copies) == (state, copies)


async def test_whoever_comes_back_too_late_changes_nothing(
    joined: tuple[Post, StillClock], database: Database
) -> None:
    post, clock = joined
    delivery = await one_to_send(database, Class.WAKEUP)
    [claimed] = await take(post, limit=1)
    clock.pass_by(LEASE)
    async with database.begin() as session:
        await claims.recover(session, now=clock.now(), steady=clock.steady())
    await drain(post)

    await deliver(post, claimed)

    kept = await look_at(database, delivery)
    assert (kept.telegram_message, kept.copies) == (101, 2)


class Breaking(Database):
    """A database that is away for some of its writes."""

    broken_writes = 0

    def begin(self):  # type: ignore[no-untyped-def] # noqa: ANN201
        if self.broken_writes:
            self.broken_writes -= 1
            raise DatabaseAway
        return super().begin()


@pytest.mark.parametrize(("times", "state"), [(3, State.SENT), (9, State.SENDING)])
async def test_what_was_sent_is_written_down_once_the_database_is_back(
    database_url: str, tmp_path: Path, times: int, state: State, vault: Vault
) -> None:
    database = Breaking(database_url, vault)
    post, _ = a_post(database, NotingMessenger(), tmp_path)
    delivery = await one_to_send(database)
    [claimed] = await take(post, limit=1)

    database.broken_writes = times
    await deliver(post, claimed)

    database.broken_writes = 0
    assert (await look_at(database, delivery)).state is state
    await database.close()
