"""A delivery is claimed, asked about again, worded, sent and recorded, whatever goes wrong."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.delivery import Class, Delivery, Reason, State
from bot.domain.errors import (
    ChatGone,
    ChatMoved,
    OutsideError,
    Refused,
    SlowDown,
    Stopped,
    TryLater,
)
from bot.domain.message import Button, Message, Phrase
from bot.domain.people import Chat, ChatKind
from bot.domain.plan import PlanState
from bot.services.delivering import Post, deliver, drain, take
from bot.services.ports import Worded
from bot.store import chats
from bot.store.db import Database
from bot.store.tables import DeliveryRow
from tests.canaries import CANARY_TEXT, PERSON_IDS
from tests.examples import FRENCH, a_chat, a_delivery, a_person, a_plan, look_at, of_day, put
from tests.post import NotingMessenger, StillClock, a_post

MINUTE = timedelta(minutes=1)
PERHAPS = TryLater(perhaps_sent=True)
NOT_SENT = TryLater(perhaps_sent=False)


@pytest.fixture
def messenger() -> NotingMessenger:
    return NotingMessenger()


@pytest.fixture
def joined(
    database: Database, messenger: NotingMessenger, tmp_path: Path
) -> tuple[Post, StillClock]:
    return a_post(database, messenger, tmp_path)


@pytest.fixture
def post(joined: tuple[Post, StillClock]) -> Post:
    return joined[0]


@pytest.fixture
def clock(joined: tuple[Post, StillClock]) -> StillClock:
    return joined[1]


async def one_to_send(database: Database, kind: Class = Class.REPLY) -> Delivery:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session), kind)
    await put(database, delivery)
    return delivery


async def ended(database: Database, delivery: Delivery) -> tuple[State, Reason | None]:
    async with database.look() as session:
        row = await session.get_one(DeliveryRow, delivery.id)
        return row.state, row.reason


async def test_what_is_due_is_sent_in_words(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    delivery = await one_to_send(database)

    assert await drain(post) == 1

    [(chat, worded)] = messenger.sent
    assert (chat.telegram_id, worded.text) == (PERSON_IDS[0], CANARY_TEXT)
    assert (await look_at(database, delivery)).telegram_message == 101


async def test_nothing_is_sent_twice_by_several_at_once(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    async with database.begin() as session:
        made = [a_delivery(await a_chat(session, number)) for number in range(40)]
    await put(database, *made)

    await asyncio.gather(*(drain(post) for _ in range(3)))
    await drain(post)

    sent_to = [chat.id for chat, _ in messenger.sent]
    assert sorted(sent_to) == sorted(one.chat_id for one in made)


async def test_replies_to_a_chat_go_out_in_order(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    words = [f"line {number}" for number in range(5)]
    await put(
        database,
        *(a_delivery(chat, message=Message(says=Phrase("test-line", {"text": w}))) for w in words),
    )

    await drain(post)

    assert messenger.texts == words


@pytest.mark.parametrize(
    ("failure", "kind", "state", "reason"),
    [
        (ChatGone(), Class.REPLY, State.FAILED, Reason.UNREACHABLE),
        (Refused(), Class.REPLY, State.FAILED, Reason.REFUSED),
        (SlowDown(MINUTE), Class.CHECKIN, State.PLANNED, Reason.SLOWED),
        (NOT_SENT, Class.CHECKIN, State.PLANNED, Reason.AWAY),
        (PERHAPS, Class.WAKEUP, State.PLANNED, Reason.AWAY),
        (PERHAPS, Class.CHECKIN, State.UNCERTAIN, Reason.UNKNOWN),
        (Stopped(), Class.REPLY, State.PLANNED, Reason.AWAY),
        (TimeoutError(), Class.CHECKIN, State.UNCERTAIN, Reason.UNKNOWN),
        (KeyError("a bug"), Class.REPLY, State.UNCERTAIN, Reason.UNKNOWN),
    ],
)
async def test_each_failure_has_its_consequence(
    post: Post,
    database: Database,
    messenger: NotingMessenger,
    failure: BaseException,
    kind: Class,
    state: State,
    reason: Reason | None,
) -> None:
    messenger.failures = {1: failure}
    delivery = await one_to_send(database, kind)

    await drain(post)

    assert await ended(database, delivery) == (state, reason)
    assert messenger.sent == []


@pytest.mark.parametrize(
    ("failure", "wait", "reason"),
    [
        (SlowDown(MINUTE), MINUTE, Reason.SLOWED),
        (NOT_SENT, timedelta(seconds=2), Reason.AWAY),
        (PERHAPS, timedelta(seconds=2), Reason.AWAY),
    ],
)
async def test_a_failed_sending_is_tried_again_after_a_rest_and_says_why_it_is_late(
    joined: tuple[Post, StillClock],
    database: Database,
    messenger: NotingMessenger,
    failure: OutsideError,
    wait: timedelta,
    reason: Reason,
) -> None:
    post, clock = joined
    messenger.failures = {1: failure}
    delivery = await one_to_send(database)
    await drain(post)

    clock.pass_by(wait - timedelta(milliseconds=1))
    await drain(post)
    assert messenger.attempts == 1

    clock.pass_by(timedelta(milliseconds=1))
    await drain(post)
    assert await ended(database, delivery) == (State.SENT, reason)


async def test_no_more_copies_go_out_than_the_class_allows(
    post: Post, clock: StillClock, database: Database, messenger: NotingMessenger
) -> None:
    messenger.failures = dict.fromkeys(range(1, 10), PERHAPS)
    delivery = await one_to_send(database, Class.WAKEUP)

    for _ in range(5):
        await drain(post)
        clock.pass_by(timedelta(seconds=3))

    assert messenger.attempts == 2
    kept = await look_at(database, delivery)
    assert (kept.state, kept.copies) == (State.UNCERTAIN, 2)


async def test_a_chat_that_rests_holds_up_no_other(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    messenger.failures = {1: SlowDown(timedelta(hours=8))}
    async with database.begin() as session:
        made = [a_delivery(await a_chat(session, number)) for number in range(3)]
    await put(database, *made)

    await drain(post)

    assert len(messenger.sent) == 2


async def test_a_lost_chat_is_marked(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    messenger.failures = {1: ChatGone()}
    delivery = await one_to_send(database)

    await drain(post)

    async with database.look() as session:
        chat = await chats.get(session, delivery.chat_id)
    assert chat is not None
    assert not chat.reachable


async def test_whoever_wrote_while_a_message_failed_can_be_reached(
    post: Post, clock: StillClock, database: Database, messenger: NotingMessenger
) -> None:
    messenger.failures = {1: ChatGone()}
    await one_to_send(database)
    [claimed] = await take(post, limit=1)
    clock.pass_by(timedelta(seconds=1))
    async with database.begin() as session:
        await chats.hear(
            session, claimed.chat.telegram_id, ChatKind.PRIVATE, voice=FRENCH, now=clock.now()
        )

    await deliver(post, claimed)

    assert (await chat_of(database, claimed.delivery)).reachable


async def test_a_moved_group_gets_it_under_its_new_id(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    messenger.failures = {1: ChatMoved(PERSON_IDS[9])}
    await one_to_send(database)

    await drain(post)

    assert [chat.telegram_id for chat, _ in messenger.sent] == [PERSON_IDS[9]]


async def test_an_edit_names_the_message_it_changes(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    first = await one_to_send(database)
    await drain(post)
    second = a_delivery(await chat_of(database, first), replaces=first.id)
    await put(database, second)

    await drain(post)

    assert messenger.sent[1][1].edits == 101


async def test_what_was_never_sent_cannot_be_edited_and_is_written_anew(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    messenger.failures = {1: Refused()}
    first = await one_to_send(database)
    await drain(post)
    await put(database, a_delivery(await chat_of(database, first), replaces=first.id))

    await drain(post)

    assert messenger.sent[0][1].edits is None


async def test_a_message_that_cannot_be_worded_is_set_aside_and_the_others_go_on(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    async with database.begin() as session:
        unknown = Message(says=Phrase("nobody-wrote-this"))
        bad = a_delivery(await a_chat(session, 0), message=unknown)
        good = a_delivery(await a_chat(session, 1))
    await put(database, bad, good)

    await drain(post)

    assert await ended(database, bad) == (State.FAILED, Reason.MALFORMED)
    assert messenger.texts == [CANARY_TEXT]


async def test_a_message_that_cannot_be_worded_and_may_have_arrived_is_uncertain(
    post: Post, database: Database
) -> None:
    async with database.begin() as session:
        unknown = Message(says=Phrase("nobody-wrote-this"))
        bad = a_delivery(await a_chat(session), message=unknown)
    await put(database, bad)
    async with database.begin() as session:
        (await session.get_one(DeliveryRow, bad.id)).copies = 1

    await drain(post)

    assert await ended(database, bad) == (State.UNCERTAIN, Reason.UNKNOWN)


async def test_what_may_not_go_out_any_more_is_set_aside_with_the_reason(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        plan_id = await a_plan(session, person_id, PlanState.ENDED)
        delivery = a_delivery(chat, Class.WAKEUP, occasion=of_day(plan_id))
    await put(database, delivery)

    await drain(post)

    assert await ended(database, delivery) == (State.SKIPPED, Reason.WITHDRAWN)
    assert messenger.attempts == 0


async def test_what_became_late_between_claim_and_sending_expires(
    post: Post, clock: StillClock, database: Database, messenger: NotingMessenger
) -> None:
    delivery = await one_to_send(database)
    [claimed] = await take(post, limit=1)

    clock.pass_by(timedelta(minutes=5))
    await deliver(post, claimed)

    assert await ended(database, delivery) == (State.EXPIRED, Reason.LATE)
    assert messenger.attempts == 0


async def test_buttons_get_tokens_and_copies_their_text(
    post: Post, database: Database, messenger: NotingMessenger
) -> None:
    label, copy = Phrase("test-button"), Phrase("test-copy")
    rows = ((Button(label, "do"), Button(copy, copies=Phrase("test-line", {"text": "…"}))),)
    message = Message(says=label, rows=rows, invitation="an invitation", keyboard=True)
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session), message=message)
    await put(database, delivery)

    await drain(post)

    [[first, second]] = worded_of(messenger).rows
    assert (first.label, first.copies, len(first.token)) == ("Oui", "", 36)
    assert (second.label, second.copies, second.token) == ("Copier", "…", "")
    assert worded_of(messenger).keyboard == ("Menu", "Help")
    assert str(worded_of(messenger).link).startswith("https://t.me/relais_test_bot?start=")


def worded_of(messenger: NotingMessenger) -> Worded:
    return messenger.sent[-1][1]


async def chat_of(database: Database, delivery: Delivery) -> Chat:
    async with database.look() as session:
        chat = await chats.get(session, delivery.chat_id)
    assert chat is not None
    return chat
