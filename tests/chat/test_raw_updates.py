"""What is seen of an update before it is parsed, and told of one that could not be handled."""

from typing import Any

import pytest

from bot.chat.raw_updates import chat_of, read, trace_of
from bot.store.vault import Vault
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


GROUP = {"id": -5, "type": "group", "title": "Mardi"}
MOVED = {"id": -1005, "type": "supergroup"}
WHO = {"id": 6, "is_bot": False, "first_name": "Sami"}


@pytest.mark.parametrize(
    "talk",
    [
        {"message": {"chat": GROUP, "from": WHO, "text": "je vais mal"}},
        {"message": {"chat": MOVED, "from": WHO, "text": " /help"}},
        {"message": {"chat": GROUP, "from": WHO, "caption": "/help", "photo": []}},
        {"message": {"chat": GROUP, "from": WHO, "text": ["/help"]}},
        {"message": {"chat": GROUP, "from": WHO, "new_chat_title": "Jeudi"}},
        {"edited_message": {"chat": GROUP, "from": WHO, "text": "/help"}},
    ],
)
def test_of_what_is_said_in_a_group_nothing_but_the_number_is_kept(
    vault: Vault, talk: dict[str, Any]
) -> None:
    update = read({"update_id": 7, **talk}, vault)

    assert update is not None
    assert (update.number, update.raw, update.chat_key) == (7, {"update_id": 7}, "")


@pytest.mark.parametrize(
    "news",
    [{"text": "/help"}, {"left_chat_member": WHO}, {"migrate_to_chat_id": -1005}],
)
def test_what_concerns_us_in_a_group_is_kept_without_what_it_answers(
    vault: Vault, news: dict[str, Any]
) -> None:
    said = {"message_id": 1, "date": 1, "chat": GROUP, "from": WHO, **news}
    answered = {"reply_to_message": {"text": "je vais mal"}, "quote": {"text": "mal"}}

    update = read({"update_id": 7, "message": said | answered}, vault)

    assert update is not None
    assert update.raw == {"update_id": 7, "message": said}


def test_what_is_written_in_private_is_kept_as_it_is(vault: Vault) -> None:
    raw = {"update_id": 7, "message": {"chat": {"id": 6, "type": "private"}, "text": "bonjour"}}

    update = read(raw, vault)

    assert update is not None
    assert update.raw == raw


def test_a_trace_of_what_was_never_raised_has_no_place() -> None:
    assert trace_of(ValueError(NOW)) == "ValueError at "
