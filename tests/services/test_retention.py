"""What is older than its rule lets it be goes at night; three years are played in seconds."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import SQLModel, select

from bot.domain.delivery import Class, State
from bot.domain.dialogue import RunState
from bot.domain.people import ChatKind, InvitationState, Role, Standing, SupportState
from bot.domain.plan import PlanState
from bot.domain.routine import MORNING
from bot.domain.safety import PLAN
from bot.domain.sharing import Purpose
from bot.domain.update import UpdateState
from bot.domain.wakeup import MorningState
from bot.services.housekeeping import keep_house, over_age, retain
from bot.store import chats, erasing, people
from bot.store.checkins import CheckinRow
from bot.store.db import Database, Session
from bot.store.ids import new_id
from bot.store.keeping import HALF_A_YEAR, LAST_CONTACT, YEAR, Aged, aged
from bot.store.runs import RunRow
from bot.store.tables import (
    ConsentRow,
    DeliveryRow,
    InvitationRow,
    LookRow,
    MorningRow,
    PersonRow,
    PlanRow,
    QuestionRow,
    SupportRow,
    UpdateRow,
    WindowRow,
)
from tests.canaries import PERSON_IDS
from tests.examples import FRENCH, NOW, a_chat, a_plan
from tests.services.plays import ON_SQLITE
from tests.services.stage import SilentBell

WEEK = timedelta(days=7)
TWO_MONTHS = 8 * WEEK
THREE_YEARS = timedelta(days=3 * 365)


async def somebody(session: Session, number: int) -> tuple[str, str]:
    """Let somebody in; return their id and their chat's."""
    chat = await a_chat(session, number)
    person = await people.add(
        session, name="Somebody", role=Role.PARTICIPANT, zone="Europe/Paris", now=NOW
    )
    await people.keep(session, replace(person, standing=Standing.ACTIVE))
    await chats.belongs_to(session, chat.id, person.id)
    return person.id, chat.id


def two_months(person: str, chat: str, plan: str, now: datetime) -> Sequence[SQLModel]:
    """Return what two months leave behind, a row of each kind."""
    return [*answers(person, now), *papers(person, now), *traces(person, chat, plan, now)]


def answers(person: str, now: datetime) -> Sequence[SQLModel]:
    day = now.date()
    return [
        RunRow(
            id=new_id(),
            person_id=person,
            exercise="mood",
            state=RunState.FINISHED,
            day=day,
            sealed_run=b"x",
            moved_at=now,
        ),
        CheckinRow(
            id=new_id(),
            person_id=person,
            exercise="mood",
            day=day,
            answered_at=now,
            sealed_values=b"x",
        ),
        LookRow(id=new_id(), staff_id=person, person_id=person, looked_at=now),
    ]


def papers(person: str, now: datetime) -> Sequence[SQLModel]:
    return [
        ConsentRow(
            id=new_id(),
            person_id=person,
            purpose=Purpose.NOTE,
            version=1,
            text_hash="x",
            given_at=now,
            withdrawn_at=now,
        ),
        InvitationRow(
            id=new_id(),
            token_mark=new_id(),
            role=Role.PARTICIPANT,
            sealed_name=b"x",
            invited_by=person,
            state=InvitationState.OPEN,
            expires_at=now,
        ),
        SupportRow(
            id=new_id(),
            coach_id=person,
            participant_id=person,
            state=SupportState.ENDED,
            since=now,
        ),
    ]


def traces(person: str, chat: str, plan: str, now: datetime) -> Sequence[SQLModel]:
    day = now.date()
    return [
        MorningRow(
            id=new_id(), plan_id=plan, person_id=person, day=day, due=now, state=MorningState.UP
        ),
        DeliveryRow(
            id=new_id(),
            chat_id=chat,
            shard=0,
            kind=Class.WAKEUP,
            state=State.SENT,
            number=0,
            due=now,
            until=now,
            sealed_message=b"x",
            plan_id=plan,
            day=day,
            slot="nudge",
            ended_at=now,
        ),
        UpdateRow(
            id=new_id(), chat_key="x", state=UpdateState.DEAD, sealed_raw=b"x", received_at=now
        ),
        WindowRow(id=new_id(), chat_id=chat, opened_at=now, closes_at=now, seconds=1.0),
    ]


async def older(session: Session, rule: Aged, now: datetime) -> int:
    """Count the rows of a rule's table that are too old, whatever `retain` makes of it."""
    rows = (await session.exec(select(rule.row))).all()
    moments = [getattr(row, rule.since) for row in rows]
    before = now - rule.age
    return sum(
        moment < (before if isinstance(moment, datetime) else before.date())
        for moment in moments
        if moment is not None
    )


