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


class Share(StrEnum):
    """What somebody shows of one exercise: all, only that they did it, or nothing at all."""

    EVERYTHING = "everything"
    STATE = "state"
    NOTHING = "nothing"


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


def keeps_something(choices: Choices, audience: Audience) -> bool:
    """Whether there is something that an audience could be shown and is not."""
    return any(not may_see(choices, *one) for one in CHOOSABLE if one[1] is audience)


def may_see_outcome(choices: Choices, audience: Audience, share: Share | None) -> bool:
    """Whether an audience may see how an exercise ended; not before that is decided.

    Of one that is kept, an audience sees no more than of one that nobody has begun.
    """
    return share in {Share.EVERYTHING, Share.STATE} and may_see(choices, Stream.EXERCISES, audience)


def may_see_answers(
    choices: Choices, audience: Audience, share: Share | None, *, private: bool
) -> bool:
    """Whether an audience may see what was answered; never where the exercise itself is private."""
    is_shared = share is Share.EVERYTHING and not private
    return is_shared and may_see_outcome(choices, audience, share)
