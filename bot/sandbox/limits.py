"""Telegram's limits: 30 messages a second, 1 a second to a chat, 20 a minute to a group."""

from collections import defaultdict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from bot.clock import Clock

LIMITED = frozenset(
    {
        "sendMessage",
        "sendPhoto",
        "sendDocument",
        "sendMediaGroup",
        "editMessageText",
        "editMessageCaption",
        "editMessageMedia",
        "editMessageReplyMarkup",
    }
)


@dataclass(frozen=True, kw_only=True)
class Allowance:
    """So many calls in so long a time."""

    calls: int
    within: timedelta


OVERALL = Allowance(calls=30, within=timedelta(seconds=1))
PER_CHAT = Allowance(calls=1, within=timedelta(seconds=1))
PER_GROUP = Allowance(calls=20, within=timedelta(minutes=1))


class RateLimits:
    """Counts what is sent, by steady time, and says how long to wait if it is too much."""

    def __init__(
        self,
        clock: Clock,
        *,
        overall: Allowance = OVERALL,
        per_chat: Allowance = PER_CHAT,
        per_group: Allowance = PER_GROUP,
    ) -> None:
        self._clock = clock
        self._overall = overall
        self._per_chat = per_chat
        self._per_group = per_group
        self._sent: dict[object, deque[datetime]] = defaultdict(deque)

    def seconds_to_wait(self, method: str, chat_id: int | None) -> int:
        """Count a call and return 0, or return the whole seconds until it may come again."""
        if method not in LIMITED:
            return 0
        now = self._clock.steady()
        counts: list[tuple[object, Allowance]] = [("all", self._overall), (chat_id, self._per_chat)]
        if chat_id is not None and chat_id < 0:
            counts.append((("group", chat_id), self._per_group))
        wait = max(self._wait(key, allowance, now) for key, allowance in counts)
        if wait > timedelta():
            return ceil(wait.total_seconds())
        for key, _ in counts:
            self._sent[key].append(now)
        return 0

    def _wait(self, key: object, allowance: Allowance, now: datetime) -> timedelta:
        sent = self._sent[key]
        while sent and now - sent[0] >= allowance.within:
            sent.popleft()
        if len(sent) < allowance.calls:
            return timedelta()
        return sent[0] + allowance.within - now
