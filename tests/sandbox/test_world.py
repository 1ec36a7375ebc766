"""What the page and the tests rely on: changes are told, conditions awaited, launches signed."""

import asyncio
from datetime import timedelta
from urllib.parse import parse_qs

import pytest
from init_data_py import is_valid_by_hash, parse

from bot.sandbox.files import picture_size
from bot.sandbox.messages import Person
from bot.sandbox.samples import picture
from bot.sandbox.webapp import launch_data
from bot.sandbox.world import World
from tests.sandbox.conftest import TOKEN

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080030004001011100")


async def test_every_change_is_told_to_those_who_watch(world: World, alma: Person) -> None:
    watching = world.subscribe()
    left = world.subscribe()
    world.unsubscribe(left)

    written = world.write(alma.id, "Bonjour")
    world.edit(alma.id, written.message_id, "Bonsoir")
    world.rename(alma.id, "Alba")

    told = [watching.get_nowait() for _ in range(watching.qsize())]
    assert [(each.what, each.chat_id) for each in told] == [
        ("message", alma.id),
        ("edit", alma.id),
        ("person", alma.id),
    ]
    assert left.empty()


async def test_a_condition_is_awaited(world: World, alma: Person) -> None:
    waiting = asyncio.create_task(
        world.settled(lambda: world.messages(alma.id)[-1].text == "Bonjour")
    )

    world.write(alma.id, "Presque")
    world.write(alma.id, "Bonjour")

    await waiting


async def test_a_condition_that_never_holds_ends_in_time(world: World) -> None:
    with pytest.raises(TimeoutError):
        await world.settled(lambda: False, within=timedelta())


def test_a_mini_app_is_launched_with_a_signature(world: World, alma: Person) -> None:
    data = launch_data(world, alma.id, start_param="today")
    plain = parse(launch_data(world, alma.id))

    launched = parse(data)
    assert is_valid_by_hash(launched, TOKEN, expires_in=None)
    assert not is_valid_by_hash(launched, TOKEN.replace("AAH", "AAX"), expires_in=None)
    assert plain.start_param is None
    assert launched.user is not None
    assert (launched.user.id, launched.start_param) == (alma.id, "today")
    assert parse_qs(data)["auth_date"] == [str(int(world.clock.now().timestamp()))]


@pytest.mark.parametrize(
    ("content", "size"),
    [(picture(12, 34), (12, 34)), (JPEG, (64, 48)), (b"\xff\xd8\xff", None), (b"GIF89a", None)],
)
def test_a_picture_knows_its_size(content: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(content) == size
