"""What a supervisor reads of the whole: numbers, and none behind which few people stand.

Nobody can be found in a number, nor guessed from one.
"""

from dataclasses import dataclass
from datetime import timedelta

FEWEST = 5
"""How many people stand behind a number that is shown."""

LATELY = timedelta(days=28)
"""How far back exercises and messages are counted."""


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many of something there are, and how many people stand behind it."""

    number: int
    people: int

    @property
    def shown(self) -> int | None:
        """The number; None where so few people stand behind it that it would speak of somebody."""
        return self.number if self.people >= FEWEST else None


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The whole in numbers: what there is, and what happened lately."""

    groups: int
    facilitators: int
    coaches: int
    workshops_held: int
    enrolled: Count
    given: Count
    done: Count
    not_received: Count
