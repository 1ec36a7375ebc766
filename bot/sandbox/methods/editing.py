"""Methods that change or take away what is in a chat, and answer a tap on it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.sandbox.entities import utf16_length
from bot.sandbox.formatting import message_text
from bot.sandbox.ground import Ground
from bot.sandbox.keyboards import inline_keyboard
from bot.sandbox.messages import Answer, Change, Kind, Message
from bot.sandbox.methods.sending import Captioned, album_item, item_content
from bot.sandbox.parameters import Asked, ChatId, JsonList, JsonObject
from bot.sandbox.places import message_there, open_chat, own_message
from bot.sandbox.reactions import REACTIONS
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Json

MOST_DELETED = 100
DELETABLE_FOR = timedelta(hours=48)
LONGEST_ANSWER = 200


class Edit(Asked):
    """What all edits have."""

    chat_id: ChatId | None = None
    message_id: int | None = None
    reply_markup: JsonObject | None = None


class EditMessageText(Edit):
    """The parameters of editMessageText."""

    text: str | None = None
    parse_mode: str | None = None
    entities: JsonList | None = None
    link_preview_options: JsonObject | None = None


class EditMessageCaption(Edit, Captioned):
    """The parameters of editMessageCaption."""


class EditMessageMedia(Edit):
    """The parameters of editMessageMedia."""

    media: JsonObject | None = None


class DeleteMessage(Asked):
    """The parameters of deleteMessage."""

    chat_id: ChatId | None = None
    message_id: int | None = None


class DeleteMessages(Asked):
    """The parameters of deleteMessages."""

    chat_id: ChatId | None = None
    message_ids: JsonList | None = None


class SetMessageReaction(Asked):
    """The parameters of setMessageReaction."""

    chat_id: ChatId | None = None
    message_id: int | None = None
    reaction: JsonList | None = None
    is_big: bool = False


class AnswerCallbackQuery(Asked):
    """The parameters of answerCallbackQuery."""

    callback_query_id: str = ""
    text: str | None = None
    show_alert: bool = False
    url: str | None = None
    cache_time: int = 0


def edit_message_text(world: Ground, asked: EditMessageText) -> Json:
    """Say something else in a message that is a text."""
    message = own_message(world, asked.chat_id, asked.message_id)
    if message.kind is not Kind.TEXT:
        raise bad_request("there is no text in the message to edit")
    text, entities = message_text(asked.text, parse_mode=asked.parse_mode, entities=asked.entities)
    changed = {"text": text, "entities": entities}
    return _edit(
        world, message, _keyboard(message, world, asked) | changed, method="editMessageText"
    )


def edit_message_caption(world: Ground, asked: EditMessageCaption) -> Json:
    """Say something else under a picture or a file."""
    message = own_message(world, asked.chat_id, asked.message_id)
    if message.attachment is None:
        raise bad_request("there is no caption in the message to edit")
    caption, entities = asked.words()
    changed = {"caption": caption, "entities": entities}
    return _edit(
        world, message, _keyboard(message, world, asked) | changed, method="editMessageCaption"
    )


def edit_message_media(world: Ground, asked: EditMessageMedia) -> Json:
    """Show another picture or file in a message."""
    message = own_message(world, asked.chat_id, asked.message_id)
    if asked.media is None:
        raise bad_request("input media is not specified")
    content = item_content(world, album_item(asked.media, asked)) | {"text": ""}
    return _edit(
        world, message, _keyboard(message, world, asked) | content, method="editMessageMedia"
    )


def edit_message_reply_markup(world: Ground, asked: Edit) -> Json:
    """Show other buttons under a message, or none."""
    message = own_message(world, asked.chat_id, asked.message_id)
    return _edit(world, message, _keyboard(message, world, asked), method="editMessageReplyMarkup")


def delete_message(world: Ground, asked: DeleteMessage) -> bool:
    """Take a message away for everybody, within 48 hours."""
    message = message_there(world, asked.chat_id, asked.message_id, purpose="delete")
    if not message.from_bot and message.chat_id in world.groups:
        raise bad_request("message can't be deleted")
    if world.clock.now() - message.date > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    world.chats.remove(message)
    world.accept("deleteMessage", chat_id=message.chat_id, message_id=message.message_id)
    return True


def delete_messages(world: Ground, asked: DeleteMessages) -> bool:
    """Take several messages away for everybody; those that are not there are passed over."""
    chat_id = open_chat(world, asked.chat_id)
    numbers = asked.message_ids or []
    if not 0 < len(numbers) <= MOST_DELETED:
        raise bad_request("message identifiers are not specified, or too many")
    if not all(isinstance(number, int) for number in numbers):
        raise bad_request("invalid message identifier specified")
    for number in numbers:
        if world.chats.find(chat_id, number) is not None:
            delete_message(world, DeleteMessage(chat_id=chat_id, message_id=number))
    return True


def set_message_reaction(world: Ground, asked: SetMessageReaction) -> bool:
    """React to a message with one sign, or with none."""
    message = message_there(world, asked.chat_id, asked.message_id, purpose="react")
    signs = tuple(_sign(raw) for raw in asked.reaction or ())
    if len(signs) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    world.chats.replace(replace(message, reactions=signs))
    world.accept(
        "setMessageReaction",
        chat_id=message.chat_id,
        message_id=message.message_id,
        text="".join(signs),
    )
    return True


def answer_callback_query(world: Ground, asked: AnswerCallbackQuery) -> bool:
    """Answer a tap, once, within two and a half minutes."""
    if utf16_length(asked.text or "") > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = Answer(text=asked.text or "", show_alert=asked.show_alert, url=asked.url or "")
    query = world.queries.answer(asked.callback_query_id, answer)
    if query is None:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.accept("answerCallbackQuery", chat_id=query.chat_id, text=answer.text)
    world.changes.tell(Change(chat_id=query.chat_id, what="answer", query_id=query.id))
    return True


def _keyboard(message: Message, world: Ground, asked: Edit) -> Json:
    is_private = message.chat_id in world.people
    return {"inline_keyboard": inline_keyboard(asked.reply_markup, is_private=is_private)}


def _edit(world: Ground, message: Message, changed: Json, *, method: str) -> Json:
    edited = replace(message, **changed)
    if edited == message:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly"
            " the same as a current content and reply markup of the message"
        )
    edited = world.chats.replace(replace(edited, edited_at=world.clock.now()))
    world.accept(method, chat_id=message.chat_id, text=edited.words, message_id=message.message_id)
    return world.written(edited)


def _sign(raw: Any) -> str:
    if (
        not isinstance(raw, dict)
        or raw.get("type") != "emoji"
        or str(raw.get("emoji")) not in REACTIONS
    ):
        raise bad_request("REACTION_INVALID")
    return str(raw["emoji"])
