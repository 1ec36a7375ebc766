"""A database that is away now and then."""

from bot.domain.errors import DatabaseAway
from bot.store.db import Database


class Wavering(Database):
    """A database that is away for some of its transactions."""

    absences = 0

    def begin(self):  # type: ignore[no-untyped-def] # noqa: ANN201
        if self.absences:
            self.absences -= 1
            raise DatabaseAway
        return super().begin()
