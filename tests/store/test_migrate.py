"""The revisions make the tables that the program knows, on both databases, and the queue's."""

from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect

from bot.store import queue_schema
from bot.store.assignments import AssignmentRow
from bot.store.attendance import AttendanceRow
from bot.store.checkins import CheckinRow
from bot.store.chores import ChoreRow
from bot.store.coach_notes import CoachNoteRow
from bot.store.contacts import RequestRow
from bot.store.covers import CoverRow
from bot.store.db import Database
from bot.store.desks import DeskRow
from bot.store.erasing import ErasureRow
from bot.store.events import EventRow
from bot.store.group_chats import GroupChatRow
from bot.store.group_invitations import GroupInvitationRow
from bot.store.groups import GroupRow
from bot.store.job_phases import JobPhaseRow
from bot.store.migrate import config, migrate
from bot.store.outings import OutingRow
from bot.store.runs import RunRow
from bot.store.sentences import SentenceRow
from bot.store.slots import SendSlotRow
from bot.store.tables import DeliveryRow
from bot.store.toolboxes import ToolboxRow
from bot.store.vault import Vault
from bot.store.wishes import WishesRow

NEWEST_STEP = "03.04.00_50_post_add_retry_failed_job_procedure.sql"
"""The queue's newest step that a revision has taken."""

ROWS = (
    AssignmentRow,
    AttendanceRow,
    CheckinRow,
    ChoreRow,
    CoachNoteRow,
    CoverRow,
    DeliveryRow,
    DeskRow,
    ErasureRow,
    EventRow,
    GroupChatRow,
    GroupInvitationRow,
    GroupRow,
    JobPhaseRow,
    OutingRow,
    RequestRow,
    RunRow,
    SendSlotRow,
    SentenceRow,
    ToolboxRow,
    WishesRow,
)
"""One of each module that has tables: what is not imported is not known."""

LEFT_OVERS = (
    "SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    "SELECT count(*) FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'",
)


def is_ours(name: str | None, kind: str, _: object) -> bool:
    return kind != "table" or not str(name).startswith("procrastinate_")


def differences(connection: Connection) -> list[Any]:
    options = {"compare_type": True, "include_name": is_ours}
    context = MigrationContext.configure(connection, opts=options)
    (known,) = {row.metadata for row in ROWS}
    return list(compare_metadata(context, known))


def table_names(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


async def test_the_steps_lead_to_the_tables_that_the_program_knows(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_again_changes_nothing(database: Database) -> None:
    await migrate(database)

    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_forgotten_column_is_noticed(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("ALTER TABLE delivery DROP COLUMN copies")
        found = await connection.run_sync(differences)

    assert [change[0] for change in found] == ["add_column"]


async def test_the_steps_can_be_taken_back(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.run_sync(lambda one: command.downgrade(config(one), "base"))
        left = await connection.run_sync(table_names)

    assert left == {"alembic_version"}


@pytest.mark.parametrize("name", ["chore", "delivery", "incoming", "person", "send_slot"])
async def test_the_tables_are_there(database: Database, name: str) -> None:
    async with database.engine.connect() as connection:
        assert name in await connection.run_sync(table_names)


@pytest.mark.postgresql
async def test_nothing_of_the_queue_is_left_when_its_step_is_taken_back(
    postgres_url: str, vault: Vault
) -> None:
    database = Database(postgres_url, vault)
    async with database.engine.begin() as connection:
        await connection.run_sync(lambda one: command.downgrade(config(one), "0001"))
        left = [(await connection.exec_driver_sql(one)).scalar_one() for one in LEFT_OVERS]
    await migrate(database)
    await database.close()

    assert left == [0, 0]


@pytest.mark.postgresql
async def test_the_queue_has_every_step_of_the_installed_version(
    postgres_url: str, vault: Vault
) -> None:
    """A version with newer steps needs a revision that calls `queue_schema.upgrade`."""
    database = Database(postgres_url, vault)
    async with database.engine.connect() as connection:
        waiting = await connection.run_sync(queue_schema.pending)
        noted = (await connection.exec_driver_sql(queue_schema.LAST_STEP)).scalar_one()
    await database.close()

    assert (waiting, noted) == ([], NEWEST_STEP)


@pytest.mark.postgresql
async def test_an_older_queue_takes_the_steps_that_came_since(
    postgres_url: str, vault: Vault
) -> None:
    database = Database(postgres_url, vault)
    before = "COMMENT ON TABLE procrastinate_jobs IS '03.04.00_49'"
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql(before)
        waiting = await connection.run_sync(queue_schema.pending)
        await connection.run_sync(queue_schema.upgrade)
        left = await connection.run_sync(queue_schema.pending)
    await database.close()

    assert [one.name for one in waiting] == [NEWEST_STEP]
    assert left == []
