"""The jobs that workers on several machines share: each is to drain one shard of the chats.

They stand in the tables of the queue, and are written with what they are for. Of one shard one job
waits at most, and one is being done.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ARRAY, Integer, bindparam, text

from bot.store.chats import SHARDS
from bot.store.db import Session
from bot.store.presence import PRESENT

QUEUE = "drains"
DRAIN = "drain"

# Whoever finds a job waiting holds it there until the transaction ends: begun earlier it might be
# over before what it is for can be seen.
ENQUEUE = text(
    """
    INSERT INTO procrastinate_jobs AS waiting (queue_name, task_name, lock, queueing_lock, args)
    SELECT :queue, :task, 'shard ' || shard, 'shard ' || shard, jsonb_build_object('shard', shard)
    FROM unnest(:shards) AS shard ORDER BY shard
    ON CONFLICT (queueing_lock) WHERE status = 'todo'
    DO UPDATE SET priority = waiting.priority WHERE false
    """
).bindparams(bindparam("shards", type_=ARRAY(Integer)))

PUT_BACK = text(
    """
    DELETE FROM procrastinate_jobs WHERE id IN (
        SELECT job.id FROM procrastinate_jobs AS job
        LEFT JOIN procrastinate_workers AS worker ON worker.id = job.worker_id
        WHERE job.status = 'doing' AND job.queue_name = :queue AND (
            worker.id IS NULL
            OR NOT EXISTS (
                SELECT FROM pg_locks WHERE locktype = 'advisory'
                AND classid = :present AND objid = worker.id
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            )
            OR worker.last_heartbeat < now() - CAST(:silence AS interval)
            OR EXISTS (
                SELECT FROM procrastinate_events AS event WHERE event.job_id = job.id
                AND event.type = 'started' AND event.at < now() - CAST(:longest AS interval)
            )
        )
        FOR UPDATE OF job SKIP LOCKED
    )
    RETURNING CAST(args ->> 'shard' AS integer)
    """
)

# In a burst every shard has a job, and then nothing of it is looked through.
NEGLECTED = text(
    """
    WITH attended AS (
        SELECT DISTINCT CAST(args ->> 'shard' AS integer) FROM procrastinate_jobs
        WHERE queue_name = :queue AND status IN ('todo', 'doing')
    ), some_are_not AS (
        SELECT count(*) < :shards AS is_so FROM attended
    )
    SELECT delivery.shard FROM delivery JOIN chat ON chat.id = delivery.chat_id
    WHERE state = 'planned' AND due <= :now AND (SELECT is_so FROM some_are_not)
    AND delivery.shard NOT IN (SELECT * FROM attended) AND (
        until <= :now OR NOT chat.reachable
        OR chat.hold_until IS NULL OR chat.hold_until <= :steady
    )
    UNION SELECT shard FROM delivery
    WHERE state = 'sending' AND lease_until <= :steady
    AND shard NOT IN (SELECT * FROM attended)
    """
)


async def enqueue(session: Session, shards: Collection[int]) -> None:
    """Have these shards drained once the transaction is committed, where no job waits for it."""
    named = {"queue": QUEUE, "task": DRAIN, "shards": sorted(shards)}
    await session.ask(ENQUEUE, named)


async def put_back(session: Session, *, silence: timedelta, longest: timedelta) -> set[int]:
    """Take jobs from workers that are gone, say nothing for a while, or do one for too long.

    Return their shards: they are to be enqueued anew. Times are those of the database server.
    """
    limits = {"silence": silence, "longest": longest}
    found = await session.ask(PUT_BACK, {"queue": QUEUE, "present": PRESENT, **limits})
    return set(found.scalars())


async def neglected(session: Session, *, now: datetime, steady: datetime) -> set[int]:
    """Return the shards in which something is to be done at a moment and that have no job.

    That is something due, too late or left unfinished; what a chat's rest holds up is not meant.
    """
    named = {"queue": QUEUE, "shards": SHARDS, "now": now, "steady": steady}
    found = await session.ask(NEGLECTED, named)
    return set(found.scalars())
