"""Outings: proposed in private, answered in the group’s chat, with nobody named who did not tap."""

from datetime import timedelta

import pytest

from bot.domain.delivery import Delivery
from bot.domain.outing import MOST_OPEN
from bot.store import deliveries
from tests.services import group_plays
from tests.services.group_chat_plays import (
    CHAT,
    WHAT,
    chat_is_connected,
    outing_is_proposed,
    propose,
    seen_by,
)
from tests.services.memories import Cast, Memories, rows_of
from tests.services.plays import ON_SQLITE, leave
from tests.services.stage import MONDAY, Phone, Stage

EVE = MONDAY.replace(day=26, hour=17)
BEGINS = MONDAY.replace(day=27, hour=14)


@pytest.fixture
async def cast(stage: Stage, memories: Memories) -> Cast:
    """Sami proposes a coffee for three on Friday at three; Mona is in."""
    return await memories.recall(stage, outing_is_proposed)


async def tap(phone: Phone, key: str = "button-outing-in") -> str:
    """Tap in the chat of the group; return the key of what that is answered with."""
    said = await seen_by(phone).choose(key)
    [answer] = phone.stage.library.keys_of(said)
    return answer


async def those_in(stage: Stage) -> int:
    return len(await rows_of(stage, "outing_member"))


@ON_SQLITE
async def test_nothing_stands_in_the_chat_before_it_is_confirmed(
    stage: Stage, memories: Memories
) -> None:
    cast = await memories.recall(stage, chat_is_connected)
    sami = cast["sami"]
    await sami.open("proposer")
    for text in (" ", WHAT, "22/11", "24/12", "27/11", "15h", "☕", "devant la gare"):
        await sami.write(text)
    await sami.choose("button-no-limit")
    assert sami.screen.startswith("Ceci sera écrit dans le chat du groupe")
    assert "Sami propose\u00a0: un café" in sami.screen
    assert cast["chat"].keys == ["group-chat-begins"]

    post = sami.find("button-post-outing")
    await sami.press(*post)
    again = await sami.press(*post)

    assert stage.library.keys_of(again) == ["toast-already"]
    assert cast["chat"].keys == ["group-chat-begins", "outing"]


@ON_SQLITE
async def test_back_is_one_question_back_and_keeps_what_was_said(
    stage: Stage, memories: Memories
) -> None:
    sami = (await memories.recall(stage, chat_is_connected))["sami"]
    await sami.open("proposer")
    for text in (WHAT, "27/11", "15h", "devant la gare"):
        await sami.write(text)
    await sami.choose("button-no-limit")
    asked = []
    for _ in range(6):
        await sami.choose("button-back")
        asked.append(sami.shown)

    assert asked == [
        "outing-how-many",
        "outing-where",
        "outing-which-time",
        "outing-which-day",
        "outing-what",
        "outings-none",
    ]


@ON_SQLITE
async def test_after_a_step_back_the_rest_is_asked_again(stage: Stage, memories: Memories) -> None:
    sami = (await memories.recall(stage, chat_is_connected))["sami"]
    await sami.open("proposer")
    for text in (WHAT, "27/11", "15h"):
        await sami.write(text)
    await sami.choose("button-back", "button-back")
    for text in ("26/11", "16h", "☕"):
        await sami.write(text)
    await sami.choose("button-back")
    for text in ("17h", "devant la gare"):
        await sami.write(text)
    await sami.choose("button-no-limit")

    assert "Sami propose\u00a0: un café" in sami.screen
    assert "jeudi 26 novembre" in sami.screen
    assert "17:00" in sami.screen


