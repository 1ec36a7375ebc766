"""Finds what Telegram marks by itself in a text: links, commands, mentions; counts UTF-16 units."""

import re
from collections.abc import Iterable

from bot.sandbox.messages import Entity

PATTERNS = {
    "bot_command": re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w{5,32})?(?![\w/])"),
    "url": re.compile(r"(?<![\w@])(?:https?://|t\.me/|www\.)[^\s<>\"]+[^\s<>\".,;:!?)’»]"),
    "mention": re.compile(r"(?<!\w)@[A-Za-z]\w{4,31}"),
    "email": re.compile(r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
}


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units a text has, which is how Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def with_found(text: str, given: Iterable[Entity] = ()) -> tuple[Entity, ...]:
    """Return the given entities and those found in the text where none was given, in order."""
    entities = list(given)
    for name, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            found = Entity(
                type=name,
                offset=utf16_length(text[: match.start()]),
                length=utf16_length(match.group()),
            )
            if not any(_overlap(found, entity) for entity in entities):
                entities.append(found)
    return tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length)))


def _overlap(found: Entity, entity: Entity) -> bool:
    if entity.type in {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote"}:
        return False
    return (
        found.offset < entity.offset + entity.length and entity.offset < found.offset + found.length
    )
