"""The state of things for whoever runs Relais: numbers, our own ids, and no name."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import chdir
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot.__main__ import main
from bot.clock import SystemClock
from bot.domain.delivery import Class, Delivery, Reason, State
from bot.domain.errors import DatabaseAway, DatabaseNotReady
from bot.domain.people import Language, Voice
from bot.domain.sharing import Purpose
from bot.settings import Settings
from bot.status import PATIENCE, status
from bot.store import chats, claims, deliveries, erasing, incoming, plans, sharing, windows
from bot.store.db import Database, Session
from bot.store.tables import DeliveryRow
from bot.store.vault import open_vault
from tests.canaries import CANARIES, CANARY_TOKEN
from tests.examples import NOW, a_chat, a_delivery, a_person, a_plan, an_update
from tests.migrated import write_tables
from tests.post import StillClock
from tests.real_words import real_library

MINUTE = timedelta(minutes=1)
ENGLISH = Voice(language=Language.ENGLISH)
Fill = Callable[[Session], Awaitable[None]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        telegram_token=CANARY_TOKEN,
        database_url=f"sqlite:///{tmp_path}/relais.sqlite",
        secret_key_file=tmp_path / "relais.key",
    )


def filled(settings: Settings, fill: Fill | None = None) -> None:
    """Make the database, and fill it."""

    async def make() -> None:
        write_tables(Path(settings.database_url.removeprefix("sqlite:///")))
        database = Database(settings.database_url, open_vault(settings.secret_key_file))
        async with database.begin() as session:
            if fill:
                await fill(session)
        await database.close()

    asyncio.run(make())


def told(settings: Settings) -> tuple[list[str], list[str]]:
    """Return what is said, and what of it is said to be wrong."""
    library = real_library()
    found = status(settings, StillClock())
    said = [(library.say(one.says, ENGLISH), one.is_well) for one in found]
    return [text for text, _ in said], [text for text, is_well in said if not is_well]


async def ended(session: Session, delivery: Delivery, **how: object) -> None:
    await deliveries.add(session, delivery)
    row = update(DeliveryRow).where(col(DeliveryRow.id) == delivery.id)
    await session.exec(row.values(**how))


def test_where_nothing_happens_nothing_is_wrong(settings: Settings) -> None:
    filled(settings)

    said, wrong = told(settings)

    assert said == [
        "Relais, Friday 20 November at 07:00",
        "To be sent: 0",
        "Chats that cannot be reached: 0",
        "Received, set aside: 0",
    ]
    assert wrong == []


def test_what_is_due_and_what_is_late_is_told(settings: Settings) -> None:
    async def fill(session: Session) -> None:
        chat, other = await a_chat(session), await a_chat(session, 1)
        for due in (NOW - 2 * PATIENCE, NOW + 30 * MINUTE):
            await deliveries.add(session, a_delivery(chat, Class.WAKEUP, due=due))
        await claims.hold(session, other.id, NOW + MINUTE)

    filled(settings, fill)

    said, wrong = told(settings)

    assert {"To be sent: 2", "Next: Friday 20 November at 07:30"} <= set(said)
    assert "Chats that Telegram makes wait: 1, messages for them: 0" in said
    assert wrong == ["Late: 1, the oldest by 20 min"]


def test_what_was_late_is_told_by_our_own_id_and_why(settings: Settings) -> None:
    ids = []

    async def fill(session: Session) -> None:
        chat = await a_chat(session)
        expired = a_delivery(chat, Class.WAKEUP, due=NOW - 60 * MINUTE)
        ids.append(expired.id)
        await ended(session, expired, state=State.EXPIRED, reason=Reason.LATE, ended_at=NOW)
        sent = a_delivery(chat, Class.WAKEUP, due=NOW - 60 * MINUTE)
        await ended(session, sent, state=State.SENT, ended_at=sent.due + timedelta(seconds=7))

    filled(settings, fill)

    said, wrong = told(settings)

    assert "In 24 hours, wake-up: 1 sent, late by 7 s at most" in said
    assert wrong == ["In 24 hours, wake-up: 1 too late (its time was over)"]
    place = "Friday 20 November at 06:00"
    assert f"{ids[0]}: wake-up, {place}, too late (its time was over)" in said


def test_what_telegram_made_wait_is_told(settings: Settings) -> None:
    async def fill(session: Session) -> None:
        chat = await a_chat(session)
        await windows.note(session, chat.id, NOW - MINUTE, window=2 * MINUTE)
        late = {"state": State.SENT, "reason": Reason.SLOWED, "ended_at": NOW}
        await ended(session, a_delivery(chat, Class.WAKEUP, due=NOW - MINUTE), **late)
        await deliveries.add(session, a_delivery(chat, due=NOW))
        await claims.hold(session, chat.id, NOW + MINUTE)

    filled(settings, fill)

    said, wrong = told(settings)

    assert {
        "Chats that Telegram makes wait: 1, messages for them: 1",
        "In 24 hours, Telegram asked to wait 1 times, 120 s at most",
        "In 24 hours, wake-up: 1 sent with a delay (Telegram asked to wait)",
    } <= set(said)
    assert wrong == []


def test_who_cannot_be_reached_is_told_by_our_own_id(settings: Settings) -> None:
    ids = []

    async def fill(session: Session) -> None:
        person_id, chat = await a_person(session)
        await chats.set_reachable(session, chat.id, reachable=False)
        ids.append(person_id)

    filled(settings, fill)

    said, wrong = told(settings)

    assert {"Chats that cannot be reached: 1", f"Person who cannot be reached: {ids[0]}"} <= {*said}
    assert wrong == []


def test_a_plan_that_was_set_aside_is_told_by_our_own_id(settings: Settings) -> None:
    ids = []

    async def fill(session: Session) -> None:
        person_id, _ = await a_person(session)
        plan_id = await a_plan(session, person_id)
        await plans.set_aside(session, [plan_id], NOW, now=NOW)
        ids.append(plan_id)

    filled(settings, fill)

    said, wrong = told(settings)

    assert wrong == ["Plans set aside, which cannot be planned: 1"]
    assert f"Plan set aside: {ids[0]}" in said


@pytest.mark.parametrize(
    ("state", "reason", "is_wrong"),
    [
        (State.FAILED, Reason.UNREACHABLE, False),
        (State.SKIPPED, Reason.PAUSED, False),
        (State.FAILED, Reason.REFUSED, True),
        (State.UNCERTAIN, Reason.UNKNOWN, True),
    ],
)
def test_somebody_who_left_or_paused_is_no_fault(
    settings: Settings, state: State, reason: Reason, *, is_wrong: bool
) -> None:
    async def fill(session: Session) -> None:
        await ended(session, a_delivery(await a_chat(session)), state=state, reason=reason)

    filled(settings, fill)

    assert bool(told(settings)[1]) is is_wrong


def test_what_was_received_and_set_aside_is_told(settings: Settings) -> None:
    async def fill(session: Session) -> None:
        await an_update(session, 1, now=NOW - 2 * PATIENCE)
        dead = await an_update(session, 2)
        await incoming.set_aside(session, dead.id, "a trace")

    filled(settings, fill)

    assert told(settings)[1] == [
        "Received, not handled yet: 1, the oldest for 20 min",
        "Received, set aside: 1",
    ]


def test_every_way_to_end_has_words_and_no_name_is_said(settings: Settings) -> None:
    async def fill(session: Session) -> None:
        _, chat = await a_person(session)
        for kind in Class:
            for reason in Reason:
                how = {"state": State.FAILED, "reason": reason, "ended_at": NOW}
                await ended(session, a_delivery(chat, kind), **how)

    filled(settings, fill)

    said = "\n".join(told(settings)[0])

    assert said.count("In 24 hours") == len(Class) * len(Reason)
    assert not [one for one in CANARIES if one in said]


def test_a_look_makes_nothing(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        status(settings, SystemClock())
    open_vault(settings.secret_key_file)
    with pytest.raises(DatabaseAway):
        status(settings, SystemClock())

    assert [each.name for each in tmp_path.iterdir()] == ["relais.key"]


def test_tables_of_another_version_are_told(settings: Settings, tmp_path: Path) -> None:
    open_vault(settings.secret_key_file)
    (tmp_path / "relais.sqlite").touch()

    with pytest.raises(DatabaseNotReady):
        status(settings, SystemClock())


@pytest.mark.parametrize(("is_late", "code"), [(False, 0), (True, 1)])
def test_the_command_ends_with_one_if_something_is_wrong(
    settings: Settings,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    *,
    is_late: bool,
    code: int,
) -> None:
    due = SystemClock().now() - 2 * PATIENCE if is_late else SystemClock().now() + PATIENCE

    async def fill(session: Session) -> None:
        await deliveries.add(session, a_delivery(await a_chat(session), due=due))

    filled(settings, fill)
    (tmp_path / ".env").write_text(f"RELAIS_TELEGRAM_TOKEN={CANARY_TOKEN}\nRELAIS_LANGUAGE=en")

    with chdir(tmp_path):
        assert main(["status"]) == code

    said = capsys.readouterr().out.splitlines()
    assert len([line for line in said if line.startswith("! ")]) == code
    assert "  To be sent: 1" in said


def test_who_was_not_erased_in_time_is_told_as_wrong(settings: Settings) -> None:
    async def fill(session: Session) -> None:
        for number, due in enumerate((NOW - 2 * PATIENCE, NOW)):
            person_id, _ = await a_person(session, number)
            await erasing.ask(session, person_id, due=due)

    filled(settings, fill)

    _, wrong = told(settings)

    assert wrong == ["People who asked to leave and were not erased in time: 1"]


def test_how_many_consents_are_to_be_asked_for_again_is_told(settings: Settings) -> None:
    async def fill(session: Session) -> None:
        person_id, _ = await a_person(session)
        text = (1, "other words")
        await sharing.consent(session, person_id, Purpose.CHANNEL, text=text, now=NOW)
        await sharing.compare(session, {Purpose.CHANNEL: "the words of today"}, NOW)

    filled(settings, fill)

    said, wrong = told(settings)

    assert "Consents to be asked for again, since their text changed: 1" in said
    assert wrong == []
