"""Reads what a phase of work proposes, from `job-phases/`: the templates, and their words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from bot.domain.job_phase import FOLDER, Brought, JobPhase, Templates
from bot.domain.reminder import ONCE
from bot.library.faults import ContentFault, Fault
from bot.library.tellings import Tellings, read_tellings
from bot.library.yaml_files import Name, Text, fault_at, read_yaml

FILE = "phases.yaml"
MOST = 10
"""How many reminders a phase may propose, so that all of them are read on one screen."""

FURTHEST = 400
"""How many days from its day a phase may remind of something."""

LATEST = 12
"""How many months after it."""

Wall = Annotated[str, StringConstraints(strict=True, pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Ahead = Annotated[int, Field(ge=-FURTHEST, le=FURTHEST, strict=True)]


class BroughtFile(BaseModel):
    """A reminder as an author writes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Name
    at: Wall
    days: Ahead = 0
    months: Annotated[int, Field(ge=0, le=LATEST, strict=True)] = 0
    every: Annotated[int, Field(ge=1, le=52, strict=True)] | None = None
    until: Ahead | None = None

    def as_brought(self) -> Brought:
        """Return the reminder."""
        return Brought(
            id=self.id,
            wall=time.fromisoformat(self.at),
            months=self.months,
            days=self.days,
            weeks=self.every or ONCE,
            until=self.until,
        )

    @property
    def misleading(self) -> str | None:
        """What does not fit together, if anything."""
        if self.every is None:
            return None if self.until is None else "comes once: it has no last day"
        if self.until is None:
            return "comes back: say until when"
        return None if self.until > self.days and not self.months else "is over before it begins"


class TemplatesFile(BaseModel):
    """All templates as an author writes them: each phase once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    phases: dict[JobPhase, Annotated[list[BroughtFile], Field(max_length=MOST)]]


class TextsFile(BaseModel):
    """The words of the reminders in one voice; in a second form of address only what differs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reminders: dict[Name, Text]


@dataclass(frozen=True, kw_only=True)
class JobPhases:
    """The templates, and their words."""

    templates: Templates = field(default_factory=dict)
    told: Tellings = field(default_factory=Tellings)


def read_job_phases(content: Path) -> tuple[JobPhases, list[Fault]]:
    """Return the templates of the content folder, if it has any, and what is wrong with them."""
    folder = content / FOLDER
    if not folder.exists():
        return JobPhases(), []
    try:
        written = read_yaml(folder / FILE, TemplatesFile)
        told = read_tellings(folder, TextsFile)
    except ContentFault as fault:
        return JobPhases(), [*fault.faults]
    templates = {
        phase: tuple(one.as_brought() for one in several)
        for phase, several in written.phases.items()
    }
    places = [one.place for several in templates.values() for one in several]
    faults = [
        *_misleading(folder / FILE, written),
        *told.faults(folder, places, owner="reminder of a phase"),
    ]
    return JobPhases(templates=templates, told=told), faults


def _misleading(file: Path, written: TemplatesFile) -> Iterator[Fault]:
    """Yield phases that are missing, and reminders that make no sense."""
    for phase in JobPhase:
        if phase not in written.phases:
            yield Fault(file=file, line=1, field=f"phases.{phase}", what="is missing")
    for phase, several in written.phases.items():
        names = [one.id for one in several]
        for number, one in enumerate(several):
            what = one.misleading
            if names.index(one.id) != number:
                what = "stands here twice"
            if what:
                yield fault_at(file, ("phases", phase.value, number), what)
