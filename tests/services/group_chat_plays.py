"""Conversations in the chat of a group, on the phones of its members."""

from dataclasses import dataclass
from typing import Any

from tests.services import group_plays
from tests.services.memories import Cast
from tests.services.stage import Phone, Stage

CHAT = -4_100_000_700
BOT = "relais_test_bot"
WHAT, PLACE = "un café", "devant la gare"
DAY = "27/11"


@dataclass
class GroupPhone(Phone):
    """The chat of a group as somebody sees it: what they write and tap, they do there."""

    who: Phone | None = None

    async def follow(self, link: str) -> None:
        """Open a link that asks for a group, and choose this one."""
        await self.write(f"/start@{BOT} {link.partition('startgroup=')[2]}")

    async def service(self, **details: Any) -> None:
        """Let Telegram write a line about the chat."""
        await self.stage.give({"message": self._message(**details)})

    def _chat(self) -> dict[str, Any]:
        kind = "supergroup" if self.id < -1_000_000_000_000 else "group"
        return {"id": self.id, "type": kind, "title": "Les mardis"}

    def _user(self) -> dict[str, Any]:
        return self.who._user() if self.who else {**super()._user(), "id": 7_000_900_001}


def seen_by(phone: Phone, id_: int = CHAT) -> GroupPhone:
    """Return the chat of the group, or another, on the phone of somebody."""
    return GroupPhone(stage=phone.stage, id=id_, name="Les mardis", who=phone)


async def connect(lina: Phone, id_: int = CHAT, group: str = group_plays.GROUP) -> GroupPhone:
    """Let a facilitator put the bot into a chat by the link of a group."""
    link = await link_of(lina, group)
    chat = seen_by(lina, id_)
    await chat.change_membership("member", was="left")
    await chat.follow(link)
    return chat


async def link_of(lina: Phone, group: str = group_plays.GROUP) -> str:
    """Return the link that connects a chat with a group."""
    await group_plays.open_group(lina, group)
    await lina.choose("button-group-chat")
    [link] = [one.opens for one in lina.latest[0].choices if one.opens]
    return link


async def chat_is_connected(stage: Stage) -> Cast:
    """Lina’s group has a chat; Sami and Mona are in both."""
    cast = dict(await group_plays.group_meets(stage))
    mona = await group_plays.member_joins(cast["lina"], "Mona")
    return {**cast, "mona": mona, "chat": await connect(cast["lina"])}


async def propose(
    phone: Phone, *, what: str = WHAT, day: str = DAY, wall: str = "15h", most: str = ""
) -> None:
    """Propose an outing in private, for all or for so many."""
    await phone.write("/proposer")
    for text in (what, day, wall, PLACE):
        await phone.write(text)
    await (phone.tap(most) if most else phone.choose("button-no-limit"))
    await phone.choose("button-post-outing")


async def outing_is_proposed(stage: Stage) -> Cast:
    """Sami proposes a coffee to the group for Friday, and Mona is in."""
    cast = await chat_is_connected(stage)
    await propose(cast["sami"], most="3")
    await stage.pass_time(minutes=1)
    await seen_by(cast["mona"]).choose("button-outing-in")
    return cast
