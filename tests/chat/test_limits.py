"""Slots: never too many in any second, all of them used, and the next one never far."""

import asyncio
from datetime import timedelta
from itertools import pairwise
from math import ceil
from random import Random

import pytest
from pyrate_limiter import MonotonicClock

from bot.chat.limits import KEPT_FOR, MILLISECOND, Limits, Share, handful, shared
from bot.domain.people import ChatKind
from bot.services.ports import Unpaced
from bot.store.db import Database
from bot.store.slots import Reserved
from bot.store.vault import Vault

RATES = [1, 2, 30, 45, 999, 1000]


class Hands(MonotonicClock):
    """A clock in milliseconds that moves when somebody waits, each time a little too far."""

    def __init__(self, *, too_far: int = 1) -> None:
        self.milliseconds = 5_000
        self._too_far = too_far

    def now(self) -> int:
        return self.milliseconds

    async def wait(self, seconds: float) -> None:
        self.milliseconds += ceil(seconds * 1000) + self._too_far
        await asyncio.sleep(0)


class Queue:
    """What several processes share, that lets each handful wait for the one before."""

    def __init__(self, *waits: int) -> None:
        self._waits = list(waits)
        self.reserved: list[int] = []
        self.were_busy: list[bool] = []

    async def __call__(self, most: int, *, is_busy: bool) -> Reserved:
        self.reserved.append(most)
        self.were_busy.append(is_busy)
        wait = self._waits.pop(0) if self._waits else 0
        return Reserved(slots=most, wait=wait * MILLISECOND)


@pytest.fixture
def hands() -> Hands:
    return Hands()


def some_limits(hands: Hands, rate: int = 30, share: Share | None = None) -> Limits:
    return Limits(rate, share=share, pause=hands.wait, clock=hands)


async def used(limits: Limits, hands: Hands, *, seconds: int) -> list[tuple[int, int]]:
    """Use every slot for so long, each after it was looked up what to send, now longer now shorter.

    Return at which millisecond so many were used.
    """
    taken, end = [], hands.milliseconds + seconds * 1000
    chance = Random(seconds)  # noqa: S311 - chance that must be repeatable
    while hands.milliseconds < end:
        slots = await limits.slots(64)
        hands.milliseconds += chance.randint(10, 50)
        limits.give_back(0)
        taken.append((hands.milliseconds, slots))
    return taken


async def granted(limits: Limits, hands: Hands, *, seconds: int) -> list[tuple[int, int]]:
    """Take every slot for so long: at which millisecond, and how many."""
    taken, end = [], hands.milliseconds + seconds * 1000
    while hands.milliseconds < end:
        slots = await limits.slots(64)
        limits.give_back(0)
        taken.append((hands.milliseconds, slots))
    return taken[:-1]


def most_in_a_second(taken: list[tuple[int, int]]) -> int:
    return max(
        sum(slots for moment, slots in taken if start <= moment < start + 1000)
        for start, _ in taken
    )


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("too_far", [0, 1, 5])
async def test_a_second_never_holds_more_than_the_rate(rate: int, too_far: int) -> None:
    hands = Hands(too_far=too_far)

    taken = await granted(some_limits(hands, rate), hands, seconds=5)

    assert 0.98 * rate <= most_in_a_second(taken) <= rate


@pytest.mark.parametrize("rate", [30, 1000])
async def test_it_is_no_more_when_messages_are_looked_up_at_uneven_speed(
    rate: int, hands: Hands
) -> None:
    taken = await used(some_limits(hands, rate), hands, seconds=20)

    assert most_in_a_second(taken) == rate
    assert sum(slots for _, slots in taken) > 0.9 * 20 * rate


@pytest.mark.parametrize("rate", RATES)
async def test_the_full_rate_is_used(rate: int, hands: Hands) -> None:
    taken = await granted(some_limits(hands, rate), hands, seconds=60)

    assert sum(slots for _, slots in taken) >= 0.98 * 60 * rate


@pytest.mark.parametrize(("rate", "longest"), [(30, 40), (1000, 30)])
async def test_the_next_slot_is_never_far(rate: int, longest: int, hands: Hands) -> None:
    taken = await granted(some_limits(hands, rate), hands, seconds=5)

    assert max(after - before for (before, _), (after, _) in pairwise(taken)) <= longest


@pytest.mark.parametrize(("rate", "most", "given"), [(30, 64, 1), (1000, 64, 25), (1000, 7, 7)])
async def test_slots_come_in_handfuls(rate: int, most: int, given: int, hands: Hands) -> None:
    assert await some_limits(hands, rate).slots(most) == given


