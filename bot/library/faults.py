"""What is wrong with the content, told so that the line can be found and mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.domain.errors import RelaisError


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One thing to mend: in which file, on which line, in which key or field, and what it is."""

    file: Path
    line: int
    field: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.field}: {self.what}"


class ContentFault(RelaisError):
    """The content cannot be used; `faults` holds everything that was found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class MissingWord(RelaisError):
    """A key, or a value of it, for which no sentence can be made."""


class UnknownCountry(RelaisError):
    """A country for which nothing is known here."""
