"""What the page can ask a phone to do: the body of each request, and what it does in the world."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.sandbox.messages import Kind
from bot.sandbox.wire import Json
from bot.sandbox.world import World

Name = Annotated[str, Field(min_length=1, max_length=64)]
Text = Annotated[str, Field(min_length=1, max_length=4096)]
Sendable = Literal[Kind.VOICE, Kind.PHOTO, Kind.STICKER, Kind.DOCUMENT, Kind.CONTACT, Kind.LOCATION]


class Body(BaseModel):
    """The body of a request; what it does not know, it refuses."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NewPhone(Body):
    """A phone for somebody new."""

    name: Name
    language: Literal["fr", "en"] = "fr"


class InChat(Body):
    """Something happens in a chat: in a group’s, or in the private one if none is named."""

    chat: int | None = None


class Open(Body):
    """START is pressed, after a link was opened if there is a payload.

    With a group, it is a link that puts the bot into one.
    """

    payload: str | None = None
    group: int | None = None


class Write(InChat):
    """A text is sent."""

    text: Text


class Tap(InChat):
    """A button under a bubble is tapped."""

    message: int
    row: int = Field(ge=0)
    column: int = Field(ge=0)


class Edit(InChat):
    """A text that was sent is changed."""

    message: int
    text: Text


class SendKind(InChat):
    """Something that is no text is sent."""

    kind: Sendable


class Block(Body):
    """The bot is blocked, or unblocked."""

    blocked: bool


class Rename(Body):
    """The owner takes another first name."""

    name: Name


@dataclass(frozen=True, kw_only=True)
class Act:
    """The body that an act needs, and what it does; the Json is the answer to the page."""

    body: type[Body]
    do: Callable[[World, int, Any], Json]


def _open(world: World, person_id: int, body: Open) -> Json:
    if body.group is None:
        world.open_link(person_id, body.payload or None)
    else:
        world.open_group_link(person_id, body.payload or "", group_id=body.group)
    return {}


def _write(world: World, person_id: int, body: Write) -> Json:
    world.write(person_id, body.text, chat_id=body.chat)
    return {}


def _tap(world: World, person_id: int, body: Tap) -> Json:
    row, column = body.row, body.column
    query_id = world.tap(person_id, body.message, row=row, column=column, chat_id=body.chat)
    return {"query": query_id}


def _edit(world: World, person_id: int, body: Edit) -> Json:
    world.edit(person_id, body.message, body.text, chat_id=body.chat)
    return {}


def _send(world: World, person_id: int, body: SendKind) -> Json:
    world.send_kind(person_id, body.kind, chat_id=body.chat)
    return {}


def _block(world: World, person_id: int, body: Block) -> Json:
    if body.blocked:
        world.block(person_id)
    else:
        world.unblock(person_id)
    return {}


def _rename(world: World, person_id: int, body: Rename) -> Json:
    world.rename(person_id, body.name)
    return {}


ACTS = {
    "open": Act(body=Open, do=_open),
    "write": Act(body=Write, do=_write),
    "tap": Act(body=Tap, do=_tap),
    "edit": Act(body=Edit, do=_edit),
    "send": Act(body=SendKind, do=_send),
    "block": Act(body=Block, do=_block),
    "rename": Act(body=Rename, do=_rename),
}
