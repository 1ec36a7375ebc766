"""Words that may mean that somebody needs help now, from `safety/<language>.yaml`."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictStr, field_validator

from bot.domain.people import Language
from bot.domain.safety import Watcher, WordList
from bot.library.faults import ContentFault, Fault
from bot.library.yaml_files import read_yaml

FOLDER = "safety"


class WordListFile(BaseModel):
    """A word list as its authors write it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Annotated[int, Field(ge=1, strict=True)]
    status: Literal["draft"]
    spellings: dict[StrictStr, list[StrictStr]]
    fillers: list[StrictStr]
    denials: list[StrictStr]
    speakers: list[StrictStr]
    sayings: list[StrictStr]
    direct: list[StrictStr]
    possible: list[StrictStr]

    @field_validator("sayings", "direct", "possible")
    @classmethod
    def _can_be_found(cls, phrases: list[str]) -> list[str]:
        Watcher(WordList(direct=phrases))
        return phrases

    @cached_property
    def watcher(self) -> Watcher:
        """What looks for these words: they are taken apart once."""
        return Watcher(
            WordList(
                spellings=self.spellings,
                fillers=self.fillers,
                denials=self.denials,
                speakers=self.speakers,
                sayings=self.sayings,
                direct=self.direct,
                possible=self.possible,
            )
        )


WordLists = Mapping[Language, WordListFile]


def read_word_lists(content: Path) -> tuple[WordLists, list[Fault]]:
    """Return the word lists of the content folder by language, and what is wrong with them."""
    lists: dict[Language, WordListFile] = {}
    faults: list[Fault] = []
    for language in Language:
        file = content / FOLDER / f"{language.value}.yaml"
        if not file.exists():
            continue
        try:
            lists[language] = read_yaml(file, WordListFile)
        except ContentFault as fault:
            faults += fault.faults
    return lists, faults
