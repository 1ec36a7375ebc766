"""What counts as asked in a week: one for each plan and day, by what became of its messages."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot.domain.checkin import MOOD
from bot.domain.delivery import Class, Reason, State
from bot.domain.digest import Asked
from bot.domain.people import Chat
from bot.domain.plan import PlanKind
from bot.domain.wakeup import MorningState, Slot
from bot.store import deliveries, mornings, weeks
from bot.store.checkins import Checkin
from bot.store.checkins import keep as keep_checkin
from bot.store.db import Database, Session
from bot.store.tables import DeliveryRow, MorningRow, PlanRow
from tests.examples import NOW, TODAY, a_delivery, a_person, a_plan, of_day

DAY = timedelta(days=1)
Ending = tuple[str, State, Reason | None]

SENT = Asked(went_out=True)
LOST = Asked(went_out=False)


async def ended(
    session: Session, chat: Chat, plan_id: str, *endings: Ending, day: date = TODAY
) -> None:
    """Let messages of a plan's day have ended in these ways."""
    for slot, state, reason in endings:
        one = a_delivery(chat, Class.WAKEUP, occasion=of_day(plan_id, slot, day))
        await deliveries.add(session, one)
        which = update(DeliveryRow).where(col(DeliveryRow.id) == one.id)
        await session.exec(which.values(state=state, reason=reason, ended_at=NOW))


async def of_today(session: Session, person_id: str, kind: PlanKind) -> Sequence[Asked]:
    return await weeks.asked(session, {kind: [person_id]}, first=TODAY, until=TODAY + DAY)


@pytest.mark.parametrize(
    ("endings", "expected"),
    [
        ([], []),
        ([(Slot.NUDGE, State.SENT, None)], [SENT]),
        ([(Slot.NUDGE, State.UNCERTAIN, Reason.UNKNOWN)], [SENT]),
        ([(Slot.NUDGE, State.SKIPPED, Reason.MERGED)], [SENT]),
        ([(Slot.NUDGE, State.FAILED, Reason.UNREACHABLE)], [LOST]),
        ([(Slot.NUDGE, State.EXPIRED, Reason.MISSED)], [LOST]),
        ([(Slot.NUDGE, State.EXPIRED, Reason.LATE), (Slot.SECOND, State.SENT, None)], [SENT]),
        ([(Slot.NUDGE, State.SENT, None), (Slot.SECOND, State.SENT, None)], [SENT]),
        ([(Slot.NUDGE, State.SKIPPED, Reason.PAUSED)], []),
        ([(Slot.NUDGE, State.PLANNED, None)], []),
        ([(Slot.NOTE, State.SENT, None)], []),
    ],
)
async def test_a_day_counts_once_by_what_became_of_it(
    database: Database, endings: list[Ending], expected: list[Asked]
) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        await ended(session, chat, await a_plan(session, person_id), *endings)

        assert await of_today(session, person_id, PlanKind.WAKEUP) == expected


async def test_an_answer_belongs_to_its_plan_and_its_day(database: Database) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        plan_id = await a_plan(session, person_id)
        other = await a_plan(session, person_id)
        for one, day in ((plan_id, TODAY), (plan_id, TODAY - DAY), (other, TODAY)):
            await ended(session, chat, one, (Slot.NUDGE, State.SENT, None), day=day)
        await mornings.expect(session, plan_id=plan_id, person_id=person_id, day=TODAY, due=NOW)
        await session.exec(update(MorningRow).values(state=MorningState.UP))

        found = await weeks.asked(
            session, {PlanKind.WAKEUP: [person_id]}, first=TODAY - DAY, until=TODAY + DAY
        )

    assert sorted(one.is_answered for one in found) == [False, False, True]


async def test_a_check_in_is_answered_by_the_day_and_not_by_another_question(
    database: Database,
) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        for kind in (PlanKind.CHECKIN, PlanKind.AFTERWORK):
            plan_id = await a_plan(session, person_id)
            await session.exec(update(PlanRow).where(col(PlanRow.id) == plan_id).values(kind=kind))
            await ended(session, chat, plan_id, (kind, State.SENT, None))
        answers = {"mood": "good"}
        await keep_checkin(
            session,
            Checkin(person_id=person_id, exercise=MOOD, day=TODAY, answered_at=NOW, values=answers),
        )

        assert await of_today(session, person_id, PlanKind.CHECKIN) == [
            Asked(went_out=True, is_answered=True)
        ]
        assert await of_today(session, person_id, PlanKind.AFTERWORK) == [SENT]


async def test_nothing_of_others_and_of_other_weeks_counts(database: Database) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        plan_id = await a_plan(session, person_id)
        sent = (Slot.NUDGE, State.SENT, None)
        for day in (TODAY - DAY, TODAY + DAY):
            await ended(session, chat, plan_id, sent, day=day)
        other, others_chat = await a_person(session, 1)
        await ended(session, others_chat, await a_plan(session, other), sent)

        assert await of_today(session, person_id, PlanKind.WAKEUP) == []
        assert await of_today(session, other, PlanKind.CHECKIN) == []
        assert (
            await weeks.asked(session, {PlanKind.WAKEUP: []}, first=TODAY, until=TODAY + DAY) == []
        )
