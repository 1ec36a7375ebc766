"""Telegram answers three sends in ten with "slow down", for one second up to eight hours.

Nothing is sent into such a window, nothing is lost but what became too late in it, and whoever
has no window waits for nobody else's.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import cycle
from math import exp, log
from random import Random
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, func, select

from bot.domain.delivery import Class, Delivery, State
from bot.domain.people import Chat
from bot.sandbox.faults import Fault, Faults, Trouble
from bot.services.delivering import drain
from bot.store import deliveries
from bot.store.db import Database
from bot.store.rows import table_of
from bot.store.tables import ChatRow, DeliveryRow
from bot.store.vault import KEY_LENGTH, Vault
from tests.acceptance.checking import Sending
from tests.campaign.crowd import add_chats, add_deliveries
from tests.campaign.rows import sendings
from tests.campaign.sandbox_post import Sandbox, Witness, a_sandbox, add_people, told_apart
from tests.campaign.trial import Figure, Outcome, Trial
from tests.examples import NOW
from tests.post import StillClock

SHARE = 0.3
LONGEST = timedelta(hours=8)
BEAT = timedelta(seconds=1)
ALLOWED_DELAY = timedelta(seconds=2)
SPREAD = timedelta(hours=2)
PER_CHAT = 5


@dataclass(frozen=True, kw_only=True)
class Window:
    """A time in which Telegram wants nothing sent to a chat."""

    begins: datetime
    ends: datetime


class Floods(Faults):
    """Says "slow down" by chance, remembers for whom and how long, and notes who does not."""

    def __init__(self, seed: int, clock: StillClock) -> None:
        super().__init__(seed=seed)
        self.windows: dict[int, list[Window]] = defaultdict(list)
        self.ignored = 0
        self._clock = clock
        self._dice = Random(seed)  # noqa: S311 - chance that must be repeatable

    def draw(self, method: str, chat_id: int | None) -> Trouble | None:
        """Begin a window for three sends in ten."""
        if method != "sendMessage" or chat_id is None:
            return None
        now = self._clock.now()
        self.ignored += any(now < window.ends for window in self.windows[chat_id])
        if self._dice.random() >= SHARE:
            return None
        seconds = round(exp(self._dice.uniform(0, log(LONGEST.total_seconds()))))
        ends = now + timedelta(seconds=seconds)
        self.windows[chat_id].append(Window(begins=now, ends=ends))
        return Trouble(fault=Fault.FLOOD, retry_after=seconds)


async def play(trial: Trial) -> Outcome:
    """Send `number` deliveries of all classes, due within two hours, five to a chat."""
    database = Database(trial.database_url, Vault({1: bytes(KEY_LENGTH)}))
    floods: list[Floods] = []

    def with_floods(clock: StillClock) -> Faults:
        floods.append(Floods(trial.seed, clock))
        return floods[0]

    async with a_sandbox(database, trial.folder, with_floods) as sandbox:
        crowd = await add_chats(database, add_people(sandbox.world, trial.number // PER_CHAT))
        made = _made(crowd, trial)
        await add_deliveries(database, crowd, [one for one, _ in made])
        await _live_on(sandbox)
        rows = await sendings(database)
        checks = Checks(made=made, rows=rows, witness=sandbox.witness, floods=floods[0])
        faults = list(checks.faults())
    await database.close()
    states = Counter(row.state for row in rows.values())
    windows = sum(map(len, floods[0].windows.values()))
    ends = f"{states[State.SENT]:,} sent, {states[State.EXPIRED]:,} too late in their window"
    told = f"{len(made):,} deliveries, {windows:,} windows, {floods[0].ignored} sends inside one"
    return Outcome(
        reached=f"{told}: {ends}, {checks.lost} lost, {checks.delayed} delayed", faults=faults
    )


def _made(crowd: Sequence[Chat], trial: Trial) -> list[tuple[Delivery, Chat]]:
    chance = trial.chance()
    seconds = round(SPREAD.total_seconds())
    due = [NOW + timedelta(seconds=chance.randrange(seconds)) for _ in range(PER_CHAT * len(crowd))]
    return [
        (told_apart(chat, chance.choice(list(Class)), due=at), chat)
        for at, chat in zip(due, cycle(crowd), strict=False)
    ]


async def _live_on(sandbox: Sandbox) -> None:
    """Beat whenever something is due or a window ends, until everything has ended."""
    while True:
        async with sandbox.post.database.begin() as session:
            await deliveries.expire(session, sandbox.clock.now())
        await drain(sandbox.post)
        upcoming = await _next(sandbox)
        if upcoming is None:
            return
        sandbox.clock.moment = max(upcoming, sandbox.clock.now() + BEAT)


async def _next(sandbox: Sandbox) -> datetime | None:
    async with sandbox.post.database.look() as session:
        moments = (await session.ask(_coming(), {"now": sandbox.clock.now()})).one()
    return min(filter(None, moments)) if moments.late else None


@cache
def _coming() -> Select[Any]:
    """Ask for the next moments at which something is due, is too late, and may be said again."""
    delivery, chat = table_of(DeliveryRow).c, table_of(ChatRow).c
    now: BindParameter[datetime] = bindparam("now")
    planned = delivery.state == State.PLANNED
    due = select(func.min(delivery.due)).where(planned, delivery.due > now)
    late = select(func.min(delivery.until)).where(planned)
    hold = select(func.min(chat.hold_until)).where(chat.hold_until > now)
    several = {"due": due, "late": late, "hold": hold}
    return select(*(one.scalar_subquery().label(name) for name, one in several.items()))


@dataclass(kw_only=True)
class Checks:
    """Compares what became of each delivery with the windows of its chat."""

    made: Sequence[tuple[Delivery, Chat]]
    rows: Mapping[str, Sending]
    witness: Witness
    floods: Floods
    lost: int = 0
    delayed: int = 0

    def faults(self) -> Iterator[str]:
        """Yield a sentence for each that is lost or late without a window."""
        if self.floods.ignored:
            yield f"{self.floods.ignored} were sent inside a window"
        for one, chat in self.made:
            windows = self.floods.windows[chat.telegram_id]
            state = self.rows[one.id].state
            if state is State.SENT:
                yield from self._late(one, windows)
            elif state is not State.EXPIRED or not _reaches(windows, one.until):
                self.lost += 1
                yield f"{one.id} is {state} without a window"

    def _late(self, one: Delivery, windows: Sequence[Window]) -> Iterator[str]:
        sent = self.witness.sent_at(one)
        if sent is None:
            self.lost += 1
            yield f"{one.id} is called sent"
            return
        free = max([one.due, *(each.ends for each in windows if each.begins <= sent)])
        if sent - free > ALLOWED_DELAY:
            self.delayed += 1
            yield f"{one.id} could go at {free} and went at {sent}"


def _reaches(windows: Sequence[Window], until: datetime) -> bool:
    """Whether a window, or the beat after it, holds the moment after which it is too late."""
    return any(each.begins <= until <= each.ends + ALLOWED_DELAY for each in windows)


FIGURE = Figure(
    name="G7",
    goal="30 % answered 429, 1 s to 8 h: 0 inside a window, 0 lost but too late, others within 2 s",
    play=play,
    full=3_000,
    short=60,
)
