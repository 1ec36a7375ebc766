"""Whatever somebody writes as their own sentence comes back as they wrote it."""

from dataclasses import replace

import pytest

from bot.chat.texts import LONGEST_TEXT, fit, units
from bot.domain import dialogue
from bot.domain.dialogue import Run
from bot.services import conversing, playing, questioning, understanding
from bot.services.questioning import Play
from bot.services.scene import Scene
from bot.store import questions, runs
from bot.store.db import Session
from tests.services.conftest import Team
from tests.services.plays import ON_SQLITE
from tests.services.stage import Phone
from tests.services.test_checking_in import tap_four
from tests.services.test_hostile import hostile, scene_of

LIMIT = 1_000
MANY = 10_000


@pytest.fixture
async def writing(team: Team) -> Phone:
    """Somebody who is asked for a sentence."""
    await team.participant.write("/moi")
    await tap_four(team.participant)
    return team.participant


async def asked(session: Session, phone: Phone) -> tuple[Scene, Play]:
    scene = await scene_of(session, phone)
    question = await questions.pending(session, scene.chat.id, scene.now)
    assert question is not None
    play = await playing.found(scene, question.details["run"])
    assert play is not None
    return scene, play


@ON_SQLITE
async def test_ten_thousand_sentences_come_back_equal(writing: Phone) -> None:
    vault, wrong = writing.stage.database.vault, []
    async with writing.stage.database.look() as session:
        scene, play = await asked(session, writing)
        for text in hostile(MANY):
            said = understanding.understood(scene, play, text)
            assert said is not None
            run = dialogue.answer(play.exercise, play.run, said)
            sealed = vault.seal(run.as_plain(), place="run.run:1")
            back = Run.from_plain(vault.open(sealed, place="run.run:1"))
            wrong += [text] if back.answers["note"] != text[:LIMIT] else []

    assert wrong == []


@ON_SQLITE
async def test_each_of_them_can_be_shown_again(writing: Phone) -> None:
    library = writing.stage.library
    async with writing.stage.database.look() as session:
        scene, play = await asked(session, writing)
        for text in hostile(MANY // 10):
            run = dialogue.answer(play.exercise, play.run, text[:LIMIT])
            message = questioning.message(play.moved(dialogue.back(play.exercise, run)))
            shown = library.say(message.says, scene.chat.voice)
            assert text[:LIMIT].strip() in shown.replace("\r", "") or "\r" in text or "\n" in text
            assert units(fit(shown, LONGEST_TEXT)) <= LONGEST_TEXT


async def test_some_of_them_go_the_whole_way(writing: Phone) -> None:
    async with writing.stage.database.begin() as session:
        scene, play = await asked(session, writing)
        details = {"run": play.kept.id, "said": None, "until": scene.now.isoformat()}
        for text in hostile(100):
            await runs.keep(session, play.kept, scene.now)
            await conversing.read(replace(scene, session=session), details, text)
            kept = await runs.get(session, play.kept.id)
            assert kept is not None
            assert kept.run.answers["note"] == text[:LIMIT]
        await session.rollback()
