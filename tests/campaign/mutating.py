"""Updates as Telegram sends them, and what becomes of them when they are broken at random."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from random import Random
from typing import Any, TypeAlias

from tests.services.stage import Phone

Place: TypeAlias = tuple[Any, Any]
"""A dictionary or a list, and the key or the number in it."""

NUMBER = "update_id"
MOST_CHANGES = 4
JUNK: Sequence[Any] = (
    *(None, True, False, 0, -1, 2**31, 2**63, 2**70, -(2**63), 1.5, 1e308, float("inf")),
    *("", " ", "\x00", "\ud83d", "é" * 5_000, "null", "/start", "/leave", "🇫🇷", "-1"),
    *([], {}, [[]], [None], {"id": None}, {"id": 1}, [{"type": "bot_command"}]),
)
NO_NUMBERS: Sequence[Any] = (None, "", "7", -1, 2**70, 1.5, [], {})
NO_UPDATES: Sequence[Any] = (None, [], "", 5, {}, [{}], 1.5)
STICKER = {"width": 9, "height": 9, "is_animated": False, "is_video": False}
CONTENTS: Sequence[dict[str, Any]] = (
    {"text": "/menu", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]},
    {"text": "/start abc"},
    {"text": "7h15"},
    {"text": "bonjour"},
    {"voice": {"file_id": "f", "file_unique_id": "u", "duration": 3}},
    {"photo": [{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}], "caption": "c"},
    {"contact": {"phone_number": "0600000000", "first_name": "Ana", "user_id": 1}},
    {"location": {"latitude": 48.8, "longitude": 2.3}},
    {"sticker": {"file_id": "f", "file_unique_id": "u", "type": "regular"} | STICKER},
    {"new_chat_members": [{"id": 1, "is_bot": True, "first_name": "Relais"}]},
    {"migrate_to_chat_id": -100},
    {"reply_to_message": {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}}},
)


def whole(phone: Phone, chance: Random) -> dict[str, Any]:
    """Return an update from this phone in which nothing is wrong."""
    return chance.choice(SHAPES)(phone, chance)


def broken(update: dict[str, Any], chance: Random) -> Any:
    """Return an update in which something is wrong; its number mostly is not."""
    if chance.random() < 1 / 100:
        return chance.choice(NO_UPDATES)
    changed = deepcopy(update)
    for _ in range(chance.randint(1, MOST_CHANGES)):
        places = [place for place in _places(changed) if place[1] != NUMBER]
        if places:
            chance.choice(CHANGES)(chance.choice(places), chance)
    if chance.random() < 1 / 100:
        changed[NUMBER] = chance.choice(NO_NUMBERS)
    return changed


def _written(phone: Phone, chance: Random) -> dict[str, Any]:
    return {"message": phone._message(**chance.choice(CONTENTS))}


def _edited(phone: Phone, chance: Random) -> dict[str, Any]:
    content = chance.choice(CONTENTS)
    return {"edited_message": phone._message(**content, edit_date=phone._date())}


def _tapped(phone: Phone, chance: Random) -> dict[str, Any]:
    number, choice = chance.choice(list(phone._choices()))
    shown = phone._message(text="…", message_id=number)
    gone = {"message_id": number, "date": 0, "chat": phone._chat()}
    query = {
        "id": "1",
        "from": phone._user(),
        "chat_instance": "1",
        "message": chance.choice([shown, shown, gone]),
        "data": choice.token,
    }
    return {"callback_query": query}


def _in_a_group(phone: Phone, chance: Random) -> dict[str, Any]:
    group = {"id": -phone.id, "type": chance.choice(["group", "supergroup"]), "title": "G"}
    return {"message": phone._message(**chance.choice(CONTENTS)) | {"chat": group}}


def _member(phone: Phone, chance: Random) -> dict[str, Any]:
    bot = {"id": 1, "is_bot": True, "first_name": "Relais"}
    blocks = {"user": bot, "status": "kicked", "until_date": 0}
    is_there = {"user": bot, "status": "member"}
    old, new = chance.sample([blocks, is_there], k=2)
    changed = {"chat": phone._chat(), "from": phone._user(), "date": phone._date()}
    return {"my_chat_member": changed | {"old_chat_member": old, "new_chat_member": new}}


def _places(value: Any) -> Iterator[Place]:
    if isinstance(value, dict | list):
        keys = list(value) if isinstance(value, dict) else range(len(value))
        for key in keys:
            yield value, key
            yield from _places(value[key])


def _remove(place: Place, chance: Random) -> None:
    del chance, place[0][place[1]]


def _replace(place: Place, chance: Random) -> None:
    place[0][place[1]] = deepcopy(chance.choice(JUNK))


def _wrap(place: Place, chance: Random) -> None:
    value = place[0][place[1]]
    place[0][place[1]] = chance.choice([[value], {"value": value}, str(value)])


def _rename(place: Place, chance: Random) -> None:
    if isinstance(place[0], dict):
        place[0][f"{place[1]}{chance.choice('_xé')}"] = place[0].pop(place[1])


def _repeat(place: Place, chance: Random) -> None:
    value = place[0][place[1]]
    place[0][place[1]] = value * chance.randint(2, 9) if isinstance(value, str | list) else [value]


SHAPES: Sequence[Callable[[Phone, Random], dict[str, Any]]] = (
    *(_written, _written, _edited),
    *(_tapped, _tapped, _in_a_group, _member),
)
CHANGES: Sequence[Callable[[Place, Random], None]] = (
    *(_remove, _replace, _replace),
    *(_wrap, _rename, _repeat),
)
