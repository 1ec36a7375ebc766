"""Who tries invitation codes that do not exist: after ten in an hour, none opens for a day."""

from collections.abc import Sequence
from datetime import datetime, timedelta

MOST = 10
WITHIN = timedelta(hours=1)
SHUT = timedelta(days=1)

COUNTS = WITHIN + SHUT
"""How long a try can matter."""


def is_shut(tries: Sequence[datetime], now: datetime) -> bool:
    """Whether no code opens to an account now, given the moments of its latest wrong ones."""
    latest = sorted(tries)[-MOST:]
    if len(latest) < MOST:
        return False
    return latest[-1] - latest[0] <= WITHIN and now < latest[-1] + SHUT
