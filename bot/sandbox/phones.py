"""One page with several phones side by side, their groups, and a clock that can be hurried."""

import asyncio
import json
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader
from pydantic import Field, ValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.sandbox.acts import ACTS, Body, InChat, NewPhone
from bot.sandbox.cast import Cast, CastMember, Role
from bot.sandbox.clock import SimulatedClock
from bot.sandbox.guard import Guard
from bot.sandbox.messages import Change, Group, Kind
from bot.sandbox.snapshot import group_json, phone_json
from bot.sandbox.stream import Stream, events
from bot.sandbox.travel import Ahead, Traveller
from bot.sandbox.wire import Json
from bot.sandbox.world import ImpossibleError, World

PAGE = Path(__file__).parent / "page"
PARIS = ZoneInfo("Europe/Paris")
MORNING = time(6, 0)
SHORT_WAY = timedelta(minutes=10)
FAR = timedelta(days=7)
LOOK_AGAIN = timedelta(milliseconds=20)

STRIDE = timedelta(hours=1)
"""Most of what staff are told has a whole hour."""


class Pace(Body):
    """How fast time runs from now on."""

    pace: float = Field(ge=0, le=3600)


class Travel(Body):
    """Where to go in time."""

    to: Literal["ten", "next", "tomorrow"]


def phones_app(
    world: World,
    clock: SimulatedClock,
    *,
    cast: Cast,
    ahead: Ahead,
    zone: ZoneInfo = PARIS,
) -> Starlette:
    """Serve the page with the phones of the cast; call `end_streams` before the server stops.

    `ahead` is what the bot has before it; `zone` is the one whose time the clock bar shows.
    `state.phones` of what is returned are the phones.
    """
    phones = Phones(world, clock, cast=cast, ahead=ahead, zone=zone)
    served = Starlette(
        routes=[
            Route("/", phones.page),
            Route("/events", phones.listen),
            Route("/phones", phones.add, methods=["POST"]),
            Route("/phones/{chat}/files/{message:int}/{file_id}", phones.file),
            Route("/phones/{person:int}/read", phones.read, methods=["POST"]),
            Route("/phones/{person:int}/{act}", phones.act, methods=["POST"]),
            Route("/clock/pace", phones.run, methods=["POST"]),
            Route("/clock/travel", phones.travel, methods=["POST"]),
            Mount("/page", StaticFiles(directory=PAGE / "static")),
        ],
        middleware=[Middleware(Guard)],
        exception_handlers={ValidationError: _refuse_body, ImpossibleError: _refuse_act},
    )
    served.state.phones = phones
    return served


