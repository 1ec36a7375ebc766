"""What is seen of an update before it is parsed, and told of one that could not be handled."""

from typing import Any

import pytest

from bot.chat.raw_updates import chat_of, trace_of
from tests.examples import NOW


@pytest.mark.parametrize(
    ("raw", "chat_id"),
    [
        ({"update_id": 1, "message": {"chat": {"id": 5}, "from": {"id": 6}}}, 5),
        ({"edited_message": {"chat": {"id": -5}}}, -5),
        ({"callback_query": {"from": {"id": 6}, "message": {"chat": {"id": 5}}}}, 5),
        ({"callback_query": {"from": {"id": 6}}}, 6),
        ({"my_chat_member": {"chat": {"id": 5}, "from": {"id": 6}}}, 5),
        ({"message": {"chat": {"id": "5"}}}, None),
        ({"message": []}, None),
        ([1], None),
    ],
)
def test_the_chat_of_an_update_is_found_as_far_as_it_can_be(raw: Any, chat_id: int | None) -> None:
    assert chat_of(raw) == chat_id


def test_a_trace_of_what_was_never_raised_has_no_place() -> None:
    assert trace_of(ValueError(NOW)) == "ValueError at "
