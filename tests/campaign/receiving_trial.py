"""The bot is killed again and again while many people write to it.

No update is lost, and each has its effect, which is a reply, exactly once.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sqlmodel import select

from bot.domain.people import Chat
from bot.domain.update import UpdateState
from bot.store.tables import DeliveryRow, UpdateRow
from tests.acceptance.checking import Records, complaints
from tests.acceptance.hard_stage import HardStage
from tests.acceptance.recording import _integrity
from tests.campaign.kills import at_work, keep_busy, unanswered
from tests.campaign.trial import SQLITE, Figure, Outcome, Trial

PEOPLE = 25
REQUESTS = 60
PER_KILL = 20
MOST_WAITING = 30
AT_ONCE = 200


async def play(trial: Trial) -> Outcome:
    """Kill `number` times, over twenty updates for each."""
    chance = trial.chance()
    written: Counter[int] = Counter()
    async with at_work(trial, people=PEOPLE, requests=REQUESTS) as (stage, crowd):

        async def give() -> None:
            write(MOST_WAITING - await unanswered(stage))

        def write(number: int) -> None:
            for chat in chance.choices(crowd, k=max(0, number)):
                stage.world.write(chat.telegram_id, "/menu")
                written[chat.telegram_id] += 1

        await keep_busy(stage, give)
        during = written.total()
        while (missing := PER_KILL * trial.number - written.total()) > 0:
            write(min(AT_ONCE, missing))
            await stage.quiet()
        await stage.quiet()
        records, replies = await _look(stage)
        killed = len(stage.bot.killed)
    faults = [*complaints(records), *_effects(crowd, written, replies)]
    told = f"{killed:,} kills during {during:,} of {written.total():,} updates"
    reached = f"{told}, {sum(replies.values()):,} effects"
    return Outcome(reached=f"{reached}: {len(faults)} wrong", faults=faults)


async def _look(stage: HardStage) -> tuple[Records, Mapping[str, int]]:
    async with stage.database.look() as session:
        updates = (await session.exec(select(UpdateRow.number, UpdateRow.state))).all()
        replies = (await session.exec(select(DeliveryRow.chat_id))).all()
        records = Records(
            now=stage.clock.now(),
            given=tuple(stage.world.given),
            updates=[(number, UpdateState(state)) for number, state in updates],
            effects={},
            integrity=await _integrity(session, is_local=stage.database.is_local),
        )
    return records, Counter(replies)


def _effects(
    crowd: Sequence[Chat], written: Mapping[int, int], replies: Mapping[str, int]
) -> Iterator[str]:
    for chat in crowd:
        if replies.get(chat.id, 0) != written[chat.telegram_id]:
            yield f"{written[chat.telegram_id]} updates, {replies.get(chat.id, 0)} replies"


FIGURE = Figure(
    name="G2",
    goal="1,000 kills while receiving 20,000 updates: 0 lost, 0 effects twice",
    play=play,
    full=1_000,
    short=3,
    briefly=(SQLITE,),
)
