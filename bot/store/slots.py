"""Counts the messages of all processes together, where several share a PostgreSQL database.

One row knows what was sent lately; one statement counts a handful more. It goes by the database's
clock, and is committed by itself: who is frozen in a transaction would hold up everybody.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import JSON, Column, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from bot.store.db import Session


class SendSlotRow(SQLModel, table=True):
    """What was counted lately, as pairs of a moment and a number, and what was counted last.

    Moments are seconds of the database's clock. `free_at` is when, evenly spread, the next one
    would go out.
    """

    __tablename__ = "send_slot"

    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    lately: Any = Field(
        sa_column=Column(JSON().with_variant(JSONB(), "postgresql"), nullable=False)
    )
    free_at: float
    slots: int
    wait: float


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """How many slots there are in a second, and how long that second is.

    Slots are counted in one length and spread over another. They are given by the handful, and
    with them, to who is busy, those that became free meanwhile, of `made_up` at most; after a full
    second, those of `carried_on`.
    """

    slots: int
    counted: timedelta
    spread: timedelta
    handful: int
    made_up: timedelta
    carried_on: timedelta


@dataclass(frozen=True, kw_only=True)
class Reserved:
    """So many slots, to be used after a wait."""

    slots: int
    wait: timedelta


# The row is locked before anything is worked out, the time too: so nobody is told the same twice.
# What lies far ahead was counted by a clock that has stepped back since.
RESERVE = text("""
INSERT INTO send_slot AS known (id, lately, free_at, slots, wait) VALUES (1, '[]', 0, 0, 0)
ON CONFLICT (id) DO UPDATE SET (lately, free_at, slots, wait) = (
  WITH
    asked AS MATERIALIZED (
      SELECT
        extract(epoch FROM clock_timestamp())::float8 AS now,
        CAST(:most AS int) AS most,
        CAST(:rate AS int) AS rate,
        CAST(:counted AS float8) AS counted,
        CAST(:each AS float8) AS each,
        CAST(:handful AS int) AS handful,
        CAST(:is_busy AS bool) AS is_busy,
        CAST(:made_up AS float8) AS made_up,
        CAST(:carried_on AS float8) AS carried_on,
        CAST(:far AS float8) AS far
    ),
    used AS MATERIALIZED (
      SELECT (pair->>0)::float8 AS at, (pair->>1)::int AS slots
      FROM jsonb_array_elements(known.lately) AS pair, asked
      WHERE (pair->>0)::float8 > now - counted AND (pair->>0)::float8 < now + far
    ),
    evenly AS (
      SELECT
        CASE
          WHEN known.free_at > now + far THEN now
          WHEN is_busy THEN greatest(known.free_at, now - made_up)
          ELSE greatest(known.free_at, now)
        END AS free_at
      FROM asked
    ),
    earliest AS (
      SELECT at, least(most, handful + floor((at - free_at) / each)::int) AS slots
      FROM evenly, asked, LATERAL (
        SELECT greatest(now, free_at, (SELECT max(used.at) FROM used)) AS at
      ) AS soonest
    ),
    full_second AS (
      SELECT used.at, sum(used.slots) AS slots, sum(sum(used.slots)) OVER () AS total
      FROM used, earliest, asked
      WHERE used.at > earliest.at - counted
      GROUP BY used.at ORDER BY used.at LIMIT 1
    ),
    chosen AS MATERIALIZED (
      SELECT
        CASE WHEN total >= rate THEN f.at + counted ELSE earliest.at END AS at,
        CASE WHEN total >= rate THEN least(earliest.slots, f.slots)
             ELSE least(earliest.slots, rate - coalesce(total, 0)) END::int AS slots,
        CASE WHEN total >= rate THEN greatest(free_at, f.at + counted - carried_on) ELSE free_at END
          AS free_at
      FROM asked, evenly, earliest LEFT JOIN full_second AS f ON true
    )
  SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_array(at, slots) ORDER BY at), '[]') FROM used)
      || jsonb_build_array(jsonb_build_array(at, slots)),
    free_at + slots * each,
    slots,
    at - now
  FROM chosen, asked
)
RETURNING slots, wait
""")
FAR = timedelta(seconds=10)


async def reserve(
    session: Session, most: int, allowance: Allowance, *, is_busy: bool = False
) -> Reserved:
    """Count up to so many slots as used, at least one, for whoever waits as long as is told.

    Those who ask are served in the order they came; `is_busy` is who used all they got last. It
    needs PostgreSQL, and a session in which nothing was done yet.
    """
    connection = await session.connection(execution_options={"isolation_level": "AUTOCOMMIT"})
    values = {
        "most": most,
        "rate": allowance.slots,
        "counted": allowance.counted.total_seconds(),
        "each": allowance.spread.total_seconds() / allowance.slots,
        "handful": allowance.handful,
        "is_busy": is_busy,
        "made_up": allowance.made_up.total_seconds(),
        "carried_on": allowance.carried_on.total_seconds(),
        "far": FAR.total_seconds(),
    }
    slots = 0
    while not slots:  # the first time the row is only made
        slots, wait = (await connection.execute(RESERVE, values)).one()
    return Reserved(slots=slots, wait=timedelta(seconds=wait))
