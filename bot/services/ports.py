"""What the services ask of the outside: somebody who sends, and a bell for the engine."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.domain.people import Chat, ChatKind
from bot.store.db import Session


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A worded button: what it says, and the token of a tap, a text to copy or a link to open."""

    label: str
    token: str = ""
    copies: str = ""
    opens: str = ""


@dataclass(frozen=True, kw_only=True)
class File:
    """A file that goes with a message."""

    name: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Worded:
    """A message as it goes out, in the person's own language.

    `edits` is the Telegram number of an earlier message to change instead of writing a new one;
    `link` comes with its QR picture, `picture` is another one (PNG); `keyboard` are
    the two labels that stay at the bottom; `clears` are the Telegram numbers of messages to be
    taken back before, as far as that can be.
    """

    text: str
    rows: tuple[tuple[Choice, ...], ...] = ()
    edits: int | None = None
    link: str | None = None
    picture: bytes | None = None
    file: File | None = None
    keyboard: tuple[str, ...] = ()
    clears: tuple[int, ...] = ()


class Messenger(Protocol):
    """Somebody who sends; the only part that a test cannot have for real."""

    async def send(self, chat: Chat, worded: Worded) -> int:
        """Send, or edit, and return the Telegram number of the message.

        Raises ChatGone, ChatMoved, Refused, SlowDown, TryLater or Stopped.
        """
        ...


class Pace(Protocol):
    """How fast messages may go out."""

    async def slots(self, most: int) -> int:
        """Wait until a message may go out; return how many may now, at most `most`."""
        ...

    def give_back(self, slots: int) -> None:
        """Take back slots for which there was no message, none if all are used: from now on.

        It is told after each time that slots were given, once it is known what to send.
        """
        ...

    def rest_after(self, kind: ChatKind) -> timedelta:
        """Return how long a chat is left alone after each message."""
        ...


class Unpaced:
    """No limit, where nobody counts."""

    async def slots(self, most: int) -> int:
        """Return as many as are wanted, at once."""
        return most

    def give_back(self, slots: int) -> None:
        """Do nothing: there are always more."""

    def rest_after(self, kind: ChatKind) -> timedelta:
        """Return no time at all."""
        del kind
        return timedelta()


class Bell(Protocol):
    """Wakes the engine when something became due in a shard."""

    def ring(self, session: Session, shard: int) -> None:
        """Wake the engine once the session's transaction is committed, and not if it is undone."""
        ...
