"""Methods that put something new into a chat."""

from typing import Any

from bot.sandbox.formatting import Formatted, caption_text, message_text
from bot.sandbox.ground import Ground
from bot.sandbox.keyboards import inline_keyboard, reply_keyboard
from bot.sandbox.media import take
from bot.sandbox.messages import Kind, Message
from bot.sandbox.parameters import Asked, ChatId, File, JsonList, JsonObject, validated
from bot.sandbox.places import open_chat
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Json

SMALLEST_ALBUM, LARGEST_ALBUM = 2, 10
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


class ReplyParameters(Asked):
    """The message that is answered, in the same chat."""

    chat_id: ChatId | None = None
    message_id: int | None = None
    allow_sending_without_reply: bool = False


class Post(Asked):
    """What all messages have."""

    chat_id: ChatId | None = None
    disable_notification: bool = False
    protect_content: bool = False
    allow_paid_broadcast: bool = False
    message_effect_id: str | None = None
    reply_parameters: JsonObject | None = None


class Send(Post):
    """What all messages but albums have."""

    reply_markup: JsonObject | None = None


class SendMessage(Send):
    """The parameters of sendMessage."""

    text: str | None = None
    parse_mode: str | None = None
    entities: JsonList | None = None
    link_preview_options: JsonObject | None = None


class Captioned(Asked):
    """A caption."""

    caption: str | None = None
    parse_mode: str | None = None
    caption_entities: JsonList | None = None
    show_caption_above_media: bool = False

    def words(self) -> Formatted:
        """Return the caption and its entities."""
        return caption_text(
            self.caption, parse_mode=self.parse_mode, entities=self.caption_entities
        )


class SendPhoto(Send, Captioned):
    """The parameters of sendPhoto."""

    photo: File | None = None
    has_spoiler: bool = False


class SendDocument(Send, Captioned):
    """The parameters of sendDocument."""

    document: File | None = None
    thumbnail: File | None = None
    disable_content_type_detection: bool = False


class AlbumItem(Captioned):
    """An InputMedia: a picture or a document, in an album or in place of another."""

    type: str = ""
    media: str | None = None
    thumbnail: str | None = None
    has_spoiler: bool = False
    disable_content_type_detection: bool = False

    def kind(self) -> Kind:
        """Return what it is; refuse what the sandbox does not have."""
        if self.type not in {"photo", "document"}:
            raise bad_request(f'type "{self.type}" is not one that the sandbox has')
        return Kind(self.type)


class SendMediaGroup(Post):
    """The parameters of sendMediaGroup; an album has no keyboard."""

    media: JsonList | None = None


class SendChatAction(Asked):
    """The parameters of sendChatAction."""

    chat_id: ChatId | None = None
    action: str | None = None


def send_message(world: Ground, asked: SendMessage) -> Json:
    """Send a text."""
    words = message_text(asked.text, parse_mode=asked.parse_mode, entities=asked.entities)
    content: Json = {"text": words[0], "entities": words[1]}
    return world.written(_post(world, asked, content, method="sendMessage"))


def send_photo(world: Ground, asked: SendPhoto) -> Json:
    """Send a picture."""
    return _send_file(world, asked, Kind.PHOTO, file=asked.photo)


def send_document(world: Ground, asked: SendDocument) -> Json:
    """Send a file."""
    return _send_file(world, asked, Kind.DOCUMENT, file=asked.document)


def send_media_group(world: Ground, asked: SendMediaGroup) -> list[Json]:
    """Send two to ten pictures, or two to ten files, as an album."""
    open_chat(world, asked.chat_id)
    items = [album_item(raw, asked) for raw in asked.media or ()]
    if not SMALLEST_ALBUM <= len(items) <= LARGEST_ALBUM:
        raise bad_request("the album must contain 2 to 10 items")
    if len({item.type for item in items}) > 1:
        raise bad_request("can't mix documents and other media types in an album")
    contents = [item_content(world, item) for item in items]
    group_id = str(world.chats.next_message_id() + 13_900_000_000_000_000)
    return [
        world.written(
            _post(world, asked, content | {"media_group_id": group_id}, method="sendMediaGroup")
        )
        for content in contents
    ]


def send_chat_action(world: Ground, asked: SendChatAction) -> bool:
    """Show that the bot is at work."""
    chat_id = open_chat(world, asked.chat_id)
    if asked.action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.accept("sendChatAction", chat_id=chat_id, text=asked.action)
    return True


def album_item(raw: Any, asked: Asked) -> AlbumItem:
    """Read an InputMedia, whose files came with the call."""
    if not isinstance(raw, dict):
        raise bad_request("Can't parse InputMedia: expected an Object")
    unknown = sorted(set(raw) - set(AlbumItem.model_fields))
    if unknown:
        raise bad_request(f"Can't parse InputMedia: the sandbox has no {', '.join(unknown)}")
    return validated(AlbumItem, raw | {"attached": asked.attached})


def item_content(world: Ground, item: AlbumItem) -> Json:
    """Return the fields of a message that shows an InputMedia."""
    caption, entities = item.words()
    attachment = take(world.files, item.kind(), item.file(item.media))
    return {
        "kind": item.kind(),
        "attachment": attachment,
        "caption": caption,
        "entities": entities,
    }


def _send_file(
    world: Ground, asked: SendPhoto | SendDocument, kind: Kind, *, file: File | None
) -> Json:
    open_chat(world, asked.chat_id)
    caption, entities = asked.words()
    content: Json = {
        "kind": kind,
        "attachment": take(world.files, kind, asked.file(file)),
        "caption": caption,
        "entities": entities,
    }
    method = "sendPhoto" if kind is Kind.PHOTO else "sendDocument"
    return world.written(_post(world, asked, content, method=method))


def _post(world: Ground, asked: Post, content: Json, *, method: str) -> Message:
    chat_id = open_chat(world, asked.chat_id)
    markup = asked.reply_markup if isinstance(asked, Send) else None
    is_private = chat_id in world.people
    is_inline = markup is not None and "inline_keyboard" in markup
    content |= {
        "inline_keyboard": inline_keyboard(markup, is_private=is_private) if is_inline else (),
        "reply_keyboard": reply_keyboard(markup),
        "reply_to": _reply_to(world, chat_id, asked.reply_parameters),
    }
    message = world.post(chat_id, sender_id=world.bot.id, **content)
    world.accept(method, chat_id=chat_id, text=message.words, message_id=message.message_id)
    return message


def _reply_to(world: Ground, chat_id: int, parameters: Json | None) -> int | None:
    if parameters is None:
        return None
    asked = validated(ReplyParameters, parameters)
    if world.chats.find(chat_id, asked.message_id) is not None:
        return asked.message_id
    if asked.allow_sending_without_reply:
        return None
    raise bad_request("message to be replied not found")
