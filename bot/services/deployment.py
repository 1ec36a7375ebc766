"""What the services need to know of the place where this Relais runs."""

from dataclasses import dataclass

from bot.domain.people import Voice
from bot.library import Library


@dataclass(frozen=True, kw_only=True)
class Deployment:
    """The country (help numbers), what newcomers start with, the bot's name, the words."""

    country: str
    zone: str
    voice: Voice
    bot_username: str
    library: Library