async def play(database: Database, end: datetime) -> None:
    """Play one night of each two months until the end."""
    async with database.begin() as session:
        person, chat = await somebody(session, 0)
        await somebody(session, 1)
    now = NOW
    while now < end:
        async with database.begin() as session:
            await chats.hear(session, PERSON_IDS[0], ChatKind.PRIVATE, voice=FRENCH, now=now)
            ended = await a_plan(session, person, PlanState.ENDED)
            session.add_all(two_months(person, chat, ended, now))
            await session.merge(
                QuestionRow(chat_id=chat, topic="x", sealed_details=b"x", asked_at=now)
            )
        await keep_house(database, now)
        await retain(database, now, SilentBell())
        now += TWO_MONTHS


@ON_SQLITE
async def test_three_years_leave_nothing_over_age(database: Database) -> None:
    end = NOW + THREE_YEARS

    await play(database, end)
    await keep_house(database, end)
    await retain(database, end, SilentBell())

    assert set((await over_age(database, end)).values()) == {0}
    async with database.look() as session:
        left = {one.table: await older(session, one, end) for one in aged() if one.only is None}
        assert left == dict.fromkeys(left, 0)
        assert len((await session.exec(select(RunRow))).all()) == HALF_A_YEAR // TWO_MONTHS
        assert (await session.exec(select(PlanRow))).all()
        assert [row.id for row in await session.exec(select(PersonRow))] != []


async def test_what_somebody_looks_up_stays_as_it_was_written_last(database: Database) -> None:
    async with database.begin() as session:
        person, _ = await somebody(session, 0)
        session.add_all(
            RunRow(
                id=new_id(),
                person_id=person,
                exercise=exercise,
                state=RunState.FINISHED,
                day=at.date(),
                sealed_run=b"x",
                moved_at=at,
            )
            for exercise in ("mood", PLAN, MORNING)
            for at in (NOW, NOW + WEEK)
        )

    await retain(database, NOW + YEAR, SilentBell())

    async with database.look() as session:
        found = await session.exec(select(RunRow.exercise, RunRow.moved_at))
        assert set(found) == {(PLAN, NOW + WEEK), (MORNING, NOW + WEEK)}


async def test_who_was_not_heard_for_two_years_goes(database: Database) -> None:
    async with database.begin() as session:
        person, _ = await somebody(session, 0)

    await retain(database, NOW + LAST_CONTACT - WEEK, SilentBell())
    async with database.look() as session:
        assert await people.get(session, person)

    gone = await retain(database, NOW + LAST_CONTACT + WEEK, SilentBell())
    async with database.look() as session:
        assert gone["person"] == 1
        assert await people.get(session, person) is None


async def test_who_was_not_heard_for_two_years_is_written_to_no_more(database: Database) -> None:
    async with database.begin() as session:
        await somebody(session, 0)

    await retain(database, NOW + LAST_CONTACT + WEEK, SilentBell())

    async with database.look() as session:
        assert (await session.exec(select(DeliveryRow))).all() == []
        assert len(await erasing.tombstones(session)) == 1


async def test_what_stands_is_not_forgotten_however_old(database: Database) -> None:
    async with database.begin() as session:
        person, _ = await somebody(session, 0)
        plan = await a_plan(session, person)
        session.add(
            ConsentRow(
                id=new_id(),
                person_id=person,
                purpose=Purpose.CHANNEL,
                version=1,
                text_hash="x",
                given_at=NOW,
            )
        )
        later = NOW + LAST_CONTACT
        await chats.hear(session, PERSON_IDS[0], ChatKind.PRIVATE, voice=FRENCH, now=later)

    await retain(database, later, SilentBell())

    async with database.look() as session:
        assert [row.id for row in await session.exec(select(PlanRow))] == [plan]
        assert len((await session.exec(select(ConsentRow))).all()) == 1


async def test_a_dry_run_counts_and_forgets_nothing(database: Database) -> None:
    async with database.begin() as session:
        person, chat = await somebody(session, 0)
        plan = await a_plan(session, person, PlanState.ENDED)
        session.add_all(two_months(person, chat, plan, NOW))
    later = NOW + HALF_A_YEAR + WEEK

    counted = await over_age(database, later)
    gone = await retain(database, later, SilentBell())

    assert counted["run"] == counted["checkin"] == counted["delivery"] == 1
    assert gone == {**counted, "plan": 1}
    assert set((await over_age(database, later)).values()) == {0}


async def test_a_rule_that_fails_stops_no_other(database: Database) -> None:
    async with database.begin() as session:
        person, chat = await somebody(session, 0)
        session.add_all(two_months(person, chat, await a_plan(session, person), NOW)[:2])
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("DROP TABLE look")

    gone = await retain(database, NOW + HALF_A_YEAR + WEEK, SilentBell())

    assert (gone["look"], gone["checkin"]) == (0, 1)
