"""Reads the programmes of the content: a folder for each, such as `programmes/eight-workshops/`."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.domain.programme import Booster, Programme, ProgrammeSession
from bot.library.faults import ContentFault, Fault
from bot.library.tellings import Tellings, read_tellings
from bot.library.yaml_files import Name, Text, fault_at, read_yaml

FOLDER = "programmes"
FILE = "programme.yaml"
MOST = 20
LATEST = 24
"""How many months after a workshop a booster may be."""


class SessionFile(BaseModel):
    """A workshop as an author writes it: its id, and which exercises are suggested after it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Name
    exercises: list[Name] = []


class BoosterFile(SessionFile):
    """A booster as an author writes it: how long after which workshop, the last if left out."""

    months: Annotated[int, Field(ge=1, le=LATEST, strict=True)]
    after: Name | None = None


class ProgrammeFile(BaseModel):
    """A programme as an author writes it: how long a workshop is, and all of them in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    minutes: Annotated[int, Field(ge=15, le=480, strict=True)]
    sessions: Annotated[list[SessionFile], Field(min_length=1, max_length=MOST)]
    boosters: Annotated[list[BoosterFile], Field(max_length=MOST)] = []

    def every(self) -> Iterator[tuple[str, int, SessionFile]]:
        """Yield each workshop with its place in the file, boosters last."""
        for name, several in (("sessions", self.sessions), ("boosters", self.boosters)):
            for number, one in enumerate(several):
                yield name, number, one


class SessionTexts(BaseModel):
    """The texts of a workshop; in a second form of address only what differs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text | None = None
    line: Text | None = None


class ProgrammeTexts(BaseModel):
    """The texts of a programme in one voice; in a second form of address only what differs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text | None = None
    sessions: dict[Name, SessionTexts] = {}


@dataclass(frozen=True, kw_only=True)
class Programmes:
    """All programmes by id, and their texts."""

    by_id: Mapping[str, Programme] = field(default_factory=dict)
    told: Tellings = field(default_factory=Tellings)


def read_programmes(content: Path, exercises: Container[str]) -> tuple[Programmes, list[Fault]]:
    """Return the programmes of the content folder, and what is wrong with one.

    `exercises` are the ids of those there are: a programme suggests no other.
    """
    faults: list[Fault] = []
    by_id: dict[str, Programme] = {}
    told = Tellings()
    for folder in sorted(one for one in content.glob(f"{FOLDER}/*") if one.is_dir()):
        try:
            read = _Folder.read(folder)
        except ContentFault as fault:
            faults += fault.faults
            continue
        faults += [*read.misleading(exercises), *read.missing()]
        by_id[folder.name] = read.programme()
        told |= read.told
    return Programmes(by_id=by_id, told=told), faults


@dataclass(frozen=True, kw_only=True)
class _Folder:
    """What stands in the folder of one programme."""

    file: Path
    written: ProgrammeFile
    told: Tellings

    @classmethod
    def read(cls, folder: Path) -> "_Folder":
        """Read a folder; raises ContentFault for a file that is malformed or not there."""
        written = read_yaml(folder / FILE, ProgrammeFile)
        told = read_tellings(folder, ProgrammeTexts)
        return cls(file=folder / FILE, written=written, told=told)

    def programme(self) -> Programme:
        """Return the programme."""
        sessions = tuple(
            ProgrammeSession(id=one.id, exercises=tuple(one.exercises))
            for one in self.written.sessions
        )
        return Programme(
            id=self.file.parent.name,
            length=timedelta(minutes=self.written.minutes),
            sessions=sessions,
            boosters=tuple(
                Booster(
                    id=one.id,
                    exercises=tuple(one.exercises),
                    months=one.months,
                    after=one.after or sessions[-1].id,
                )
                for one in self.written.boosters
            ),
        )

    def misleading(self, exercises: Container[str]) -> Iterator[Fault]:
        """Yield workshops that stand here twice, and exercises that there are not."""
        names: set[str] = set()
        if self.file.parent.name in exercises:
            yield self._fault(("sessions",), "an exercise has the name of the programme")
        for name, number, one in self.written.every():
            if one.id in names:
                yield self._fault((name, number, "id"), "stands here twice")
            names.add(one.id)
            for place, exercise in enumerate(one.exercises):
                if exercise not in exercises:
                    where = (name, number, "exercises", place)
                    yield self._fault(where, f"there is no exercise {exercise}")
        known = {one.id for one in self.written.sessions}
        for number, one in enumerate(self.written.boosters):
            if one.after and one.after not in known:
                there = ("boosters", number, "after")
                yield self._fault(there, f"there is no workshop {one.after}")

    def missing(self) -> Iterator[Fault]:
        """Yield texts that are missing, and those that belong to nothing."""
        places: list[tuple[str, ...]] = [("title",)]
        for _, _, one in self.written.every():
            places += [("sessions", one.id, "title"), ("sessions", one.id, "line")]
        yield from self.told.faults(self.file.parent, places, owner="workshop of the programme")

    def _fault(self, place: tuple[int | str, ...], what: str) -> Fault:
        return fault_at(self.file, place, what)
