"""What goes wrong on purpose: by a script, or by chance from a seed so that it can be repeated."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from random import Random


class Fault(StrEnum):
    """A way for a call to go wrong; *after* means that it was accepted all the same."""

    FLOOD = "flood"
    FORBIDDEN = "forbidden"
    ERROR_BEFORE = "error before"
    ERROR_AFTER = "error after"
    NO_CONNECTION = "no connection"
    DROP_BEFORE = "drop before"
    DROP_AFTER = "drop after"
    SILENCE_BEFORE = "silence before"
    SILENCE_AFTER = "silence after"
    SLOW = "slow"


BEFORE = frozenset(
    {
        Fault.FLOOD,
        Fault.FORBIDDEN,
        Fault.ERROR_BEFORE,
        Fault.NO_CONNECTION,
        Fault.DROP_BEFORE,
        Fault.SILENCE_BEFORE,
    }
)


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """One fault that waits for a call: of this method and chat if given, so many times."""

    fault: Fault
    method: str | None = None
    chat_id: int | None = None
    times: int = 1
    retry_after: int = 1
    code: int = 502
    delay: timedelta = timedelta(seconds=1)

    def meets(self, method: str, chat_id: int | None) -> bool:
        """Say whether this call is the one that was waited for."""
        is_method = self.method in {None, method}
        return is_method and self.chat_id in {None, chat_id}


Sleep = Callable[[float], Awaitable[None]]


class Faults:
    """Decides for each call whether and how it goes wrong: the script first, then the dice.

    `rates` gives the share of calls, 0 to 1, for each fault; `methods` limits the dice to some
    methods; `sleep` takes seconds and is what slowness and silence wait with.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        rates: Mapping[Fault, float] | None = None,
        script: Iterable[Trouble] = (),
        methods: Iterable[str] = (),
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.rates = dict(rates or {})
        self.sleep = sleep
        self.drawn: list[tuple[str, Fault]] = []
        self._random = Random(seed)  # noqa: S311 - chance that must be repeatable
        self._script = list(script)
        self._methods = frozenset(methods)

    def plan(self, trouble: Trouble) -> None:
        """Add a fault to the script."""
        self._script.append(trouble)

    def draw(self, method: str, chat_id: int | None) -> Trouble | None:
        """Return what goes wrong with this call, or None."""
        trouble = self._scripted(method, chat_id) or self._by_chance(method)
        if trouble is not None:
            self.drawn.append((method, trouble.fault))
        return trouble

    def _scripted(self, method: str, chat_id: int | None) -> Trouble | None:
        for place, trouble in enumerate(self._script):
            if trouble.meets(method, chat_id):
                left = [] if trouble.times <= 1 else [replace(trouble, times=trouble.times - 1)]
                self._script[place : place + 1] = left
                return trouble
        return None

    def _by_chance(self, method: str) -> Trouble | None:
        if self._methods and method not in self._methods:
            return None
        thrown = self._random.random()
        for fault, rate in self.rates.items():
            if thrown < rate:
                seconds = self._random.randint(1, 5)
                code = self._random.choice((500, 502))
                return Trouble(
                    fault=fault,
                    retry_after=seconds,
                    code=code,
                    delay=timedelta(seconds=seconds),
                )
            thrown -= rate
        return None