@pytest.mark.parametrize(("late", "given"), [(20, 1), (50, 2), (200, 6), (450, 14), (5_000, 15)])
async def test_who_had_more_to_send_and_comes_late_makes_up_for_it(
    late: int, given: int, hands: Hands
) -> None:
    limits = some_limits(hands)
    await limits.slots(64)

    limits.give_back(0)
    hands.milliseconds += 34 + late

    assert await limits.slots(64) == given


@pytest.mark.parametrize("late", [50, 200, 5_000])
async def test_who_had_nothing_to_send_makes_up_for_nothing(late: int, hands: Hands) -> None:
    limits = some_limits(hands, 1000)
    await limits.slots(64)

    limits.give_back(1)
    hands.milliseconds += 25 + late

    assert await limits.slots(64) == 25


async def test_slow_claims_slow_nothing_down_for_good(hands: Hands) -> None:
    limits = some_limits(hands)

    given = []
    for _ in range(20):
        given.append(await limits.slots(64))
        hands.milliseconds += 480
        limits.give_back(0)

    assert sum(given) > 0.8 * 20 * 0.48 * 30


async def test_a_full_second_leaves_little_to_make_up_for(hands: Hands) -> None:
    limits = some_limits(hands)

    for _ in range(40):
        hands.milliseconds += 200
        await limits.slots(64)
        limits.give_back(0)
    await granted(limits, hands, seconds=2)
    taken = await granted(limits, hands, seconds=5)

    assert most_in_a_second(taken) == 30
    assert max(after - before for (before, _), (after, _) in pairwise(taken)) <= 150


async def test_who_wants_none_gets_none_at_once(hands: Hands) -> None:
    assert await some_limits(hands).slots(0) == 0


async def test_whoever_waits_longer_goes_first(hands: Hands) -> None:
    limits, order = some_limits(hands), list[int]()

    async def take(who: int) -> None:
        await limits.slots(1)
        order.append(who)

    await asyncio.gather(*(take(who) for who in range(40)))

    assert order == list(range(40))


async def test_slots_given_back_are_not_counted(hands: Hands) -> None:
    limits = some_limits(hands, 1)
    before = hands.milliseconds

    for _ in range(5):
        limits.give_back(await limits.slots(1))

    assert hands.milliseconds == before


async def test_nothing_given_back_changes_nothing(hands: Hands) -> None:
    limits = some_limits(hands, 1)
    await limits.slots(1)

    limits.give_back(0)
    before = hands.milliseconds
    await limits.slots(1)

    assert hands.milliseconds - before >= 1000


async def test_shared_slots_are_waited_for_as_long_as_was_said(hands: Hands) -> None:
    limits = some_limits(hands, 1000, queue := Queue(0, 25))
    before = hands.milliseconds

    given = [await limits.slots(64)]
    limits.give_back(0)
    given.append(await limits.slots(64))

    assert given == [64, 64]
    assert queue.were_busy == [False, True]
    assert hands.milliseconds == before + 26


async def test_shared_slots_given_back_at_once_are_used_first(hands: Hands) -> None:
    limits = some_limits(hands, 1000, queue := Queue())

    limits.give_back(await limits.slots(10) - 4)
    hands.milliseconds += KEPT_FOR
    given = [await limits.slots(most) for most in (4, 4, 4)]

    assert given == [4, 2, 4]
    assert queue.reserved == [10, 4]
    assert queue.were_busy == [False, False]


async def test_shared_slots_given_back_late_are_lost(hands: Hands) -> None:
    limits = some_limits(hands, 1000, queue := Queue())

    limits.give_back(await limits.slots(10))
    hands.milliseconds += KEPT_FOR + 1
    await limits.slots(4)

    assert queue.reserved == [10, 4]


@pytest.mark.postgresql
async def test_processes_share_what_their_database_counts(
    postgres_url: str, vault: Vault, hands: Hands
) -> None:
    database = Database(postgres_url, vault)
    processes = [some_limits(hands, 1, shared(database, 1)) for _ in range(2)]
    before = hands.milliseconds

    given = [await one.slots(64) for one in (*processes, *processes)]
    await database.close()

    assert given == [1] * 4
    assert hands.milliseconds - before > 3000


def test_a_handful_is_at_least_one() -> None:
    assert [handful(rate) for rate in (1, 30, 80, 1000)] == [1, 1, 2, 25]


def test_a_person_rests_a_second_and_a_group_three() -> None:
    rests = [Limits().rest_after(kind) for kind in (ChatKind.PRIVATE, ChatKind.GROUP)]

    assert rests == [timedelta(seconds=1), timedelta(seconds=3)]


async def test_without_limits_everything_goes_at_once() -> None:
    unlimited = Unpaced()

    given = [await unlimited.slots(1000) for _ in range(3)]
    unlimited.give_back(1)

    assert given == [1000] * 3
    assert unlimited.rest_after(ChatKind.GROUP) == timedelta()
