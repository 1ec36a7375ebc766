"""A group's chat on the page: who is in it acts there as themselves, and a link brings the bot."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from bot.sandbox.messages import Group
from bot.sandbox.snapshot import group_json
from tests.sandbox.stage import Stage, make_stage, tapping


@pytest.fixture
def stage() -> Stage:
    return make_stage()


@pytest.fixture
async def client(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    async with stage.client() as client:
        yield client


@pytest.fixture
def group(stage: Stage) -> Group:
    """David and Inès; the bot is not in it."""
    return stage.world.add_group(title="Mardi", members=[stage.david, stage.ines], has_bot=False)


def seen(stage: Stage, group: Group, *, read_up_to: int = 0) -> dict[str, Any]:
    return group_json(stage.world, stage.world.groups[group.id], read_up_to=read_up_to)


async def test_a_link_brings_the_bot_into_the_group_that_is_chosen(
    stage: Stage, client: httpx.AsyncClient, group: Group
) -> None:
    before = seen(stage, group)

    body = {"payload": "token", "group": group.id}
    await client.post(f"/phones/{stage.ines}/open", json=body)

    after = seen(stage, group)
    assert (before["has_bot"], after["has_bot"]) == (False, True)
    assert (before["members"][0]["commands"], before["unread"]) == ([], 0)
    assert after["members"][0]["commands"] == [{"command": "help", "description": "Aide"}]
    [started] = after["messages"]
    assert (started["by"], started["text"]) == ("Inès", "/start@relais_demo_bot token")


async def test_each_writes_and_taps_there_as_themselves(
    stage: Stage, client: httpx.AsyncClient, group: Group
) -> None:
    asked = stage.say("Un café ?", [tapping("J’y vais")], to=group.id)
    there = {"chat": group.id}

    await client.post(f"/phones/{stage.david}/write", json={"text": "Oui !"} | there)
    tap = {"message": asked.message_id, "row": 0, "column": 0}
    await client.post(f"/phones/{stage.ines}/tap", json=tap | there)

    [query] = [each["callback_query"] for each in stage.world.updates.waiting()[-1:]]
    assert (query["from"]["id"], query["message"]["chat"]["id"]) == (stage.ines, group.id)
    assert [each["by"] for each in seen(stage, group)["messages"]] == ["Relais", "David"]
    assert not stage.world.messages(stage.david)


async def test_who_gets_a_phone_is_in_the_group_too(
    stage: Stage, client: httpx.AsyncClient, group: Group
) -> None:
    lou = (await client.post("/phones", json={"name": "Lou"})).json()["id"]

    photo = {"kind": "photo", "chat": group.id}
    await client.post(f"/phones/{lou}/send", json=photo)
    await client.post(f"/phones/{lou}/read", json={"chat": group.id})

    now = seen(stage, group)
    came, sent = now["messages"]
    assert [each["name"] for each in now["members"]] == ["David", "Inès", "Lou"]
    assert (came["service"], came["by"]) == ("new_chat_members", "Lou")
    assert (await client.get(sent["file"]["path"])).status_code == 200


async def test_who_comes_later_is_in_the_group_that_a_group_was_upgraded_to(
    stage: Stage, client: httpx.AsyncClient, group: Group
) -> None:
    new = stage.world.upgrade(group.id)

    lou = (await client.post("/phones", json={"name": "Lou"})).json()["id"]

    members = {each: stage.world.groups[each].members for each in (group.id, new.id)}
    assert lou in members[new.id]
    assert lou not in members[group.id]
