"""Whatever a bot asks, our Telegram replies in JSON: it does it or says why not."""

from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.methods.table import METHODS
from bot.sandbox.telegram import telegram_app
from bot.sandbox.transport import SandboxTransport
from bot.sandbox.world import World
from tests.sandbox.conftest import BASE, TOKEN, HandClock

PERSON, GROUP = 7_000_000_001, -4_100_000_001
NAMES = """
    type text url media keyboard inline_keyboard message_id emoji command offset length web_app
    chat_id callback_data copy_text commands description
"""
FIELDS = st.sampled_from(NAMES.split())
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.sampled_from([PERSON, GROUP, 1, 2, 0, -1, "photo", "emoji", "chat", "default", "web_app"])
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(FIELDS, inner, max_size=3),
    max_leaves=6,
)
BUTTON = st.fixed_dictionaries({"text": VALUES}, optional={"url": VALUES, "callback_data": VALUES})
ROWS = st.lists(st.lists(BUTTON | VALUES, max_size=2), max_size=2) | VALUES
NEARLY_RIGHT = {
    "reply_markup": st.fixed_dictionaries({"inline_keyboard": ROWS})
    | st.fixed_dictionaries({"keyboard": ROWS}),
    "reply_parameters": st.fixed_dictionaries({"message_id": VALUES}),
    "entities": st.lists(
        st.fixed_dictionaries({"type": VALUES, "offset": VALUES, "length": VALUES}), max_size=2
    ),
    "media": st.lists(
        st.fixed_dictionaries({"type": st.just("photo"), "media": VALUES, "caption": VALUES})
    ),
    "reaction": st.lists(st.fixed_dictionaries({"type": st.just("emoji"), "emoji": VALUES})),
    "commands": st.lists(st.fixed_dictionaries({"command": VALUES, "description": VALUES})),
    "scope": st.fixed_dictionaries({"type": st.just("chat_member"), "chat_id": VALUES}),
    "menu_button": st.fixed_dictionaries({"type": st.just("web_app"), "web_app": VALUES}),
}


def a_world_with_a_message() -> World:
    world = World(clock=HandClock(), token=TOKEN)
    person = world.add_person(first_name="Alma")
    world.open_link(person.id)
    world.add_group(title="Mardi", members=[person.id])
    world.post(person.id, sender_id=world.bot.id, text="Bonjour")
    return world


async def reply_to(method: str, parameters: dict[str, Any]) -> httpx.Response:
    transport = SandboxTransport(telegram_app(a_world_with_a_message()))
    async with httpx.AsyncClient(transport=transport, base_url=f"{BASE}{TOKEN}/") as client:
        return await client.post(method, json=parameters)


@pytest.mark.parametrize("method", sorted(METHODS))
@settings(max_examples=15, deadline=None)
@given(data=st.data())
async def test_every_method_replies_to_anything(method: str, data: st.DataObject) -> None:
    names = set(METHODS[method].model.model_fields) - {"attached", "timeout"}
    usual = {"chat_id": PERSON, "message_id": 2, "text": "a"}
    given_values = data.draw(
        st.fixed_dictionaries(
            {}, optional={name: NEARLY_RIGHT.get(name, VALUES) | VALUES for name in sorted(names)}
        )
    )

    reply = await reply_to(
        method, {name: usual[name] for name in names & set(usual)} | given_values
    )

    assert reply.json()["ok"] is (reply.status_code == 200)
    assert ("description" in reply.json()) is not reply.json()["ok"]
