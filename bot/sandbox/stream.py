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

    def news(self) -> str:
        """Return, as one piece, the clock and each phone that is not as it was told last."""
        return "".join(self._different())

    def _different(self) -> Iterator[str]:
        yield _event("clock", self._clock())
        for person_id, phone in self._phones().items():
            event = _event("phone", phone)
            if self._told.get(person_id) != event:
                self._told[person_id] = event
                yield event


async def events(world: World, stream: Stream, *, pulse: timedelta = PULSE) -> AsyncIterator[str]:
    """Yield events as long as the page listens, or until `end_streams`.

    What is to be told at one moment is one piece: that a page is gone is noticed between two.
    Where nothing happens the clock goes out at each `pulse`, so that it is noticed then too.
    """
    changes = world.subscribe()
    try:
        heard: list[Change] = []
        while CLOSING not in heard:
            yield "".join((*_answers(world, heard), stream.news()))
            heard = await _next(changes, pulse)
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


def _answers(world: World, heard: list[Change]) -> Iterator[str]:
    for change in heard:
        answer = world.answers.get(change.query_id or "")
        if answer is not None:
            yield _event(
                "answer",
                {
                    "phone": change.chat_id,
                    "text": answer.text,
                    "alert": answer.show_alert,
                    "url": answer.url,
                },
            )


def _event(name: str, data: Json) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
