"""Taps that come twice, too late, forged, or from somebody else, in one heap with a good one.

The good one is tapped on two devices at once. After each heap exactly one thing has changed.
"""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import count
from random import Random
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from bot.domain.schedule import WORKING_DAYS, moment
from bot.services.delivering import drain
from bot.store.db import Database
from tests.campaign.desk import Desk, a_desk
from tests.campaign.holding import all_of, filled
from tests.campaign.trial import Figure, Outcome, Trial
from tests.services.plays import wakeup_is_agreed
from tests.services.stage import MONDAY, Phone

PARIS = ZoneInfo("Europe/Paris")
SEVEN = time(7)
DAY = timedelta(days=1)
HEAP = 50
LATEST = 6
PASSING = frozenset({"chat", "delivery", "question", "incoming"})
"""Tables of what is said and heard; all the others hold what is so."""

UP_AND_ON = ("button-up", *["button-phase-done"] * 5)
FIRST_SNOOZE = "button-snooze"
MORNING = frozenset({FIRST_SNOOZE, *UP_AND_ON})
"""On a message with one of these a tap may be late; a menu may be used whenever it was shown."""

Tap: TypeAlias = tuple[Phone, int, str]
"""Who taps, on which message, with which token."""

State: TypeAlias = Mapping[tuple[Any, ...], Mapping[str, Any]]


@dataclass(kw_only=True)
class Heaps:
    """Gives heaps of taps to the desk, and looks what each changed."""

    desk: Desk
    chance: Random
    people: Mapping[str, Phone]
    left: int
    stale: list[Tap] = field(default_factory=list)
    seen: list[Tap] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    good: int = 0
    taps: int = 0
    numbers: Any = field(default_factory=lambda: count(1))

    async def morning(self) -> None:
        """Put it off once, get up, and go through the small steps."""
        await self.heap(FIRST_SNOOZE)
        await self.desk.stage.pass_time(minutes=8)
        for key in UP_AND_ON:
            await self.heap(key)
        self.stale = [*self.stale, *self.seen]
        self.seen.clear()

    async def heap(self, key: str) -> None:
        """Give one heap in which the newest button with this key is the good one."""
        if self.left <= 0:
            return
        me = self.people["participant"]
        good: Tap = (me, *me.find(key))
        self.seen += _may_be_late(me)
        taps = [good, good, *(self._bad(good) for _ in range(HEAP - 2))]
        self.chance.shuffle(taps)
        before = await _state(self.desk.stage.database)
        await self.desk.take([_raw(next(self.numbers), tap) for tap in taps])
        await drain(self.desk.stage.post)
        after = await _state(self.desk.stage.database)
        changed = _changes(before, after)
        if changed != 1:
            self.faults.append(f"{key}: {changed} changes in heap {self.good + 1}")
        self.good += 1
        self.taps += HEAP
        self.left -= HEAP

    def _bad(self, good: Tap) -> Tap:
        """Return a tap that may change nothing."""
        me, number, token = good
        others = [phone for phone in self.people.values() if phone is not me]
        forged = (me, number, _forged(token, self.chance))
        from_another = (self.chance.choice(others), number, token)
        theirs = (me, *self.chance.choice(_visible(self.people["coach"]))[1:])
        old = self.chance.choice(self.stale) if self.stale else forged
        return self.chance.choice([forged, from_another, theirs, old])


async def play(trial: Trial) -> Outcome:
    """Give `number` taps, in heaps, on one working morning after the other."""
    async with a_desk(trial.database_url) as desk:
        cast = await wakeup_is_agreed(desk.stage)
        stranger = desk.stage.phone("Passant")
        await stranger.write("/start")
        heaps = Heaps(
            desk=desk,
            chance=trial.chance(),
            people={**cast, "stranger": stranger},
            left=trial.number,
        )
        day = MONDAY.date()
        while heaps.left > 0:
            day = _next_working_day(day)
            await desk.stage.go_to(moment(day, SEVEN, PARIS))
            await heaps.morning()
    faults = [*heaps.faults, *(f"raised: {error!r}" for error in desk.raised)]
    wrong = f"{len(heaps.faults)} heaps with more or less than one change"
    return Outcome(
        reached=f"{heaps.taps:,} taps, {heaps.good:,} good ones, each twice: {wrong}", faults=faults
    )


def _next_working_day(day: date) -> date:
    day += DAY
    return day if day.weekday() in WORKING_DAYS else _next_working_day(day)


def _visible(phone: Phone) -> list[Tap]:
    """Return what can be tapped on the latest messages of a phone."""
    return [
        (phone, bubble.number, choice.token)
        for bubble in phone.latest[:LATEST]
        for choice in bubble.choices
        if choice.token
    ]


def _may_be_late(phone: Phone) -> list[Tap]:
    """Return what can be tapped now, and may change nothing once the morning is over."""
    keys_of = phone.stage.library.keys_of
    mornings = {
        bubble.number
        for bubble in phone.latest[:LATEST]
        if any(MORNING & set(keys_of(choice.label)) for choice in bubble.choices)
    }
    return [tap for tap in _visible(phone) if tap[1] in mornings]


def _raw(number: int, tap: Tap) -> dict[str, Any]:
    phone, shown, token = tap
    query = {
        "id": str(number),
        "from": phone._user(),
        "chat_instance": "1",
        "message": phone._message(text="…", message_id=shown),
        "data": token,
    }
    return {"update_id": number, "callback_query": query}


def _forged(token: str, chance: Random) -> str:
    """Return a token that was never made: one bit differs, or all of it, or its length."""
    whole = bytearray(base64.urlsafe_b64decode(token))
    whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    invented = base64.urlsafe_b64encode(chance.randbytes(len(whole))).decode()
    cut = token[: chance.randrange(len(token))]
    return chance.choice([base64.urlsafe_b64encode(whole).decode(), invented, cut])


async def _state(database: Database) -> State:
    """Return every row that says what is so, under its table and key."""
    found: dict[tuple[Any, ...], Mapping[str, Any]] = {}
    async with database.look() as session:
        connection = await session.connection()
        for table in await filled(connection):
            if table.name not in PASSING:
                keys = [column.name for column in table.primary_key]
                for row in (await connection.execute(all_of(table))).mappings():
                    found[table.name, *(row[key] for key in keys)] = dict(row)
    return found


def _changes(before: State, after: State) -> int:
    """Count rows that came, went or changed; a number that rose counts by how far."""
    changed = [key for key in {*before, *after} if before.get(key) != after.get(key)]
    return sum(_steps(before.get(key, {}), after.get(key, {})) for key in changed)


def _steps(before: Mapping[str, Any], after: Mapping[str, Any]) -> int:
    counted: Sequence[str] = ("snoozes", "phase")
    risen: int = sum(abs(after.get(name, 0) - before.get(name, 0)) for name in counted)
    return max(1, risen)


FIGURE = Figure(
    name="G10",
    goal="10,000 double, late, forged, foreign taps: one change for each good one, 0 for others",
    play=play,
    full=10_000,
    short=50,
)
