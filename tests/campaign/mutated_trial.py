"""Updates that are broken at random, with good ones in between, through intake and router.

Nothing may be raised, nothing may be left waiting, and every good neighbour is handled.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, TypeAlias

from sqlmodel import col, func, select

from bot.domain.update import UpdateState
from bot.store.tables import UpdateRow
from tests.campaign.desk import Desk, a_desk
from tests.campaign.mutating import NUMBER, broken, whole
from tests.campaign.trial import Figure, Outcome, Trial
from tests.services.plays import wakeup_is_agreed
from tests.services.stage import Phone

AT_ONCE = 100
BROKEN_ONES = 9
"""How many broken updates there are for each good one."""

Rows: TypeAlias = Mapping[int | None, tuple[UpdateState, str | None]]
"""What became of each update, by its number, and where it went wrong."""


async def play(trial: Trial) -> Outcome:
    """Take `number` broken updates in, and their neighbours."""
    chance = trial.chance()
    raised: list[BaseException] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, what: raised.append(what.get("exception", OSError())))
    async with a_desk(trial.database_url) as desk:
        phones = list((await wakeup_is_agreed(desk.stage)).values())
        good: list[int] = []
        for first in range(1, trial.number, AT_ONCE):
            raws, numbers = _batch(phones, chance, first=first + first // BROKEN_ONES)
            good += numbers
            await desk.take(raws)
        raised += desk.raised
        rows = await _rows(desk)
        faults = [f"raised: {error!r}" for error in raised]
        faults += await _faults(desk, rows, good)
    counts = Counter(state for state, _ in rows.values())
    handled = sum(rows[number][0] is UpdateState.HANDLED for number in good if number in rows)
    told = f"{trial.number:,} broken ({counts[UpdateState.DEAD]:,} set aside), {len(raised)} raised"
    reached = f"{told}, {handled:,} of {len(good):,} neighbours handled"
    return Outcome(reached=reached, faults=faults)


def _batch(phones: Sequence[Phone], chance: Random, *, first: int) -> tuple[list[Any], list[int]]:
    """Return updates, with the numbers of those in which nothing is wrong."""
    raws: list[Any] = []
    good = []
    for number in range(first, first + AT_ONCE + AT_ONCE // BROKEN_ONES):
        update = {NUMBER: number} | whole(chance.choice(phones), chance)
        if (number - first) % (BROKEN_ONES + 1) == BROKEN_ONES:
            good.append(number)
        else:
            update = broken(update, chance)
        raws.append(update)
    return raws, good


async def _rows(desk: Desk) -> Rows:
    async with desk.stage.database.look() as session:
        found = await session.exec(select(UpdateRow.number, UpdateRow.state, UpdateRow.trace))
        return {number: (UpdateState(state), trace) for number, state, trace in found}


async def _faults(desk: Desk, rows: Rows, good: Sequence[int]) -> list[str]:
    neighbours = set(good)
    faults = [f"neighbour {one} was not kept" for one in neighbours - set(rows)]
    faults += [
        f"update {number} is {state}: {trace}"
        for number, (state, trace) in rows.items()
        if state is UpdateState.WAITING or (number in neighbours and state is UpdateState.DEAD)
    ]
    async with desk.stage.database.look() as session:
        last = (await session.exec(select(func.max(col(UpdateRow.number))))).one()
    offset = await desk.intake.offset()
    return faults if offset == (last or 0) + 1 else [*faults, f"the offset is stuck at {offset}"]


FIGURE = Figure(
    name="G9",
    goal="100,000 broken updates: 0 raised, 0 stuck, every good neighbour handled",
    play=play,
    full=100_000,
    short=100,
)
