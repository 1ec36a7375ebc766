"""Chores are done at the start and when their time has come, whatever becomes of others."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta

from bot.engine.chores import AGAIN, Chore, Chores
from bot.store.chores import take_turn
from bot.store.db import Database
from tests.examples import NOW
from tests.post import StillClock

HOUR = timedelta(hours=1)


class Noting:
    """Notes when it was done, and fails at first if it is to."""

    def __init__(self, *, fails: bool = False) -> None:
        self.moments: list[datetime] = []
        self.done = asyncio.Event()
        self._fails = fails

    async def __call__(self, now: datetime) -> None:
        self.moments.append(now)
        self.done.set()
        if self._fails:
            raise ValueError


async def test_a_chore_is_done_at_the_start_and_when_its_time_has_come() -> None:
    clock, what = StillClock(), Noting()
    chores = Chores(clock, [Chore(name="what", every=HOUR, do=what)])

    for passed in (timedelta(), timedelta(minutes=59), timedelta(minutes=1), 5 * HOUR):
        clock.pass_by(passed)
        await chores.do_what_is_due()
        await chores.do_what_is_due()

    assert what.moments == [NOW, NOW + HOUR, NOW + 6 * HOUR]


async def test_a_chore_that_fails_stops_no_other_and_comes_again() -> None:
    clock, bad, good = StillClock(), Noting(fails=True), Noting()
    bad_one = Chore(name="bad", every=HOUR, do=bad)
    good_one = Chore(name="good", every=HOUR, do=good)
    chores = Chores(clock, [bad_one, good_one])

    await chores.do_what_is_due()
    clock.pass_by(HOUR)
    await chores.do_what_is_due()

    assert bad.moments == good.moments == [NOW, NOW + HOUR]


async def test_one_that_fails_is_tried_again_soon() -> None:
    clock, bad = StillClock(), Noting(fails=True)
    chores = Chores(clock, [Chore(name="bad", every=HOUR, do=bad)])

    for _ in range(3):
        await chores.do_what_is_due()
        clock.pass_by(AGAIN / 2)

    assert bad.moments == [NOW, NOW + AGAIN]


async def test_they_are_behind_until_each_is_done() -> None:
    clock, seen = StillClock(), []

    async def what(_: datetime) -> None:
        seen.append(chores.are_behind)

    chores = Chores(clock, [Chore(name="what", every=HOUR, do=what)])
    seen.append(chores.are_behind)
    await chores.do_what_is_due()
    seen.append(chores.are_behind)
    clock.pass_by(HOUR)
    seen.append(chores.are_behind)

    assert seen == [True, True, False, True]


async def test_a_tick_is_enough() -> None:
    what = Noting()
    chores = Chores(StillClock(), [Chore(name="what", every=HOUR, do=what)])
    task = asyncio.create_task(chores.run())

    chores.tick()
    await what.done.wait()

    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert what.moments == [NOW]


async def test_however_many_could_do_it_one_does(database: Database) -> None:
    clock, what = StillClock(), Noting()
    several = [
        Chores(clock, [Chore(name="what", every=HOUR, do=what)], shared=database) for _ in range(3)
    ]

    for passed in (timedelta(), HOUR, HOUR):
        clock.pass_by(passed)
        await asyncio.gather(*(chores.do_what_is_due() for chores in several))

    assert what.moments == [NOW, NOW + HOUR, NOW + 2 * HOUR]


async def test_what_one_began_a_short_time_ago_another_leaves(database: Database) -> None:
    clock, what = StillClock(), Noting()
    several = [
        Chores(clock, [Chore(name="what", every=HOUR, do=what)], shared=database) for _ in range(2)
    ]

    await several[0].do_what_is_due()
    clock.pass_by(HOUR / 2)
    await several[1].do_what_is_due()

    assert what.moments == [NOW]


async def test_a_turn_of_a_clock_that_has_stepped_back_holds_up_nothing(
    database: Database,
) -> None:
    async with database.begin() as session:
        ahead = await take_turn(session, "what", NOW + 24 * HOUR, every=HOUR)
        now = await take_turn(session, "what", NOW, every=HOUR)

    assert ahead
    assert now