async def test_who_taps_is_named_by_their_first_name(stage: Stage, cast: Cast) -> None:
    assert "Sami propose\u00a0: un café" in cast["chat"].screen
    assert "• Mona" in cast["chat"].screen
    assert "Encore une place." in cast["chat"].screen
    assert await tap(cast["mona"]) == "toast-already"
    assert await tap(cast["mona"], "button-outing-out") == "toast-outing-out"
    assert await tap(cast["mona"], "button-outing-out") == "toast-already"
    assert await tap(cast["sami"], "button-outing-out") == "toast-outing-yours"

    assert "Mona" not in cast["chat"].everything
    assert cast["chat"].keys == ["group-chat-begins", "outing"]
    assert await those_in(stage) == 1


async def test_no_more_are_in_than_there_are_places(cast: Cast) -> None:
    noa = await group_plays.member_joins(cast["lina"], "Noa")
    lou = await group_plays.member_joins(cast["lina"], "Lou")
    assert await tap(noa) == "toast-outing-in"
    assert await tap(lou) == "toast-outing-full"
    assert "C’est complet." in cast["chat"].screen

    await tap(cast["mona"], "button-outing-out")

    assert await tap(lou) == "toast-outing-in"


@ON_SQLITE
async def test_nobody_but_members_is_in(stage: Stage, cast: Cast) -> None:
    before = await rows_of(stage, "outing_member")
    stranger = stage.phone("Passant")

    said = [await tap(phone) for phone in (stranger, cast["lina"])]

    assert said == ["toast-members-only"] * 2
    assert await rows_of(stage, "outing_member") == before
    assert not stranger.bubbles
    assert "Passant" not in cast["chat"].everything


@ON_SQLITE
async def test_a_button_of_elsewhere_does_nothing(stage: Stage, cast: Cast) -> None:
    number, token = cast["chat"].find("button-outing-in")
    private = cast["sami"].find("button-see-outing")
    noa = await group_plays.member_joins(cast["lina"], "Noa")
    presses = (
        (seen_by(noa, CHAT - 1), number, token),
        (seen_by(cast["sami"]), *private),
        (seen_by(noa), number, "x" * 36),
        (seen_by(noa), number, ""),
    )

    said = [await phone.press(number, token) for phone, number, token in presses]

    assert [stage.library.keys_of(one) for one in said] == [["toast-gone"]] * 4
    assert await those_in(stage) == 2


@ON_SQLITE
async def test_a_name_that_cannot_be_read_is_none(cast: Cast) -> None:
    noa = await group_plays.member_joins(cast["lina"], "Noa")
    noa.name = "\u202e\u2800"

    await tap(noa)

    assert "• Une personne du groupe" in cast["chat"].screen


async def test_the_evening_before_it_is_said_once_more_without_a_name(
    stage: Stage, cast: Cast
) -> None:
    chat = cast["chat"]
    await stage.go_to(EVE - timedelta(minutes=1), every=timedelta(hours=1))
    assert chat.keys == ["group-chat-begins", "outing"]
    await stage.go_to(EVE + timedelta(hours=2), every=timedelta(hours=1))
    assert chat.keys == ["group-chat-begins", "outing", "outing-tomorrow"]
    assert not [name for name in ("Sami", "Mona") if name in chat.screen]

    await tap(cast["mona"], "button-outing-out")

    assert chat.keys == ["group-chat-begins", "outing", "outing-tomorrow"]
    assert "Mona" not in chat.everything


@ON_SQLITE
async def test_what_is_proposed_on_the_eve_is_not_said_twice(stage: Stage, cast: Cast) -> None:
    await stage.go_to(EVE + timedelta(hours=1))
    await propose(cast["mona"], what="un film", wall="20h")

    await stage.pass_time(hours=1)

    assert cast["chat"].keys.count("outing-tomorrow") == 1


@ON_SQLITE
async def test_after_it_began_a_tap_changes_nothing(stage: Stage, cast: Cast) -> None:
    await stage.go_to(BEGINS)

    assert await tap(cast["mona"], "button-outing-out") == "toast-outing-over"
    assert await those_in(stage) == 2


