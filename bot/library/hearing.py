"""Recognises the few words that mean the same wherever they are typed."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, StrictStr

from bot.library.faults import ContentFault, Fault
from bot.library.yaml_files import read_yaml

_NO_LETTER = re.compile(r"[\W_]+")


class Heard(BaseModel):
    """Typed words that ask for the menu or for help, from `words/heard.yaml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    menu: list[StrictStr]
    help: list[StrictStr]


def read_heard(file: Path) -> tuple[Heard, list[Fault]]:
    """Return the words to recognise, and what is wrong with the file."""
    try:
        return read_yaml(file, Heard), []
    except ContentFault as fault:
        return Heard(menu=[], help=[]), list(fault.faults)


class Ear:
    """Tells what a typed text asks for; help comes before the menu."""

    def __init__(self, heard: Mapping[str, Iterable[str]]) -> None:
        self._meanings = {bare(word): meaning for meaning, words in heard.items() for word in words}

    def match(self, text: str) -> str | None:
        """Return the meaning of the whole text, or None; case, accents and signs do not count."""
        return self._meanings.get(bare(text))


def bare(text: str) -> str:
    """Return the letters and digits of a text: no case, no accents, single spaces."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in spread if not unicodedata.combining(sign))
    return _NO_LETTER.sub(" ", letters).strip()
