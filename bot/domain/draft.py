"""A wake-up on its way to being agreed: what a card of the chat carries from tap to tap."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any, Self

from bot.domain.plan import Plan
from bot.domain.schedule import WORKING_DAYS, Rule

USUAL_TIME = time(7, 0)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """For whom, on which days, at what time, from when, and whether on public holidays too."""

    person_id: str
    days: frozenset[int]
    wall: time
    starts: date
    holidays: bool

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same draft."""
        return {
            "person": self.person_id,
            "days": sorted(self.days),
            "wall": self.wall.isoformat("minutes"),
            "starts": self.starts.isoformat(),
            "holidays": self.holidays,
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return the draft that `as_plain` described."""
        return cls(
            person_id=plain["person"],
            days=frozenset(plain["days"]),
            wall=time.fromisoformat(plain["wall"]),
            starts=date.fromisoformat(plain["starts"]),
            holidays=plain["holidays"],
        )

    @property
    def first_day(self) -> date:
        """The first day from the start on that is one of the days, holidays apart."""
        return self.rule(self.starts).first_day

    def turned(self, day: int) -> Self:
        """Return the draft with one day of the week taken in or out; the last one stays."""
        return replace(self, days=(self.days ^ {day}) or self.days)

    def rule(self, today: date) -> Rule:
        """Return the rule drafted; a start that is past by now means today."""
        return Rule(
            days=self.days,
            wall=self.wall,
            starts=max(self.starts, today),
            holidays=self.holidays,
        )


def usual(person_id: str, today: date) -> Draft:
    """Return what most people want: working days at seven, from tomorrow, not on holidays."""
    return Draft(
        person_id=person_id,
        days=WORKING_DAYS,
        wall=USUAL_TIME,
        starts=today + timedelta(days=1),
        holidays=False,
    )


def of_plan(plan: Plan, today: date) -> Draft:
    """Return a draft of what is agreed already, to change it; what has a last day is followed."""
    starts = plan.rule.ends + timedelta(days=1) if plan.rule.ends else plan.rule.starts
    return Draft(
        person_id=plan.person_id,
        days=plan.rule.days,
        wall=plan.rule.wall,
        starts=max(starts, today),
        holidays=plan.rule.holidays,
    )
