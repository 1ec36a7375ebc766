"""Claims: what is due is taken once, in order, one thing a chat; later records need the token."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.domain.delivery import LEASE, Class, Delivery, Reason, State, Verdict
from bot.domain.people import ChatKind
from bot.store import chats, claims
from bot.store.claims import Claimant, Receipt
from bot.store.db import Database
from bot.store.tables import ChatRow, DeliveryRow
from bot.store.vault import Vault
from tests.canaries import PERSON_IDS
from tests.examples import FRENCH, NOW, a_chat, a_delivery, claimant, look_at, put
from tests.store.waiting import somebody_waits

SECOND = timedelta(seconds=1)
PLANNED_AGAIN = Verdict(state=State.PLANNED)


async def deliveries_to(
    database: Database, several: int, kind: Class = Class.REPLY
) -> list[Delivery]:
    async with database.begin() as session:
        made = [a_delivery(await a_chat(session, number), kind) for number in range(several)]
    await put(database, *made)
    return made


async def take(
    database: Database,
    by: Claimant | None = None,
    *,
    limit: int = 100,
    shards: Collection[int] | None = None,
    rests: Mapping[ChatKind, timedelta] | None = None,
) -> Sequence[Delivery]:
    async with database.begin() as session:
        return await claims.claim(
            session, by or claimant(), limit=limit, shards=shards, rests=rests
        )


async def sent(database: Database, delivery: Delivery, by: Claimant) -> bool:
    async with database.begin() as session:
        receipt = Receipt(delivery_id=delivery.id, owner=by.owner, telegram_message=7)
        return await claims.record_sent(session, [receipt], by.now) == 1


def ids(several: Sequence[Delivery]) -> list[str]:
    return [one.id for one in several]


async def test_what_is_due_is_taken_and_what_is_not_is_left(database: Database) -> None:
    async with database.begin() as session:
        due = a_delivery(await a_chat(session, 0))
        early = a_delivery(await a_chat(session, 1), due=NOW + SECOND)
        late = a_delivery(await a_chat(session, 2), until=NOW)
    await put(database, due, early, late)

    taken = await take(database)

    assert taken == [replace(due, state=State.SENDING)]


async def test_nothing_is_taken_twice(database: Database) -> None:
    await deliveries_to(database, 3)

    assert len(await take(database)) == 3
    assert await take(database, claimant("two")) == []


async def test_no_more_is_taken_than_asked_for(database: Database) -> None:
    await deliveries_to(database, 3)

    assert len(await take(database, limit=2)) == 2
    assert len(await take(database, limit=2)) == 1


async def test_several_who_take_at_once_never_get_the_same(database: Database) -> None:
    made = await deliveries_to(database, 30)

    taken = await asyncio.gather(
        *(take(database, claimant(f"worker {number}"), limit=7) for number in range(6))
    )

    together = [one for some in taken for one in ids(some)]
    assert len(together) == len(set(together))
    while more := await take(database, limit=7):
        together += ids(more)
    assert sorted(together) == sorted(ids(made))


async def test_the_most_urgent_class_goes_first(database: Database) -> None:
    kinds = [Class.DIGEST, Class.CHECKIN, Class.WAKEUP, Class.REPLY, Class.COPING]
    async with database.begin() as session:
        made = [
            a_delivery(await a_chat(session, number), kind) for number, kind in enumerate(kinds)
        ]
    await put(database, *made)

    order = [one.kind for _ in kinds for one in await take(database, limit=1)]

    assert order == [Class.REPLY, Class.WAKEUP, Class.COPING, Class.CHECKIN, Class.DIGEST]


async def test_a_chat_is_written_to_one_thing_at_a_time_in_order(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    first, second = a_delivery(chat), a_delivery(chat, due=NOW - SECOND)
    nudge = a_delivery(chat, Class.WAKEUP, due=NOW - 2 * SECOND)
    await put(database, nudge, first, second)

    order = []
    for _ in range(3):
        [one] = await take(database)
        assert await take(database, claimant("two")) == []
        await sent(database, one, claimant())
        order.append(one.id)

    assert order == ids([first, second, nudge])


async def test_a_reply_tried_again_keeps_its_place(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    first, second = a_delivery(chat), a_delivery(chat)
    await put(database, first, second)
    [one] = await take(database)

    async with database.begin() as session:
        await claims.record_verdict(session, one, claimant(), verdict=PLANNED_AGAIN)

    assert ids(await take(database)) == [first.id]


async def test_the_database_itself_refuses_a_second_sending_to_a_chat(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    await put(database, a_delivery(chat), a_delivery(chat))
    async with database.begin() as session:
        everything = update(DeliveryRow).values(state=State.SENDING)

        with pytest.raises(Exception, match=r"delivery_in_flight|chat_id"):
            await session.exec(everything)
        await session.rollback()


async def test_one_shard_can_be_drained_alone(database: Database) -> None:
    made = await deliveries_to(database, 8)
    async with database.look() as session:
        chat = await chats.get(session, made[0].chat_id)
    assert chat is not None

    taken = await take(database, shards={chat.shard})

    assert made[0].id in ids(taken)
    assert {one.chat_id for one in taken} <= {one.chat_id for one in made}
    assert await take(database, shards={chat.shard}) == []


async def test_a_resting_chat_is_left_alone_until_its_window_is_over(database: Database) -> None:
    [delivery] = await deliveries_to(database, 1)
    async with database.begin() as session:
        await claims.hold(session, delivery.chat_id, NOW + SECOND)

    assert await take(database) == []
    assert ids(await take(database, claimant(steady=NOW + SECOND))) == [delivery.id]


@pytest.mark.parametrize("kind", ChatKind)
async def test_a_chat_that_had_a_message_a_moment_ago_is_left_alone(
    database: Database, kind: ChatKind
) -> None:
    async with database.begin() as session:
        chat = await chats.hear(session, PERSON_IDS[0], kind, voice=FRENCH, now=NOW)
    first, second = a_delivery(chat), a_delivery(chat)
    await put(database, first, second)
    [one] = await take(database)
    await sent(database, one, claimant())
    rests = {ChatKind.PRIVATE: SECOND, ChatKind.GROUP: 3 * SECOND}
    early = claimant(now=NOW + rests[kind] - timedelta(milliseconds=1))

    assert await take(database, early, rests=rests) == []
    assert ids(await take(database, claimant(now=NOW + rests[kind]), rests=rests)) == [second.id]


async def test_a_clock_that_is_set_back_keeps_no_chat_waiting(database: Database) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
    await put(database, a_delivery(chat), a_delivery(chat))
    [one] = await take(database)
    await sent(database, one, claimant(now=NOW + timedelta(hours=1)))

    assert len(await take(database, rests={ChatKind.PRIVATE: SECOND})) == 1


async def test_a_chat_in_which_much_waits_takes_nobodys_place(database: Database) -> None:
    async with database.begin() as session:
        loud, quiet = await a_chat(session, 0), await a_chat(session, 1)
    await put(database, *(a_delivery(loud) for _ in range(10)), a_delivery(quiet))

    assert len(await take(database, limit=2)) == 2


async def test_a_lost_chat_is_left_alone(database: Database) -> None:
    [delivery] = await deliveries_to(database, 1)
    async with database.begin() as session:
        await chats.set_reachable(session, delivery.chat_id, reachable=False)

    assert await take(database) == []


async def test_a_row_that_cannot_be_read_is_set_aside_and_the_others_go_on(
    database: Database,
) -> None:
    broken, garbled, good = await deliveries_to(database, 3)
    async with database.begin() as session:
        row = await session.get_one(DeliveryRow, broken.id)
        row.sealed_message = b"\x01 no message"
        row = await session.get_one(DeliveryRow, garbled.id)
        row.sealed_message = session.vault.seal([], place=f"delivery.message:{garbled.id}")

    assert ids(await take(database)) == [good.id]

    async with database.look() as session:
        rows = [await session.get_one(DeliveryRow, one.id) for one in (broken, garbled)]
        assert {(row.state, row.reason) for row in rows} == {(State.FAILED, Reason.MALFORMED)}


async def test_a_row_that_cannot_be_read_and_may_have_arrived_is_uncertain(
    database: Database,
) -> None:
    [broken] = await deliveries_to(database, 1)
    async with database.begin() as session:
        row = await session.get_one(DeliveryRow, broken.id)
        row.sealed_message = b"\x01 no message"
        row.copies = 1

    assert await take(database) == []

    async with database.look() as session:
        row = await session.get_one(DeliveryRow, broken.id)
        assert (row.state, row.reason) == (State.UNCERTAIN, Reason.UNKNOWN)


async def test_what_was_sent_is_noted_with_its_number(database: Database) -> None:
    [delivery] = await deliveries_to(database, 1)
    await take(database)

    assert await sent(database, delivery, claimant())

    kept = await look_at(database, delivery)
    assert (kept.state, kept.telegram_message, kept.copies) == (State.SENT, 7, 1)


async def test_whoever_lost_the_lease_changes_nothing(database: Database) -> None:
    [delivery] = await deliveries_to(database, 1)
    await take(database, claimant("slow"))
    async with database.begin() as session:
        await claims.recover(session, now=NOW, steady=NOW + LEASE)
    await take(database, claimant("quick", now=NOW + LEASE))

    assert not await sent(database, delivery, claimant("slow"))

    verdict = Verdict(state=State.FAILED, rest=SECOND, chat_gone=True)
    async with database.begin() as session:
        assert not await claims.record_verdict(session, delivery, claimant("slow"), verdict=verdict)
        row = await session.get_one(ChatRow, delivery.chat_id)
    assert (row.hold_until, row.reachable) == (None, True)
    assert await sent(database, delivery, claimant("quick"))


async def test_a_verdict_lets_the_chat_rest(database: Database) -> None:
    [delivery] = await deliveries_to(database, 1)
    await take(database)
    verdict = Verdict(state=State.PLANNED, rest=timedelta(minutes=1))

    async with database.begin() as session:
        assert await claims.record_verdict(
            session, replace(delivery, copies=1), claimant(), verdict=verdict
        )

    assert await take(database) == []
    [again] = await take(database, claimant(steady=NOW + timedelta(minutes=1)))
    assert again.copies == 1


async def test_a_verdict_marks_a_lost_chat(database: Database) -> None:
    [delivery] = await deliveries_to(database, 1)
    await take(database)
    gone = Verdict(state=State.FAILED, reason=Reason.UNREACHABLE, chat_gone=True)

    async with database.begin() as session:
        await claims.record_verdict(session, delivery, claimant(), verdict=gone)
        chat = await chats.get(session, delivery.chat_id)

    assert chat is not None
    assert not chat.reachable
    assert (await look_at(database, delivery)).state is State.FAILED


@pytest.mark.parametrize(
    ("kind", "becomes"),
    [
        (Class.REPLY, State.PLANNED),
        (Class.WAKEUP, State.PLANNED),
        (Class.CHECKIN, State.UNCERTAIN),
        (Class.DIGEST, State.UNCERTAIN),
    ],
)
async def test_what_nobody_finished_is_planned_again_or_uncertain(
    database: Database, kind: Class, becomes: State
) -> None:
    [delivery] = await deliveries_to(database, 1, kind)
    await take(database)

    async with database.begin() as session:
        early = await claims.recover(session, now=NOW, steady=NOW + LEASE - SECOND)
        done = await claims.recover(session, now=NOW, steady=NOW + LEASE)

    assert (early, done) == (0, 1)
    assert await look_at(database, delivery) == replace(delivery, state=becomes, copies=1)


async def test_a_second_crash_ends_as_uncertain(database: Database) -> None:
    [delivery] = await deliveries_to(database, 1)

    for _ in range(2):
        await take(database)
        async with database.begin() as session:
            await claims.recover(session, now=NOW, steady=NOW, everything=True)

    assert await look_at(database, delivery) == replace(delivery, state=State.UNCERTAIN, copies=2)


async def test_the_next_lease_to_end_is_known(database: Database) -> None:
    await deliveries_to(database, 1)

    async with database.begin() as session:
        before = await claims.next_lease_end(session)
        await claims.claim(session, claimant(), limit=1)
        after = await claims.next_lease_end(session)

    assert (before, after) == (None, NOW + LEASE)


async def test_a_moved_group_is_followed(database: Database) -> None:
    [delivery] = await deliveries_to(database, 1)
    await take(database)

    async with database.begin() as session:
        await claims.record_move(session, delivery, claimant(), telegram_id=PERSON_IDS[500])

    assert ids(await take(database)) == [delivery.id]
    async with database.look() as session:
        chat = await chats.get(session, delivery.chat_id)
    assert chat is not None
    assert chat.telegram_id == PERSON_IDS[500]


async def test_a_group_that_moved_to_a_known_one_is_lost(database: Database) -> None:
    delivery, other = await deliveries_to(database, 2)
    await take(database, limit=2)

    async with database.begin() as session:
        chat = await chats.get(session, other.chat_id)
        assert chat is not None
        await claims.record_move(session, delivery, claimant(), telegram_id=chat.telegram_id)

    assert (await look_at(database, delivery)).state is State.FAILED


@pytest.mark.postgresql
async def test_two_who_would_write_to_a_chat_at_once_do_not(
    postgres_url: str, vault: Vault
) -> None:
    one, two = Database(postgres_url, vault), Database(postgres_url, vault)
    async with one.begin() as session:
        chat = await a_chat(session)
    nudge, reply = a_delivery(chat, Class.WAKEUP), a_delivery(chat)
    await put(one, nudge)

    async with one.begin() as session:
        await claims.claim(session, claimant("one"), limit=1)
        await put(two, reply)
        second = asyncio.create_task(take(two, claimant("two")))
        await somebody_waits(session)

    assert await second == []
    assert (await look_at(one, reply)).state is State.PLANNED
    await one.close()
    await two.close()
