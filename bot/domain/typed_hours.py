"""Contact hours as people type them: two times of day."""

import re
import unicodedata
from datetime import time

from bot.domain.errors import InvalidHours
from bot.domain.hours import Hours
from bot.domain.schedule import WORKING_DAYS
from bot.domain.typed_time import read_time

LONGEST = 40
# The "a" of "am" stands between no two times.
BETWEEN = re.compile(r"^(?:de|from)\b|[-–—/]|jusqu['’]à|à|a(?![.m])|to|until")


def read_hours(text: str) -> Hours | None:
    """Return working-day hours typed as `9h-17h` or `9:00 to 17:30`; None if they make no sense."""
    if len(text) > LONGEST:
        return None
    parts = BETWEEN.split(unicodedata.normalize("NFKC", text).strip().casefold())
    times = [read_time(part) for part in parts if part.strip()]
    match times:
        case [time() as opens, time() as closes]:
            return _hours(opens, closes)
        case _:
            return None


def _hours(opens: time, closes: time) -> Hours | None:
    try:
        return Hours(days=WORKING_DAYS, opens=opens, closes=closes)
    except InvalidHours:
        return None
