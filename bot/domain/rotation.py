"""Techniques take turns: which one a reminder brings on a day is drawn from the rules alone.

All reminders of a person share one order. Each occurrence of any of them takes the next technique,
so that one comes back only after all the others.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Self, TypeAlias

from bot.domain.schedule import Rule, occurs

DAY = timedelta(days=1)
LOOKED_BACK = timedelta(days=31)
LONG_AGO = "2000-01-01T00:00:00"

Turn: TypeAlias = tuple[date, time, str]
"""An occurrence of a rule: its day, its wall time, and what tells it from others of that moment."""


@dataclass(frozen=True, kw_only=True)
class Rotation:
    """The order of the techniques, the wall time since when turns count, the person's other rules.

    Public holidays count too: a reminder comes on them.
    """

    techniques: Sequence[str]
    since: datetime
    others: Sequence[Rule] = ()

    def on(self, rule: Rule, day: date) -> str | None:
        """Return the technique that a rule brings on one of its days; None where none is left."""
        if not self.techniques:
            return None
        own = (day, occurs(rule, day, holidays=()) or rule.wall, _mark(rule))
        number = sum(1 for one in _turns([rule, *self.others], self.since, day) if one < own)
        return self.techniques[number % len(self.techniques)]

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same."""
        return {
            "techniques": list(self.techniques),
            "since": self.since.isoformat(),
            "others": [rule.as_values() for rule in self.others],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return the rotation that `as_plain` described; one that was never set has nothing."""
        return cls(
            techniques=tuple(plain.get("techniques", ())),
            since=datetime.fromisoformat(plain.get("since", LONG_AGO)),
            others=tuple(Rule.from_values(one) for one in plain.get("others", ())),
        )


def brought(rules: Sequence[tuple[Rule, Rotation]], until: datetime) -> Sequence[str]:
    """Return what several rules brought lately before a wall time, the oldest first."""
    found: list[tuple[Turn, str]] = []
    for rule, rotation in rules:
        for turn in _turns([rule], until - LOOKED_BACK, until.date()):
            technique = rotation.on(rule, turn[0])
            at = datetime.combine(turn[0], turn[1])
            if technique and rotation.since < at <= until:
                found.append((turn, technique))
    return [technique for _, technique in sorted(found)]


def in_turn(techniques: Sequence[str], brought: Sequence[str]) -> Sequence[str]:
    """Return the order in which techniques come next: what was brought last comes last."""
    latest = {technique: number for number, technique in enumerate(brought)}
    return sorted(techniques, key=lambda one: latest.get(one, -1))


def _turns(rules: Sequence[Rule], since: datetime, last: date) -> Iterator[Turn]:
    """Yield the occurrences of rules after a wall time, up to a day."""
    for rule in rules:
        mark = _mark(rule)
        day = max(rule.starts, since.date())
        while day <= last:
            wall = occurs(rule, day, holidays=())
            if wall and datetime.combine(day, wall) > since:
                yield day, wall, mark
            day += DAY


def _mark(rule: Rule) -> str:
    return f"{rule.wall}{sorted(rule.days)}{rule.starts}"
