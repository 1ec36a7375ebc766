"""The taps on inline buttons that wait for an answer, and the answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.sandbox.messages import Answer

LIFETIME = timedelta(seconds=150)
FIRST_ID = 4_390_000_000_000_000_001


@dataclass(frozen=True, kw_only=True)
class Query:
    """A tap: who tapped which message's button, and when."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    at: datetime


class Queries:
    """Gives each tap its id, and takes one answer to it within two and a half minutes."""

    def __init__(self, clock: Clock) -> None:
        self.answers: dict[str, Answer] = {}
        self._clock = clock
        self._open: dict[str, Query] = {}
        self._next_id = FIRST_ID

    def ask(self, person_id: int, *, chat_id: int, message_id: int) -> Query:
        """Note a tap."""
        query = Query(
            id=str(self._next_id),
            person_id=person_id,
            chat_id=chat_id,
            message_id=message_id,
            at=self._clock.now(),
        )
        self._next_id += 1
        self._open[query.id] = query
        return query

    def answer(self, query_id: str, answer: Answer) -> Query | None:
        """Take an answer and return its query; None if it is unknown, answered or too old."""
        query = self._open.pop(query_id, None)
        if query is None or self._clock.now() - query.at > LIFETIME:
            return None
        self.answers[query_id] = answer
        return query
