"""A group’s own chat: who connects it, what is said there, and what becomes of it."""

from datetime import timedelta

import pytest

from bot.services.housekeeping import keep_house
from bot.store import chats
from tests.services import group_plays
from tests.services.group_chat_plays import (
    BOT,
    CHAT,
    chat_is_connected,
    connect,
    link_of,
    outing_is_proposed,
    seen_by,
)
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ON_SQLITE
from tests.services.stage import MONDAY, Stage

EVE = MONDAY.replace(day=30, hour=17)
SUPERGROUP = -1_004_100_000_700
NAMES = ("Sami", "Mona", "Lina")


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    return await memories.recall(stage, chat_is_connected)


@pytest.fixture
async def outing(stage: Stage, memories: Memories) -> Cast:
    return await memories.recall(stage, outing_is_proposed)


async def connected(stage: Stage) -> list[str]:
    """Return which groups have a chat."""
    return [row["group_id"] for row in await rows_of(stage, "group_chat") if row["chat_id"]]


async def test_the_facilitator_connects_the_chat(stage: Stage, cast: Cast) -> None:
    assert cast["chat"].keys == ["group-chat-begins"]
    assert cast["lina"].shown == "group-chat-connected"
    assert "Les mardis" in cast["lina"].screen
    assert len(await connected(stage)) == 1


@ON_SQLITE
async def test_the_chat_hears_what_the_bot_is_if_nobody_connects_it(
    stage: Stage, cast: Cast
) -> None:
    chat = seen_by(cast["sami"], CHAT - 1)

    await chat.change_membership("member", was="left")
    await stage.pass_time(minutes=1)
    await chat.change_membership("member")

    assert chat.keys == ["group-chat-hello"]
    assert [one.opens for one in chat.latest[0].choices] == [f"https://t.me/{BOT}"]


@ON_SQLITE
@pytest.mark.parametrize("who", ["sami", "marc", "stranger", "late", "forged", "no more"])
async def test_nobody_else_connects_a_chat(stage: Stage, memories: Memories, who: str) -> None:
    cast = await memories.recall(stage, group_plays.group_meets)
    lina = cast["lina"]
    marc = await group_plays.second_lead(lina) if who in {"marc", "no more"} else lina
    link = await link_of(lina)
    if who == "late":
        await stage.pass_time(hours=1)
    if who == "no more":
        await group_plays.remove_lead(marc, "Lina")
    phones = {"sami": cast["sami"], "marc": marc, "stranger": stage.phone("Passant")}

    chat = seen_by(phones.get(who, lina))
    await chat.follow("startgroup=x" if who == "forged" else link)

    assert chat.keys == ["in-a-group"]
    assert await connected(stage) == []


@ON_SQLITE
async def test_a_link_is_used_once(stage: Stage, memories: Memories) -> None:
    lina = (await memories.recall(stage, group_plays.group_meets))["lina"]
    link = await link_of(lina)
    await seen_by(lina).follow(link)
    other = seen_by(lina, CHAT - 1)

    await other.follow(link)
    await group_plays.open_group(lina)
    await lina.choose("button-group-chat")

    assert other.keys == ["in-a-group"]
    assert lina.shown == "group-chat-on"
    assert not [one for one in lina.latest[0].choices if one.opens]


async def test_a_chat_belongs_to_one_group(stage: Stage, cast: Cast) -> None:
    lina, before = cast["lina"], await connected(stage)
    await lina.write("/groupes")
    await lina.choose("button-new-group")
    await lina.write("Jeudi")
    await lina.write("12 rue du Port")
    await lina.choose(f"{group_plays.EIGHT}/title")

    await connect(lina, group="Jeudi")

    assert lina.shown == "group-chat-taken"
    assert await connected(stage) == before


@ON_SQLITE
async def test_the_chat_is_spoken_to_as_its_facilitator_is(
    stage: Stage, memories: Memories
) -> None:
    lina = (await memories.recall(stage, group_plays.group_meets))["lina"]
    await lina.write("/language")
    await lina.choose("button-speak-english")

    chat = await connect(lina)

    assert chat.screen.startswith("Hello. This chat now belongs to the group.")
    assert "/propose" in chat.screen


async def test_the_evening_before_a_workshop_is_said_once_and_names_nobody(
    stage: Stage, cast: Cast
) -> None:
    await stage.go_to(EVE - timedelta(minutes=1), every=timedelta(hours=1))
    assert "group-chat-workshop" not in cast["chat"].keys
    await stage.go_to(EVE + timedelta(hours=20), every=timedelta(hours=1))

    assert cast["chat"].keys.count("group-chat-workshop") == 1
    assert "Atelier 1 demain, mardi 1er décembre, 14:00." in cast["chat"].screen
    assert group_plays.PLACE in cast["chat"].screen
    assert not [name for name in NAMES if name in cast["chat"].everything]


@ON_SQLITE
async def test_what_was_missed_is_not_said_at_night(stage: Stage, cast: Cast) -> None:
    await stage.be_away_until(EVE + timedelta(hours=3))
    await stage.go_to(EVE + timedelta(days=1), every=timedelta(hours=1))

    assert "group-chat-workshop" not in cast["chat"].keys


