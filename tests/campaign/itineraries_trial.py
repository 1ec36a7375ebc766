"""People on the move: other zones, other times, pauses, and a clock that is set by up to a day.

At most one wake-up for a local date, none closer than 12 hours to another, and none missed that
was not too late. Closeness is told by the clock that people's days are planned by.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bot.domain.people import Role, Standing
from bot.domain.schedule import moment
from bot.domain.schedule import zone as zone_named
from bot.domain.sharing import Purpose
from bot.services.delivering import Post
from bot.services.deployment import Deployment
from bot.services.planning import Planner
from bot.services.ports import Worded
from bot.store import chats, people, sharing
from bot.store.db import Database
from bot.store.vault import KEY_LENGTH, Vault
from tests.campaign.crowd import add_chats
from tests.campaign.happenings import HAPPENS
from tests.campaign.itinerary import Itinerary
from tests.campaign.journeys import MINUTES, Journeys, SettableClock
from tests.campaign.trial import SQLITE, Figure, Outcome, Trial
from tests.canaries import CANARY_NAME, PERSON_IDS
from tests.examples import FRENCH, NOW
from tests.real_words import real_library
from tests.services.stage import SilentBell

CROWD = 1_000
FIRST_DAY = date(2027, 1, 5)
BETWEEN = timedelta(days=18)


@dataclass
class Counting:
    """A messenger that only counts."""

    sent: int = 0

    async def send(self, chat: object, worded: Worded) -> int:
        """Count."""
        del chat, worded
        self.sent += 1
        return self.sent


async def play(trial: Trial) -> Outcome:
    """Play `number` itineraries, some at a time."""
    database = Database(trial.database_url, Vault({1: bytes(KEY_LENGTH)}))
    chance = trial.chance()
    crowd = await _enrol(database, min(CROWD, max(trial.number // 2, 1)))
    clock = SettableClock(NOW)
    messenger = Counting()
    post = Post(database=database, clock=clock, messenger=messenger, deployment=_deployment())
    planner = Planner(bell=SilentBell(), holidays=())
    played: list[Itinerary] = []
    while len(played) < trial.number:
        now = moment(FIRST_DAY + len(played) // len(crowd) * BETWEEN, time(), zone_named("UTC"))
        clock.moment = now + timedelta(minutes=chance.randrange(MINUTES))
        journeys = Journeys(
            post=post, clock=clock, planner=planner, chance=chance, crowd=crowd, happens=HAPPENS
        )
        played += await journeys.play()
    await database.close()
    faults = [fault for one in played for fault in one.faults()]
    rings = sum(len(one.rings) for one in played)
    if messenger.sent < rings:
        faults.append(f"{rings} nudges called sent, {messenger.sent} sent")
    reached = f"{len(played):,} itineraries, {rings:,} nudges: {len(faults)} wrong"
    return Outcome(reached=reached, faults=faults)


async def _enrol(database: Database, number: int) -> Sequence[str]:
    """Let so many people agree to be written to."""
    several: list[str] = []
    crowd = await add_chats(database, PERSON_IDS[:number])
    async with database.begin() as session:
        for chat in crowd:
            person = await people.add(
                session, name=CANARY_NAME, role=Role.PARTICIPANT, zone="UTC", now=NOW
            )
            await people.keep(session, replace(person, standing=Standing.ACTIVE))
            await chats.belongs_to(session, chat.id, person.id)
            await sharing.consent(session, person.id, Purpose.CHANNEL, text=(1, "hash"), now=NOW)
            several.append(person.id)
    return several


def _deployment() -> Deployment:
    return Deployment(
        country="FR",
        zone="UTC",
        voice=FRENCH,
        bot_username="relais_test_bot",
        library=real_library(),
    )


FIGURE = Figure(
    name="G5",
    goal="10,000 itineraries: one wake-up a local date at most, 12 h apart, 0 missed in their time",
    play=play,
    full=10_000,
    short=12,
    briefly=(SQLITE,),
)
