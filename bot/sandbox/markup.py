"""Reads Telegram's HTML into a text and its entities, as strictly as Telegram does.

The tags and the words of the errors are those of the Bot API's *HTML style*; an offset in an error
counts the bytes of the source in UTF-8.
"""

import re
from dataclasses import dataclass

from bot.sandbox.entities import utf16_length
from bot.sandbox.messages import Entity
from bot.sandbox.refusals import RefusalError, bad_request

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "a": "text_link",
}
VERBATIM = frozenset({"code", "pre"})
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")
START = re.compile(r"<([^\s>]*)(?=[\s>])")
REST = re.compile(r"""((?:[^>"']|"[^"]*"|'[^']*')*)>""")
END = re.compile(r"</([^\s>]*)\s*>")
ATTRIBUTE = re.compile(r"""\s*([^\s=]+)\s*(?:=\s*("[^"]*"|'[^']*'|[\w.-]+))?""")
LINK = re.compile(r"(?:https?|tg|mailto|tel|ton)://?[^\s]+|[\w-]+(?:\.[\w-]+)+\S*")


@dataclass(frozen=True, kw_only=True)
class _Open:
    tag: str
    start: int
    url: str | None = None
    language: str | None = None


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.text = ""
        self.entities: list[Entity] = []
        self.open: list[_Open] = []

    def read(self) -> None:
        while self.position < len(self.source):
            if self.source[self.position] == "<":
                self._read_tag()
            else:
                self._read_words()
        if self.open:
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')

    def _read_words(self) -> None:
        end = self.source.find("<", self.position)
        end = len(self.source) if end < 0 else end
        self.text += _characters(self.source[self.position : end])
        self.position = end

    def _read_tag(self) -> None:
        if self.source.startswith("</", self.position):
            self._close_tag()
        else:
            self._open_tag()

    def _open_tag(self) -> None:
        match = START.match(self.source, self.position)
        if match is None:
            raise _cannot(f"Unclosed start tag at byte offset {self._offset()}")
        tag = match.group(1).lower()
        if tag not in TYPES:
            raise _cannot(f'Unsupported start tag "{tag}" at byte offset {self._offset()}')
        rest = REST.match(self.source, match.end())
        if rest is None:
            raise _cannot(f"Unclosed start tag at byte offset {self._offset()}")
        attributes = self._attributes(tag, rest.group(1))
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._offset()}'
            )
        self.open.append(
            _Open(
                tag=tag,
                start=len(self.text),
                url=attributes.get("href") if tag == "a" else None,
                language=attributes.get("class", "").partition("language-")[2] or None,
            )
        )
        self.position = rest.end()

    def _attributes(self, tag: str, written: str) -> dict[str, str]:
        attributes: dict[str, str] = {}
        position = 0
        while written[position:].strip():
            match = ATTRIBUTE.match(written, position)
            if match is None or (match.group(2) is None and tag != "blockquote"):
                raise _cannot(
                    "Expected equal sign in declaration of an attribute of the tag"
                    f' "{tag}" at byte offset {self._offset()}'
                )
            attributes[match.group(1).lower()] = _characters((match.group(2) or "").strip("\"'"))
            position = match.end()
        return attributes

    def _close_tag(self) -> None:
        if not self.open:
            raise _cannot(f"Unexpected end tag at byte offset {self._offset()}")
        match = END.match(self.source, self.position)
        if match is None:
            raise _cannot(f"Unclosed end tag at byte offset {self._offset()}")
        opened, found = self.open.pop(), match.group(1).lower()
        if found not in {"", opened.tag}:
            raise _cannot(
                f"Unmatched end tag at byte offset {self._offset()},"
                f' expected "</{opened.tag}>", found "</{found}>"'
            )
        self._mark(opened)
        self.position = match.end()

    def _mark(self, opened: _Open) -> None:
        marked = self.text[opened.start :]
        url = (opened.url or marked) if opened.tag == "a" else None
        if not marked or (url is not None and not LINK.fullmatch(url)):
            return
        self.entities.append(
            Entity(
                type=TYPES[opened.tag],
                offset=utf16_length(self.text[: opened.start]),
                length=utf16_length(marked),
                url=url,
                language=opened.language,
            )
        )

    def _offset(self) -> int:
        return len(self.source[: self.position].encode())


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Return the text and what is marked in it; raise RefusalError where Telegram would."""
    reader = _Reader(source)
    reader.read()
    return reader.text, tuple(_without_marks_in_code(reader.entities))


def _without_marks_in_code(entities: list[Entity]) -> list[Entity]:
    # An inner tag is closed first: of two marks of the same stretch the outer one comes later.
    ordered = entities[::-1]
    ordered.sort(key=lambda entity: (entity.offset, -entity.length))
    kept: list[Entity] = []
    for entity in ordered:
        around = next((other for other in kept if _is_inside(entity, other)), None)
        if around is None:
            kept.append(entity)
        elif around.type == "pre" and entity.type == "code" and entity.language:
            kept[kept.index(around)] = Entity(
                type="pre",
                offset=around.offset,
                length=around.length,
                language=entity.language,
            )
    return kept


def _is_inside(entity: Entity, other: Entity) -> bool:
    ends_inside = entity.offset + entity.length <= other.offset + other.length
    return other.type in VERBATIM and ends_inside


def _characters(words: str) -> str:
    return CHARACTER.sub(_character, words)


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    is_character = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - Unicode
    return chr(code) if is_character else match.group()


def _cannot(words: str) -> RefusalError:
    return bad_request(f"can't parse entities: {words}")
