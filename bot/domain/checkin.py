"""The rules of check-ins that come by themselves: how often, and what is asked about them.

Source: the programme's content on check-ins: weekly at first, a monthly question whether they help,
and a rule for several low days in a row that only the person switches on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any, Self

from bot.domain.exercise import Answers
from bot.domain.schedule import EVERY_DAY, Rule

MOOD = "mood"
"""The check-in of the day, and its first scale."""

WEEK, DAY = "week", "day"
"""How often the questions may come: what a button says of it."""

OFFERED = (time(9), time(12, 30), time(18), time(19, 30))
"""Times of day to choose among; any other can be typed."""

A_MONTH = timedelta(days=28)
LOW_DAYS = 3


@dataclass(frozen=True, kw_only=True)
class Arrangement:
    """What is kept with check-ins that recur.

    `asked` is the day of the latest question whether they help; `low_days` whether the person wants
    to be asked what helps after several low days, and `told` when that was done last.
    """

    asked: date | None = None
    low_days: bool = False
    told: date | None = None

    def as_details(self) -> Mapping[str, Any]:
        """Return plain JSON values, from which `from_details` makes the same."""
        return {
            "asked": self.asked and self.asked.isoformat(),
            "low_days": self.low_days,
            "told": self.told and self.told.isoformat(),
        }

    @classmethod
    def from_details(cls, details: Mapping[str, Any]) -> Self:
        """Return what `as_details` described; what is absent is not wished for."""
        asked, told = details.get("asked"), details.get("told")
        return cls(
            asked=date.fromisoformat(asked) if asked else None,
            low_days=details.get("low_days") is True,
            told=date.fromisoformat(told) if told else None,
        )


def weekly(today: date, wall: time, usual: Rule | None = None) -> Rule:
    """Return once a week from tomorrow on: on the usual day, or on the day of the week it is."""
    days = usual.days if usual and len(usual.days) == 1 else frozenset({today.weekday()})
    return Rule(days=days, wall=wall, starts=today + timedelta(days=1), holidays=True)


def daily(today: date, wall: time) -> Rule:
    """Return every day from tomorrow on."""
    return Rule(days=EVERY_DAY, wall=wall, starts=today + timedelta(days=1), holidays=True)


def rule_of(every: str, today: date, wall: time, *, usual: Rule | None = None) -> Rule:
    """Return the rule of how often somebody chose, weekly where they did not say daily.

    `usual` is the rule so far, whose day of the week stays where it has one.
    """
    return daily(today, wall) if every == DAY else weekly(today, wall, usual)


def on_weekday(rule: Rule, weekday: int, today: date) -> Rule:
    """Return a rule on one day of the week, from tomorrow on."""
    return replace(rule, days=frozenset({weekday}), starts=today + timedelta(days=1))


def is_time_to_ask(kept: Arrangement, starts: date, today: date) -> bool:
    """Whether a month went by since it was asked whether check-ins help, or since they began."""
    return today - (kept.asked or starts) >= A_MONTH


def is_lowest(answers: Answers, lowest: str) -> bool:
    """Whether the mood is the lowest that can be said."""
    return answers.get(MOOD) == lowest


def are_low(latest: Sequence[Answers], lowest: str) -> bool:
    """Whether the mood was lowest in several check-ins in a row, the latest first.

    True again only after as many more; check-ins without a mood are passed over.
    """
    row = 0
    for mood in (answers[MOOD] for answers in latest if MOOD in answers):
        if mood != lowest:
            break
        row += 1
    return row > 0 and row % LOW_DAYS == 0
