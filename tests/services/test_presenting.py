"""What Telegram shows of the bot is told when it changed, and a start does not wait for that."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from bot.domain.errors import OutsideError, Refused, SlowDown, TryLater
from bot.domain.people import Language
from bot.services.presenting import Portrait, Presenting, portraits
from tests.services.stage import Stage

A_BOT, ANOTHER = 7_000_000_001, 7_000_000_002


@dataclass
class Shown:
    """What Telegram was told, and how often; it raises `trouble` if there is."""

    portraits: Sequence[Portrait] = ()
    told: int = 0
    trouble: OutsideError | None = None

    async def __call__(self, portraits: Sequence[Portrait]) -> None:
        self.told += 1
        if self.trouble:
            raise self.trouble
        self.portraits = portraits


def begun(stage: Stage, shown: Shown, *, bot_id: int = A_BOT) -> Presenting:
    """Return what a process that has just begun tells Telegram with."""
    ours = portraits(stage.library, Language.FRENCH)
    return Presenting(database=stage.database, portraits=ours, bot_id=bot_id, tell=shown)


async def test_it_is_told_in_each_language_and_once_however_often_the_bot_starts(
    stage: Stage,
) -> None:
    shown = Shown()
    for _ in range(3):
        presenting = begun(stage, shown)
        await presenting.tend(stage.clock.now())
        await presenting.tend(stage.clock.now())

    assert shown.told == 1
    assert [one.code for one in shown.portraits] == [*Language, ""]
    french, *_, usual = shown.portraits
    assert usual == replace(french, code="")


async def test_it_is_told_again_when_the_words_changed(stage: Stage) -> None:
    shown = Shown()
    await begun(stage, shown).tend(stage.clock.now())
    changed = begun(stage, shown)
    changed.portraits = [replace(one, description="Autre") for one in changed.portraits]
    await changed.tend(stage.clock.now())

    assert [one.description for one in shown.portraits] == ["Autre"] * (len(Language) + 1)


async def test_another_bot_on_the_same_database_presents_itself_too(stage: Stage) -> None:
    shown = Shown()
    await begun(stage, shown).tend(stage.clock.now())
    await begun(stage, shown, bot_id=ANOTHER).tend(stage.clock.now())
    await begun(stage, shown).tend(stage.clock.now())

    assert shown.told == 2


@pytest.mark.parametrize("trouble", [SlowDown(timedelta(hours=1)), TryLater(perhaps_sent=False)])
async def test_what_telegram_does_not_take_is_told_later(
    stage: Stage, trouble: OutsideError
) -> None:
    shown = Shown(trouble=trouble)
    presenting = begun(stage, shown)
    now = stage.clock.now()
    await presenting.tend(now)
    await presenting.tend(now + timedelta(minutes=1))
    told_meanwhile = shown.told
    shown.trouble = None
    await presenting.tend(now + timedelta(hours=1))

    assert told_meanwhile == (1 if isinstance(trouble, SlowDown) else 2)
    assert shown.portraits


async def test_what_telegram_refuses_is_not_told_again(stage: Stage) -> None:
    shown = Shown(trouble=Refused())
    for _ in range(2):
        await begun(stage, shown).tend(stage.clock.now())

    assert shown.told == 1
