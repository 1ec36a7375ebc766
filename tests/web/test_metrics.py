"""Prometheus gets the figures by class: what is planned, sent, late, refused, set aside."""

from datetime import timedelta

import httpx
from sqlalchemy import update
from sqlmodel import col

from bot.domain.delivery import Class, State
from bot.store import claims, deliveries, incoming, plans, windows
from bot.store.db import Database
from bot.store.tables import DeliveryRow
from bot.web.health import Vitals
from tests.canaries import CANARIES
from tests.examples import NOW, a_chat, a_delivery, a_person, a_plan, an_update
from tests.post import StillClock

MINUTE = timedelta(minutes=1)


async def lines(client: httpx.AsyncClient) -> list[str]:
    reply = await client.get("/metrics")
    assert reply.status_code == 200
    assert reply.headers["content-type"].startswith("text/plain; version=")
    return [line for line in reply.text.splitlines() if not line.startswith("#")]


async def test_messages_are_told_by_class_and_state(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        await deliveries.add(session, a_delivery(chat, Class.WAKEUP, due=NOW + MINUTE))
        await deliveries.add(session, a_delivery(chat, Class.WAKEUP, due=NOW - 30 * MINUTE))
        await deliveries.expire(session, NOW)

    found = await lines(client)

    assert 'relais_messages{class="wakeup",state="planned"} 1.0' in found
    assert 'relais_messages{class="wakeup",state="expired"} 1.0' in found
    told = [one for one in found if one.startswith("relais_messages{")]
    assert len(told) == len(Class) * len(State)


async def test_lateness_is_a_histogram(client: httpx.AsyncClient, database: Database) -> None:
    async with database.begin() as session:
        delivery = a_delivery(await a_chat(session), Class.WAKEUP, due=NOW - MINUTE)
        await deliveries.add(session, delivery)
        late = {"state": State.SENT, "ended_at": NOW - MINUTE + timedelta(seconds=4)}
        row = update(DeliveryRow).where(col(DeliveryRow.id) == delivery.id)
        await session.exec(row.values(**late))

    found = await lines(client)

    steps = {one.split()[0]: one.split()[1] for one in found if "relais_lateness" in one}
    assert steps['relais_lateness_seconds_bucket{class="wakeup",le="2.0"}'] == "0.0"
    assert steps['relais_lateness_seconds_bucket{class="wakeup",le="5.0"}'] == "1.0"
    assert steps['relais_lateness_seconds_bucket{class="wakeup",le="+Inf"}'] == "1.0"


async def test_windows_the_inbox_and_dead_letters_are_told(
    client: httpx.AsyncClient, database: Database, clock: StillClock
) -> None:
    async with database.begin() as session:
        await claims.hold(session, (await a_chat(session)).id, NOW + 5 * MINUTE)
        await deliveries.add(session, a_delivery(await a_chat(session, 1), due=NOW))
        await an_update(session, 1)
        dead = await an_update(session, 2)
        await incoming.set_aside(session, dead.id, "a trace")
    clock.pass_by(MINUTE)

    found = await lines(client)

    assert {
        "relais_resting_chats 1.0",
        "relais_longest_rest_seconds 240.0",
        "relais_overdue_messages 1.0",
        "relais_oldest_overdue_seconds 60.0",
        "relais_inbox_updates 1.0",
        "relais_inbox_age_seconds 60.0",
        "relais_dead_letters 1.0",
        "relais_heartbeat_age_seconds 60.0",
        "relais_intake_age_seconds 60.0",
    } <= set(found)


async def test_windows_of_a_day_and_plans_set_aside_are_told(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.begin() as session:
        person_id, chat = await a_person(session)
        plan_id = await a_plan(session, person_id)
        await plans.set_aside(session, [plan_id], NOW, now=NOW)
        for ago, minutes in ((30 * 60, 40), (20, 10), (1, 5)):
            opened = NOW - ago * MINUTE
            await windows.note(session, chat.id, opened, window=minutes * MINUTE)

    found = await lines(client)

    assert {
        "relais_plans_set_aside 1.0",
        "relais_windows_open 1.0",
        "relais_windows_opened 2.0",
        "relais_windows_longest_seconds 600.0",
        "relais_windows_seconds 900.0",
    } <= set(found)


async def test_the_longest_standstill_of_the_loop_in_an_hour_is_told(
    client: httpx.AsyncClient, vitals: Vitals, clock: StillClock
) -> None:
    for seconds in (3, 2):
        vitals.stalls.note(timedelta(seconds=seconds))
        clock.pass_by(30 * MINUTE)
    at_first = await lines(client)
    clock.pass_by(30 * MINUTE)

    assert "relais_loop_stalled_seconds 2.0" in at_first
    assert "relais_loop_stalled_seconds 0.0" in await lines(client)


async def test_nobody_can_be_found_in_the_figures(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.begin() as session:
        chat = await a_chat(session)
        await deliveries.add(session, a_delivery(chat))

    page = (await client.get("/metrics")).text

    assert not [one for one in (*CANARIES, chat.id, str(chat.telegram_id)) if one in page]
