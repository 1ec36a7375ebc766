"""The state of our small Telegram, and the few things that change it whoever does them."""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.sandbox.changes import PATIENCE, Changes
from bot.sandbox.chats import Chats
from bot.sandbox.files import FileShelf
from bot.sandbox.messages import Accept, Answer, Change, Command, Group, Message, Person
from bot.sandbox.profile import DEFAULT_SCOPE, Profile, Scope
from bot.sandbox.queries import Queries
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook
from bot.sandbox.wire import Json, group_chat_json, message_json, private_chat_json, user_json

INVENTED = "8100000001:AAH-invented-for-the-sandbox-000000"
FIRST_PERSON = 7_000_000_001
FIRST_GROUP = -4_100_000_001


@dataclass(frozen=True, kw_only=True)
class BotAccount:
    """The bot's own account; its id is the number before the colon of its token."""

    token: str
    username: str
    name: str

    @property
    def id(self) -> int:
        """Return the bot's user id."""
        return int(self.token.partition(":")[0])


class Ground:
    """Everything there is: accounts, chats, the waiting updates, files, and what was accepted.

    `accepts` lists each outgoing call of the bot in order; with `accept_log` each is also written
    to that file as a line of JSON, before the bot gets its reply.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        bot_username: str = "relais_demo_bot",
        bot_name: str = "Relais",
        token: str = INVENTED,
        accept_log: Path | None = None,
    ) -> None:
        self.clock = clock
        self.bot = BotAccount(token=token, username=bot_username, name=bot_name)
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.changes = Changes()
        self.chats = Chats(self.changes)
        self.updates = UpdateQueue(clock)
        self.webhook = Webhook()
        self.files = FileShelf()
        self.profile = Profile()
        self.queries = Queries(clock)
        self.accepts: list[Accept] = []
        self._accept_log = accept_log

    @property
    def answers(self) -> dict[str, Answer]:
        """Return what the bot said to each tap, by query id."""
        return self.queries.answers

    def messages(self, chat_id: int) -> Sequence[Message]:
        """Return what is in a chat, oldest first; a private chat's id is the person's id."""
        return self.chats.messages(chat_id)

    def commands_for(self, person_id: int) -> Sequence[Command]:
        """Return the command menu that a person sees in the private chat."""
        scopes: list[Scope] = [
            ("chat", person_id, None),
            ("all_private_chats", None, None),
            DEFAULT_SCOPE,
        ]
        return self.profile.commands_for(scopes, self.people[person_id].language_code)

    def commands_in(self, group_id: int, person_id: int) -> Sequence[Command]:
        """Return the command menu that a person sees in a group."""
        scopes: list[Scope] = [
            ("chat", group_id, None),
            ("all_group_chats", None, None),
            DEFAULT_SCOPE,
        ]
        return self.profile.commands_for(scopes, self.people[person_id].language_code)

    def menu_button_for(self, person_id: int) -> Json:
        """Return the menu button of a private chat: type commands, web_app or default."""
        return self.profile.menu_button_for(person_id)

    def reply_keyboard_for(self, chat_id: int) -> Json | None:
        """Return the reply markup whose keyboard stands at the bottom of a chat now, if any."""
        for message in reversed(self.messages(chat_id)):
            if message.reply_keyboard is not None:
                markup = dict(message.reply_keyboard)
                return markup if "keyboard" in markup else None
        return None

    def post(self, chat_id: int, *, sender_id: int, **content: Any) -> Message:
        """Put a new message into a chat, now; `content` is the rest of its fields."""
        message = Message(
            chat_id=chat_id,
            message_id=self.chats.next_message_id(),
            date=self.clock.now(),
            from_bot=sender_id == self.bot.id,
            sender_id=sender_id,
            **content,
        )
        return self.chats.add(message)

    def accept(self, method: str, **what: Any) -> None:
        """Log an outgoing call as accepted; `what` has chat_id, text and message_id if it does."""
        accept = Accept(method=method, at=self.clock.now(), **what)
        self.accepts.append(accept)
        if self._accept_log is not None:
            with self._accept_log.open("a", encoding="utf-8") as log:
                log.write(json.dumps(asdict(accept), default=str, ensure_ascii=False) + "\n")
        self.changes.tell(Change(chat_id=accept.chat_id or 0, what="accept"))

    def bot_json(self) -> Json:
        """Write the bot as a User."""
        return {
            "id": self.bot.id,
            "is_bot": True,
            "first_name": self.profile.text("name") or self.bot.name,
            "username": self.bot.username,
        }

    def sender_json(self, sender_id: int) -> Json:
        """Write whoever has this id as a User."""
        return self.bot_json() if sender_id == self.bot.id else user_json(self.people[sender_id])

    def chat_json(self, chat_id: int) -> Json:
        """Write the chat with this id as a Chat."""
        if chat_id in self.groups:
            return group_chat_json(self.groups[chat_id])
        return private_chat_json(self.people[chat_id])

    def written(self, message: Message) -> Json:
        """Write a message as a Message, with the one that it answers if that is still there."""
        written = message_json(
            message,
            sender=self.sender_json(message.sender_id),
            chat=self.chat_json(message.chat_id),
        )
        answered = self.chats.find(message.chat_id, message.reply_to)
        if answered is not None:
            written["reply_to_message"] = self.written(replace(answered, reply_to=None))
        return written

    def subscribe(self) -> asyncio.Queue[Change]:
        """Return a queue that gets every change from now on; see `unsubscribe`."""
        return self.changes.subscribe()

    def unsubscribe(self, queue: asyncio.Queue[Change]) -> None:
        """Stop filling a queue."""
        self.changes.unsubscribe(queue)

    async def settled(self, holds: Callable[[], bool], *, within: timedelta = PATIENCE) -> None:
        """Wait until a condition holds, asked at each change; TimeoutError after `within`."""
        await self.changes.settled(holds, within=within)
