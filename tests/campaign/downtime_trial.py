"""The bot is away, for a minute up to seven days, and comes back in the middle of a morning.

Nobody is told what is too late, nobody is told more than one thing that waited, and whatever waited
goes out no faster than Telegram allows.
"""

from datetime import date, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from bot.chat.limits import Limits
from bot.domain.people import Chat, Role
from bot.domain.plan import Around, Plan, PlanKind, PlanState
from bot.domain.schedule import EVERY_DAY, Rule, moment
from bot.domain.sharing import Purpose
from bot.services.delivering import Post
from bot.services.deployment import Deployment
from bot.services.planning import Planner
from bot.store import chats, people, plans, sharing
from bot.store.db import Database, Session
from bot.store.ids import new_id
from bot.store.vault import KEY_LENGTH, Vault
from tests.campaign.comeback import Comeback, JumpingClock, Timing
from tests.campaign.crowd import add_chats
from tests.campaign.trial import SQLITE, Figure, Outcome, Trial
from tests.canaries import CANARY_NAME, PERSON_IDS
from tests.examples import FRENCH, NOW
from tests.real_words import real_library
from tests.services.stage import SilentBell

PARIS = ZoneInfo("Europe/Paris")
FIRST_DAY = date(2026, 12, 1)
BETWEEN = timedelta(days=14)
BACK_AT = time(7, 30)
DOWNTIMES = (
    timedelta(minutes=1),
    timedelta(minutes=30),
    timedelta(hours=12),
    timedelta(days=3),
    timedelta(days=7),
)
EARLIEST, LATEST = 6 * 60, 8 * 60 + 30
"""Between which minutes of the day people get up."""


async def play(trial: Trial) -> Outcome:
    """Let `number` participants live through every downtime."""
    clock = JumpingClock()
    database = Database(trial.database_url, Vault({1: bytes(KEY_LENGTH)}))
    await _agree(database, trial.number, trial.chance())
    messenger = Timing(clock)
    comeback = Comeback(
        post=_post(database, clock, messenger),
        clock=clock,
        messenger=messenger,
        planner=Planner(bell=SilentBell(), holidays=()),
    )
    for place, downtime in enumerate(DOWNTIMES):
        await comeback.after(downtime, moment(FIRST_DAY + place * BETWEEN, BACK_AT, PARIS))
    await database.close()
    if not comeback.late:
        comeback.faults.append("nothing waited at all")
    told = f"{trial.number:,} participants, {len(DOWNTIMES)} downtimes: {comeback.late:,} messages"
    reached = f"{told} that waited, at most {comeback.fastest} in a second"
    return Outcome(reached=f"{reached}, {len(comeback.faults)} wrong", faults=comeback.faults)


async def _agree(database: Database, number: int, chance: Random) -> None:
    """Let everybody agree to a wake-up at a time of their own, with a line before and after."""
    crowd = await add_chats(database, PERSON_IDS[:number])
    async with database.begin() as session:
        for chat in crowd:
            await _agreed(session, chat, chance)


async def _agreed(session: Session, chat: Chat, chance: Random) -> None:
    person = await people.add(
        session, name=CANARY_NAME, role=Role.PARTICIPANT, zone=PARIS.key, now=NOW
    )
    await chats.belongs_to(session, chat.id, person.id)
    await sharing.consent(session, person.id, Purpose.CHANNEL, text=(1, "hash"), now=NOW)
    wakes = chance.randint(EARLIEST, LATEST)
    plan = Plan(
        id=new_id(),
        person_id=person.id,
        kind=PlanKind.WAKEUP,
        state=PlanState.ACTIVE,
        rule=Rule(wall=_wall(wakes), days=EVERY_DAY, starts=FIRST_DAY - BETWEEN),
        around=Around(evening=time(19, 30), leaves=_wall(wakes + chance.randint(15, 120))),
        proposed_by=None,
    )
    await plans.add(session, plan, NOW)


def _post(database: Database, clock: JumpingClock, messenger: Timing) -> Post:
    deployment = Deployment(
        country="FR",
        zone=PARIS.key,
        voice=FRENCH,
        bot_username="relais_test_bot",
        library=real_library(),
    )
    return Post(
        database=database,
        clock=clock,
        messenger=messenger,
        deployment=deployment,
        pace=Limits(),
    )


def _wall(minute: int) -> time:
    return time(minute // 60, minute % 60)


FIGURE = Figure(
    name="G6",
    goal="away 1 min to 7 days, 1,000 participants: 0 stale, at most one late line each, 30/s kept",
    play=play,
    full=1_000,
    short=12,
    briefly=(SQLITE,),
)
