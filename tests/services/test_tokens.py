"""A button's token names its delivery and number, and is good in its own chat only."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.links import invitation_link
from bot.services.tokens import issue, read
from bot.store.ids import new_id
from bot.store.vault import Vault

VAULT = Vault({1: b"a key for the tests, no secret !"})
OTHER = Vault({1: b"another key for the tests, none!"})
LETTERS = string.ascii_letters + string.digits + "-_=+/ é"


@pytest.mark.parametrize("number", [0, 1, 7, 255])
def test_a_token_is_read_where_it_was_made_for(number: int) -> None:
    delivery_id = new_id()

    token = issue(VAULT, "a chat", delivery_id, number=number)

    assert read(VAULT, "a chat", token) == (delivery_id, number)
    assert len(token.encode()) <= 64


def test_a_token_of_another_chat_or_key_says_nothing() -> None:
    token = issue(VAULT, "a chat", new_id(), number=0)

    assert read(VAULT, "another chat", token) is None
    assert read(OTHER, "a chat", token) is None


def test_a_token_with_one_character_changed_says_nothing() -> None:
    token = issue(VAULT, "a chat", new_id(), number=0)

    changed = {
        token[:place] + letter + token[place + 1 :]
        for place in range(len(token))
        for letter in LETTERS
    } - {token}

    assert len(changed) > 2_000
    assert all(read(VAULT, "a chat", one) is None for one in changed)


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "A", lambda t: f"{t}="])
def test_a_token_of_another_length_says_nothing(change: object) -> None:
    token = issue(VAULT, "a chat", new_id(), number=0)

    assert callable(change)
    assert read(VAULT, "a chat", change(token)) is None


@given(st.text())
def test_whatever_else_is_given_says_nothing(text: str) -> None:
    assert read(VAULT, "a chat", text) is None


def test_a_link_opens_the_bot_with_its_invitation() -> None:
    link = invitation_link(VAULT, "relais_bot", "an invitation")

    before, _, token = link.partition("?start=")
    assert before == "https://t.me/relais_bot"
    assert len(token) == 22
    assert token != invitation_link(VAULT, "relais_bot", "another").partition("?start=")[2]
