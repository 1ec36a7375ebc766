"""What was agreed: a kind, a rule in the person's own days, and who proposed it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import StrEnum
from typing import Any, Self

from bot.domain.schedule import Rule


class PlanKind(StrEnum):
    """What a plan brings."""

    WAKEUP = "wakeup"
    CHECKIN = "checkin"
    COPING = "coping"
    AFTERWORK = "afterwork"
    SENTENCE = "sentence"
    REMINDER = "reminder"
    WORKSHOP = "workshop"
    EXERCISE = "exercise"


class PlanState(StrEnum):
    """Where a plan stands; only an active one sends anything."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    DECLINED = "declined"
    ENDED = "ended"


@dataclass(frozen=True, kw_only=True)
class Around:
    """What a person wants around a wake-up: wall times of their own day, None for none.

    `evening` is the line of the evening before, `leaves` the time to leave home, `tells_coach` when
    the coach gets one note if nobody answered.
    """

    evening: time | None = None
    leaves: time | None = None
    tells_coach: time | None = None

    def as_values(self) -> Mapping[str, Any]:
        """Return plain JSON values, from which `from_values` makes the same."""
        return {name: wall and wall.isoformat("minutes") for name, wall in vars(self).items()}

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """Return what `as_values` described."""
        return cls(**{k: time.fromisoformat(v) if v else None for k, v in values.items()})


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Something agreed, or proposed, for one person.

    `around` is a wake-up's; `details` say what another kind brings, in plain JSON values.
    """

    id: str
    person_id: str
    kind: PlanKind
    state: PlanState
    rule: Rule
    around: Around = Around()
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)
    proposed_by: str | None

    def at(self, wall: time) -> Self:
        """Return the plan at another time of day."""
        return replace(self, rule=replace(self.rule, wall=wall))

    def wall_on(self, day: date) -> time:
        """Return the time of day it has on a day on which it occurs."""
        return self.rule.exceptions.get(day) or self.rule.wall


def not_over(several: Iterable[Plan], today: date) -> list[Plan]:
    """Return the plans that still come, in their order; those without a last day follow."""
    coming = [plan for plan in several if not plan.rule.is_over(today)]
    return sorted(coming, key=lambda plan: plan.rule.ends is None)
