"""The bot is killed again and again while it sends to many people.

Nothing is lost in silence, nothing is sent above its class's limit, and the database is whole.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.delivery import Class, Delivery, State
from bot.domain.message import Message, Phrase
from bot.domain.people import Chat
from tests.acceptance.checking import Arrival, Records, complaints
from tests.acceptance.hard_stage import HardStage
from tests.acceptance.recording import _integrity
from tests.campaign.crowd import add_deliveries
from tests.campaign.kills import FarBell, at_work, keep_busy, unanswered
from tests.campaign.rows import sendings
from tests.campaign.trial import SQLITE, Figure, Outcome, Trial
from tests.examples import a_delivery

PEOPLE = 120
MOST_WAITING = 24
REQUESTS = 20
IDENTITY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


async def play(trial: Trial) -> Outcome:
    """Kill `number` times."""
    chance = trial.chance()
    async with at_work(trial, people=PEOPLE, requests=REQUESTS) as (stage, crowd):

        async def give() -> None:
            now, more = stage.clock.now(), chance.randint(1, MOST_WAITING) - await unanswered(stage)
            some = chance.sample(crowd, k=max(0, more))
            wave = [_naming_itself(one, chance.choice(list(Class)), now) for one in some]
            await add_deliveries(stage.database, crowd, wave, bell=FarBell(stage))

        await keep_busy(stage, give)
        await stage.quiet()
        records = await _records(stage)
        killed = len(stage.bot.killed)
    faults = complaints(records)
    states = Counter(one.state for one in records.sendings)
    told = f"{killed:,} kills, {len(records.sendings):,} deliveries: {states[State.SENT]:,} sent"
    unknown = (
        f"{states[State.UNCERTAIN]:,} uncertain, {_most_copies(records.arrivals)} copies at most"
    )
    return Outcome(reached=f"{told}, {unknown}, {len(faults)} wrong", faults=faults)


def _naming_itself(chat: Chat, kind: Class, due: datetime) -> Delivery:
    """Return a delivery whose words, which stand in the real content, hold its identity."""
    one = a_delivery(chat, kind, due=due)
    return replace(one, message=Message(says=Phrase("line-contact-unreachable", {"name": one.id})))


async def _records(stage: HardStage) -> Records:
    rows = await sendings(stage.database)
    arrivals = [
        Arrival(look=found[0] if (found := IDENTITY.search(one.text)) else one.text, at=one.at)
        for one in stage.world.accepted
    ]
    async with stage.database.look() as session:
        integrity = await _integrity(session, is_local=stage.database.is_local)
    return Records(
        now=stage.clock.now(),
        sendings=list(rows.values()),
        arrivals=arrivals,
        effects={},
        integrity=integrity,
    )


def _most_copies(arrivals: Sequence[Arrival]) -> int:
    return max(Counter(one.look for one in arrivals).values())


FIGURE = Figure(
    name="G1",
    goal="1,000 kills while sending: 0 silent losses, 0 copies above the limit, database intact",
    play=play,
    full=1_000,
    short=3,
    briefly=(SQLITE,),
)
