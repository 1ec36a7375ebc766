"""Whoever taps and types at random is answered, and sent nothing that Telegram would not take.

A failure names what led to it; `WANDER_SEED=7,8` walks other ways, `WANDER_STEPS=900` longer.
"""

import logging
import os
from collections.abc import Iterator
from random import Random

import pytest

from bot.chat.texts import units
from bot.domain.commands import COMMANDS
from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone

SEEDS = [int(one) for one in os.environ.get("WANDER_SEED", "1,2,3").split(",")]
STEPS = int(os.environ.get("WANDER_STEPS", "120"))

LATEST = 3
"""How many messages are tapped under: most often those that are on the screen."""

HOURS = (0.2, 1, 9, 24, 72)
NASTY = ("", ".", "x" * 5_000, "31/02", "29/02/2027", "25h", "-1", "½", "<b>", "{ $name }", "🇫🇷")
USUAL = ("7h15", "demain", "lundi", "3", "Paris", "oui", "non", "aide", "18:00", "15/12", "hier")

LONGEST_TEXT, LONGEST_CAPTION, LONGEST_TOKEN, LONGEST_LABEL = 4_096, 1_024, 64, 64


class Walk:
    """Two people who do whatever comes into their heads."""

    def __init__(self, team: Team, seed: int) -> None:
        self.team = team
        self.random = Random(seed)  # noqa: S311 - chance that must be repeatable
        self.done: list[str] = []

    async def step(self) -> None:
        phone = self.random.choice([self.team.participant, self.team.coach])
        acts = {self.tap: 60, self.type: 25, self.command: 10, self.wait: 5}
        [act] = self.random.choices([*acts], weights=[*acts.values()])
        await act(phone)

    async def tap(self, phone: Phone) -> None:
        reach = LATEST if self.random.random() < 0.9 else None
        under = phone.latest[:reach]
        buttons = [(one.number, choice) for one in under for choice in one.choices if choice.token]
        if not buttons:
            return
        number, choice = self.random.choice(buttons)
        before = chat_of(phone)
        self.done.append(f"{phone.name} taps « {choice.label} »")
        answer = await phone.press(number, choice.token)
        assert answer or chat_of(phone) != before, self.told("nothing answers this tap")

    async def type(self, phone: Phone) -> None:
        await self._write(phone, self.random.choice([*NASTY, *USUAL, "une phrase"]))

    async def command(self, phone: Phone) -> None:
        await self._write(phone, f"/{self.random.choice(sorted(COMMANDS))}")

    async def wait(self, phone: Phone) -> None:
        hours = self.random.choice(HOURS)
        self.done.append(f"{hours} hours go by")
        await phone.stage.pass_time(hours=hours)

    async def _write(self, phone: Phone, text: str) -> None:
        before = len(phone.stage.shelf.sent)
        self.done.append(f"{phone.name} writes « {text[:40]} »")
        await phone.write(text)
        assert len(phone.stage.shelf.sent) > before, self.told("nothing answers this")

    def told(self, fault: str) -> str:
        return "\n".join([fault, *self.done[-12:]])


def chat_of(phone: Phone) -> list[tuple[int, str, list[str]]]:
    """Return all that can be read in a chat."""
    return [
        (one.number, one.worded.text, [choice.label for choice in one.choices])
        for one in phone.bubbles
    ]


def too_much(team: Team) -> Iterator[str]:
    """Yield what Telegram would not take of all that was sent."""
    for worded in team.stage.shelf.sent:
        is_caption = worded.picture or worded.file or worded.link
        if not 0 < units(worded.text) <= (LONGEST_CAPTION if is_caption else LONGEST_TEXT):
            yield worded.text
        for choice in (one for row in worded.rows for one in row):
            fits = len(choice.token.encode()) <= LONGEST_TOKEN
            if not fits or not 0 < units(choice.label) <= LONGEST_LABEL:
                yield choice.label


@ON_SQLITE
@pytest.mark.parametrize("seed", SEEDS)
async def test_whoever_wanders_is_answered(
    agreed: Team, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    walk = Walk(agreed, seed)

    with caplog.at_level(logging.WARNING):
        for _ in range(STEPS):
            await walk.step()

    loud = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert loud == []
    assert [*too_much(agreed)] == []
