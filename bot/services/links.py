"""The links that lead into the companion."""

from bot.store import invitations
from bot.store.vault import Vault


def invitation_link(vault: Vault, username: str, invitation_id: str) -> str:
    """Return the link that opens the bot with an invitation."""
    return f"https://t.me/{username}?start={invitations.token(vault, invitation_id)}"


def private_link(username: str, payload: str = "") -> str:
    """Return the link that opens the private chat with the bot, with what it begins with."""
    return f"https://t.me/{username}?start={payload}" if payload else f"https://t.me/{username}"


def group_link(username: str, token: str) -> str:
    """Return the link that lets somebody choose a chat, puts the bot into it, and connects it."""
    return f"https://t.me/{username}?startgroup={token}"
