"""Reads the exercises of the content: a folder for each, such as `checkins/mood/`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.domain.exercise import PICKED, Exercise, ExerciseKind
from bot.library.answer_sets import read_answer_sets
from bot.library.exercise_folder import Folder
from bot.library.faults import ContentFault, Fault
from bot.library.tellings import Tellings
from bot.library.yaml_files import fault_at

FOLDERS = {
    "checkins": ExerciseKind.CHECKIN,
    "exercises": ExerciseKind.EXERCISE,
    "practice": ExerciseKind.PRACTICE,
    "techniques": ExerciseKind.TECHNIQUE,
}
FRAME = "around"


@dataclass(frozen=True, kw_only=True)
class Exercises:
    """All exercises by id, and their texts."""

    by_id: Mapping[str, Exercise] = field(default_factory=dict)
    told: Tellings = field(default_factory=Tellings)

    def techniques(self) -> Sequence[Exercise]:
        """Return the techniques, each in its place."""
        found = [one for one in self.by_id.values() if one.kind is ExerciseKind.TECHNIQUE]
        return sorted(found, key=lambda one: (one.place, one.id))


def read_exercises(content: Path) -> tuple[Exercises, list[Fault]]:
    """Return the exercises of the content folder, and what would keep one from being played."""
    sets, faults = read_answer_sets(content)
    by_id: dict[str, Exercise] = {}
    told = Tellings()
    for name, kind in FOLDERS.items():
        for folder in sorted(one for one in content.glob(f"{name}/*") if one.is_dir()):
            try:
                read = Folder.read(folder, kind, sets)
            except ContentFault as fault:
                faults += fault.faults
                continue
            faults += read.faults(kind)
            if folder.name in by_id:
                faults.append(_fault(read.file, "another exercise has the same name"))
            by_id[folder.name] = read.exercise(kind)
            told |= read.told
    faults += [*_lost(content, by_id), *_unframed(content, by_id)]
    return Exercises(by_id=_framed(by_id), told=told), faults


def _framed(by_id: Mapping[str, Exercise]) -> Mapping[str, Exercise]:
    """Return the exercises, each technique with what is asked around it."""
    frame = by_id.get(FRAME)
    return {
        id_: one.within(frame) if frame and one.kind is ExerciseKind.TECHNIQUE else one
        for id_, one in by_id.items()
    }


def _unframed(content: Path, by_id: Mapping[str, Exercise]) -> Iterator[Fault]:
    techniques = [one for one in by_id.values() if one.kind is ExerciseKind.TECHNIQUE]
    if techniques and FRAME not in by_id:
        file = content / "practice" / FRAME / "practice.yaml"
        yield _fault(file, "is needed by the techniques")


def _lost(content: Path, by_id: Mapping[str, Exercise]) -> Iterator[Fault]:
    """Yield where one exercise names another, or a step of it, that is not there."""
    folders = {kind: name for name, kind in FOLDERS.items()}
    picked = _picked_from(by_id)
    for exercise in by_id.values():
        file = content / folders[exercise.kind] / exercise.id / f"{exercise.kind}.yaml"
        for step in exercise.steps:
            for source in step.sources:
                if source not in picked:
                    what = f"{step.id}: picks from a text that nobody is asked for"
                    yield _fault(file, what)
        again = exercise.homework.again if exercise.homework else None
        if again and again.plays not in by_id:
            yield fault_at(file, ("homework", "again"), f"there is no exercise {again.plays}")


def _picked_from(by_id: Mapping[str, Exercise]) -> set[tuple[str, str]]:
    return {
        (exercise.id, step.id)
        for exercise in by_id.values()
        for step in exercise.steps
        if step.kind in PICKED
    }


def _fault(file: Path, what: str) -> Fault:
    return Fault(file=file, line=1, field="file", what=what)
