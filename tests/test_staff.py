"""The command about those who work here: who they are, and that one of them leaves."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import staff
from bot.domain.errors import NoSuchStaff, SeveralStaff
from bot.domain.finding import Finding
from bot.domain.people import Language, Role, SupportState, Voice
from bot.settings import Settings
from bot.store import people, supports
from bot.store.db import Database, Session
from bot.store.vault import open_vault
from tests.canaries import CANARY_NAME, CANARY_TOKEN
from tests.examples import NOW, a_person
from tests.migrated import write_tables
from tests.post import StillClock
from tests.real_words import real_library

ENGLISH = Voice(language=Language.ENGLISH)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        telegram_token=CANARY_TOKEN,
        database_url=f"sqlite:///{tmp_path}/relais.sqlite",
        secret_key_file=tmp_path / "relais.key",
    )


@pytest.fixture
async def opened(settings: Settings) -> AsyncIterator[Database]:
    write_tables(Path(settings.database_url.removeprefix("sqlite:///")))
    database = Database(settings.database_url, open_vault(settings.secret_key_file))
    yield database
    await database.close()


async def somebody(session: Session, name: str, *roles: Role) -> str:
    person = await people.add(session, name=name, role=roles[0], zone="Europe/Paris", now=NOW)
    for role in roles[1:]:
        await people.give_role(session, person.id, role)
    return person.id


def said(found: list[Finding]) -> list[str]:
    library = real_library()
    return [library.say(one.says, ENGLISH) for one in found]


async def test_nobody_works_here_yet(settings: Settings, opened: Database) -> None:
    async with opened.begin() as session:
        await a_person(session)

    assert said([*await staff.listed(settings)]) == ["Nobody works here yet."]


async def test_who_works_here_is_listed_by_name(settings: Settings, opened: Database) -> None:
    async with opened.begin() as session:
        rose = await somebody(session, "Rose", Role.SUPERVISOR)
        nadia = await somebody(session, "Nadia", Role.FACILITATOR, Role.COACH)

    assert said([*await staff.listed(settings)]) == [
        f"Nadia: coach ({nadia})",
        f"Nadia: workshop team ({nadia})",
        f"Rose: supervisor ({rose})",
    ]


async def test_whoever_leaves_is_named_with_whom_that_leaves_alone(
    settings: Settings, opened: Database
) -> None:
    async with opened.begin() as session:
        nadia = await somebody(session, "Nadia", Role.COACH, Role.FACILITATOR)
        person_id, _ = await a_person(session)
        given = await supports.add(session, coach_id=nadia, participant_id=person_id, now=NOW)
        became = SupportState.ACTIVE
        await supports.change(session, given.id, was=given.state, becomes=became)

    found = await staff.ended(settings, StillClock(), " nadia ", role=Role.COACH)

    assert said([*found]) == [
        "Nadia: role ended (coach)",
        f"Without a coach now: {CANARY_NAME}",
    ]
    assert len(await staff.listed(settings)) == 1


async def test_without_a_role_all_of_them_end(settings: Settings, opened: Database) -> None:
    async with opened.begin() as session:
        nadia = await somebody(session, "Nadia", Role.COACH, Role.FACILITATOR)

    assert len(await staff.ended(settings, StillClock(), nadia, role=None)) == 2
    with pytest.raises(NoSuchStaff):
        await staff.ended(settings, StillClock(), nadia, role=None)


@pytest.mark.parametrize(("who", "role"), [("Personne", None), ("Nadia", Role.SUPERVISOR)])
async def test_who_does_not_work_here_as_that_cannot_leave(
    settings: Settings, opened: Database, who: str, role: Role | None
) -> None:
    async with opened.begin() as session:
        await somebody(session, "Nadia", Role.COACH)

    with pytest.raises(NoSuchStaff):
        await staff.ended(settings, StillClock(), who, role=role)


async def test_a_name_that_two_have_is_not_enough(settings: Settings, opened: Database) -> None:
    async with opened.begin() as session:
        first = await somebody(session, "Nadia", Role.COACH)
        await somebody(session, "Nadia", Role.COACH)

    with pytest.raises(SeveralStaff):
        await staff.ended(settings, StillClock(), "Nadia", role=None)
    assert len(await staff.ended(settings, StillClock(), first, role=None)) == 1


async def test_nobody_who_is_supported_can_be_made_to_leave(
    settings: Settings, opened: Database
) -> None:
    async with opened.begin() as session:
        person_id, _ = await a_person(session)

    with pytest.raises(NoSuchStaff):
        await staff.ended(settings, StillClock(), person_id, role=None)
