"""Sends worded messages through Telegram; the only place that does.

Never with a parse mode: what people wrote is shown as they wrote it.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

import segno
import structlog
from telegram import Bot, InlineKeyboardMarkup, ReplyKeyboardMarkup
from telegram.error import BadRequest, TelegramError

from bot.chat.calls import call
from bot.chat.failures import cannot_edit, is_unchanged, translate
from bot.chat.texts import LONGEST_CAPTION, LONGEST_COPY, LONGEST_TEXT, fit
from bot.domain.people import Chat
from bot.pictures.render import png
from bot.services.ports import Choice, File, Worded

Plain: TypeAlias = dict[str, Any]
"""An object of the Bot API as it goes out."""

NO_PREVIEW = {"is_disabled": True}
QR_SCALE = 8
QR_BORDER = 4
QR_WIDER = 1.6
MOST_DELETED = 100

log = structlog.stdlib.get_logger(__name__)


class TelegramMessenger:
    """Sends through a bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, chat: Chat, worded: Worded) -> int:
        """Send, or edit, and return the Telegram number of the message.

        What cannot be edited any more is sent anew. Raises ChatGone, ChatMoved, Refused, SlowDown,
        TryLater or Stopped.
        """
        try:
            await self._take_back(chat, worded.clears)
            if worded.edits is not None and _is_plain(worded):
                return await self._edit(chat, worded, worded.edits)
            return await self._send(chat, worded)
        except TelegramError as error:
            raise translate(error) from error

    async def _edit(self, chat: Chat, worded: Worded, number: int) -> int:
        try:
            await call(
                self._bot,
                "editMessageText",
                chat_id=chat.telegram_id,
                message_id=number,
                text=fit(worded.text, LONGEST_TEXT),
                reply_markup=_inline(worded),
                link_preview_options=NO_PREVIEW,
            )
        except TelegramError as error:
            if is_unchanged(error):
                return number
            if not cannot_edit(error):
                raise
        else:
            return number
        return await self._send(chat, worded)

    async def _take_back(self, chat: Chat, numbers: Sequence[int]) -> None:
        """Delete messages; those that cannot be deleted any more are passed over by Telegram."""
        for first in range(0, len(numbers), MOST_DELETED):
            several = list(numbers[first : first + MOST_DELETED])
            where = chat.telegram_id
            try:
                await call(self._bot, "deleteMessages", chat_id=where, message_ids=several)
            except BadRequest:
                log.warning("messages_not_deleted", chat=chat.id)

    async def _send(self, chat: Chat, worded: Worded) -> int:
        if worded.file is not None:
            return await self._send_file(chat, worded, worded.file)
        picture = worded.picture or (qr_picture(worded.link) if worded.link is not None else None)
        if picture is not None:
            return await self._send_picture(chat, worded, picture)
        sent = await call(
            self._bot,
            "sendMessage",
            chat_id=chat.telegram_id,
            text=fit(worded.text, LONGEST_TEXT),
            reply_markup=_inline(worded) or _lasting(worded),
            link_preview_options=NO_PREVIEW,
        )
        return int(sent["message_id"])

    async def _send_picture(self, chat: Chat, worded: Worded, picture: bytes) -> int:
        inline, lasting = _inline(worded), _lasting(worded)
        markup = InlineKeyboardMarkup.de_json(inline) if inline else None
        sent = await self._bot.send_photo(
            chat.telegram_id,
            picture,
            caption=fit(worded.text, LONGEST_CAPTION),
            reply_markup=markup or (ReplyKeyboardMarkup.de_json(lasting) if lasting else None),
        )
        return sent.message_id

    async def _send_file(self, chat: Chat, worded: Worded, file: File) -> int:
        inline = _inline(worded)
        sent = await self._bot.send_document(
            chat.telegram_id,
            file.content,
            filename=file.name,
            caption=fit(worded.text, LONGEST_CAPTION),
            reply_markup=InlineKeyboardMarkup.de_json(inline) if inline else None,
        )
        return sent.message_id


def qr_picture(link: str) -> bytes:
    """Return a link as a QR picture (PNG), to be shown on one phone and read by another.

    It is wider than high: Telegram draws a picture as wide as its message, and all of that is
    to fit the screen.
    """
    code = segno.make(link, micro=False)
    width, height = code.symbol_size(QR_SCALE, QR_BORDER)
    drawn = code.svg_inline(scale=QR_SCALE, border=QR_BORDER)
    wide = width * QR_WIDER
    return png(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{height}">'
        f'<rect width="100%" height="100%" fill="#fff"/>'
        f'<g transform="translate({(wide - width) / 2:.0f})">{drawn}</g></svg>'
    )


def _is_plain(worded: Worded) -> bool:
    """Whether a text and its buttons are all there is: nothing else can be edited in."""
    carried = (worded.link, worded.picture, worded.file)
    return all(one is None for one in carried) and not worded.keyboard


def _inline(worded: Worded) -> Plain | None:
    rows = [[_button(choice) for choice in row] for row in worded.rows if row]
    return {"inline_keyboard": rows} if rows else None


def _button(choice: Choice) -> Plain:
    if choice.copies:
        return {"text": choice.label, "copy_text": {"text": fit(choice.copies, LONGEST_COPY)}}
    if choice.opens:
        return {"text": choice.label, "url": choice.opens}
    return {"text": choice.label, "callback_data": choice.token}


def _lasting(worded: Worded) -> Plain | None:
    if not worded.keyboard:
        return None
    row = [{"text": label} for label in worded.keyboard]
    return {"keyboard": [row], "resize_keyboard": True, "is_persistent": True}
