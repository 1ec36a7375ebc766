"""What the companion says, before it is worded: keys of `content/words` and their values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Any, Self, TypeAlias

from bot.domain import drawing as drawings
from bot.domain.drawing import Drawing

Plain: TypeAlias = Mapping[str, Any]
Value: TypeAlias = "str | int | time | date | Days | Names | Phrase | tuple[Phrase, ...]"
Values: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, kw_only=True)
class Days:
    """Days of the week to be worded: 0 for Monday to 6 for Sunday."""

    numbers: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class Names:
    """Names of people to be worded as a list in a sentence, in their order."""

    names: tuple[str, ...]


@dataclass(frozen=True)
class Phrase:
    """One key of `content/words` with its values; phrases nest, a tuple of them becomes lines."""

    key: str
    values: Values = field(default_factory=dict)

    def as_plain(self) -> Plain:
        """Return plain JSON values, from which `from_plain` makes the same phrase."""
        return {"key": self.key, "values": {k: _pack(v) for k, v in self.values.items()}}

    @classmethod
    def from_plain(cls, plain: Plain) -> Self:
        """Return the phrase that `as_plain` described."""
        return cls(plain["key"], {k: _unpack(v) for k, v in plain["values"].items()})


@dataclass(frozen=True)
class Button:
    """A choice under a message: its label; what a tap does, a text to copy or a link to open."""

    label: Phrase
    action: str = ""
    args: Plain = field(default_factory=dict)
    copies: Phrase | None = None
    opens: str = ""

    def as_plain(self) -> Plain:
        """Return plain JSON values, from which `from_plain` makes the same button."""
        plain = {
            "label": self.label.as_plain(),
            "action": self.action,
            "args": dict(self.args),
            "copies": self.copies.as_plain() if self.copies else None,
        }
        return plain | ({"opens": self.opens} if self.opens else {})

    @classmethod
    def from_plain(cls, plain: Plain) -> Self:
        """Return the button that `as_plain` described."""
        return cls(
            label=Phrase.from_plain(plain["label"]),
            action=plain["action"],
            args=plain["args"],
            copies=Phrase.from_plain(plain["copies"]) if plain["copies"] else None,
            opens=plain.get("opens", ""),
        )


class Document(StrEnum):
    """A file that goes with a message, made from what is kept when it is sent."""

    PAGE = "page"
    DATA = "data"


class Form(StrEnum):
    """As what the preparation of a workshop comes: only the words hold names."""

    WORDS = "words"
    PICTURE = "picture"
    PAGE = "page"


@dataclass(frozen=True, kw_only=True)
class Prepares:
    """The preparation of a group's next workshop, made from what is kept when it is sent.

    What comes by itself tells of one workshop on its day, and of no other.
    """

    group: str
    form: Form = Form.WORDS
    workshop: str | None = None
    day: date | None = None

    def as_plain(self) -> Plain:
        """Return plain JSON values, from which `from_plain` makes the same."""
        day = self.day and self.day.isoformat()
        return {"group": self.group, "form": self.form, "workshop": self.workshop, "day": day}

    @classmethod
    def from_plain(cls, plain: Plain) -> Self:
        """Return what `as_plain` described."""
        return cls(
            group=plain["group"],
            form=Form(plain["form"]),
            workshop=plain["workshop"],
            day=date.fromisoformat(plain["day"]) if plain["day"] else None,
        )


@dataclass(frozen=True, kw_only=True)
class Message:
    """One message: what it says, the rows of buttons under it, and what else it carries.

    `invitation` names an invitation whose QR picture goes with the text, `drawing` is drawn to go
    with it, so is a `page` of words, `document` says which file does. `prepares` says for which
    group all that it tells is made on the way. `keyboard` sets the two buttons that stay under the
    typing field. `clears` are the Telegram numbers of messages that are taken back before. A
    message that `stays` is not changed into what a tap on it leads to: there is something else to
    tap on it.
    """

    says: Phrase
    rows: tuple[tuple[Button, ...], ...] = ()
    invitation: str | None = None
    keyboard: bool = False
    drawing: Drawing | None = None
    page: Phrase | None = None
    stays: bool = False
    document: Document | None = None
    prepares: Prepares | None = None
    clears: tuple[int, ...] = ()

    def as_plain(self) -> Plain:
        """Return plain JSON values, from which `from_plain` makes the same message."""
        plain: dict[str, Any] = {
            "says": self.says.as_plain(),
            "rows": rows_as_plain(self.rows),
            "invitation": self.invitation,
            "keyboard": self.keyboard,
        }
        rarely = {
            "drawing": self.drawing and drawings.as_plain(self.drawing),
            "page": self.page and self.page.as_plain(),
            "document": self.document,
            "prepares": self.prepares and self.prepares.as_plain(),
            "clears": list(self.clears),
            "stays": self.stays,
        }
        return plain | {name: value for name, value in rarely.items() if value}

    @classmethod
    def from_plain(cls, plain: Plain) -> Self:
        """Return the message that `as_plain` described; raise ValueError for anything else."""
        try:
            return cls(
                says=Phrase.from_plain(plain["says"]),
                rows=rows_from_plain(plain["rows"]),
                invitation=plain["invitation"],
                keyboard=plain["keyboard"],
                drawing=drawings.from_plain(plain["drawing"]) if "drawing" in plain else None,
                page=Phrase.from_plain(plain["page"]) if "page" in plain else None,
                stays="stays" in plain,
                document=Document(plain["document"]) if "document" in plain else None,
                prepares=Prepares.from_plain(plain["prepares"]) if "prepares" in plain else None,
                clears=tuple(plain.get("clears", ())),
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ValueError("no message") from error

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons in reading order: a button's place here is its number."""
        return tuple(button for row in self.rows for button in row)


def rows_as_plain(rows: Iterable[Iterable[Button]]) -> list[list[Plain]]:
    """Return rows of buttons as plain JSON values, from which `rows_from_plain` makes the same."""
    return [[button.as_plain() for button in row] for row in rows]


def rows_from_plain(plain: Iterable[Iterable[Plain]]) -> tuple[tuple[Button, ...], ...]:
    """Return the rows of buttons that `rows_as_plain` described."""
    return tuple(tuple(Button.from_plain(one) for one in row) for row in plain)


def _pack(value: Value) -> Any:  # noqa: PLR0911 - a line for each kind reads best
    match value:
        case time():
            return {"time": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case Days():
            return {"days": sorted(value.numbers)}
        case Names():
            return {"names": list(value.names)}
        case Phrase():
            return {"phrase": value.as_plain()}
        case tuple():
            return {"lines": [one.as_plain() for one in value]}
        case _:
            return value


def _unpack(packed: Any) -> Value:  # noqa: PLR0911 - likewise
    match packed:
        case {"time": str(text)}:
            return time.fromisoformat(text)
        case {"date": str(text)}:
            return date.fromisoformat(text)
        case {"days": list(numbers)}:
            return Days(numbers=frozenset(numbers))
        case {"names": list(names)}:
            return Names(names=tuple(names))
        case {"phrase": plain}:
            return Phrase.from_plain(plain)
        case {"lines": list(plains)}:
            return tuple(Phrase.from_plain(one) for one in plains)
        case str() | int():
            return packed
        case _:
            raise ValueError(f"no value of a message: {type(packed).__name__}")
