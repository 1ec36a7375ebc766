"""What a look at the whole found: one line for whoever runs Relais."""

from dataclasses import dataclass

from bot.domain.message import Phrase


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something to be said, and whether it is as it should be."""

    says: Phrase
    is_well: bool = True
