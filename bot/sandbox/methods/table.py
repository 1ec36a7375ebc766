"""Every method of the Bot API that our small Telegram has: its name, parameters and function."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.ground import Ground
from bot.sandbox.methods import editing, looking, presenting, receiving, sending
from bot.sandbox.parameters import Asked


@dataclass(frozen=True, kw_only=True)
class Method:
    """One method: `run` takes the world and the typed parameters and returns what is replied."""

    name: str
    model: type[Asked]
    run: Callable[[Ground, Any], Any | Awaitable[Any]]


def find_method(name: str) -> Method | None:
    """Return the method with this name, in whatever case it is written."""
    return METHODS.get(name.lower())


METHODS = {
    name.lower(): Method(name=name, model=model, run=run)
    for name, model, run in (
        ("getMe", Asked, looking.get_me),
        ("getChat", looking.GetChat, looking.get_chat),
        ("getChatMember", looking.GetChatMember, looking.get_chat_member),
        ("getFile", looking.GetFile, looking.get_file),
        ("getUpdates", receiving.GetUpdates, receiving.get_updates),
        ("setWebhook", receiving.SetWebhook, receiving.set_webhook),
        ("deleteWebhook", receiving.DeleteWebhook, receiving.delete_webhook),
        ("getWebhookInfo", Asked, receiving.get_webhook_info),
        ("sendMessage", sending.SendMessage, sending.send_message),
        ("sendPhoto", sending.SendPhoto, sending.send_photo),
        ("sendDocument", sending.SendDocument, sending.send_document),
        ("sendMediaGroup", sending.SendMediaGroup, sending.send_media_group),
        ("sendChatAction", sending.SendChatAction, sending.send_chat_action),
        ("editMessageText", editing.EditMessageText, editing.edit_message_text),
        ("editMessageCaption", editing.EditMessageCaption, editing.edit_message_caption),
        ("editMessageMedia", editing.EditMessageMedia, editing.edit_message_media),
        ("editMessageReplyMarkup", editing.Edit, editing.edit_message_reply_markup),
        ("deleteMessage", editing.DeleteMessage, editing.delete_message),
        ("deleteMessages", editing.DeleteMessages, editing.delete_messages),
        ("setMessageReaction", editing.SetMessageReaction, editing.set_message_reaction),
        ("answerCallbackQuery", editing.AnswerCallbackQuery, editing.answer_callback_query),
        ("setMyCommands", presenting.SetMyCommands, presenting.set_my_commands),
        ("getMyCommands", presenting.Commands, presenting.get_my_commands),
        ("deleteMyCommands", presenting.Commands, presenting.delete_my_commands),
        ("setChatMenuButton", presenting.SetChatMenuButton, presenting.set_chat_menu_button),
        ("getChatMenuButton", presenting.MenuButton, presenting.get_chat_menu_button),
        ("setMyName", presenting.SetMyName, presenting.set_my_name),
        ("getMyName", presenting.ByLanguage, presenting.get_my_name),
        ("setMyDescription", presenting.SetMyDescription, presenting.set_my_description),
        ("getMyDescription", presenting.ByLanguage, presenting.get_my_description),
        (
            "setMyShortDescription",
            presenting.SetMyShortDescription,
            presenting.set_my_short_description,
        ),
        ("getMyShortDescription", presenting.ByLanguage, presenting.get_my_short_description),
    )
}