@ON_SQLITE
async def test_what_is_decided_is_said_once(stage: Stage, cast: Cast) -> None:
    lina, chat = cast["lina"], cast["chat"]
    await group_plays.move_first(lina, "24/11", "18h")
    await stage.go_to(MONDAY.replace(hour=18), every=timedelta(hours=1))
    await group_plays.open_group(lina)
    await lina.choose("button-group-edit", "button-group-place")
    await lina.write("3 quai du Nord")

    assert chat.keys[1:] == ["workshop-moved", "group-chat-workshop", "workshop-place"]
    assert "Maintenant\u00a0: mardi 24 novembre, 18:00" in chat.everything
    assert not [one for bubble in chat.bubbles for one in bubble.choices if one.token]


@ON_SQLITE
async def test_a_workshop_that_moves_on_its_eve_is_said_once(stage: Stage, cast: Cast) -> None:
    await stage.go_to(MONDAY.replace(hour=17, minute=30))

    await group_plays.move_first(cast["lina"], "24/11", "18h")
    await stage.pass_time(hours=2)

    assert cast["chat"].keys[1:] == ["workshop-moved"]


@ON_SQLITE
async def test_commands_are_answered_once_in_a_while(stage: Stage, cast: Cast) -> None:
    chat = seen_by(cast["sami"])
    for typed in ("/moi", "/help", f"/leave@{BOT}", "/help@another_bot", "/stress je vais mal"):
        await chat.write(typed)
    await chat.write("/proposer un café")
    await chat.write("/propose")
    await chat.edit("/proposer")
    assert chat.keys[1:] == ["in-a-group", "outing-in-private"]
    assert chat.latest[0].choices[0].opens == f"https://t.me/{BOT}?start=proposer"

    await stage.pass_time(minutes=11)
    await chat.write("/help")

    assert chat.keys[-1] == "in-a-group"
    assert not [name for name in NAMES if name in chat.everything]


async def test_a_bot_that_is_taken_out_says_so_to_who_leads_and_organises(
    stage: Stage, outing: Cast
) -> None:
    chat = outing["chat"]
    await chat.change_membership("kicked")
    assert await connected(stage) == []
    assert (outing["lina"].shown, outing["sami"].shown) == (
        "group-chat-gone",
        "outing-without-chat",
    )
    said = len(chat.bubbles)

    await stage.go_to(EVE + timedelta(hours=1), every=timedelta(hours=1))

    assert len(chat.bubbles) == said
    assert await rows_of(stage, "outing_member") == []


async def test_a_group_that_becomes_a_supergroup_goes_on_there(stage: Stage, outing: Cast) -> None:
    old, new = seen_by(outing["mona"]), seen_by(outing["mona"], SUPERGROUP)
    said = len(old.bubbles)
    await new.change_membership("member", was="left")
    await new.service(migrate_from_chat_id=CHAT)
    await old.service(migrate_to_chat_id=SUPERGROUP)
    await stage.pass_time(minutes=1)
    assert new.keys == ["outing"]

    answer = await new.choose("button-outing-out")

    assert stage.library.keys_of(answer) == ["toast-outing-out"]
    assert "Mona" not in new.everything
    assert len(old.bubbles) == said
    assert len(await connected(stage)) == 1


@ON_SQLITE
async def test_what_is_open_is_said_anew_though_sending_knew_of_the_move_first(
    stage: Stage, outing: Cast
) -> None:
    new = seen_by(outing["mona"], SUPERGROUP)
    async with stage.database.begin() as session:
        chat = await chats.find(session, CHAT)
        assert chat is not None
        await chats.move(session, chat.id, SUPERGROUP)

    await seen_by(outing["mona"]).service(migrate_to_chat_id=SUPERGROUP)
    await new.service(migrate_from_chat_id=CHAT)

    assert new.keys == ["outing"]


@ON_SQLITE
@pytest.mark.parametrize("details", [{"migrate_to_chat_id": 1}, {"migrate_from_chat_id": CHAT - 9}])
async def test_a_chat_that_nobody_connected_is_not_followed(
    stage: Stage, cast: Cast, details: dict[str, int]
) -> None:
    before = await rows_of(stage, "group_chat")

    await seen_by(cast["sami"], CHAT - 1).service(**details)

    assert await rows_of(stage, "group_chat") == before


async def test_the_facilitator_detaches_the_chat(stage: Stage, outing: Cast) -> None:
    lina, chat = outing["lina"], outing["chat"]
    await group_plays.open_group(lina)
    await lina.choose("button-group-chat", "button-disconnect")
    await stage.go_to(EVE + timedelta(hours=1), every=timedelta(hours=1))

    assert chat.keys == ["group-chat-begins", "outing-closed", "group-chat-bye"]
    assert "Mona" not in chat.everything
    assert await connected(stage) == []


@ON_SQLITE
async def test_a_connected_chat_is_kept_and_any_other_forgotten(stage: Stage, cast: Cast) -> None:
    other = seen_by(cast["sami"], CHAT - 1)
    await other.write("/help")
    before = len(await rows_of(stage, "chat"))

    await stage.pass_time(hours=2)
    await keep_house(stage.database, stage.clock.now())

    assert len(await rows_of(stage, "chat")) == before - 1
    assert len(await connected(stage)) == 1
