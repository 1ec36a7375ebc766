"""Telegram's limits, when they are asked for."""

from datetime import timedelta

import httpx
import pytest

from bot.sandbox.limits import RateLimits
from bot.sandbox.messages import Person
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World
from tests.sandbox.conftest import BASE, TOKEN, HandClock


@pytest.fixture
def limits(hand_clock: HandClock) -> RateLimits:
    return RateLimits(hand_clock)


def test_a_chat_gets_one_message_a_second(limits: RateLimits, hand_clock: HandClock) -> None:
    waits = [limits.seconds_to_wait("sendMessage", 1) for _ in range(2)]
    other = limits.seconds_to_wait("sendMessage", 2)
    hand_clock.pass_by(timedelta(seconds=1))
    later = limits.seconds_to_wait("editMessageText", 1)

    assert (waits, other, later) == ([0, 1], 0, 0)


def test_all_chats_get_thirty_messages_a_second(limits: RateLimits, hand_clock: HandClock) -> None:
    waits = [limits.seconds_to_wait("sendMessage", chat_id) for chat_id in range(1, 32)]
    hand_clock.pass_by(timedelta(seconds=1))

    assert waits == [0] * 30 + [1]
    assert limits.seconds_to_wait("sendMessage", 31) == 0


def test_a_group_gets_twenty_messages_a_minute(limits: RateLimits, hand_clock: HandClock) -> None:
    waits = []
    for _ in range(21):
        waits.append(limits.seconds_to_wait("sendMessage", -1))
        hand_clock.pass_by(timedelta(seconds=1))

    assert waits == [0] * 20 + [40]


def test_reading_is_not_limited(limits: RateLimits) -> None:
    assert [limits.seconds_to_wait("getUpdates", None) for _ in range(100)] == [0] * 100


async def test_too_fast_is_refused_and_not_sent(
    world: World, alma: Person, limits: RateLimits
) -> None:
    transport = SandboxTransport(telegram_app(world, limits=limits))
    text = {"chat_id": alma.id, "text": "a"}

    async with httpx.AsyncClient(transport=transport, base_url=f"{BASE}{TOKEN}/") as client:
        replies = [await client.post("sendMessage", data=text) for _ in range(2)]

    assert [reply.status_code for reply in replies] == [200, 429]
    assert replies[1].json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    assert len(world.accepts) == 1
