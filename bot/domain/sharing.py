"""What staff may see of a person: deny by default, and the person decides.

Source: the table of streams in the design; hiding leaves no trace for staff.
"""

from collections.abc import Mapping
from enum import StrEnum


class Stream(StrEnum):
    """Something about a person that can be shown or kept."""

    REACHED = "reached"
    EXERCISES = "exercises"
    WAKEUPS = "wakeups"
    CHECKINS = "checkins"
    AFTERWORK = "afterwork"


class Audience(StrEnum):
    """Who looks."""

    COACH = "coach"
    FACILITATOR = "facilitator"


class Preset(StrEnum):
    """The answers offered when a person first decides; none is chosen for them."""

    ESSENTIAL = "essential"
    MINIMUM = "minimum"


class Purpose(StrEnum):
    """What a person agrees to in so many words; the consent ledger keeps which words."""

    CHANNEL = "channel"
    NOTE = "note"


Choices = Mapping[tuple[Stream, Audience], bool]

CHOOSABLE = (
    (Stream.EXERCISES, Audience.COACH),
    (Stream.WAKEUPS, Audience.COACH),
    (Stream.CHECKINS, Audience.COACH),
    (Stream.AFTERWORK, Audience.COACH),
    (Stream.EXERCISES, Audience.FACILITATOR),
)

PRESETS: Mapping[Preset, Choices] = {
    Preset.ESSENTIAL: dict.fromkeys(CHOOSABLE, True),
    Preset.MINIMUM: {one: one == (Stream.EXERCISES, Audience.FACILITATOR) for one in CHOOSABLE},
}

ALWAYS = frozenset({(Stream.REACHED, Audience.COACH), (Stream.REACHED, Audience.FACILITATOR)})


def may_see(choices: Choices, stream: Stream, audience: Audience) -> bool:
    """Whether an audience that supports the person may see a stream."""
    asked = (stream, audience)
    return asked in ALWAYS or (asked in CHOOSABLE and choices.get(asked, False))
