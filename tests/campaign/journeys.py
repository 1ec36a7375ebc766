"""Itineraries side by side in one database, under one clock that can be set."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeAlias
from zoneinfo import available_timezones

from sqlalchemy import delete, insert, update
from sqlmodel import col, select

from bot.domain.delivery import State
from bot.domain.message import Phrase, Plain
from bot.domain.plan import Around, Plan, PlanKind, PlanState
from bot.domain.schedule import EVERY_DAY, Rule, local
from bot.domain.schedule import zone as zone_named
from bot.domain.wakeup import NUDGING
from bot.services.delivering import Post, drain
from bot.services.planning import Planner
from bot.services.scene import Scene
from bot.store import chats, deliveries, people
from bot.store.db import Session
from bot.store.ids import new_id
from bot.store.tables import DeliveryRow, MorningRow, PersonRow, PlanRow
from tests.campaign.itinerary import Itinerary, Morning
from tests.examples import NOW

BEAT = timedelta(minutes=30)
BEATS = 72
STEPS = 2
PLANNED = frozenset({24, 48})
"""At which beats the days to come are planned; besides at the start, and when the clock is set."""

FURTHEST = timedelta(days=1).total_seconds()
EVENTS = 2
MINUTES = 24 * 60
ZONES = sorted(available_timezones() - {"Factory", "localtime"})

Happening: TypeAlias = Callable[["Journeys", Session, Itinerary], Awaitable[None]]


@dataclass
class SettableClock:
    """A clock that can be set, beside one that only runs."""

    moment: datetime
    running: datetime = NOW

    def now(self) -> datetime:
        """Return what the clock shows."""
        return self.moment

    def steady(self) -> datetime:
        """Return what has really passed."""
        return self.running

    def run(self, passed: timedelta, *, step: timedelta) -> None:
        """Let some time pass, and set the clock besides."""
        self.running += passed
        self.moment += passed + step


@dataclass(kw_only=True)
class Journeys:
    """Some itineraries side by side, under one clock."""

    post: Post
    clock: SettableClock
    planner: Planner
    chance: Random
    crowd: Sequence[str]
    happens: Sequence[tuple[Happening, int]]
    mine: dict[str, Itinerary] = field(default_factory=dict)
    must: Mapping[str, Morning | None] = field(default_factory=dict)

    async def play(self) -> Sequence[Itinerary]:
        """Begin, go through every beat, and clean up."""
        await self._begin()
        events: dict[int, list[str]] = defaultdict(list)
        for person in self.crowd:
            for _ in range(self.chance.randint(1, EVENTS)):
                events[self.chance.randrange(BEATS)].append(person)
        steps = self.chance.sample(range(BEATS), STEPS)
        for beat in range(BEATS):
            self._beat(is_step=beat in steps)
            await self._engine(plans=beat in {*PLANNED, *steps})
            await self._hear()
            if events[beat]:
                await self._happen(events[beat])
        await self._end()
        return list(self.mine.values())

    async def _begin(self) -> None:
        now = self.clock.now()
        for person_id in self.crowd:
            where = self.chance.choice(ZONES)
            first = local(now, zone_named(where)).date()
            plan = plan_of(person_id, a_wall(self.chance), first)
            self.mine[person_id] = Itinerary(
                person_id=person_id, zone=where, plan=plan, first=first, since=now
            )
        people_there = [
            {"id": one.person_id, "zone": one.zone, "paused_until": None}
            for one in self.mine.values()
        ]
        async with self.post.database.begin() as session:
            await session.exec(update(PersonRow), params=people_there)
            await session.exec(
                insert(PlanRow), params=[_row(one, now) for one in self.mine.values()]
            )
        await self.planner.plan_all(self.post.database, now)

    def _beat(self, *, is_step: bool) -> None:
        seconds = self.chance.uniform(-FURTHEST, FURTHEST) if is_step else 0
        self.clock.run(BEAT, step=timedelta(seconds=seconds))
        now = self.clock.now()
        if is_step:
            for one in self.mine.values():
                one.step(now)
        self.must = {person: one.due(now) for person, one in self.mine.items()}

    async def _hear(self) -> None:
        rang = await self._rang()
        for person, one in self.mine.items():
            if self.must[person] or rang[person]:
                one.hear(self.clock.now(), self.must[person], rang[person])

    async def _engine(self, *, plans: bool) -> None:
        """Do what the engine does when it looks."""
        database, now = self.post.database, self.clock.now()
        async with database.begin() as session:
            await deliveries.expire(session, now)
        if plans:
            await self.planner.plan_all(database, now)
        await drain(self.post)

    async def _rang(self) -> Mapping[str, list[Morning]]:
        found: dict[str, list[Morning]] = defaultdict(list)
        which = select(PlanRow.person_id, PlanRow.id, col(DeliveryRow.day))
        async with self.post.database.look() as session:
            rows = await session.exec(
                which.join(DeliveryRow, col(DeliveryRow.plan_id) == col(PlanRow.id)).where(
                    col(DeliveryRow.state) == State.SENT,
                    col(DeliveryRow.slot).in_(NUDGING),
                    col(DeliveryRow.ended_at) == self.clock.now(),
                    col(DeliveryRow.lease_until).is_(None),
                )
            )
            for person, plan, day in rows:
                assert day
                found[person].append((plan, day))
        return found

    async def _happen(self, several: Sequence[str]) -> None:
        async with self.post.database.begin() as session:
            for person in several:
                happen = self.chance.choices(*zip(*self.happens, strict=True))
                await happen[0](self, session, self.mine[person])

    async def scene(self, session: Session, one: Itinerary) -> Scene:
        """Return what a service is given when this person acts."""
        chat = await chats.of_person(session, one.person_id)
        assert chat
        return Scene(
            session=session,
            now=self.clock.now(),
            chat=chat,
            person=await people.get(session, one.person_id),
            bell=self.planner.bell,
            planner=self.planner,
            deployment=self.post.deployment,
            act=_nothing,
        )

    async def _end(self) -> None:
        async with self.post.database.begin() as session:
            for table in (DeliveryRow, MorningRow):
                await session.exec(delete(table))
            await session.exec(update(PlanRow).values(state=PlanState.ENDED))


async def _nothing(scene: Scene, action: str, args: Plain) -> Phrase | None:
    raise AssertionError(scene, action, args)


def plan_of(person_id: str, wall: time, first: date) -> Plan:
    """Return a plan that wakes somebody up every day, holidays too."""
    return Plan(
        id=new_id(),
        person_id=person_id,
        kind=PlanKind.WAKEUP,
        state=PlanState.ACTIVE,
        rule=Rule(wall=wall, days=EVERY_DAY, starts=first, holidays=True),
        around=Around(),
        proposed_by=None,
    )


def _row(one: Itinerary, now: datetime) -> dict[str, object]:
    """Return the row that keeps a plan."""
    plan = one.plan
    return {
        "id": plan.id,
        "person_id": plan.person_id,
        "kind": plan.kind,
        "state": plan.state,
        "rule": plan.rule.as_values(),
        "around": dict(plan.around.as_values()),
        "proposed_by": plan.proposed_by,
        "created_at": now,
    }


def a_wall(chance: Random) -> time:
    """Return a time to get up at: mostly in the morning."""
    minute = chance.randint(5 * 60, 9 * 60) if chance.random() < 0.8 else chance.randrange(MINUTES)
    return time(minute // 60, minute % 60)
