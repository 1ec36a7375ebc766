"""Whatever is agreed, tapped, changed and travelled: no day has too much, no night anything."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Any, TypeAlias

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel

from bot.domain.budget import LARGEST_BUDGET, SLOTS, Wishes
from bot.domain.delivery import State
from bot.domain.people import Person
from bot.domain.plan import PlanKind
from bot.domain.quiet import Quiet, is_quiet
from bot.domain.schedule import local, zone
from bot.services import easing
from bot.store import people, plans, wishes
from tests.services import plays
from tests.services.memories import Memories, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.scenes import let_bring, recurs
from tests.services.stage import MONDAY, Phone, Shelf, Stage

KINDS = (
    PlanKind.CHECKIN,
    PlanKind.COPING,
    PlanKind.AFTERWORK,
    PlanKind.SENTENCE,
    PlanKind.REMINDER,
)
ZONES = ("Europe/Paris", "America/Montreal", "Pacific/Kiritimati", "Asia/Kolkata")
TAPPED = (
    "button-continue",
    "button-fewer",
    "button-hard-day",
    "button-resume",
    "button-steer",
    "button-stop-these",
    "button-undo",
)
OUT = {State.SENT, State.UNCERTAIN}

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A life that goes wrong is told as it was: to look for a shorter one would take minutes."""

Step: TypeAlias = tuple[str, Any]


@dataclass
class Life:
    """Somebody's days, watched: what goes out is held against what they want then."""

    phone: Phone
    person_id: str
    seen: set[str] = field(default_factory=set)
    unasked: int = 0
    at_night: int = 0

    @property
    def stage(self) -> Stage:
        return self.phone.stage

    async def live(self, step: Step) -> None:
        """Do one thing, or let hours pass, and look at all that went out."""
        what, value = step
        match what:
            case "agree":
                await recurs(self.phone, value[0], value[1], days=value[2])
            case "tap":
                await self._tap(value)
            case "wish":
                await self._wish(value)
            case "move":
                await self._move(value)
            case "pause":
                await self._pause(value)
            case _:
                await self._pass(value)
        await self._look()

    async def _pass(self, hours: int) -> None:
        await self.stage.pass_time(hours=hours)
        await easing.tend(self.stage.database, self.stage.planner, self.stage.clock.now())

    async def _tap(self, key: str) -> None:
        keys_of = self.stage.library.keys_of
        if any(
            key in keys_of(one.label) for bubble in self.phone.bubbles for one in bubble.choices
        ):
            await self.phone.choose(key)

    async def _wish(self, wanted: Wishes) -> None:
        async with self.stage.database.begin() as session:
            await wishes.keep(session, self.person_id, wanted)

    async def _move(self, place: str) -> None:
        await self._change(zone=place)
        async with self.stage.database.begin() as session:
            for plan in await plans.active_of(session, self.person_id):
                await self.stage.planner.replan(session, plan, self.stage.clock.now())

    async def _pause(self, hours: int) -> None:
        await self._change(paused_until=self.stage.clock.now() + timedelta(hours=hours))

    async def _change(self, **changes: Any) -> None:
        async with self.stage.database.begin() as session:
            person = await people.get(session, self.person_id)
            assert person is not None
            await people.keep(session, replace(person, **changes))

    async def _look(self) -> None:
        async with self.stage.database.look() as session:
            person = await people.get(session, self.person_id)
            wanted = await wishes.of_person(session, self.person_id)
        assert person is not None
        chat = {row["id"] for row in await rows_of(self.stage, "chat") if row["person_id"]}
        rows = [row for row in await rows_of(self.stage, "delivery") if row["chat_id"] in chat]
        sent = [row for row in rows if row["state"] in OUT and row["plan_id"]]
        for row in [row for row in sent if row["id"] not in self.seen]:
            self.seen.add(row["id"])
            self._hold(row, person, wanted, sent)

    def _hold(self, row: Any, person: Person, wanted: Wishes, sent: Sequence[Any]) -> None:
        at: datetime = row["ended_at"]
        where = zone(person.zone)
        if row["slot"] == "note":
            return
        assert not person.is_paused(at)
        if row["slot"] not in SLOTS:
            self.at_night += is_quiet(at, where, wanted.quiet)
            return
        self.unasked += 1
        assert not is_quiet(at, where, wanted.quiet)
        earlier = [
            one["ended_at"] for one in sent if one["slot"] in SLOTS and one["ended_at"] <= at
        ]
        that_day = [one for one in earlier if local(one, where).date() == local(at, where).date()]
        assert len(that_day) <= (min(1, wanted.budget) if wanted.is_gentle(at) else wanted.budget)


HOURS = st.integers(0, 23).map(time)
WISHES = st.builds(
    Wishes,
    budget=st.integers(0, LARGEST_BUDGET),
    quiet=st.tuples(HOURS, HOURS)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: Quiet(begins=pair[0], ends=pair[1])),
)
AGREED = st.tuples(
    st.tuples(st.integers(0, 23), st.sampled_from([0, 10, 45])).map(lambda at: time(*at)),
    st.sampled_from(KINDS),
    st.frozensets(st.integers(0, 6), min_size=1),
)
STEPS = st.one_of(
    st.tuples(st.just("agree"), AGREED),
    st.tuples(st.just("tap"), st.sampled_from(TAPPED)),
    st.tuples(st.just("wish"), WISHES),
    st.tuples(st.just("move"), st.sampled_from(ZONES)),
    st.tuples(st.just("pause"), st.integers(1, 60)),
    st.tuples(st.just("pass"), st.integers(1, 40)),
)


async def begin(stage: Stage, memories: Memories) -> Life:
    """Let a life begin on an empty stage: a wake-up is agreed, and much comes by itself."""
    async with stage.database.begin() as session:
        connection = await session.connection()
        for table in reversed(SQLModel.metadata.sorted_tables):
            await connection.execute(table.delete())
    stage.clock.moment, stage.shelf.chats = MONDAY, Shelf().chats
    let_bring(stage, *KINDS)
    phone = (await memories.recall(stage, plays.wakeup_is_agreed))["participant"]
    [row] = await rows_of(stage, "plan")
    life = Life(phone=phone, person_id=row["person_id"])
    for hour, kind in ((9, PlanKind.CHECKIN), (12, PlanKind.COPING), (18, PlanKind.SENTENCE)):
        await recurs(phone, time(hour), kind)
    await recurs(phone, time(23), PlanKind.REMINDER)
    return life


@ON_SQLITE
@given(steps=st.lists(STEPS, min_size=4, max_size=8))
@settings(max_examples=6, phases=UNSHRUNK, suppress_health_check=list(HealthCheck))
async def test_no_day_has_too_much_and_no_night_anything(
    stage: Stage, memories: Memories, steps: list[Step]
) -> None:
    life = await begin(stage, memories)

    for step in [*steps, ("pass", 30)]:
        await life.live(step)


@ON_SQLITE
async def test_what_is_held_against_wishes_does_go_out(stage: Stage, memories: Memories) -> None:
    life = await begin(stage, memories)

    await life.live(("pass", 48))

    assert (life.unasked, life.at_night) == (5, 2)
