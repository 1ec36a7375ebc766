"""Chats, plans and deliveries for tests, each with what the test does not care about filled in."""

from datetime import UTC, date, datetime, time, timedelta

from bot.domain.delivery import LIMITS, Class, Delivery, Occasion
from bot.domain.message import Message, Phrase
from bot.domain.people import Chat, ChatKind, Language, Role, Voice
from bot.domain.plan import Around, Plan, PlanKind, PlanState
from bot.domain.schedule import Rule
from bot.domain.update import Update
from bot.store import chats, deliveries, incoming, people, plans
from bot.store.claims import Claimant
from bot.store.db import Database, Session
from bot.store.ids import new_id
from tests.canaries import CANARY_NAME, CANARY_TEXT, PERSON_IDS

NOW = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
TODAY = NOW.date()
FRENCH = Voice(language=Language.FRENCH)


def claimant(
    owner: str = "one", *, now: datetime = NOW, steady: datetime | None = None
) -> Claimant:
    return Claimant(owner=owner, now=now, steady=steady or now)


def a_delivery(chat: Chat, kind: Class = Class.REPLY, **changes: object) -> Delivery:
    due = changes.pop("due", NOW)
    assert isinstance(due, datetime)
    values = {
        "id": new_id(),
        "chat_id": chat.id,
        "kind": kind,
        "message": Message(says=Phrase("test-line", {"text": CANARY_TEXT})),
        "due": due,
        "until": due + LIMITS[kind].lateness,
    }
    return Delivery(**(values | changes))  # type: ignore[arg-type] # a test's own values


async def a_chat(session: Session, number: int = 0) -> Chat:
    return await chats.hear(
        session, PERSON_IDS[number], ChatKind.PRIVATE, voice=FRENCH, now=NOW - timedelta(minutes=1)
    )


async def a_person(
    session: Session, number: int = 0, role: Role = Role.PARTICIPANT
) -> tuple[str, Chat]:
    chat = await a_chat(session, number)
    person = await people.add(session, name=CANARY_NAME, role=role, zone="Europe/Paris", now=NOW)
    await chats.belongs_to(session, chat.id, person.id)
    found = await chats.get(session, chat.id)
    assert found is not None
    return person.id, found


async def a_plan(session: Session, person_id: str, state: PlanState = PlanState.ACTIVE) -> str:
    plan = Plan(
        id=new_id(),
        person_id=person_id,
        kind=PlanKind.WAKEUP,
        state=state,
        rule=Rule(wall=time(7), days=frozenset(range(5)), starts=NOW.date()),
        around=Around(evening=time(19, 30), leaves=time(8, 15), tells_coach=time(9)),
        proposed_by=None,
    )
    await plans.add(session, plan, NOW)
    return plan.id


async def an_update(
    session: Session, number: int, *, chat_key: str = "", now: datetime = NOW
) -> Update:
    raw = {"update_id": number}
    update = Update(id=new_id(), number=number, chat_key=chat_key, raw=raw)
    [kept] = await incoming.add_all(session, [update], now)
    return kept


async def put(database: Database, *several: Delivery) -> None:
    async with database.begin() as session:
        for delivery in several:
            assert await deliveries.add(session, delivery)


async def look_at(database: Database, delivery: Delivery) -> Delivery:
    async with database.look() as session:
        found = await deliveries.get(session, delivery.id)
    assert found is not None
    return found


def of_day(plan_id: str, slot: str = "nudge", day: date = TODAY) -> Occasion:
    return Occasion(plan_id=plan_id, day=day, slot=slot)