async def test_who_leaves_the_group_is_in_none_of_it(cast: Cast) -> None:
    sami, mona, chat = cast["sami"], cast["mona"], cast["chat"]
    await sami.write("/ateliers")
    await sami.choose("button-leave-group", "button-leave-it")

    assert mona.shown == "outing-yours"
    assert "Sami" not in chat.everything + mona.screen
    assert "Mona propose\u00a0: un café" in chat.screen


@ON_SQLITE
async def test_who_leaves_the_chat_is_in_none_of_it(cast: Cast) -> None:
    lina = seen_by(cast["lina"])

    await lina.service(left_chat_member=cast["mona"]._user())

    assert "Mona" not in cast["chat"].everything


async def test_who_is_erased_is_named_nowhere(stage: Stage, cast: Cast) -> None:
    await cast["mona"].write("/sorties")
    await cast["mona"].tap(WHAT)
    await leave(cast["sami"])
    await leave(cast["mona"])

    assert cast["chat"].keys == ["group-chat-begins", "outing-closed"]
    words = str([one.message.as_plain() for one in await _kept(stage)])
    assert "outing-closed" in words
    assert not [name for name in ("Sami", "Mona") if name in words]


@ON_SQLITE
async def test_the_organiser_hands_it_over(cast: Cast) -> None:
    sami, mona = cast["sami"], cast["mona"]
    await sami.choose("button-see-outing", "button-hand-outing")
    await sami.tap("Mona")
    assert (sami.shown, mona.shown) == ("outing-handed", "outing-yours")
    assert "Mona propose" in cast["chat"].screen
    assert await tap(sami, "button-outing-out") == "toast-outing-out"

    await mona.choose("button-see-outing", "button-cancel-outing", "button-cancel-outing")

    assert cast["chat"].keys == ["group-chat-begins", "outing-closed"]


@ON_SQLITE
async def test_the_chat_hears_that_it_does_not_take_place(cast: Cast) -> None:
    sami, mona = cast["sami"], cast["mona"]
    await mona.write("/sorties")
    await mona.tap(WHAT)
    assert mona.offers == ["button-outing-out", "button-back"]
    out = mona.find("button-outing-out")
    await sami.choose("button-see-outing", "button-cancel-outing", "button-cancel-outing")
    await mona.press(*out)

    assert cast["chat"].keys == ["group-chat-begins", "outing-closed", "outing-cancelled"]
    assert not [name for name in ("Sami", "Mona") if name in cast["chat"].everything]
    assert mona.shown == "out-of-date"


@ON_SQLITE
async def test_a_bot_taken_out_meanwhile_posts_nothing(stage: Stage, cast: Cast) -> None:
    sami = cast["sami"]
    await sami.write("/proposer")
    for text in ("un film", "28/11", "15h", "devant la gare"):
        await sami.write(text)
    await sami.choose("button-no-limit")
    await cast["chat"].change_membership("kicked")

    await sami.choose("button-post-outing")
    await sami.write("/proposer")

    assert sami.keys[-2:] == ["out-of-date", "outing-no-chat"]
    assert len(await rows_of(stage, "outing")) == 1


@ON_SQLITE
async def test_nobody_looks_after_many(cast: Cast) -> None:
    for _ in range(MOST_OPEN - 1):
        await propose(cast["sami"], what="un film")

    await cast["sami"].write("/proposer")

    assert cast["sami"].shown == "outing-enough"


@ON_SQLITE
async def test_who_leads_a_group_proposes_nothing(cast: Cast) -> None:
    await cast["lina"].write("/proposer")

    assert cast["lina"].shown == "outing-for-members"


async def _kept(stage: Stage) -> list[Delivery]:
    """Return every message of the group’s chat that is kept."""
    [chat] = [row["chat_id"] for row in await rows_of(stage, "group_chat")]
    ids = [row["id"] for row in await rows_of(stage, "delivery") if row["chat_id"] == chat]
    async with stage.database.begin() as session:
        found = [await deliveries.get(session, id_) for id_ in ids]
    return [one for one in found if one]
