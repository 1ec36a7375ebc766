"""Whatever is typed at a question: no error, an answer each time, and the question stays open."""

import sys
from collections.abc import Awaitable, Callable
from random import Random

import pytest
from sqlalchemy import func, select
from sqlmodel import SQLModel

from bot.chat.routing import act
from bot.chat.tables import READERS
from bot.domain.names import read_name
from bot.domain.people import ChatKind, Role
from bot.domain.typed_hours import read_hours
from bot.domain.typed_time import read_date, read_time
from bot.domain.typed_zone import read_zone
from bot.services.scene import Scene
from bot.store import chats, people, questions
from bot.store.db import Session
from tests.services import group_plays
from tests.services.board_plays import open_person
from tests.services.memories import Cast, Memories
from tests.services.plays import ENROLLED, ON_SQLITE, coach_comes_in, team_forms
from tests.services.stage import MONDAY, Phone, SilentBell, Stage

LONGEST = 4_096
PIECES = [
    *("\x00", "\x07", "\x1b[2J", "\r\n", "\t", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff"),
    *(
        "\ud83d",
        "\udc00",
        "\U0010ffff",
        "\ufffe",
        "e\u0301\u0302" * 9,
        "👩‍👩‍👧‍👦",
        "🇫🇷",
        "﷽",
        "Ⅶ",
        "٧",
        "７",
    ),
    *("'; drop table person;--", '" or ""="', "{ $name }", "{{7*7}}", "%s%n", "${HOME}", "../../"),
    *("<script>", "&amp;", "*_`[](", "\\", "/start", "/", "@relais", "https://t.me/x?start=a"),
    *("7h", "99", ":", "-", "9h-", "28/", "/13", "lundi", "am", "demain ", "Paris ", "0" * 99),
    *("null", "NaN", "-1", "1e999", "True", "[]", "0x10", "²", "½", " ", "\u00a0", "\u3000"),
]


def hostile(count: int) -> list[str]:
    """Return strings made of unpleasant pieces and of any characters, always the same ones."""
    chance = Random(20)  # noqa: S311 - tests, not secrets
    return [_one(chance) for _ in range(count)]


def _one(chance: Random) -> str:
    parts = chance.choices(PIECES, k=chance.randint(1, 6))
    parts += [chr(chance.randrange(sys.maxunicode + 1)) for _ in range(chance.randint(0, 6))]
    chance.shuffle(parts)
    return ("".join(parts) * chance.choice([1, 1, 1, 40]))[:LONGEST]


@pytest.mark.parametrize(
    "read",
    [
        read_name,
        read_time,
        read_hours,
        read_zone,
        lambda text: read_date(text, today=MONDAY.date()),
    ],
)
def test_nothing_that_can_be_typed_breaks_the_reading(read: Callable[[str], object]) -> None:
    understood = [read(text) for text in hostile(2_000)]

    assert len(understood) == 2_000
    assert None in understood


async def asked_hours(stage: Stage) -> Cast:
    phone = stage.phone("Omar")
    await phone.open(await stage.invite(Role.COACH, "Omar"))
    await phone.choose("button-french", "button-zone-usual")
    return {"asked": phone}


async def asked_zone(stage: Stage) -> Cast:
    phone = stage.phone("Ines")
    await phone.open(await stage.invite(Role.PARTICIPANT, "Ines"))
    await phone.choose(*ENROLLED[:5])
    return {"asked": phone}


async def asked_name(stage: Stage) -> Cast:
    phone = (await coach_comes_in(stage))["coach"]
    await phone.choose("button-invite")
    return {"asked": phone}


async def asked_time(stage: Stage) -> Cast:
    phone = (await team_forms(stage))["coach"]
    await phone.choose("button-new-reminder", "button-kind-wakeup")
    return {"asked": phone}


async def asked_start(stage: Stage) -> Cast:
    phone = (await asked_time(stage))["asked"]
    await phone.choose("button-starts")
    return {"asked": phone}


async def asked_pause(stage: Stage) -> Cast:
    phone = (await team_forms(stage))["participant"]
    await phone.choose("button-messages", "button-pause")
    return {"asked": phone}


async def asked_mood(stage: Stage) -> Cast:
    phone = (await team_forms(stage))["participant"]
    await phone.choose("button-checkin")
    return {"asked": phone}


async def asked_what(stage: Stage) -> Cast:
    phone = (await team_forms(stage))["participant"]
    await phone.write("/rappel")
    return {"asked": phone}


async def asked_weeks(stage: Stage) -> Cast:
    phone = (await asked_what(stage))["asked"]
    await phone.write("courses")
    return {"asked": phone}


async def asked_day(stage: Stage) -> Cast:
    phone = (await asked_weeks(stage))["asked"]
    await phone.choose("button-once")
    return {"asked": phone}


async def asked_place(stage: Stage) -> Cast:
    lina = (await group_plays.group_meets(stage))["lina"]
    await group_plays.open_group(lina)
    await lina.choose("button-group-edit", "button-group-place")
    return {"asked": lina}


async def asked_word(stage: Stage) -> Cast:
    lina = (await group_plays.group_meets(stage))["lina"]
    await group_plays.open_group(lina)
    await lina.choose("button-group-exercises", "button-assign-group")
    await open_person(lina, "Sami")
    await lina.choose("button-exercise", "button-leave-word")
    return {"asked": lina}


async def asked_name_of_somebody(stage: Stage) -> Cast:
    phone = (await team_forms(stage))["coach"]
    await phone.choose("button-menu", "button-my-people")
    return {"asked": phone}


async def asked_note(stage: Stage) -> Cast:
    phone = (await asked_name_of_somebody(stage))["asked"]
    await phone.choose("button-person", "button-notes", "button-note-write")
    return {"asked": phone}


ONE_ANSWER = {asked_name, asked_what, asked_weeks, asked_place, asked_word, asked_note}
"""Where almost anything that is typed is an answer, and closes the question."""


KINDS = [
    pytest.param(asked_hours, "9h-17h", "menu", id="hours"),
    pytest.param(asked_zone, "Athènes", "zone-confirm", id="zone"),
    pytest.param(asked_name, "Sami", "menu", id="name"),
    pytest.param(asked_time, "7h15", "draft-for", id="time"),
    pytest.param(asked_start, "demain", "draft-for", id="start"),
    pytest.param(asked_pause, "demain", "paused", id="pause"),
    pytest.param(asked_what, "courses", "reminder-how-often", id="reminder"),
    pytest.param(asked_weeks, "3", "reminder-which-first-day", id="weeks"),
    pytest.param(asked_day, "demain", "reminder-which-time", id="day"),
    pytest.param(asked_place, "12 rue du Port", "group-place-same", id="place"),
    pytest.param(asked_word, "Bravo", "board-word-card", id="word"),
    pytest.param(asked_name_of_somebody, "canari", "people", id="somebody"),
    pytest.param(asked_note, "Un fait", "person-note-kept", id="note"),
    pytest.param(asked_mood, "bonne", "run-question", id="check-in"),
]
Play = Callable[[Stage], Awaitable[Cast]]


@ON_SQLITE
@pytest.mark.parametrize(("play", "typed", "shown"), KINDS)
async def test_each_of_many_gets_an_answer(
    stage: Stage, memories: Memories, play: Play, typed: str, shown: str
) -> None:
    phone = (await memories.recall(stage, play))["asked"]

    assert await answers(phone, hostile(200)) >= 200

    await phone.write(typed)
    assert phone.shown == shown


@pytest.mark.parametrize(("play", "typed", "shown"), KINDS)
async def test_a_conversation_goes_on_after_all_of_it(
    stage: Stage, memories: Memories, play: Play, typed: str, shown: str
) -> None:
    phone = (await memories.recall(stage, play))["asked"]
    if play not in {*ONE_ANSWER, asked_name_of_somebody}:
        for text in hostile(12):
            await phone.write(text)

    await phone.write(typed)

    assert phone.shown == shown


async def answers(phone: Phone, texts: list[str]) -> int:
    """Type texts at a question, each as if it were the first; return how many messages came."""
    async with phone.stage.database.begin() as session:
        scene = await scene_of(session, phone)
        question = await questions.pending(session, scene.chat.id, scene.now)
        assert question is not None
        before = await said(session)
        for text in texts:
            await READERS[question.topic](scene, question.details, text)
        count = await said(session) - before
        await session.rollback()
    return count


async def said(session: Session) -> int:
    connection = await session.connection()
    found = await connection.execute(
        select(func.count()).select_from(SQLModel.metadata.tables["delivery"])
    )
    return int(found.scalar_one())


async def scene_of(session: Session, phone: Phone) -> Scene:
    stage = phone.stage
    now, voice = stage.clock.now(), stage.deployment.voice
    chat = await chats.hear(session, phone.id, ChatKind.PRIVATE, voice=voice, now=now)
    assert chat.person_id is not None
    person = await people.get(session, chat.person_id)
    return Scene(
        session=session,
        now=now,
        chat=chat,
        person=person,
        bell=SilentBell(),
        planner=stage.planner,
        deployment=stage.deployment,
        act=act,
    )
