"""What a command says when it cannot begin: one sentence that names what is wrong."""

import errno
from collections.abc import Mapping

from pydantic import ValidationError

from bot.domain.errors import (
    AddressTaken,
    ChatGone,
    DatabaseAway,
    DatabaseInUse,
    DatabaseNotEmpty,
    DatabaseNotReady,
    InvalidKeyFile,
    InvalidName,
    NoSuchStaff,
    NotABackup,
    PartsApart,
    Refused,
    SeveralStaff,
    Stopped,
    ToolTrouble,
    TryLater,
    Unsealable,
    WebhookRefused,
)
from bot.domain.message import Phrase
from bot.library.faults import UnknownCountry
from bot.settings import Settings


def _name(field: str) -> str:
    return f"RELAIS_{field.upper()}"


AWAY = Phrase("cli-telegram-away", {"name": _name("telegram_base_url")})

SENTENCES: Mapping[type[Exception], Phrase] = {
    UnknownCountry: Phrase("cli-setting-wrong", {"name": _name("country")}),
    InvalidKeyFile: Phrase("cli-setting-wrong", {"name": _name("secret_key_file")}),
    DatabaseAway: Phrase("cli-database-away", {"name": _name("database_url")}),
    Stopped: Phrase("cli-token-refused", {"name": _name("telegram_token")}),
    TryLater: AWAY,
    # A command begins without a chat: whoever speaks of one, or forbids, is not Telegram.
    ChatGone: AWAY,
    Refused: AWAY,
    InvalidName: Phrase("cli-name-wrong"),
    NoSuchStaff: Phrase("cli-staff-unknown"),
    SeveralStaff: Phrase("cli-staff-several"),
    DatabaseInUse: Phrase("cli-database-in-use"),
    DatabaseNotReady: Phrase("cli-database-not-ready"),
    DatabaseNotEmpty: Phrase("cli-database-not-empty"),
    NotABackup: Phrase("cli-not-a-backup"),
    Unsealable: Phrase("cli-key-other", {"name": _name("secret_key_file")}),
    PartsApart: Phrase("cli-parts-apart", {"name": _name("database_url")}),
    WebhookRefused: Phrase("cli-webhook-refused", {"name": _name("public_url")}),
    AddressTaken: Phrase(
        "cli-address-taken", {"host": _name("web_host"), "port": _name("web_port")}
    ),
}


def complaint(error: Exception) -> Phrase:
    """Return the sentence for an error that ends a command."""
    match error:
        case ValidationError():
            return _setting(error)
        case OSError():
            return _of_system(error)
        case ToolTrouble():
            return _tool(error)
        case _:
            usual = Phrase("cli-trouble", {"what": type(error).__name__})
            return SENTENCES.get(type(error), usual)


def _setting(error: ValidationError) -> Phrase:
    fault = error.errors(include_url=False, include_input=False)[0]
    field = str(fault["loc"][-1]) if fault["loc"] else ""
    if field not in Settings.model_fields:
        return Phrase("cli-option-wrong", {"name": f"--{field}"})
    key = "cli-setting-missing" if fault["type"] == "missing" else "cli-setting-wrong"
    return Phrase(key, {"name": _name(field)})


def _of_system(error: OSError) -> Phrase:
    why = error.strerror or type(error).__name__
    if error.errno == errno.EADDRINUSE:
        return Phrase("cli-port-taken", {"why": why})
    if error.filename is None:
        return Phrase("cli-trouble", {"what": why})
    return Phrase("cli-file-trouble", {"why": why, "file": str(error.filename)})


def _tool(error: ToolTrouble) -> Phrase:
    if error.why:
        return Phrase("cli-tool-failed", {"tool": error.tool, "why": error.why})
    return Phrase("cli-tool-missing", {"tool": error.tool})
