"""A small world with two phones on the page, and a bot whose lines the test speaks."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.clock import SystemClock
from bot.sandbox.cast import CastMember, Role
from bot.sandbox.clock import SimulatedClock
from bot.sandbox.entities import with_found
from bot.sandbox.messages import Command, Message
from bot.sandbox.phones import phones_app
from bot.sandbox.profile import DEFAULT_SCOPE
from bot.sandbox.travel import Ahead
from bot.sandbox.world import World

FRIDAY_MORNING = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
ORIGIN = "http://127.0.0.1:8011"


@dataclass(kw_only=True)
class Stage:
    """David's and Inès's phones; `planned` is what the bot is about to send, and when."""

    world: World
    clock: SimulatedClock
    app: Starlette
    david: int
    ines: int
    planned: dict[datetime, str] = field(default_factory=dict)

    def say(self, text: str, *rows: list[dict[str, Any]], to: int | None = None) -> Message:
        """Let the bot write to David, or to whoever is named."""
        return self.world.post(
            to or self.david,
            sender_id=self.world.bot.id,
            text=text,
            entities=with_found(text),
            inline_keyboard=tuple(tuple(row) for row in rows),
        )

    async def next_planned(self) -> datetime | None:
        """Send what is due, as an engine would, and return when the next is."""
        for moment in sorted(self.planned):
            if moment > self.clock.now():
                return moment
            self.say(self.planned.pop(moment))
        return None

    def client(self, **headers: str) -> httpx.AsyncClient:
        """Return a browser of this machine that has opened the page."""
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app),
            base_url=ORIGIN,
            headers={"Origin": ORIGIN} | headers,
        )


def make_stage() -> Stage:
    """Set the stage: time stands still at six in the morning in Paris."""
    clock = SimulatedClock(start=FRIDAY_MORNING, real=SystemClock(), pace=0)
    world = World(clock=clock)
    david = world.add_person(first_name="David").id
    ines = world.add_person(first_name="Inès").id
    world.profile.commands[DEFAULT_SCOPE, ""] = (Command(command="help", description="Aide"),)
    cast = [
        CastMember(person_id=david, role=Role.PARTICIPANT, about="Se lève tôt"),
        CastMember(person_id=ines, role=Role.COACH),
    ]

    async def next_planned() -> datetime | None:
        return await stage.next_planned()

    app = phones_app(world, clock, cast=cast, ahead=Ahead(next_planned=next_planned))
    stage = Stage(world=world, clock=clock, app=app, david=david, ines=ines)
    return stage


def tapping(text: str) -> dict[str, Any]:
    """Return an inline button that tells the bot."""
    return {"text": text, "callback_data": text.lower()}
