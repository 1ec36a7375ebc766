import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.cast import CastMember, Role
from bot.sandbox.messages import Answer, Change
from bot.sandbox.snapshot import phone_json
from bot.sandbox.stream import PULSE, Stream, end_streams, events
from tests.sandbox.stage import Stage, make_stage, tapping


@pytest.fixture
def stage() -> Stage:
    return make_stage()


def listen(stage: Stage, *, pulse: timedelta = PULSE) -> AsyncIterator[str]:
    members = [
        CastMember(person_id=person, role=Role.COACH) for person in (stage.david, stage.ines)
    ]
    stream = Stream(
        phones=lambda: {
            each.person_id: phone_json(stage.world, each, read_up_to=0) for each in members
        },
        clock=lambda: {"pace": 1},
    )
    return events(stage.world, stream, pulse=pulse)


async def heard(stream: AsyncIterator[str]) -> list[tuple[str, Any]]:
    piece = await asyncio.wait_for(anext(stream), 5)
    told = []
    for event in piece.removesuffix("\n\n").split("\n\n"):
        head, data = event.split("\n")
        told.append((head.removeprefix("event: "), json.loads(data.removeprefix("data: "))))
    return told


async def test_who_comes_hears_everything_once(stage: Stage) -> None:
    told = await heard(listen(stage))

    assert [name for name, _ in told] == ["clock", "phone", "phone"]
    assert [data.get("id") for _, data in told] == [None, stage.david, stage.ines]


async def test_only_the_phone_that_changed_is_sent_again(stage: Stage) -> None:
    stream = listen(stage)
    await heard(stream)

    stage.say("Bonjour", to=stage.ines)
    told = await heard(stream)

    assert [name for name, _ in told] == ["clock", "phone"]
    assert told[1][1]["id"] == stage.ines
    assert told[1][1]["messages"][0]["text"] == "Bonjour"


async def test_the_answer_to_a_tap_is_told(stage: Stage) -> None:
    message = stage.say("Debout ?", [tapping("Oui")])
    query = stage.world.tap(stage.david, message.message_id, row=0, column=0)
    stream = listen(stage)
    await heard(stream)

    stage.world.queries.answer(query, Answer(text="C’est noté.", show_alert=True))
    stage.world.changes.tell(Change(chat_id=stage.david, what="answer", query_id=query))
    (name, data), clock = await heard(stream)

    assert (name, clock[0]) == ("answer", "clock")
    assert (data["phone"], data["text"], data["alert"]) == (stage.david, "C’est noté.", True)


async def test_streams_end_before_the_server_does(stage: Stage) -> None:
    stream = listen(stage)
    await heard(stream)

    end_streams(stage.world)

    with pytest.raises(StopAsyncIteration):
        await anext(stream)


async def test_a_quiet_stream_gives_a_sign_of_life(stage: Stage) -> None:
    stream = listen(stage, pulse=timedelta(milliseconds=1))
    await heard(stream)

    assert [name for name, _ in await heard(stream)] == ["clock"]


async def test_what_comes_together_is_told_once(stage: Stage) -> None:
    stream = listen(stage)
    await heard(stream)

    stage.say("un")
    stage.say("deux")
    told = await heard(stream)
    stage.say("trois", to=stage.ines)
    then = await heard(stream)

    assert [message["text"] for message in told[1][1]["messages"]] == ["un", "deux"]
    assert then[1][1]["id"] == stage.ines
