"""Texts that are said as they are: read from the files of a folder, one for each voice."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel

from bot.domain.exercise import text_key
from bot.domain.people import Address, Language, Voice
from bot.library.answer_sets import LABELS
from bot.library.faults import Fault
from bot.library.yaml_files import fault_at, find_line, read_yaml

Place: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A text: its key, and where it stands."""

    key: str
    place: Place
    text: str
    file: Path

    @property
    def line(self) -> int:
        """The line of the file on which it begins."""
        return find_line(self.file, self.place)

    @property
    def is_label(self) -> bool:
        """Whether it is read on a button."""
        return self.place[2:3] in {("name",), ("options",)} or self.place[:1] == (LABELS,)

    def fault(self, what: str) -> Fault:
        """Return a fault of this text."""
        return fault_at(self.file, self.place, what)


ByKey: TypeAlias = Mapping[str, Told]


@dataclass(frozen=True, kw_only=True)
class Tellings:
    """Texts of each language by key: all in plain words, and in familiar ones what differs."""

    plain: Mapping[Language, ByKey] = field(default_factory=dict)
    familiar: Mapping[Language, ByKey] = field(default_factory=dict)

    def __or__(self, other: "Tellings") -> "Tellings":
        """Return these and the others; of one key the other counts."""
        return Tellings(
            plain=_together(self.plain, other.plain),
            familiar=_together(self.familiar, other.familiar),
        )

    def texts(self, voice: Voice) -> Mapping[str, str]:
        """Return the texts of a voice by key."""
        told = {**self.plain.get(voice.language, {})}
        if voice.address is Address.TU:
            told |= self.familiar.get(voice.language, {})
        return {key: one.text for key, one in told.items()}

    def faults(self, folder: Path, places: Iterable[Place], *, owner: str) -> Iterator[Fault]:
        """Yield which texts the folder needs and has not, and which belong to no `owner`."""
        needed = {text_key(folder.name, *place): place for place in places}
        for language, plain in self.plain.items():
            for key in sorted(needed.keys() - plain.keys()):
                yield fault_at(_file(folder, language), needed[key], "is missing")
            for one in (*plain.values(), *self.familiar.get(language, {}).values()):
                if one.key not in needed:
                    yield one.fault(f"belongs to no {owner}")


def read_tellings(folder: Path, model: type[BaseModel]) -> Tellings:
    """Return what the files of a folder tell, each read as the model; raises ContentFault.

    A language has its file of plain words in any case, and one of familiar words if it needs it.
    """
    familiar = {one: _file(folder, one, "-tu") for one in Language}
    return Tellings(
        plain={one: _read(_file(folder, one), model) for one in Language},
        familiar={one: _read(file, model) for one, file in familiar.items() if file.exists()},
    )


def _file(folder: Path, language: Language, address: str = "") -> Path:
    return folder / f"{language.value}{address}.yaml"


def _read(file: Path, model: type[BaseModel]) -> ByKey:
    told = (
        Told(key=text_key(file.parent.name, *place), place=place, text=text, file=file)
        for place, text in _by_place(read_yaml(file, model))
    )
    return {one.key: one for one in told}


def _by_place(within: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Yield each text within a model, or a part of it, with its place in the file."""
    if isinstance(within, str):
        yield place, within
    elif within is not None:
        for name, one in dict(within).items():
            yield from _by_place(one, (*place, name))


def _together(
    some: Mapping[Language, ByKey], others: Mapping[Language, ByKey]
) -> Mapping[Language, ByKey]:
    return {one: {**some.get(one, {}), **others.get(one, {})} for one in Language}
