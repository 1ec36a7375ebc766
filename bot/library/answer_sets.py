"""Sets of answers that many steps share, such as `answers/int5.yaml`: options and their labels."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.domain.people import Language
from bot.library.faults import ContentFault, Fault
from bot.library.yaml_files import Name, Text, read_yaml

FOLDER = "answers"
LABELS = "labels"
CHOICES = 12


class AnswerSet(BaseModel):
    """Options, those of a scale from the lowest to the highest, and what each says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    options: Annotated[list[Name], Field(min_length=2, max_length=CHOICES)]
    labels: dict[Language, dict[Name, Text]]

    @model_validator(mode="after")
    def _says_each_option(self) -> Self:
        if len(set(self.options)) < len(self.options):
            raise ValueError("an option stands here twice")
        for language in Language:
            if set(self.labels.get(language, {})) != set(self.options):
                raise ValueError(f"the labels in {language} are not those of its options")
        return self

    def by_place(self, language: Language) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """Yield each option with the place of its label in the file, and the label."""
        for option in self.options:
            place = (LABELS, language.value, option)
            yield option, place, self.labels[language][option]


def read_answer_sets(content: Path) -> tuple[Mapping[str, AnswerSet], list[Fault]]:
    """Return the sets of the content folder by name, and what is wrong with their files."""
    sets: dict[str, AnswerSet] = {}
    faults: list[Fault] = []
    for file in sorted((content / FOLDER).glob("*.yaml")):
        try:
            sets[file.stem] = read_yaml(file, AnswerSet)
        except ContentFault as fault:
            faults += fault.faults
    return sets, faults


def file_of(content: Path, name: str) -> Path:
    """Return the file of a set."""
    return content / FOLDER / f"{name}.yaml"
