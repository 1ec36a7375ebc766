"""Tells an open page what changed, as server-sent events: only the phones that are different."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from datetime import timedelta

from bot.sandbox.messages import Change
from bot.sandbox.wire import Json
from bot.sandbox.world import World

PULSE = timedelta(seconds=15)
CLOSING = Change(chat_id=0, what="closing")


class Stream:
    """What one page was told already, and what it has to hear now."""

    def __init__(
        self, *, phones: Callable[[], Mapping[int, Json]], clock: Callable[[], Json]
    ) -> None:
        self._phones = phones
        self._clock = clock
        self._told: dict[int, str] = {}

    def news(self) -> Iterator[str]:
        """Yield the clock, and each phone that is not as it was told last."""
        yield _event("clock", self._clock())
        for person_id, phone in self._phones().items():
            event = _event("phone", phone)
            if self._told.get(person_id) != event:
                self._told[person_id] = event
                yield event


async def events(world: World, stream: Stream, *, pulse: timedelta = PULSE) -> AsyncIterator[str]:
    """Yield events as long as the page listens, or until `end_streams`.

    Where nothing happens a comment goes out at each `pulse`, which finds out who left.
    """
    changes = world.subscribe()
    try:
        while True:
            for event in stream.news():
                yield event
            heard = await _next(changes, pulse)
            if CLOSING in heard:
                return
            if not heard:
                yield ": still here\n\n"
            for change in heard:
                if change.query_id is not None and change.query_id in world.answers:
                    yield _answer(world, change.chat_id, change.query_id)
    finally:
        world.unsubscribe(changes)


def end_streams(world: World) -> None:
    """End every stream, so that a server that stops need not wait for open pages."""
    world.changes.tell(CLOSING)


async def _next(changes: asyncio.Queue[Change], pulse: timedelta) -> list[Change]:
    """Wait for a change and take all that came with it; none when the time for a pulse is up."""
    try:
        async with asyncio.timeout(pulse.total_seconds()):
            heard = [await changes.get()]
    except TimeoutError:
        return []
    while not changes.empty():
        heard.append(changes.get_nowait())
    return heard


def _answer(world: World, person_id: int, query_id: str) -> str:
    answer = world.answers[query_id]
    return _event(
        "answer",
        {"phone": person_id, "text": answer.text, "alert": answer.show_alert, "url": answer.url},
    )


def _event(name: str, data: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
