"""A stage for conversations: real services and words, a real database, no Telegram."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from sqlmodel import update

from bot.chat.routing import Router
from bot.domain.errors import ChatGone, TryLater
from bot.domain.message import Phrase
from bot.domain.people import Chat, Language, Role, Voice
from bot.library import Library
from bot.services import (
    boosters,
    contact_steps,
    digesting,
    forgetting,
    group_posts,
    preparing_ahead,
)
from bot.services.bringing import BRINGS
from bot.services.delivering import Post, drain
from bot.services.deployment import Deployment
from bot.services.planning import Planner
from bot.services.ports import Choice, Worded
from bot.store import deliveries, invitations
from bot.store.db import Database, Session
from bot.store.erasing import ErasureRow

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HALF_A_DAY = timedelta(hours=12)
LONG_AGO = datetime.min.replace(tzinfo=UTC)
NEWCOMERS = count(7_000_500_001)


class NotingLibrary(Library):
    """The real words; remembers which key each text was said for."""

    def __init__(self, content: Any, held_back: frozenset[str] = frozenset()) -> None:
        super().__init__(content, held_back)
        self.content = content
        self.keys: dict[str, dict[str, None]] = {}

    def say(self, phrase: Phrase, voice: Voice) -> str:
        text = super().say(phrase, voice)
        first = phrase.values.get("first")
        if phrase.values.get("then") == Phrase("weekly-line") and isinstance(first, Phrase):
            phrase = first
        keys = self.keys.setdefault(text, {})
        keys.pop(phrase.key, None)
        keys[phrase.key] = None
        return text

    def keys_of(self, text: str) -> list[str]:
        """Return the keys a text was said for, the weekly line apart, the latest one last."""
        return list(self.keys.get(text, {}))


@dataclass
class StageClock:
    """Stands still until a test moves it."""

    moment: datetime = MONDAY

    def now(self) -> datetime:
        return self.moment

    def steady(self) -> datetime:
        return self.moment


@dataclass
class Bubble:
    """A message as it stands in a chat."""

    number: int
    worded: Worded
    turn: int

    @property
    def text(self) -> str:
        """What was said, without the link that may follow."""
        return self.worded.text.removesuffix(f"\n\n{self.worded.link}")

    @property
    def choices(self) -> list[Choice]:
        return [choice for row in self.worded.rows for choice in row]


@dataclass
class Shelf:
    """A messenger that keeps what it was given, unless it is away, or everybody blocked it."""

    is_away: bool = False
    is_blocked: bool = False
    chats: dict[int, list[Bubble]] = field(default_factory=dict)
    sent: list[Worded] = field(default_factory=list)
    numbers: Any = field(default_factory=lambda: count(1))
    turns: Any = field(default_factory=lambda: count(1))

    async def send(self, chat: Chat, worded: Worded) -> int:
        if self.is_away:
            raise TryLater(perhaps_sent=False)
        if self.is_blocked:
            raise ChatGone
        self.sent.append(worded)
        bubbles = self.chats.setdefault(chat.telegram_id, [])
        bubbles[:] = [one for one in bubbles if one.number not in worded.clears]
        for bubble in bubbles:
            if worded.edits == bubble.number:
                bubble.worded, bubble.turn = worded, next(self.turns)
                return bubble.number
        turn = next(self.turns)
        bubbles.append(Bubble(number=next(self.numbers), worded=worded, turn=turn))
        return bubbles[-1].number


class SilentBell:
    """A bell for an engine that is not there: the stage drains after each act."""

    def ring(self, session: Session, shard: int) -> None:
        del session, shard


class Stage:
    """All parts, and the people who play on it."""

    def __init__(self, database: Database, library: NotingLibrary) -> None:
        self.database = database
        self.library = library
        self.clock = StageClock()
        self.shelf = Shelf()
        self.deployment = Deployment(
            country="FR",
            zone="Europe/Paris",
            voice=Voice(language=Language.FRENCH),
            bot_username="relais_test_bot",
            library=library,
        )
        self.planner = Planner(bell=SilentBell(), holidays=(), brings=BRINGS)
        self.router = Router(deployment=self.deployment, planner=self.planner, bell=SilentBell())
        self.post = Post(
            database=database,
            clock=self.clock,
            messenger=self.shelf,
            deployment=self.deployment,
        )
        self.updates = count(1)

    def hold_back(self, *names: str) -> None:
        """Let these pieces of the content be signed off by nobody."""
        self.library = NotingLibrary(self.library.content, frozenset(names))
        self.deployment = replace(self.deployment, library=self.library)
        self.router = replace(self.router, deployment=self.deployment)
        self.post = replace(self.post, deployment=self.deployment)

    def keep_holidays(self, holidays: Container[date]) -> None:
        """Let there be public holidays from now on."""
        self.planner = replace(self.planner, holidays=holidays)
        self.router = replace(self.router, planner=self.planner)

    async def give(self, update: dict[str, Any]) -> str:
        """Handle an update and send what is due; return what the tap was answered with."""
        raw = {"update_id": next(self.updates), **update}
        async with self.database.begin() as session:
            answer = await self.router(session, raw, self.clock.now())
        await drain(self.post)
        return answer.text if answer else ""

    async def be_away_until(self, moment: datetime) -> None:
        """Let Telegram be away until a moment; nothing else is done meanwhile."""
        self.shelf.is_away = True
        await self._beat()
        self.clock.moment, self.shelf.is_away = moment, False
        await self._beat()

    async def pass_time(self, **span: float) -> None:
        """Move the clock by way of all that is planned, and send it."""
        await self.go_to(self.clock.moment + timedelta(**span))

    async def go_to(self, moment: datetime, *, every: timedelta | None = None) -> None:
        """Move the clock to a moment by way of all that is planned, and send it.

        With `every`, also by way of each full half hour, hour or whatever it says.
        """
        await self._beat()
        while self.clock.moment < moment:
            async with self.database.look() as session:
                coming = await deliveries.next_due(session)
            now = self.clock.moment
            soon = now + (every - (now - LONG_AGO) % every if every else HALF_A_DAY)
            if coming:
                soon = min(soon, max(coming, self.clock.moment + MINUTE))
            self.clock.moment = min(soon, moment)
            await self._beat()

    async def invite(self, role: Role, name: str) -> str:
        """Make an invitation as the command line does, and return its token."""
        async with self.database.begin() as session:
            made = await invitations.add(
                session, role=role, name=name, invited_by=None, now=self.clock.now()
            )
            return invitations.token(session.vault, made.id)

    async def erase(self) -> None:
        """Let the time be over in which those who are leaving can change their mind."""
        async with self.database.begin() as session:
            await session.exec(update(ErasureRow).values(due=self.clock.now()))
        await forgetting.erase_due(self.database, self.clock.now(), SilentBell())
        await drain(self.post)

    async def _beat(self) -> None:
        """Do what the engine does when it looks: expire, plan, send."""
        now = self.clock.now()
        async with self.database.begin() as session:
            await deliveries.expire(session, now)
        await self.planner.plan_all(self.database, now)
        await contact_steps.tend(self.database, self.planner, now)
        await digesting.tend(self.database, self.planner, now)
        await preparing_ahead.tend(self.database, self.planner, now)
        await group_posts.tend(self.database, self.planner, now)
        await boosters.tend(self.database, self.planner, now, library=self.library)
        await forgetting.erase_due(self.database, now, SilentBell())
        await drain(self.post)

    def phone(self, name: str, language: str = "fr") -> "Phone":
        """Give somebody a phone."""
        return Phone(stage=self, id=next(NEWCOMERS), name=name, language=language)


@dataclass
class Phone:
    """Somebody's private chat with the bot."""

    stage: Stage
    id: int
    name: str
    language: str = "fr"

    @property
    def bubbles(self) -> list[Bubble]:
        return self.stage.shelf.chats.get(self.id, [])

    @property
    def latest(self) -> list[Bubble]:
        """The messages, those sent or changed last first."""
        return sorted(self.bubbles, key=lambda bubble: -bubble.turn)

    @property
    def screen(self) -> str:
        """The text of the message sent or changed last."""
        return self.latest[0].worded.text

    @property
    def texts(self) -> list[str]:
        return [bubble.worded.text for bubble in self.bubbles]

    @property
    def shown(self) -> str:
        """The key of the message sent or changed last."""
        return self.stage.library.keys_of(self.latest[0].text)[-1]

    @property
    def keys(self) -> list[str]:
        """The key of each message, as it stands now."""
        return [self.stage.library.keys_of(bubble.text)[-1] for bubble in self.bubbles]

    @property
    def everything(self) -> str:
        """All that can be read in this chat: messages, buttons, texts to copy."""
        choices = [one for bubble in self.bubbles for one in bubble.choices]
        return "\n".join([*self.texts, *(f"{one.label}\n{one.copies}" for one in choices)])

    @property
    def labels(self) -> list[str]:
        """The buttons of the latest message that has some."""
        for bubble in self.latest:
            if bubble.choices:
                return [choice.label for choice in bubble.choices]
        return []

    @property
    def offers(self) -> list[str]:
        """The keys of the buttons under the message sent or changed last."""
        keys_of = self.stage.library.keys_of
        return [keys_of(choice.label)[-1] for choice in self.latest[0].choices]

    async def write(self, text: str, **more: Any) -> None:
        await self.stage.give({"message": self._message(text=text, **more)})

    async def send(self, **content: Any) -> None:
        """Send something else than text: a voice message, a sticker, a place."""
        await self.stage.give({"message": self._message(**content)})

    async def edit(self, text: str) -> None:
        """Change a message that was sent."""
        await self.stage.give({"edited_message": self._message(text=text, edit_date=self._date())})

    async def open(self, token: str) -> None:
        await self.write(f"/start {token}")

    async def tap(self, label: str) -> str:
        """Tap the newest button whose label holds these words."""
        return await self.press(*self.token(label))

    async def choose(self, *keys: str) -> str:
        """Tap the newest button with each key, one after the other; return the last answer."""
        answer = ""
        for key in keys:
            answer = await self.press(*self.find(key))
        return answer

    async def press(self, number: int, token: str) -> str:
        """Send the token of a button, whatever it is."""
        query = {
            "id": "1",
            "from": self._user(),
            "chat_instance": "1",
            "message": self._message(text="…", message_id=number),
            "data": token,
        }
        return await self.stage.give({"callback_query": query})

    def token(self, label: str) -> tuple[int, str]:
        """Return the number of the message and the token of the newest button with a label."""
        for number, choice in self._choices():
            if label in choice.label:
                return number, choice.token
        raise AssertionError(f"no button {label!r} among {self.labels}")

    def find(self, key: str) -> tuple[int, str]:
        """Return the number of the message and the token of the newest button with a key."""
        for number, choice in self._choices():
            if key in self.stage.library.keys_of(choice.label):
                return number, choice.token
        raise AssertionError(f"no button {key!r} among {self.labels}")

    async def change_membership(self, status: str, was: str = "member") -> None:
        """Block (`kicked`) or unblock (`member`) the bot."""
        bot = {"id": 1, "is_bot": True, "first_name": "Relais"}
        old = {"user": bot, "status": was}
        new = {"user": bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
        await self.stage.give(
            {
                "my_chat_member": {
                    "chat": self._chat(),
                    "from": self._user(),
                    "date": self._date(),
                    "old_chat_member": old,
                    "new_chat_member": new,
                }
            }
        )

    def _choices(self) -> Iterator[tuple[int, Choice]]:
        """Yield the buttons that can be tapped, those of the latest message first."""
        for bubble in self.latest:
            for choice in bubble.choices:
                yield bubble.number, choice

    def _message(self, **content: Any) -> dict[str, Any]:
        return {
            "message_id": 1,
            "date": self._date(),
            "chat": self._chat(),
            "from": self._user(),
            **content,
        }

    def _chat(self) -> dict[str, Any]:
        return {"id": self.id, "type": "private", "first_name": self.name}

    def _user(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.name,
            "language_code": self.language,
        }

    def _date(self) -> int:
        return int(self.stage.clock.moment.timestamp())
