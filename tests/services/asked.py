"""What is asked of the database: a conversation that asks nothing new is not played a second time.

The services say the same on each database; what may differ is what a statement does. So each test
is played on SQLite, and then on PostgreSQL if there is a statement in it that no test of this
process has put to PostgreSQL yet.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any

VALUES = re.compile(r"\(\?(?:, \?)+\)")
"""Several values in a row: how many there are makes no other statement."""


@dataclass
class Asked:
    """The statements of this process, as SQLite is told them.

    `now` are those since the running test began, `by_test` those of each that was played on SQLite,
    `again` those of all that were played on PostgreSQL, too.
    """

    now: set[str] = field(default_factory=set)
    by_test: dict[str, frozenset[str]] = field(default_factory=dict)
    again: set[str] = field(default_factory=set)

    def hear(self, *of_cursor: Any) -> None:
        """Note a statement that is about to be run."""
        self.now.add(_shape(of_cursor[2]))

    def is_nothing_new(self, test: str) -> bool:
        """Whether all that a test asked on SQLite was asked on PostgreSQL already."""
        return test in self.by_test and self.by_test[test] <= self.again

    def keep(self, test: str, *, again: bool) -> None:
        """Keep what a test asked: on SQLite, or again on PostgreSQL."""
        if again:
            self.again |= self.by_test.get(test, frozenset())
        else:
            self.by_test[test] = frozenset(self.now)


@cache
def _shape(statement: str) -> str:
    return VALUES.sub("(?)", statement)
