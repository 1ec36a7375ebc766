"""From where something kept is looked at: a scene, or a message on its way, which has none."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.message import Phrase
from bot.domain.people import Chat
from bot.services.deployment import Deployment
from bot.store.db import Session


class View(Protocol):
    """What looking needs: the transaction, the moment, whose words and exercises there are."""

    @property
    def session(self) -> Session:
        """The transaction."""
        ...

    @property
    def now(self) -> datetime:
        """The moment."""
        ...

    @property
    def deployment(self) -> Deployment:
        """The place where this Relais runs, with its words."""
        ...


@dataclass(frozen=True, kw_only=True)
class OnTheWay:
    """A message that is about to go out to a chat."""

    session: Session
    now: datetime
    deployment: Deployment
    chat: Chat

    def say(self, phrase: Phrase) -> str:
        """Return a phrase in the words of whoever reads it."""
        return self.deployment.library.say(phrase, self.chat.voice)
