"""Several processes count their messages together: never too many in a second, and all of them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise
from typing import TypeAlias

import pytest
from sqlmodel import delete, select

from bot.store.db import Database
from bot.store.slots import Allowance, Reserved, SendSlotRow, reserve
from bot.store.vault import Vault

pytestmark = pytest.mark.postgresql

SECOND = timedelta(seconds=1)
MILLISECOND = timedelta(milliseconds=1)
Pairs: TypeAlias = list[tuple[float, int]]


def an_allowance(slots: int, *, handful: int = 1) -> Allowance:
    return Allowance(
        slots=slots,
        counted=1010 * MILLISECOND,
        spread=1015 * MILLISECOND,
        handful=handful,
        made_up=500 * MILLISECOND,
        carried_on=50 * MILLISECOND,
    )


@pytest.fixture
async def processes(postgres_url: str, vault: Vault) -> AsyncIterator[list[Database]]:
    """Two processes, which have nothing but the database in common."""
    opened = [Database(postgres_url, vault) for _ in range(2)]
    yield opened
    for one in opened:
        await one.close()


@pytest.fixture
def process(processes: list[Database]) -> Database:
    return processes[0]


async def take(
    process: Database, most: int, allowance: Allowance, *, is_busy: bool = False
) -> Reserved:
    async with process.begin() as session:
        return await reserve(session, most, allowance, is_busy=is_busy)


async def take_many(process: Database, times: int, most: int, allowance: Allowance) -> None:
    for _ in range(times):
        await take(process, most, allowance)


async def move(process: Database, *, free_at: float, lately: float = 0) -> None:
    """Let what is remembered have been so many seconds later."""
    async with process.begin() as session:
        row = (await session.exec(select(SendSlotRow))).one()
        row.free_at += free_at
        row.lately = [[moment + lately, slots] for moment, slots in row.lately]


async def planned(process: Database) -> Pairs:
    """Return when so many are to go out, of those that were asked for in the last second."""
    async with process.look() as session:
        lately = (await session.exec(select(SendSlotRow.lately))).one()
    return [(moment, slots) for moment, slots in lately]


def most_in_a_second(pairs: Pairs) -> int:
    return max(sum(n for at, n in pairs if start <= at < start + 1) for start, _ in pairs)


@pytest.mark.parametrize(("rate", "handful", "times"), [(30, 1, 40), (999, 24, 60), (1000, 25, 60)])
async def test_two_processes_use_the_full_rate_and_never_more(
    processes: list[Database], rate: int, handful: int, times: int
) -> None:
    allowance = an_allowance(rate, handful=handful)

    await asyncio.gather(*(take_many(one, times, handful, allowance) for one in processes))

    pairs = await planned(processes[0])
    length = pairs[-1][0] - pairs[0][0]
    assert length > 1
    assert most_in_a_second(pairs) == rate
    assert sum(slots for _, slots in pairs[:-1]) >= 0.98 * rate * length
    assert max(after - before for (before, _), (after, _) in pairwise(pairs)) < 0.05


async def test_whoever_comes_later_waits_longer(processes: list[Database]) -> None:
    allowance = an_allowance(2)

    waits = [(await take(processes[turn % 2], 1, allowance)).wait for turn in range(4)]

    assert waits[0] == timedelta()
    assert all(0.3 * SECOND < after - before < 0.6 * SECOND for before, after in pairwise(waits))


async def test_the_rest_of_a_second_is_given_too(process: Database) -> None:
    allowance = an_allowance(30, handful=7)

    given = [(await take(process, 64, allowance)).slots for _ in range(6)]

    assert given == [7, 7, 7, 7, 2, 7]


@pytest.mark.parametrize("ago", [0.1, 5])
async def test_who_had_more_to_send_and_comes_late_makes_up_for_it(
    process: Database, ago: float
) -> None:
    await take(process, 1, an_allowance(1000))
    await move(process, free_at=-ago, lately=-ago)

    reserved = await take(process, 64, an_allowance(1000), is_busy=True)

    assert reserved == Reserved(slots=64, wait=timedelta())


@pytest.mark.parametrize("ago", [0.1, 5])
async def test_who_had_nothing_to_send_makes_up_for_nothing(process: Database, ago: float) -> None:
    await take(process, 1, an_allowance(1000))
    await move(process, free_at=-ago, lately=-ago)

    reserved = await take(process, 64, an_allowance(1000))

    assert reserved == Reserved(slots=1, wait=timedelta())


async def test_a_clock_that_stepped_back_stops_nobody(process: Database) -> None:
    await take(process, 1, an_allowance(1))
    await move(process, free_at=3600, lately=3600)

    reserved = await take(process, 1, an_allowance(1))

    assert reserved == Reserved(slots=1, wait=timedelta())


async def test_a_row_that_a_crash_emptied_is_made_again(process: Database) -> None:
    await take(process, 1, an_allowance(1))
    async with process.begin() as session:
        await session.exec(delete(SendSlotRow))

    reserved = await take(process, 1, an_allowance(1))

    assert reserved == Reserved(slots=1, wait=timedelta())


async def test_whoever_stops_in_the_middle_holds_up_nobody(processes: list[Database]) -> None:
    stopped, other = processes
    async with stopped.begin() as session, asyncio.timeout(5):
        await reserve(session, 1, an_allowance(30))

        reserved = await take(other, 1, an_allowance(30))

    assert reserved.slots == 1
