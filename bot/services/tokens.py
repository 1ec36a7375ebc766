"""Tokens of buttons: they name a delivery and a button, and fit only the chat they were made for.

Nothing is kept of them. The number of the delivery (16 bytes), the number of the button (1) and a
keyed mark over both and the chat (10) make 36 characters; Telegram allows 64.
"""

import base64
import binascii
import hmac
from uuid import UUID

from bot.store.vault import Vault

DELIVERY_LENGTH = 16
MARK_LENGTH = 10
REVEAL = 255
"""The number of the one button under a message that shows nothing of what it says."""

WHOLE_LENGTH = DELIVERY_LENGTH + 1 + MARK_LENGTH


def issue(vault: Vault, chat_id: str, delivery_id: str, *, number: int) -> str:
    """Return the token of a delivery's button, by its number in reading order (0 to 255)."""
    named = UUID(delivery_id).bytes + bytes([number])
    mark = vault.stamp("button", f"{chat_id}:{delivery_id}:{number}", length=MARK_LENGTH)
    return _encode(named + mark)


def read(vault: Vault, chat_id: str, token: str) -> tuple[str, int] | None:
    """Return the delivery and the number of the button, or None for what was not made for here."""
    try:
        whole = _decode(token)
    except (binascii.Error, UnicodeEncodeError, ValueError):
        return None
    if len(whole) != WHOLE_LENGTH:
        return None
    delivery_id = str(UUID(bytes=whole[:DELIVERY_LENGTH]))
    number = whole[DELIVERY_LENGTH]
    real = issue(vault, chat_id, delivery_id, number=number)
    return (delivery_id, number) if hmac.compare_digest(real, token) else None


def _encode(whole: bytes) -> str:
    return base64.urlsafe_b64encode(whole).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    plain = text.encode("ascii")
    return base64.b64decode(plain + b"=" * (-len(plain) % 4), altchars=b"-_", validate=True)
