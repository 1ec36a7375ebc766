"""Personal content is sealed to its place, and opens with its key alone."""

import base64
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from stat import S_IMODE
from threading import Barrier
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import InvalidKeyFile, Unsealable
from bot.store.vault import KEY_LENGTH, Vault, open_vault

OLD = b"o" * KEY_LENGTH
NEW = b"n" * KEY_LENGTH
PLACE = "person.name:7"
VAULT = Vault({1: OLD})

JSON = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(st.characters(exclude_categories=()))
    ),
    lambda deeper: st.one_of(st.lists(deeper), st.dictionaries(st.text(), deeper)),
    max_leaves=5,
)


def key_line(number: int, key: bytes) -> str:
    return f"{number}:{base64.b64encode(key).decode()}\n"


@given(JSON)
def test_what_is_sealed_opens_as_it_was(value: Any) -> None:
    assert VAULT.open(VAULT.seal(value, place=PLACE), place=PLACE) == value


def test_what_is_sealed_shows_nothing_and_never_looks_the_same() -> None:
    one, two = (VAULT.seal("Camille", place=PLACE) for _ in range(2))

    assert one != two
    assert b"Camille" not in one


@pytest.mark.parametrize("place", ["person.name:8", "person.note:7", "chat.name:7", ""])
def test_what_is_moved_elsewhere_does_not_open(place: str) -> None:
    sealed = VAULT.seal("Camille", place=PLACE)

    with pytest.raises(Unsealable):
        VAULT.open(sealed, place=place)


def test_an_error_names_the_column_but_neither_row_nor_value() -> None:
    sealed = VAULT.seal("Camille", place=PLACE)

    with pytest.raises(Unsealable) as caught:
        Vault({1: NEW}).open(sealed, place=PLACE)

    assert str(caught.value) == "person.name"


@pytest.mark.parametrize("at", [0, 1, 12, 13, -1])
def test_what_was_changed_does_not_open(at: int) -> None:
    sealed = bytearray(VAULT.seal("Camille", place=PLACE))
    sealed[at] ^= 1

    with pytest.raises(Unsealable):
        VAULT.open(bytes(sealed), place=PLACE)


@pytest.mark.parametrize("length", [0, 1, 5, 13, 20])
def test_what_was_cut_off_does_not_open(length: int) -> None:
    sealed = VAULT.seal("Camille", place=PLACE)[:length]

    with pytest.raises(Unsealable):
        VAULT.open(sealed, place=PLACE)


@pytest.mark.parametrize("keys", [{1: NEW}, {2: OLD}])
def test_another_key_or_number_opens_nothing(keys: dict[int, bytes]) -> None:
    sealed = VAULT.seal("Camille", place=PLACE)

    with pytest.raises(Unsealable):
        Vault(keys).open(sealed, place=PLACE)


def test_after_a_rotation_the_old_still_opens_and_the_new_key_seals() -> None:
    both = Vault({2: NEW, 1: OLD})
    before, after = VAULT.seal("before", place=PLACE), both.seal("after", place=PLACE)

    assert both.open(before, place=PLACE) == "before"
    assert Vault({2: NEW}).open(after, place=PLACE) == "after"
    with pytest.raises(Unsealable):
        VAULT.open(after, place=PLACE)


def test_marks_stay_the_same_when_a_key_is_added() -> None:
    both = Vault({1: OLD, 2: NEW})

    assert both.mark("telegram", "42") == VAULT.mark("telegram", "42")
    assert both.token("button", "42", length=9) == VAULT.token("button", "42", length=9)


def test_a_mark_depends_on_purpose_value_and_key() -> None:
    marks = {
        VAULT.mark("telegram", "42"),
        VAULT.mark("telegram", "43"),
        VAULT.mark("invitation", "42"),
        Vault({1: NEW}).mark("telegram", "42"),
    }

    assert len(marks) == 4
    assert all(len(bytes.fromhex(mark)) == 32 for mark in marks)


@pytest.mark.parametrize(("length", "letters"), [(6, 8), (9, 12), (16, 22), (32, 43)])
def test_a_token_is_as_long_as_asked_and_fit_for_a_link(length: int, letters: int) -> None:
    token = VAULT.token("invitation", "42", length=length)

    assert len(token) == letters
    assert token.replace("-", "").replace("_", "").isalnum()
    assert token.isascii()


def test_half_of_a_surrogate_pair_is_sealed_and_marked() -> None:
    half = "\ud83d"

    assert VAULT.open(VAULT.seal(half, place=PLACE), place=PLACE) == half
    assert VAULT.mark("name", half) != VAULT.mark("name", "")


def test_a_key_file_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "secret"

    sealed = open_vault(path).seal("Camille", place=PLACE)

    assert S_IMODE(path.stat().st_mode) == 0o600
    assert open_vault(path).open(sealed, place=PLACE) == "Camille"


def test_each_key_file_that_is_made_is_another(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for path in (one, two):
        open_vault(path)

    assert one.read_text() != two.read_text()


def test_those_who_begin_together_share_one_key(tmp_path: Path) -> None:
    files = [tmp_path / str(number) for number in range(30)]
    together = Barrier(4)

    def begin(file: Path) -> str:
        together.wait()
        return open_vault(file).mark("chat", "1")

    with ThreadPoolExecutor(together.parties) as several:
        for file in files:
            assert len(set(several.map(begin, [file] * together.parties))) == 1
    assert sorted(tmp_path.iterdir()) == sorted(files)


def test_a_key_file_may_hold_several_keys(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_text(key_line(255, NEW) + "\n" + key_line(0, OLD))
    vault = open_vault(path)

    sealed = vault.seal("Camille", place=PLACE)

    assert Vault({255: NEW}).open(sealed, place=PLACE) == "Camille"
    assert vault.open(Vault({0: OLD}).seal("before", place=PLACE), place=PLACE) == "before"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        key_line(1, OLD).removeprefix("1:"),
        key_line(1, OLD).removeprefix("1"),
        key_line(1, OLD).replace("1:", "one:"),
        key_line(1, OLD[1:]),
        key_line(1, OLD + b"o"),
        key_line(1, OLD).replace("b29v", "b29é"),
        key_line(1, OLD).replace("=", ""),
        key_line(-1, OLD),
        key_line(256, OLD),
        key_line(1, OLD) + key_line(1, NEW),
        key_line(1, OLD) + "2:",
    ],
)
def test_a_broken_key_file_is_refused_and_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "keys"
    path.write_text(text)

    with pytest.raises(InvalidKeyFile, match="key file") as caught:
        open_vault(path)

    assert path.read_text() == text
    assert "b29v" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_key_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    path.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(InvalidKeyFile, match="key file"):
        open_vault(path)
