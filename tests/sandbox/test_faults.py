"""What goes wrong on purpose is seen by the library as the real thing would be."""

from datetime import timedelta

import httpx
import pytest
from telegram import Bot
from telegram.error import Forbidden, NetworkError, RetryAfter, TimedOut

from bot.sandbox.faults import Fault, Faults, Trouble
from bot.sandbox.messages import Person
from bot.sandbox.world import World
from tests.sandbox.conftest import Naps

pytestmark = pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")


@pytest.mark.parametrize(
    ("fault", "error", "is_accepted"),
    [
        (Fault.FLOOD, RetryAfter, False),
        (Fault.FORBIDDEN, Forbidden, False),
        (Fault.ERROR_BEFORE, NetworkError, False),
        (Fault.ERROR_AFTER, NetworkError, True),
        (Fault.NO_CONNECTION, NetworkError, False),
        (Fault.DROP_BEFORE, NetworkError, False),
        (Fault.DROP_AFTER, NetworkError, True),
        (Fault.SILENCE_BEFORE, TimedOut, False),
        (Fault.SILENCE_AFTER, TimedOut, True),
    ],
)
async def test_a_fault_loses_the_message_or_only_the_reply(
    bot: Bot,
    world: World,
    alma: Person,
    faults: Faults,
    fault: Fault,
    error: type[Exception],
    is_accepted: bool,  # noqa: FBT001 - a column of the table
) -> None:
    faults.plan(Trouble(fault=fault, method="sendMessage"))

    with pytest.raises(error):
        await bot.send_message(alma.id, "Bonjour")

    assert [each.text for each in world.accepts] == ["Bonjour"] * is_accepted
    assert world.messages(alma.id)[-1].from_bot is is_accepted
    assert faults.drawn == [("sendMessage", fault)]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.NO_CONNECTION, httpx.ConnectError),
        (Fault.DROP_BEFORE, httpx.ReadError),
        (Fault.DROP_AFTER, httpx.RemoteProtocolError),
        (Fault.SILENCE_AFTER, httpx.ReadTimeout),
    ],
)
async def test_a_lost_connection_looks_as_on_a_socket(
    client: httpx.AsyncClient, faults: Faults, fault: Fault, error: type[Exception]
) -> None:
    faults.plan(Trouble(fault=fault))

    with pytest.raises(error):
        await client.get("getMe")


async def test_too_many_requests_say_how_long_to_wait(
    bot: Bot, alma: Person, faults: Faults
) -> None:
    faults.plan(Trouble(fault=Fault.FLOOD, retry_after=7))

    with pytest.raises(RetryAfter) as error:
        await bot.send_message(alma.id, "Bonjour")

    assert error.value.retry_after in {7, timedelta(seconds=7)}


async def test_a_slow_call_is_answered_in_the_end(
    bot: Bot, world: World, alma: Person, faults: Faults, naps: Naps
) -> None:
    faults.plan(Trouble(fault=Fault.SLOW, delay=timedelta(seconds=20)))

    await bot.send_message(alma.id, "Bonjour")

    assert naps.seconds == [20]
    assert world.accepts[-1].text == "Bonjour"


async def test_a_script_waits_for_its_method_and_chat(
    client: httpx.AsyncClient, world: World, alma: Person, faults: Faults
) -> None:
    other = world.add_person(first_name="Bruno")
    world.open_link(other.id)
    faults.plan(
        Trouble(fault=Fault.ERROR_BEFORE, method="sendMessage", chat_id=other.id, code=500, times=2)
    )

    codes = [
        (await client.post("sendMessage", json={"chat_id": chat_id, "text": "a"})).status_code
        for chat_id in (alma.id, other.id, alma.id, other.id, other.id)
    ]

    assert codes == [200, 500, 200, 500, 200]


def drawn_from(seed: int) -> list[Fault | None]:
    faults = Faults(seed=seed, rates={Fault.FLOOD: 0.2, Fault.DROP_AFTER: 0.1})
    troubles = [faults.draw("sendMessage", 1) for _ in range(1000)]
    return [trouble.fault if trouble else None for trouble in troubles]


def test_the_same_seed_gives_the_same_faults_at_their_rates() -> None:
    drawn = drawn_from(7)

    assert drawn == drawn_from(7)
    assert drawn != drawn_from(8)
    assert 150 < drawn.count(Fault.FLOOD) < 250
    assert 60 < drawn.count(Fault.DROP_AFTER) < 140


def test_chance_keeps_to_the_methods_it_was_given() -> None:
    faults = Faults(rates={Fault.FLOOD: 1.0}, methods=["sendMessage"])

    assert faults.draw("getUpdates", None) is None
    assert faults.draw("sendMessage", 1) is not None
