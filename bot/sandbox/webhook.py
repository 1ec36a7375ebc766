"""Where the bot wants its updates brought, and what went wrong last."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class Webhook:
    """An address of the bot's; none if the bot asks for its updates itself."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    failed_at: datetime | None = None
    failure: str = ""