class Phones:
    """The phones that are on the page, and how far each was read."""

    def __init__(
        self,
        world: World,
        clock: SimulatedClock,
        *,
        cast: Cast,
        ahead: Ahead,
        zone: ZoneInfo,
    ) -> None:
        self._world = world
        self._clock = clock
        self._zone = zone
        self._members = {member.person_id: member for member in cast}
        self._read_up_to: dict[int, int] = {}
        self._traveller = Traveller(clock, ahead, stirred=self._stirred, stride=STRIDE)

    async def see_everything(self) -> None:
        """Wait for what is due now, and take note that everybody has seen all of their chat."""
        await self._traveller.to(self._clock.now())
        for chat_id in (*self._members, *self._world.groups):
            self._see_all(chat_id)
        self._tell("read")

    async def page(self, request: Request) -> Response:
        """Give the page, in French unless the browser asks for English first."""
        words = json.loads((PAGE / "static" / "words.json").read_text(encoding="utf-8"))
        wanted = request.headers.get("accept-language", "")[:2].lower()
        language = wanted if wanted in words else "fr"
        template = Environment(loader=FileSystemLoader(PAGE), autoescape=True).get_template(
            "index.html"
        )
        html = template.render(
            base=request.scope.get("root_path", ""),
            bot_name=self._world.bot.name,
            bot_username=self._world.bot.username,
            language=language,
            words=words[language],
            zone=self._zone.key,
        )
        return HTMLResponse(html)

    async def listen(self, _: Request) -> Response:
        """Stream what is there, and then what changes."""
        stream = Stream(phones=self._phones, clock=self._clock_json)
        return StreamingResponse(events(self._world, stream), media_type="text/event-stream")

    async def add(self, request: Request) -> Response:
        """Put one more phone on the page, and return its owner's id; they are in every group."""
        wanted = NewPhone.model_validate_json(await request.body())
        person = self._world.add_person(first_name=wanted.name, language_code=wanted.language)
        self._members[person.id] = CastMember(person_id=person.id, role=Role.NEWCOMER)
        for group in self._groups():
            self._world.join_group(person.id, group_id=group.id)
        self._tell("phone")
        return JSONResponse({"id": person.id})

    async def act(self, request: Request) -> Response:
        """Do what the owner of a phone does, as the world allows it."""
        person_id = self._owner(request)
        act = ACTS.get(request.path_params["act"])
        if act is None:
            raise HTTPException(404)
        body = act.body.model_validate_json(await request.body())
        answer = act.do(self._world, person_id, body)
        self._see_all((body.chat if isinstance(body, InChat) else None) or person_id)
        return JSONResponse(answer)

    async def read(self, request: Request) -> Response:
        """Take note that the owner has seen all that is in the chat."""
        where = InChat.model_validate_json(await request.body())
        person_id = self._owner(request)
        if where.chat is not None and where.chat not in self._world.groups:
            raise HTTPException(404)
        self._see_all(where.chat or person_id)
        self._tell("read")
        return JSONResponse({})

    async def file(self, request: Request) -> Response:
        """Give the picture or the document of a message; a document is only ever saved."""
        shown = {str(each): each for each in (*self._members, *self._world.groups)}
        chat_id = shown.get(request.path_params["chat"], 0)
        message = self._world.chats.find(chat_id, request.path_params["message"])
        attachment = message.attachment if message is not None else None
        if message is None or attachment is None:
            raise HTTPException(404)
        if message.kind is Kind.PHOTO:
            return Response(attachment.content, media_type=attachment.mime_type)
        saved = {"Content-Disposition": "attachment"}
        return Response(attachment.content, media_type="application/octet-stream", headers=saved)

    async def run(self, request: Request) -> Response:
        """Let time pass at another pace."""
        self._traveller.run(Pace.model_validate_json(await request.body()).pace)
        self._tell("clock")
        return JSONResponse({})

    async def travel(self, request: Request) -> Response:
        """Go to a later moment; say whether we got there, and whether what was to come did."""
        wanted = Travel.model_validate_json(await request.body())
        now, came = self._clock.now(), True
        match wanted.to:
            case "ten":
                arrived = await self._traveller.to(now + SHORT_WAY)
            case "tomorrow":
                day = now.astimezone(self._zone).date() + timedelta(days=1)
                morning = datetime.combine(day, MORNING, tzinfo=self._zone)
                arrived = await self._traveller.to(morning.astimezone(UTC))
            case "next":
                arrived, came = await self._to_next_message()
        self._tell("clock")
        return JSONResponse({"arrived": arrived, "came": came})

    async def _to_next_message(self) -> tuple[bool, bool]:
        """Go on until somebody is written to, for a week at most.

        What is planned now is not enough to know when: what has a time of its own, such as a
        request that nobody sees, or a plan whose days are not written yet, becomes a message later.
        """
        # An answer on its way is not what comes next.
        await self._traveller.to(self._clock.now())
        before = self._said()
        far = self._clock.now() + FAR
        arrived = await self._traveller.to(far, until=lambda: bool(self._said() - before))
        return arrived, bool(self._said() - before)

    def _said(self) -> set[tuple[int, int]]:
        """Return which messages the bot has sent, by chat and number."""
        return {
            (chat_id, message.message_id)
            for chat_id in (*self._members, *self._world.groups)
            for message in self._world.messages(chat_id)
            if message.from_bot
        }

    def _owner(self, request: Request) -> int:
        person_id = int(request.path_params["person"])
        if person_id not in self._members:
            raise HTTPException(404)
        return person_id

    def _see_all(self, chat_id: int) -> None:
        messages = self._world.messages(chat_id)
        self._read_up_to[chat_id] = messages[-1].message_id if messages else 0

    def _phones(self) -> dict[int, Json]:
        read = self._read_up_to
        phones = {
            person_id: phone_json(self._world, member, read_up_to=read.get(person_id, 0))
            for person_id, member in self._members.items()
        }
        return phones | {
            group.id: group_json(self._world, group, read_up_to=read.get(group.id, 0))
            for group in self._groups()
        }

    def _groups(self) -> list[Group]:
        """Return the groups that are chats still: one that was upgraded is another one now."""
        return [each for each in self._world.groups.values() if each.upgraded_to is None]

    def _clock_json(self) -> Json:
        return {
            "now": self._clock.now().isoformat(),
            "pace": self._clock.pace,
            "travelling": self._traveller.is_under_way,
        }

    def _tell(self, what: str) -> None:
        self._world.changes.tell(Change(chat_id=0, what=what))

    async def _stirred(self) -> None:
        """Wait for a change in the world; look again soon, as the bot may finish without one."""
        changes = self._world.subscribe()
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN.total_seconds()):
                    await changes.get()
        finally:
            self._world.unsubscribe(changes)


async def _refuse_body(_: Request, error: Exception) -> Response:
    fault = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
    return JSONResponse({"error": fault}, status_code=400)


async def _refuse_act(_: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, status_code=409)
