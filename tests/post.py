"""A post for tests: a clock that stands still, few words, and a messenger that only takes notes."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.domain.people import Chat
from bot.library import Library, open_library
from bot.services.delivering import Post
from bot.services.deployment import Deployment
from bot.services.ports import Messenger, Worded
from bot.store.db import Database
from tests.examples import FRENCH, NOW
from tests.library.content_folder import add, write_small_content

WORDS = """\
test-line = { $text }
test-button = Oui
test-copy = Copier
"""


class StillClock:
    """A clock that moves only when a test moves it."""

    def __init__(self, moment: datetime = NOW) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def steady(self) -> datetime:
        return self.moment

    def pass_by(self, duration: timedelta) -> None:
        self.moment += duration


@dataclass
class NotingMessenger:
    """Notes what is sent, and fails as it is told to: by the number of the attempt, from 1."""

    failures: Mapping[int, BaseException] = field(default_factory=dict)
    sent: list[tuple[Chat, Worded]] = field(default_factory=list)
    attempts: int = 0

    async def send(self, chat: Chat, worded: Worded) -> int:
        self.attempts += 1
        failure = self.failures.get(self.attempts)
        if failure is not None:
            raise failure
        self.sent.append((chat, worded))
        return 100 + self.attempts

    @property
    def texts(self) -> list[str]:
        return [worded.text for _, worded in self.sent]


class Naps:
    """Remembers how long somebody wanted to wait, and only lets the others go on meanwhile."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)
        await asyncio.sleep(0)


def small_library(folder: Path) -> Library:
    content = write_small_content(folder / "content")
    for name in ("fr.ftl", "en.ftl"):
        add(content / "words" / name, WORDS)
    return open_library(content)


def a_deployment(folder: Path) -> Deployment:
    return Deployment(
        country="FR",
        zone="Europe/Paris",
        voice=FRENCH,
        bot_username="relais_test_bot",
        library=small_library(folder),
    )


def a_post(database: Database, messenger: Messenger, folder: Path) -> tuple[Post, StillClock]:
    clock = StillClock()
    post = Post(
        database=database,
        clock=clock,
        messenger=messenger,
        deployment=a_deployment(folder),
        pause=Naps(),
    )
    return post, clock
