"""Sends of which one in ten may or may not have arrived: an error or a broken line, in time or not.

What is known to have arrived is called sent, what is not known is called uncertain, and no class
sends more copies than it may.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from bot.domain.delivery import Class, Delivery, State
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.world import World
from bot.services.delivering import drain
from bot.store.db import Database
from bot.store.vault import KEY_LENGTH, Vault
from tests.acceptance.checking import Arrival, Records, Sending, complaints
from tests.campaign.crowd import add_chats, add_deliveries
from tests.campaign.rows import sendings
from tests.campaign.sandbox_post import (
    PERHAPS,
    SENT,
    Sandbox,
    Witness,
    a_sandbox,
    add_people,
    told_apart,
)
from tests.campaign.trial import Figure, Outcome, Trial
from tests.post import Naps

LARGEST_CROWD = 500
WAVES = 2
AMBIGUOUS = (Fault.ERROR_BEFORE, Fault.ERROR_AFTER, Fault.DROP_BEFORE, Fault.DROP_AFTER)
RATES = dict.fromkeys(AMBIGUOUS, 0.1 / len(AMBIGUOUS))
TURNS = 4
"""More than any delivery may be sent."""

A_MOMENT = timedelta(seconds=3)
SETTLED = timedelta(days=2)


async def play(trial: Trial) -> Outcome:
    """Send `number` deliveries of all classes."""
    database = Database(trial.database_url, Vault({1: bytes(KEY_LENGTH)}))
    size = min(LARGEST_CROWD, trial.number // WAVES)
    made: list[Delivery] = []
    chance = trial.chance()

    def with_faults(_: object) -> Faults:
        return Faults(seed=trial.seed, rates=RATES, methods=["sendMessage"], sleep=Naps())

    async with a_sandbox(database, trial.folder, with_faults) as sandbox:
        crowd = await add_chats(database, add_people(sandbox.world, size))
        for _ in range(trial.number // size):
            now = sandbox.clock.now()
            wave = [told_apart(each, chance.choice(list(Class)), due=now) for each in crowd]
            made += wave
            await add_deliveries(database, crowd, wave)
            await _send(sandbox)
        rows = await sendings(database)
        faults = [*_faults(sandbox.witness, made, rows), *_complaints(sandbox, rows)]
    await database.close()
    states = Counter(row.state for row in rows.values())
    told = f"{len(made):,} deliveries, {len(sandbox.faults.drawn):,} ambiguous answers"
    reached = f"{told}: {states[State.SENT]:,} sent, {states[State.UNCERTAIN]:,} uncertain"
    return Outcome(reached=f"{reached}, {len(faults)} wrong", faults=faults)


async def _send(sandbox: Sandbox) -> None:
    for _ in range(TURNS):
        await drain(sandbox.post)
        sandbox.clock.pass_by(A_MOMENT)


def _faults(
    witness: Witness, made: Sequence[Delivery], rows: Mapping[str, Sending]
) -> Iterator[str]:
    for one in made:
        endings = witness.endings(one)
        expected = State.SENT if SENT in endings else State.UNCERTAIN
        if not set(endings) <= {SENT, PERHAPS} or rows[one.id].state is not expected:
            yield f"{one.id} is {rows[one.id].state} after {endings}"


def _complaints(sandbox: Sandbox, rows: Mapping[str, Sending]) -> list[str]:
    records = Records(
        now=sandbox.clock.now() + SETTLED,
        sendings=list(rows.values()),
        arrivals=list(_arrivals(sandbox.world)),
        effects={},
    )
    return complaints(records)


def _arrivals(world: World) -> Iterator[Arrival]:
    for one in world.accepts:
        if one.method == "sendMessage":
            yield Arrival(look=one.text, at=one.at)


FIGURE = Figure(
    name="G8",
    goal="10,000 sends, 10 % ambiguous: copies within the limit, all that is unknown uncertain",
    play=play,
    full=10_000,
    short=120,
)
