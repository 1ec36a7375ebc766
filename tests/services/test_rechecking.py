"""At the moment of sending it is asked again whether a message may still go out."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.delivery import Class, Delivery, Reason
from bot.domain.people import Chat, Role
from bot.domain.plan import PlanState
from bot.domain.sharing import Purpose
from bot.domain.wakeup import NUDGE_SLOTS, MorningState, Slot
from bot.services.delivering import drain
from bot.services.rechecking import why_not
from bot.store import mornings, people, sharing
from bot.store.asking import facts_about
from bot.store.db import Database, Session
from tests.examples import NOW, TODAY, a_chat, a_delivery, a_person, a_plan, of_day, put
from tests.post import NotingMessenger, a_post

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """A person with a plan, and a coach."""

    person_id: str
    plan_id: str
    chat: Chat
    coach_id: str
    coach_chat: Chat


async def agreed(session: Session, state: PlanState = PlanState.ACTIVE) -> Agreed:
    person_id, chat = await a_person(session, 0)
    coach_id, coach_chat = await a_person(session, 1, Role.COACH)
    for purpose in Purpose:
        await sharing.consent(session, person_id, purpose, text=(1, "hash"), now=NOW)
    return Agreed(
        person_id=person_id,
        plan_id=await a_plan(session, person_id, state),
        chat=chat,
        coach_id=coach_id,
        coach_chat=coach_chat,
    )


async def pause(session: Session, person_id: str) -> None:
    person = await people.get(session, person_id)
    assert person is not None
    await people.keep(session, replace(person, paused_until=NOW + MINUTE))


async def answered(session: Session, with_: Agreed, state: MorningState) -> None:
    morning = await mornings.expect(
        session, plan_id=with_.plan_id, person_id=with_.person_id, day=TODAY, due=NOW
    )
    await mornings.keep(session, replace(morning, state=state))


async def verdict(
    session: Session, chat: Chat, slot: str | None, with_: Agreed, kind: Class = Class.WAKEUP
) -> Reason | None:
    occasion = of_day(with_.plan_id, slot) if slot else None
    return await reason(session, a_delivery(chat, kind, occasion=occasion), NOW)


async def reason(session: Session, delivery: Delivery, now: datetime) -> Reason | None:
    return why_not(delivery, await facts_about(session, [delivery], now), now)


async def test_what_is_agreed_goes_out(database: Database) -> None:
    async with database.begin() as session:
        with_ = await agreed(session)

        assert await verdict(session, with_.chat, Slot.NUDGE, with_) is None
        assert await verdict(session, with_.coach_chat, Slot.NOTE, with_, Class.DIGEST) is None


@pytest.mark.parametrize("kind", Class)
async def test_nothing_goes_out_when_it_is_too_late(database: Database, kind: Class) -> None:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session), kind)

        assert await reason(session, delivery, delivery.until) is Reason.LATE
        assert await reason(session, delivery, delivery.until - MINUTE) is None


@pytest.mark.parametrize("state", [PlanState.PROPOSED, PlanState.DECLINED, PlanState.ENDED])
async def test_a_plan_that_is_not_agreed_sends_nothing(
    database: Database, state: PlanState
) -> None:
    async with database.begin() as session:
        with_ = await agreed(session, state)

        assert await verdict(session, with_.chat, Slot.NUDGE, with_) is Reason.WITHDRAWN


async def test_a_plan_that_is_gone_sends_nothing(database: Database) -> None:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session), Class.WAKEUP, occasion=of_day("gone"))

        assert await reason(session, delivery, NOW) is Reason.WITHDRAWN


async def test_who_asked_for_silence_gets_replies_only(database: Database) -> None:
    async with database.begin() as session:
        with_ = await agreed(session)
        await pause(session, with_.person_id)

        assert await verdict(session, with_.chat, Slot.NUDGE, with_) is Reason.PAUSED
        assert await verdict(session, with_.chat, None, with_, Class.COPING) is Reason.PAUSED
        assert await verdict(session, with_.chat, None, with_, Class.REPLY) is None


async def test_a_coach_hears_nothing_of_somebody_who_asked_for_silence(database: Database) -> None:
    async with database.begin() as session:
        with_ = await agreed(session)
        await pause(session, with_.person_id)

        note = await verdict(session, with_.coach_chat, Slot.NOTE, with_, Class.DIGEST)

        assert note is Reason.PAUSED


async def test_a_pause_ends(database: Database) -> None:
    async with database.begin() as session:
        with_ = await agreed(session)
        await pause(session, with_.person_id)
        nudge = a_delivery(with_.chat, Class.WAKEUP, occasion=of_day(with_.plan_id))

        assert await reason(session, nudge, NOW + MINUTE) is None


@pytest.mark.parametrize(
    ("state", "goes_out"),
    [
        (MorningState.AWAITED, set(Slot)),
        (MorningState.SNOOZED, set(Slot) - set(NUDGE_SLOTS)),
        (MorningState.UP, {Slot.EVENING, Slot.LEAVING}),
        (MorningState.NOT_WORKING, set()),
        (MorningState.UNWELL, set()),
    ],
)
async def test_what_was_answered_meanwhile_is_not_asked_again(
    database: Database, state: MorningState, goes_out: set[Slot]
) -> None:
    async with database.begin() as session:
        with_ = await agreed(session)
        await answered(session, with_, state)

        found = {slot: await verdict(session, with_.chat, slot, with_) for slot in Slot}

    assert {slot for slot, reason in found.items() if reason is None} == goes_out
    assert set(found.values()) - {None} <= {Reason.ANSWERED}


@pytest.mark.parametrize(
    ("purpose", "slot"),
    [(Purpose.CHANNEL, Slot.NUDGE), (Purpose.CHANNEL, Slot.EVENING), (Purpose.NOTE, Slot.NOTE)],
)
async def test_a_consent_taken_back_meanwhile_counts(
    database: Database, purpose: Purpose, slot: Slot
) -> None:
    async with database.begin() as session:
        with_ = await agreed(session)

        await sharing.withdraw(session, with_.person_id, purpose, now=NOW)

        assert await verdict(session, with_.chat, slot, with_) is Reason.WITHDRAWN


async def test_who_was_woken_up_for_a_date_is_left_alone_on_it(
    database: Database, tmp_path: Path
) -> None:
    post, _ = a_post(database, NotingMessenger(), tmp_path)
    async with database.begin() as session:
        with_ = await agreed(session)
        other_plan = await a_plan(session, with_.person_id)
    nudge = a_delivery(with_.chat, Class.WAKEUP, occasion=of_day(other_plan))
    await put(database, nudge)
    await drain(post)

    async with database.look() as session:
        assert await verdict(session, with_.chat, Slot.NUDGE, with_) is Reason.WOKEN
        assert await verdict(session, with_.chat, Slot.LEAVING, with_) is None
