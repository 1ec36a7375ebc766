"""Turns what a bot says into a text with entities, trimmed and measured as Telegram does."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.sandbox.entities import utf16_length, with_found
from bot.sandbox.markup import parse_html
from bot.sandbox.messages import Entity
from bot.sandbox.refusals import bad_request

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
Formatted = tuple[str, tuple[Entity, ...]]


def message_text(
    text: str | None, *, parse_mode: str | None, entities: Sequence[Any] | None
) -> Formatted:
    """Return a message's text and entities; refuse an empty one and one over 4,096 units."""
    if not text:
        raise bad_request("message text is empty")
    plain, marks = _formatted(text, parse_mode, entities)
    if not plain:
        raise bad_request("text must be non-empty")
    if utf16_length(plain) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return plain, with_found(plain, marks)


def caption_text(
    caption: str | None, *, parse_mode: str | None, entities: Sequence[Any] | None
) -> Formatted:
    """Return a caption and its entities; refuse one over 1,024 units."""
    plain, marks = _formatted(caption or "", parse_mode, entities)
    if utf16_length(plain) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return plain, with_found(plain, marks)


def _formatted(text: str, parse_mode: str | None, entities: Sequence[Any] | None) -> Formatted:
    mode = (parse_mode or "none").lower()
    if mode == "none":
        return _trimmed(text, [_given_entity(raw, text) for raw in entities or ()])
    if mode == "html":
        return _trimmed(*parse_html(text))
    if mode in {"markdown", "markdownv2"}:
        raise bad_request("the sandbox reads no Markdown: use HTML or entities")
    raise bad_request("unsupported parse_mode")


def _given_entity(raw: Any, text: str) -> Entity:
    try:
        entity = Entity(
            type=str(raw["type"]),
            offset=int(raw["offset"]),
            length=int(raw["length"]),
            url=raw.get("url"),
            language=raw.get("language"),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        raise bad_request("Can't parse MessageEntity: an Object is expected") from None
    end = entity.offset + entity.length
    if not 0 <= entity.offset < end <= utf16_length(text):
        raise bad_request(
            f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text"
            f" at UTF-16 offset {end}"
        )
    return entity


def _trimmed(text: str, entities: Sequence[Entity]) -> Formatted:
    skipped = utf16_length(text) - utf16_length(text.lstrip())
    plain = text.strip()
    size = utf16_length(plain)
    kept = []
    for entity in entities:
        start = max(0, entity.offset - skipped)
        end = min(size, entity.offset + entity.length - skipped)
        if start < end:
            kept.append(replace(entity, offset=start, length=end - start))
    return plain, tuple(kept)
