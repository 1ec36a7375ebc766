"""What is told in an order is told in the same one again, wherever its rows stand meanwhile.

A change of a row lets PostgreSQL keep it elsewhere: what a statement does not order, it returns in
another order then. Here rows stand the other way round, and all of them are of one moment.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import time, timedelta
from typing import TypeAlias

import pytest
from sqlalchemy import update
from sqlmodel import SQLModel, col

from bot.domain.contact import Notice
from bot.domain.delivery import Class, State
from bot.domain.outing import Outing
from bot.domain.people import Role
from bot.domain.plan import PlanKind
from bot.domain.wakeup import Slot
from bot.store import (
    agenda,
    contacts,
    deliveries,
    desks,
    group_invitations,
    groups,
    invitations,
    leading,
    mornings,
    outings,
    runs,
)
from bot.store.db import Database, Session
from bot.store.ids import new_id
from bot.store.tables import DeliveryRow, PlanRow
from bot.store.unanswered import plans_unanswered
from bot.store.unasked import unasked_in
from tests.canaries import CANARY_NAME
from tests.examples import NOW, TODAY, a_delivery, a_person, a_plan, of_day
from tests.store.test_groups import DAYS, a_group, somebody, workshops
from tests.store.test_runs import begun

DAY = timedelta(days=1)
SEVERAL = 5
Question: TypeAlias = Callable[[Session], Awaitable[Sequence[object]]]


async def turn_round(session: Session) -> None:
    """Let the rows of every table stand in the opposite order."""
    connection = await session.connection()
    for table in SQLModel.metadata.sorted_tables:
        await connection.exec_driver_sql(f"UPDATE {table.name} SET rowid = -rowid")  # noqa: S608 - our own names


async def about_plans(session: Session) -> Mapping[str, Question]:
    person_id, _ = await a_person(session)
    _, desk = await a_person(session, 1, Role.COACH)
    several = [await a_plan(session, person_id) for _ in range(2)]
    await session.exec(update(PlanRow).values(kind=PlanKind.CHECKIN))
    for plan_id in several:
        await mornings.expect(session, plan_id=plan_id, person_id=person_id, day=TODAY, due=NOW)
        note = a_delivery(desk, Class.DIGEST, occasion=of_day(plan_id, Slot.NOTE))
        await deliveries.add(session, note)
    await session.exec(update(DeliveryRow).values(state=State.SENT, ended_at=NOW))
    return {
        "mornings": lambda session: mornings.on_day(session, [person_id], TODAY),
        "notes": lambda session: desks.notes_between(session, desk.id, since=NOW, until=NOW + DAY),
        "unanswered": lambda session: plans_unanswered(session, 0, since=TODAY, limit=2),
    }


async def about_people(session: Session) -> Mapping[str, Question]:
    person_id, _ = await a_person(session, 2)
    for answer in ("one", "another"):
        await begun(session, person_id, answers={"a": answer})
        asked = await contacts.ask(session, person_id, NOW)
        notice = Notice(id=new_id(), request_id=asked.id, staff_id=person_id, next_at=NOW)
        await contacts.notify(session, notice)

    async def latest(session: Session) -> Sequence[object]:
        run = await runs.of_day(session, person_id, "x", day=TODAY)
        return [run, await contacts.open_of(session, person_id)]

    return {
        "latest": latest,
        "answers": lambda session: runs.answers_of(session, person_id, ("x", "a"), limit=2),
        "requests": lambda session: contacts.due(session, NOW, limit=2),
    }


async def about_groups(session: Session) -> Mapping[str, Question]:
    facilitator = await somebody(session, Role.FACILITATOR)
    for _ in range(2):
        group = await a_group(session)
        await workshops(session, group)
        await groups.lead(session, group.id, facilitator.id, now=NOW)
    for _ in range(2):
        invited = await invitations.add(
            session, role=Role.PARTICIPANT, name=CANARY_NAME, invited_by=None, now=NOW
        )
        await group_invitations.attach(session, invited.id, group.id)
        outing = Outing(
            id=new_id(),
            group_id=group.id,
            organiser_id=facilitator.id,
            what="x",
            place="x",
            day=TODAY,
            wall=time(14),
            most=None,
        )
        await outings.add(session, outing)
    at = NOW + (DAYS[0] - TODAY)
    return {
        "invited": lambda session: group_invitations.waiting(session, group.id, NOW),
        "outings": lambda session: outings.near(session, NOW),
        "led": lambda session: leading.near(session, at),
    }


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("about", [about_plans, about_people, about_groups])
async def test_what_is_of_one_moment_is_always_told_in_one_order(
    database: Database, about: Callable[[Session], Awaitable[Mapping[str, Question]]]
) -> None:
    async with database.begin() as session:
        questions = await about(session)
        before = {name: await ask(session) for name, ask in questions.items()}
        await turn_round(session)

        after = {name: await ask(session) for name, ask in questions.items()}

    assert after == before
    assert [name for name, told in before.items() if len(told) != 2] == []


async def test_what_plans_bring_at_one_moment_is_told_as_they_were_made(database: Database) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        several = [await a_plan(session, person_id) for _ in range(SEVERAL)]
        for number, plan_id in enumerate(several):
            made = update(PlanRow).where(col(PlanRow.id) == plan_id)
            await session.exec(made.values(created_at=NOW + number * DAY))
        brought = [
            a_delivery(chat, Class.CHECKIN, occasion=of_day(plan_id, PlanKind.CHECKIN))
            for plan_id in several
        ]
        for one in brought:
            await deliveries.add(session, one)

        shelf = await agenda.shelf(session, several, TODAY)
        known = await unasked_in(session, brought, NOW)

    assert [*shelf.plans] == several
    assert [one.id for one in known[chat.id].coming] == [one.id for one in brought]
