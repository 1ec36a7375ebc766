"""The links that lead into the companion."""

from bot.store import invitations
from bot.store.vault import Vault


def invitation_link(vault: Vault, username: str, invitation_id: str) -> str:
    """Return the link that opens the bot with an invitation."""
    return f"https://t.me/{username}?start={invitations.token(vault, invitation_id)}"
