"""A backup is brought back only where nothing is lost, and sends nothing old."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text
from sqlmodel import select

from bot.domain.delivery import Class, State
from bot.domain.errors import (
    DatabaseInUse,
    DatabaseNotEmpty,
    NotABackup,
    RelaisError,
    Unsealable,
)
from bot.domain.update import UpdateState
from bot.store import claims, plans
from bot.store.backup import brought_back
from bot.store.db import Database
from bot.store.quarantine import Quarantined
from bot.store.tables import DeliveryRow, PlanRow, UpdateRow
from bot.store.vault import Vault
from tests import migrated
from tests.examples import (
    NOW,
    a_chat,
    a_delivery,
    a_person,
    a_plan,
    an_update,
    claimant,
    look_at,
    put,
)
from tests.postgres import PostgresServer
from tests.store.backing_up import (
    LATER,
    OTHER_KEY,
    a_message,
    back_up_to,
    bring_back,
    content,
    deliveries_in,
    fill,
    remove,
    tools,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "relais.backup"


async def test_what_a_backup_held_is_there_again(
    database: Database, database_url: str, file: Path
) -> None:
    kept = await a_message(database, due=LATER)
    await back_up_to(file, database_url)
    async with database.begin() as session:
        chat = await a_chat(session, 1)
    await put(database, a_delivery(chat))

    await bring_back(database, file)

    assert await look_at(database, kept) == kept
    assert await deliveries_in(database) == 1


async def test_a_backup_of_what_was_brought_back_can_be_brought_back(
    database: Database, database_url: str, file: Path
) -> None:
    kept = await a_message(database, due=LATER)
    await back_up_to(file, database_url)
    await bring_back(database, file)
    again = file.with_name("again.backup")
    await back_up_to(again, database_url)

    await bring_back(database, again)

    assert await look_at(database, kept) == kept


async def test_what_was_due_or_under_way_is_not_sent_again(
    database: Database, database_url: str, file: Path
) -> None:
    async with database.begin() as session:
        chats = [await a_chat(session, number) for number in range(4)]
    under_way, due, perhaps = (a_delivery(chat, Class.WAKEUP) for chat in chats[:3])
    await put(database, under_way)
    async with database.begin() as session:
        assert await claims.claim(session, claimant(), limit=1)
    later = a_delivery(chats[3], Class.WAKEUP, due=LATER)
    await put(database, due, perhaps, later)
    async with database.begin() as session:
        row = await session.get_one(DeliveryRow, perhaps.id)
        row.copies = 1
    await back_up_to(file, database_url)

    done = await bring_back(database, file)

    states = [(await look_at(database, one)).state for one in (under_way, due, perhaps, later)]
    assert states == [State.UNCERTAIN, State.EXPIRED, State.UNCERTAIN, State.PLANNED]
    assert done == Quarantined(expired=1, uncertain=2, set_aside=0)
    async with database.begin() as session:
        assert await claims.claim(session, claimant(), limit=9) == []
        [sent] = await claims.claim(session, claimant(now=LATER), limit=9)
    assert sent.id == later.id


async def test_days_that_others_may_have_sent_are_not_called_missed(
    database: Database, database_url: str, file: Path
) -> None:
    async with database.begin() as session:
        person_id, _ = await a_person(session)
        several = [await a_plan(session, person_id) for _ in range(2)]
        for plan_id, until in zip(several, (NOW - timedelta(days=1), LATER), strict=True):
            await plans.planned(session, [plan_id], until)
    await back_up_to(file, database_url)

    await bring_back(database, file)

    async with database.look() as session:
        rows = [await session.get_one(PlanRow, plan_id) for plan_id in several]
        assert [row.planned_until for row in rows] == [None, LATER]


async def test_answers_that_were_waiting_are_set_aside(
    database: Database, database_url: str, file: Path
) -> None:
    async with database.begin() as session:
        await an_update(session, 1)
    await back_up_to(file, database_url)

    done = await bring_back(database, file)

    async with database.look() as session:
        rows = (await session.exec(select(UpdateRow))).all()
        assert [(row.state, row.trace) for row in rows] == [(UpdateState.DEAD, "restored")]
    assert done.set_aside == 1


async def test_a_database_in_use_is_left_alone(
    database: Database, database_url: str, file: Path
) -> None:
    kept = await a_message(database)
    await back_up_to(file, database_url)

    with (
        pytest.raises(DatabaseInUse),
        brought_back(database_url, file, over=True, tools=tools()),
    ):
        pass

    assert await look_at(database, kept) == kept


async def test_a_database_that_holds_something_is_left_alone(
    database: Database, database_url: str, file: Path
) -> None:
    kept = await a_message(database)
    await back_up_to(file, database_url)

    with pytest.raises(DatabaseNotEmpty):
        await bring_back(database, file, over=False)

    assert await look_at(database, kept) == kept


@pytest.mark.parametrize("share", [0, 0.001, 0.5])
async def test_a_file_that_is_no_whole_backup_changes_nothing(
    database: Database, database_url: str, file: Path, share: float
) -> None:
    kept = await a_message(database)
    await back_up_to(file, database_url)
    whole = content(file)
    fill(file, whole[: int(len(whole) * share)])

    with pytest.raises(RelaisError):
        await bring_back(database, file)

    assert await look_at(database, kept) == kept


async def test_a_backup_of_another_key_changes_nothing(
    database: Database, database_url: str, file: Path
) -> None:
    kept = await a_message(database)
    await back_up_to(file, database_url)

    with pytest.raises(Unsealable):
        await bring_back(database, file, vault=OTHER_KEY)

    assert await look_at(database, kept) == kept


async def test_a_backup_of_a_newer_version_changes_nothing(
    database: Database, database_url: str, file: Path
) -> None:
    kept = await a_message(database)
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'newer'"))
    await back_up_to(file, database_url)

    with pytest.raises(NotABackup):
        await bring_back(database, file)

    assert await look_at(database, kept) == kept


async def test_a_backup_that_is_not_there_changes_nothing(database: Database, file: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await bring_back(database, file)


async def test_a_damaged_file_gives_way_only_when_told(
    sqlite_url: str, vault: Vault, file: Path
) -> None:
    database = Database(sqlite_url, vault)
    kept = await a_message(database, due=LATER)
    await back_up_to(file, sqlite_url)
    await database.close()
    fill(Path(database.engine.url.database or ""), b"damaged" * 1000)

    with pytest.raises(DatabaseNotEmpty):
        await bring_back(database, file, over=False)
    await bring_back(database, file)

    assert await look_at(database, kept) == kept
    await database.close()


async def test_a_backup_comes_back_where_there_is_no_file(
    sqlite_url: str, vault: Vault, file: Path
) -> None:
    database = Database(sqlite_url, vault)
    kept = await a_message(database, due=LATER)
    await back_up_to(file, sqlite_url)
    await database.close()
    remove(Path(database.engine.url.database or ""))

    await bring_back(database, file, over=False)

    assert await look_at(database, kept) == kept
    await database.close()


@pytest.mark.postgresql
async def test_a_way_back_that_was_cut_off_is_gone_again(
    postgres_url: str, vault: Vault, file: Path
) -> None:
    database = Database(postgres_url, vault)
    kept = await a_message(database, due=LATER)
    await back_up_to(file, postgres_url)
    async with database.engine.begin() as connection:
        await connection.execute(text("ALTER SCHEMA public RENAME TO before_restore"))
        await connection.execute(text("CREATE SCHEMA public"))

    with pytest.raises(DatabaseNotEmpty):
        await bring_back(database, file, over=False)
    await bring_back(database, file)

    assert await look_at(database, kept) == kept
    await database.close()


@pytest.mark.postgresql
async def test_whoever_owns_the_database_and_nothing_else_can_bring_it_back(
    postgres_server: PostgresServer, vault: Vault, file: Path
) -> None:
    plain = postgres_server.create()
    give_away(plain, to="clerk")
    url = plain.replace("postgres@/", "clerk@/")
    migrated.fill(url)
    database = Database(url, vault)
    kept = await a_message(database, due=LATER)
    await back_up_to(file, url)

    await bring_back(database, file)

    assert await look_at(database, kept) == kept
    await database.close()
    postgres_server.drop(plain)


def give_away(url: str, *, to: str) -> None:
    """Let a role that may do nothing else own a database."""
    with create_engine(url, poolclass=NullPool).begin() as connection:
        name = connection.engine.url.database
        connection.execute(text(f"CREATE ROLE {to} LOGIN"))
        connection.execute(text(f"ALTER DATABASE {name} OWNER TO {to}"))
