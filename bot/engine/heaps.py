"""Takes jobs from the queue in heaps, and ends them in heaps: in a burst every shard has one.

One by one, the jobs of 64 shards would cost as many commits and more round trips than what they are
for. Few stand in a heap, so that another worker has its share.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from procrastinate.connector import BaseConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

from bot.store.presence import Presence

MOST = 8

# It goes on until there is none, or enough. Each call sees what the one before it has taken.
TAKE: Final = """
WITH RECURSIVE taken AS (
    SELECT procrastinate_fetch_job_v2(%(queues)s::varchar[], %(worker_id)s) AS job, 1 AS place
    UNION ALL
    SELECT procrastinate_fetch_job_v2(%(queues)s::varchar[], %(worker_id)s), place + 1
    FROM taken WHERE (job).id IS NOT NULL AND place < %(most)s
)
SELECT (job).id, (job).status, (job).task_name, (job).priority, (job).lock, (job).queueing_lock,
    (job).args, (job).scheduled_at, (job).queue_name, (job).attempts, (job).worker_id
FROM taken WHERE (job).id IS NOT NULL ORDER BY place
"""

# One that is not there any more was taken back meanwhile, and given to somebody else.
END: Final = "DELETE FROM procrastinate_jobs WHERE id = ANY(%(ids)s) AND status = 'doing'"

NEXT_PLEASE: Final = """
SELECT pg_notify(
    'procrastinate_queue_v1#' || queue_name,
    json_build_object('type', 'job_inserted', 'job_id', id)::text
) FROM procrastinate_jobs WHERE lock = ANY(%(locks)s) AND status = 'todo' LIMIT 1
"""
"""Tells the workers again of jobs that could not begin while others were done."""


@dataclass(frozen=True, kw_only=True)
class _Ended:
    """A job that is done; `noted` is done once that is kept."""

    job: Job
    noted: asyncio.Future[None] = field(default_factory=asyncio.Future)


class Heaps(JobManager):
    """Announces a worker before it takes its first job, and jobs that waited for others to end."""

    def __init__(self, connector: BaseConnector, presence: Presence) -> None:
        super().__init__(connector)
        self._presence = presence
        self._taken: list[Job] = []
        self._ended: list[_Ended] = []
        self._ending = asyncio.Lock()

    async def register_worker(self) -> int:
        """Register a worker, and let everybody know that it is there."""
        worker = await super().register_worker()
        await self._presence.announce(worker)
        return worker

    async def fetch_job(self, queues: Iterable[str] | None, worker_id: int) -> Job | None:
        """Return the next job of the heap, and take another heap where it is used up.

        A worker that stops in between leaves the rest to others, as it does when it is gone.
        """
        if not self._taken:
            asked = {"queues": queues, "worker_id": worker_id, "most": MOST}
            rows = await self.connector.execute_query_all_async(TAKE, **asked)
            self._taken = [Job.from_row(row) for row in rows]
        return self._taken.pop(0) if self._taken else None

    async def finish_job(self, job: Job, status: Status, delete_job: bool) -> None:  # noqa: FBT001
        """Remove a job, together with those that end meanwhile: none is kept, however it ended."""
        del status, delete_job
        ended = _Ended(job=job)
        self._ended.append(ended)
        async with self._ending:
            # Whoever was before may have ended this one with their own.
            if not ended.noted.done():
                await self._end_all()
        ended.noted.result()

    async def _end_all(self) -> None:
        several, self._ended = self._ended, []
        try:
            await self._end([one.job for one in several])
        except ConnectorException as error:
            for one in several:
                one.noted.set_exception(error)
        else:
            for one in several:
                one.noted.set_result(None)
        finally:
            self._ended = [one for one in several if not one.noted.done()] + self._ended

    async def _end(self, jobs: Sequence[Job]) -> None:
        await self.connector.execute_query_async(END, ids=[one.id for one in jobs])
        await self.connector.execute_query_async(NEXT_PLEASE, locks=[one.lock for one in jobs])
