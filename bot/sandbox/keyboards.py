"""Checks the keyboards that a bot wants to show, as Telegram does."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.messages import InlineKeyboard
from bot.sandbox.refusals import RefusalError, bad_request

MOST_BUTTONS = 100
LONGEST_DATA = 64
LONGEST_COPY = 256
SCHEMES = frozenset({"http", "https", "tg", "ton"})
Button = Mapping[str, Any]


def inline_keyboard(markup: Mapping[str, Any] | None, *, is_private: bool) -> InlineKeyboard:
    """Return the rows of an inline keyboard, none if there is no markup; refuse any other kind."""
    if markup is None:
        return ()
    if "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    rows = _rows(markup["inline_keyboard"])
    for row in rows:
        for button in row:
            _check_inline(button)
            if "web_app" in button and not is_private:
                raise bad_request("BUTTON_TYPE_INVALID")
    return tuple(tuple(row) for row in rows if row)


def reply_keyboard(markup: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """Return a markup that is no inline keyboard, checked; None if there is none."""
    if markup is None or "inline_keyboard" in markup:
        return None
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"])
        if not any(rows):
            raise bad_request("reply markup is empty")
        for row in rows:
            for button in row:
                _check_text(button if isinstance(button, str) else _field(button, "text"))
        return {**markup, "keyboard": [[_as_button(button) for button in row] for row in rows]}
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        return markup
    raise bad_request("object expected as reply markup")


def is_https(url: Any) -> bool:
    """Say whether a link is one that Telegram opens a Mini App or sends updates to."""
    parts = _parts(url)
    return parts is not None and parts[0] == "https" and bool(parts[1])


def _rows(rows: Any) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("Can't parse keyboard: an Array of Arrays is expected")
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _check_inline(button: Any) -> None:
    if not isinstance(button, Mapping):
        raise _not_a_button("InlineKeyboardButton must be an Object")
    _check_text(button.get("text"))
    actions = [name for name in ACTIONS if name in button]
    if not actions:
        raise _not_a_button("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _not_a_button(f"the sandbox refuses two actions in one: {', '.join(actions)}")
    ACTIONS[actions[0]](button[actions[0]])


def _check_text(text: Any) -> None:
    if not isinstance(text, str) or not text.strip():
        raise bad_request('Can\'t parse keyboard button: Field "text" must be non-empty')


def _not_a_button(words: str) -> RefusalError:
    return bad_request(f"Can't parse inline keyboard button: {words}")


def _as_button(button: Any) -> Button:
    return {"text": button} if isinstance(button, str) else button


def _check_data(data: Any) -> None:
    if not isinstance(data, str) or len(data.encode()) > LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: Any) -> None:
    parts = _parts(url)
    is_web = parts is not None and parts[0] in {"http", "https"}
    if parts is None or parts[0] not in SCHEMES or (is_web and "." not in parts[1]):
        raise bad_request("BUTTON_URL_INVALID")


def _check_web_app(web_app: Any) -> None:
    url = _field(web_app, "url")
    if not is_https(url):
        raise bad_request(
            f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )


def _check_copy(copy: Any) -> None:
    text = _field(copy, "text")
    if not isinstance(text, str) or not 0 < len(text) <= LONGEST_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _field(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else None


def _accept(_: Any) -> None:
    return


def _parts(url: Any) -> tuple[str, str] | None:
    if not isinstance(url, str) or any(sign.isspace() for sign in url):
        return None
    written = url if "://" in url else f"http://{url}"
    try:
        parts = urlsplit(written)
    except ValueError:
        return None
    return parts.scheme, parts.netloc


ACTIONS: dict[str, Callable[[Any], None]] = {
    "url": _check_url,
    "callback_data": _check_data,
    "web_app": _check_web_app,
    "copy_text": _check_copy,
    "login_url": _accept,
    "switch_inline_query": _accept,
    "switch_inline_query_current_chat": _accept,
    "switch_inline_query_chosen_chat": _accept,
}
