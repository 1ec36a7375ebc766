"""Words to avoid, from `words/avoid.yaml`, and how they are found in a text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, StrictStr

from bot.domain.people import Language
from bot.library.faults import ContentFault, Fault
from bot.library.yaml_files import read_yaml


class Avoided(BaseModel):
    """Some words, and what is said instead."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: list[StrictStr]
    prefer: StrictStr


class Avoid(BaseModel):
    """Words to avoid, those that a lock screen never shows, those of no technique, by language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    avoid: Mapping[Language, list[Avoided]]
    lock_screen: Mapping[Language, list[StrictStr]] = Field(alias="lock-screen")
    techniques: Mapping[Language, list[StrictStr]] = {}

    def complaints(self, text: str, language: Language) -> Iterator[str]:
        """Yield what is wrong with the words of a text."""
        for avoided in self.avoid.get(language, []):
            for found in _found(avoided.words, text):
                yield f"says “{found}”; better: {avoided.prefer}"

    def revealing(self, line: str, language: Language) -> Iterator[str]:
        """Yield the words of a line that are not fit for a lock screen."""
        yield from _found(self.lock_screen.get(language, []), line)

    def unsafe(self, text: str, language: Language) -> Iterator[str]:
        """Yield what no technique asks for."""
        for found in _found(self.techniques.get(language, []), text):
            yield f"asks for what no technique does: “{found}”"


def read_avoid(file: Path) -> tuple[Avoid, list[Fault]]:
    """Return the words to avoid, and what is wrong with the file."""
    try:
        return read_yaml(file, Avoid), []
    except ContentFault as fault:
        return Avoid.model_validate({"avoid": {}, "lock-screen": {}}), list(fault.faults)


def _found(words: Iterable[str], text: str) -> Iterator[str]:
    for word in words:
        for match in _pattern(word).finditer(text):
            yield match[0]


@cache
def _pattern(word: str) -> re.Pattern[str]:
    inside = re.escape(word).replace(r"\*", r"\w*")
    return re.compile(rf"(?<!\w){inside}(?!\w)", re.IGNORECASE)
