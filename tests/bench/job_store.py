"""Writes jobs into a store of APScheduler, as `add_job` would do it one by one."""

import pickle
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from bot.store.ids import new_id
from tests.bench.cast import PARIS, WALLS
from tests.bench.reminders import Daily

RINGS = "tests.bench.ringing:ring"
GRACE = 1
"""How many seconds late a job may be run where nobody said otherwise."""

STATE = {
    "version": 1,
    "func": RINGS,
    "executor": "default",
    "kwargs": {},
    "name": "ring",
    "coalesce": True,
    "max_instances": 1,
}


def write_daily_jobs(file: Path, several: Iterable[Daily], now: datetime) -> None:
    """Write reminders as jobs of a store, as `add_job` would one by one."""
    triggers = {
        wall: CronTrigger(hour=wall.hour, minute=wall.minute, timezone=PARIS) for wall in WALLS
    }
    nexts = {wall: trigger.get_next_fire_time(None, now) for wall, trigger in triggers.items()}
    jobs = (_job(one.chat, triggers[one.wall], nexts[one.wall], grace=GRACE) for one in several)
    _write(file, jobs)


def write_jobs(
    file: Path, chats: Sequence[int], due: datetime, *, grace: int | None = GRACE
) -> None:
    """Write a job for each of these chats, all due at one moment."""
    trigger = DateTrigger(run_date=due)
    _write(file, (_job(chat, trigger, due, grace=grace) for chat in chats))


def _job(chat: int, trigger: Any, due: datetime, *, grace: int | None) -> dict[str, Any]:
    state = {"trigger": trigger, "next_run_time": due, "args": (chat,), "misfire_grace_time": grace}
    return {**STATE, **state, "id": new_id()}


def _write(file: Path, jobs: Iterable[dict[str, Any]]) -> None:
    store = SQLAlchemyJobStore(url=f"sqlite:///{file}")
    store.jobs_t.create(store.engine, checkfirst=True)
    rows = [
        {
            "id": one["id"],
            "next_run_time": one["next_run_time"].timestamp(),
            "job_state": pickle.dumps(one, pickle.HIGHEST_PROTOCOL),
        }
        for one in jobs
    ]
    with store.engine.begin() as connection:
        connection.execute(store.jobs_t.insert(), rows)
    store.shutdown()
