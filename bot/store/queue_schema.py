"""The tables of the job queue on PostgreSQL: made, brought up to date and removed by our revisions.

They come from the queue's own files. Which of its steps they hold stands beside them in the
database, so that a later revision takes only those that came since.
"""

from collections.abc import Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable

from sqlalchemy import Connection

LIBRARY = "procrastinate.sql"
LAST_STEP = "SELECT obj_description('procrastinate_jobs'::regclass, 'pg_class')"
FUNCTIONS = (
    "SELECT oid::regprocedure::text FROM pg_proc"
    " WHERE proname LIKE 'procrastinate_%' AND pronamespace = 'public'::regnamespace"
)
ENUMERATIONS = (
    "SELECT oid::regtype::text FROM pg_type WHERE typname LIKE 'procrastinate_%'"
    " AND typtype = 'e' AND typnamespace = 'public'::regnamespace"
)
TABLES = (
    "procrastinate_events",
    "procrastinate_periodic_defers",
    "procrastinate_jobs",
    "procrastinate_workers",
)
COMPOSITE = "procrastinate_job_to_defer_v1"


def create(connection: Connection) -> None:
    """Make the tables of the installed version."""
    _run(connection, files(LIBRARY).joinpath("schema.sql").read_text("utf-8"))
    _note(connection, _steps()[-1].name)


def upgrade(connection: Connection) -> None:
    """Take the steps that the installed version has and the database has not."""
    for step in pending(connection):
        _run(connection, step.read_text("utf-8"))
        _note(connection, step.name)


def pending(connection: Connection) -> list[Traversable]:
    """Return the steps that the installed version has and the database has not."""
    last = str(connection.exec_driver_sql(LAST_STEP).scalar_one())
    return [step for step in _steps() if step.name > last]


def drop(connection: Connection) -> None:
    """Remove all of it."""
    for table in TABLES:
        _run(connection, f"DROP TABLE {table} CASCADE")
    for function in _names(connection, FUNCTIONS):
        _run(connection, f"DROP FUNCTION {function} CASCADE")
    for type_ in (COMPOSITE, *_names(connection, ENUMERATIONS)):
        _run(connection, f"DROP TYPE {type_}")


def _steps() -> list[Traversable]:
    """Return the queue's steps, whose names begin with the version, in their order."""
    found = files(LIBRARY).joinpath("migrations").iterdir()
    return sorted((one for one in found if one.name.endswith(".sql")), key=lambda one: one.name)


def _names(connection: Connection, question: str) -> Sequence[str]:
    unread = {"no_parameters": True}
    return connection.exec_driver_sql(question, execution_options=unread).scalars().all()


def _note(connection: Connection, step: str) -> None:
    _run(connection, f"COMMENT ON TABLE procrastinate_jobs IS '{step}'")


def _run(connection: Connection, statements: str) -> None:
    # Without parameters a percent sign is one, and several statements may go together.
    connection.exec_driver_sql(statements, execution_options={"no_parameters": True})
