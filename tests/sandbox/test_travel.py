import asyncio
from datetime import UTC, datetime, timedelta

from bot.clock import SystemClock
from bot.sandbox.clock import SimulatedClock
from bot.sandbox.travel import Ahead, Traveller

START = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Diary:
    """What is planned, and a bot that sends what is due each time it is looked at."""

    def __init__(self, *planned: datetime, repeats: int = 0, stuck: bool = False) -> None:
        self.clock = SimulatedClock(start=START, real=SystemClock(), pace=0)
        self.planned = sorted(planned)
        self.repeats = repeats
        self.stuck = stuck
        self.sent: list[datetime] = []
        self.looked = asyncio.Event()
        self.traveller = Traveller(
            self.clock,
            Ahead(next_planned=self.next_planned),
            stirred=self.send,
            patience=timedelta(milliseconds=50),
        )

    async def next_planned(self) -> datetime | None:
        return min(self.planned, default=None)

    async def send(self) -> None:
        if self.stuck:
            self.looked.set()
            await asyncio.Event().wait()
        due = min(self.planned)
        self.planned.remove(due)
        self.sent.append(self.clock.now())
        if self.repeats:
            self.repeats -= 1
            self.planned.append(due + timedelta(minutes=8))


async def test_a_journey_stops_at_each_planned_message_in_turn() -> None:
    diary = Diary(START + HOUR, START + 2 * HOUR, START + 9 * HOUR)

    arrived = await diary.traveller.to(START + 3 * HOUR)

    assert arrived
    assert diary.sent == [START + HOUR, START + 2 * HOUR]
    assert diary.clock.now() == START + 3 * HOUR


async def test_a_journey_waits_until_the_days_that_come_are_planned() -> None:
    diary = Diary(START + HOUR)
    planned_at: list[datetime] = []

    def is_behind() -> bool:
        if diary.clock.now() in planned_at:
            return False
        planned_at.append(diary.clock.now())
        return True

    async def soon() -> None:
        if diary.planned and min(diary.planned) <= diary.clock.now():
            await diary.send()

    traveller = Traveller(
        diary.clock,
        Ahead(next_planned=diary.next_planned, is_behind=is_behind),
        stirred=soon,
    )

    assert await traveller.to(START + 2 * HOUR)
    assert planned_at == [START, START + HOUR, START + 2 * HOUR]


async def test_a_journey_stops_at_what_is_planned_on_the_way() -> None:
    diary = Diary(START + HOUR, repeats=2)

    await diary.traveller.to(START + 2 * HOUR)

    minutes = [(moment - START) / timedelta(minutes=1) for moment in diary.sent]
    assert minutes == [60, 68, 76]


async def test_a_message_planned_for_the_very_end_is_sent() -> None:
    diary = Diary(START + HOUR)

    assert await diary.traveller.to(START + HOUR)

    assert diary.sent == [START + HOUR]
    assert diary.clock.now() == START + HOUR


async def test_where_nothing_is_planned_the_way_is_short() -> None:
    diary = Diary()

    assert await diary.traveller.to(START + HOUR)
    assert diary.clock.now() == START + HOUR


async def test_a_journey_ends_where_the_bot_does_not_send() -> None:
    diary = Diary(START + HOUR, stuck=True)

    arrived = await diary.traveller.to(START + 2 * HOUR)

    assert not arrived
    assert diary.clock.now() == START + HOUR


async def test_a_moment_of_the_past_is_where_one_is() -> None:
    diary = Diary()

    assert await diary.traveller.to(START - HOUR)
    assert diary.clock.now() == START


async def test_time_stands_still_on_the_way_and_runs_on_after_it() -> None:
    diary = Diary(START + HOUR, stuck=True)
    diary.clock.run(60)

    journey = asyncio.create_task(diary.traveller.to(START + 2 * HOUR))
    await diary.looked.wait()

    assert diary.traveller.is_under_way
    assert diary.clock.pace == 0
    await journey
    assert diary.clock.pace == 60


async def test_telling_time_to_run_ends_a_journey_at_its_next_stop() -> None:
    diary = Diary(START, START + HOUR, START + 2 * HOUR, stuck=True)

    journey = asyncio.create_task(diary.traveller.to(START + 3 * HOUR))
    await diary.looked.wait()
    diary.traveller.run(1)
    diary.planned.remove(START)

    assert not await journey
    assert diary.clock.now() - START < HOUR
    assert diary.clock.pace == 1


async def test_time_runs_at_once_when_nobody_travels() -> None:
    diary = Diary()

    diary.traveller.run(60)

    assert diary.clock.pace == 60


async def test_a_journey_with_a_stride_halts_at_each_whole_one() -> None:
    diary = Diary()
    halts: list[datetime] = []

    def is_behind() -> bool:
        halts.append(diary.clock.now())
        return False

    ahead = Ahead(next_planned=diary.next_planned, is_behind=is_behind)
    traveller = Traveller(diary.clock, ahead, stirred=diary.send, stride=HOUR)

    assert await traveller.to(START + 2.5 * HOUR)
    assert halts == [START, START + HOUR, START + 2 * HOUR, START + 2.5 * HOUR]
