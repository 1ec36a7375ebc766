"""The demo: the real bot, a Telegram of our own, a clock that can be hurried, an invented cast."""

import asyncio
import tempfile
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from bot import app, logs
from bot.clock import SystemClock
from bot.domain.message import Phrase
from bot.domain.people import Role
from bot.domain.schedule import is_worked, local, moment, zone
from bot.library import Library, open_library
from bot.library.holidays import public_holidays
from bot.sandbox import cast
from bot.sandbox.clock import SimulatedClock
from bot.sandbox.phones import phones_app
from bot.sandbox.rehearsal import Player
from bot.sandbox.serving import served
from bot.sandbox.stream import end_streams
from bot.sandbox.travel import Ahead
from bot.sandbox.whole import TELEGRAM, whole_sandbox
from bot.sandbox.world import ImpossibleError, World
from bot.services.ports import Unpaced
from bot.settings import CONTENT, Settings, spoken

PARIS = zone("Europe/Paris")
OPENING = time(9, 30)

GROUP = "Groupe Mardi"
"""A Telegram group of all but the supervisor; whoever leads a group brings the bot in."""


@dataclass(frozen=True, kw_only=True)
class Demo:
    """A demo that runs: where its page is, and what can be looked into."""

    address: str
    world: World
    clock: SimulatedClock
    relais: app.Relais


async def run(*, port: int, opens_browser: bool) -> int:
    """Run the demo until it is told to stop; return the exit code."""
    logs.set_up("WARNING", readable=True)
    stop = app.until_told_to_stop()

    def announce(address: str, library: Library) -> None:
        says = Phrase("cli-demo-ready", {"address": address})
        print(library.say(says, spoken()), flush=True)  # noqa: T201 - a command
        if opens_browser:
            webbrowser.open(address)

    with tempfile.TemporaryDirectory(prefix="relais-demo-") as scratch:
        async with playing(Path(scratch), port=port, announce=announce):
            await stop.wait()
    return 0


def silently(address: str, library: Library) -> None:
    """Announce nothing."""
    del address, library


@asynccontextmanager
async def playing(
    scratch: Path, *, port: int = 0, announce: Callable[[str, Library], None] = silently
) -> AsyncIterator[Demo]:
    """Run the real bot against the sandbox, with the cast in their places.

    The page is announced as soon as it is there; whoever opens it at once sees the cast arrive.
    """
    clock = SimulatedClock(start=working_morning(SystemClock().now()), real=SystemClock())
    world = World(clock=clock)
    members = _cast(world)
    around = [one.person_id for one in members.values() if one.role is not cast.Role.SUPERVISOR]
    world.add_group(title=GROUP, members=around, has_bot=False)
    ready: asyncio.Future[app.Relais] = asyncio.get_running_loop().create_future()

    async def next_planned() -> datetime | None:
        relais = await asyncio.shield(ready)
        return clock.now() if world.updates.waiting() else await relais.next_planned()

    def is_behind() -> bool:
        return ready.done() and ready.result().is_behind()

    ahead = Ahead(next_planned=next_planned, is_behind=is_behind)
    phones = phones_app(world, clock, cast=list(members.values()), ahead=ahead)
    async with served(whole_sandbox(world, phones), port=port) as address:
        settings = _settings(scratch, world, address)
        outside = app.Outside(clock=clock, pace=Unpaced(), library=open_library(CONTENT))
        async with app.running(settings, outside) as relais:
            ready.set_result(relais)
            announce(address, relais.library)
            await _rehearse(world, members, relais)
            await phones.state.phones.see_everything()
            yield Demo(address=address, world=world, clock=clock, relais=relais)
            end_streams(world)


def working_morning(now: datetime) -> datetime:
    """Return half past nine of this day, or of the next on which both it and its morrow are worked.

    So the wake-up that is agreed to for working days comes on the next morning.
    """
    holidays = public_holidays("FR")
    day = local(now, PARIS).date()
    while not all(is_worked(each, holidays) for each in (day, day + timedelta(days=1))):
        day += timedelta(days=1)
    return moment(day, OPENING, PARIS)


def _settings(scratch: Path, world: World, address: str) -> Settings:
    return Settings(
        telegram_token=world.bot.token,
        telegram_base_url=f"{address}{TELEGRAM}",
        database_url=f"sqlite:///{scratch / 'relais.sqlite'}",
        secret_key_file=scratch / "relais.key",
        log_level="WARNING",
    )


def _cast(world: World) -> dict[str, cast.CastMember]:
    def member(name: str, role: cast.Role, *, language: str = "fr") -> cast.CastMember:
        person = world.add_person(first_name=name, language_code=language)
        return cast.CastMember(person_id=person.id, role=role, about=f"about-{name.lower()}")

    return {
        "Camille": member("Camille", cast.Role.PARTICIPANT),
        "Alex": member("Alex", cast.Role.PARTICIPANT, language="en"),
        "Nadia": member("Nadia", cast.Role.COACH),
        "Marc": member("Marc", cast.Role.FACILITATOR),
        "Karim": member("Karim", cast.Role.COACH),
        "Rose": member("Rose", cast.Role.SUPERVISOR),
    }


async def _rehearse(world: World, members: dict[str, cast.CastMember], relais: app.Relais) -> None:
    """Let all staff come in, and one participant agree to a wake-up.

    A visitor who plays along meanwhile may take the story another way: then it stays where it is.
    """
    with suppress(ImpossibleError, TimeoutError):
        await _tell_the_story(world, members, relais)


async def _tell_the_story(
    world: World, members: dict[str, cast.CastMember], relais: app.Relais
) -> None:
    players = {name: Player(world, one.person_id) for name, one in members.items()}
    nadia, camille = players["Nadia"], players["Camille"]
    await asyncio.gather(
        _come_in(nadia, await relais.invite(Role.COACH, "Nadia")),
        _come_in(players["Karim"], await relais.invite(Role.COACH, "Karim")),
        _come_in(players["Marc"], await relais.invite(Role.FACILITATOR, "Marc")),
        _come_in(players["Rose"], await relais.invite(Role.SUPERVISOR, "Rose")),
    )
    await _invite(nadia, "Camille")
    await camille.open(nadia.link())
    await camille.agree(times=6)
    await nadia.hears_of("Camille")
    await nadia.agree(times=4)
    await camille.hears_of("Nadia")
    await camille.agree(times=4)
    await nadia.agree()
    await _invite(nadia, "Alex")


async def _come_in(player: Player, payload: str) -> None:
    await player.open(payload)
    await player.agree(times=3)


async def _invite(player: Player, name: str) -> None:
    await player.tap(row=2)
    await player.write(name)
