"""A stage whose updates go through intake, as they do in earnest."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from bot.chat.answers import Answer
from bot.chat.intake import Inbox, Intake
from bot.store.db import Database
from bot.store.vault import KEY_LENGTH, Vault
from tests.post import Naps
from tests.real_words import real_content
from tests.services.stage import NotingLibrary, Stage


class Desk:
    """Takes raw updates in; remembers what taps were answered with, and what was raised."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.answers: list[Answer] = []
        self.raised: list[BaseException] = []
        self.intake = Intake(
            Inbox(
                database=stage.database,
                clock=stage.clock,
                route=stage.router,
                answer=self._note,
                pause=Naps(),
            )
        )

    async def take(self, raws: Sequence[Any]) -> None:
        """Keep and handle updates; whatever is raised by that is kept here."""
        try:
            await self.intake.take(raws)
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            self.raised.append(error)
        await self.intake.finish()

    async def _note(self, answer: Answer) -> None:
        self.answers.append(answer)


@asynccontextmanager
async def a_desk(url: str) -> AsyncIterator[Desk]:
    """Open the database and the real words."""
    database = Database(url, Vault({1: bytes(KEY_LENGTH)}))
    try:
        yield Desk(Stage(database, NotingLibrary(real_content())))
    finally:
        await database.close()
