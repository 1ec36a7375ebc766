"""Reads the exercises of the content: a folder for each, such as `checkins/mood/`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.domain.exercise import WRITTEN, Exercise, ExerciseKind, StepKind, text_key
from bot.domain.people import Address, Language, Voice
from bot.library.exercise_files import ExerciseFile, ExerciseTexts, TechniqueFile
from bot.library.faults import ContentFault, Fault
from bot.library.yaml_files import find_line, read_yaml

FOLDERS = {
    "checkins": ExerciseKind.CHECKIN,
    "exercises": ExerciseKind.EXERCISE,
    "practice": ExerciseKind.PRACTICE,
    "techniques": ExerciseKind.TECHNIQUE,
}
FRAME = "around"


@dataclass(frozen=True, kw_only=True)
class Told:
    """A text of an exercise: its key, and where it stands."""

    key: str
    place: tuple[str, ...]
    text: str
    file: Path

    @property
    def line(self) -> int:
        """The line of the file on which it begins."""
        return find_line(self.file, self.place)

    def fault(self, what: str) -> Fault:
        """Return a fault of this text."""
        return Fault(file=self.file, line=self.line, field=".".join(self.place), what=what)


Tellings = Mapping[str, Told]


@dataclass(frozen=True, kw_only=True)
class Exercises:
    """All exercises by id, and their texts by voice and key."""

    by_id: Mapping[str, Exercise] = field(default_factory=dict)
    plain: Mapping[Language, Tellings] = field(default_factory=dict)
    familiar: Mapping[Language, Tellings] = field(default_factory=dict)

    def texts(self, voice: Voice) -> Mapping[str, str]:
        """Return the texts of a voice by key."""
        return texts_of(self.plain, self.familiar, voice)

    def techniques(self) -> Sequence[Exercise]:
        """Return the techniques, each in its place."""
        found = [one for one in self.by_id.values() if one.kind is ExerciseKind.TECHNIQUE]
        return sorted(found, key=lambda one: (one.place, one.id))


def texts_of(
    plain: Mapping[Language, Tellings], familiar: Mapping[Language, Tellings], voice: Voice
) -> Mapping[str, str]:
    """Return the texts of a voice by key, given those of both forms of address."""
    told = dict(plain.get(voice.language, {}))
    if voice.address is Address.TU:
        told |= familiar.get(voice.language, {})
    return {key: one.text for key, one in told.items()}


def read_exercises(content: Path) -> tuple[Exercises, list[Fault]]:
    """Return the exercises of the content folder, and what would keep one from being played."""
    faults: list[Fault] = []
    by_id: dict[str, Exercise] = {}
    plain: dict[Language, dict[str, Told]] = {language: {} for language in Language}
    familiar: dict[Language, dict[str, Told]] = {language: {} for language in Language}
    for name, kind in FOLDERS.items():
        for folder in sorted(one for one in content.glob(f"{name}/*") if one.is_dir()):
            try:
                read = _Folder.read(folder, kind)
            except ContentFault as fault:
                faults += fault.faults
                continue
            faults += read.faults()
            if folder.name in by_id:
                faults.append(_fault(read.file, "another exercise has the same name"))
            by_id[folder.name] = read.exercise(kind)
            for language in Language:
                plain[language] |= read.plain[language]
                familiar[language] |= read.familiar.get(language, {})
    faults += [*_lost_sources(content, by_id), *_unframed(content, by_id)]
    return Exercises(by_id=_framed(by_id), plain=plain, familiar=familiar), faults


@dataclass(frozen=True, kw_only=True)
class _Folder:
    """What stands in the folder of one exercise."""

    file: Path
    written: ExerciseFile
    plain: Mapping[Language, Tellings]
    familiar: Mapping[Language, Tellings]

    @classmethod
    def read(cls, folder: Path, kind: ExerciseKind) -> "_Folder":
        """Read a folder; raises ContentFault for a file that is malformed or not there."""
        file = folder / f"{kind.value}.yaml"
        model = TechniqueFile if kind is ExerciseKind.TECHNIQUE else ExerciseFile
        written = read_yaml(file, model)
        plain = {one: _tellings(folder / f"{one.value}.yaml") for one in Language}
        files = {one: folder / f"{one.value}-tu.yaml" for one in Language}
        familiar = {one: _tellings(tu) for one, tu in files.items() if tu.exists()}
        return cls(file=file, written=written, plain=plain, familiar=familiar)

    def exercise(self, kind: ExerciseKind) -> Exercise:
        """Return the exercise."""
        exercise = Exercise(
            id=self.file.parent.name,
            kind=kind,
            version=self.written.version,
            steps=tuple(step.as_step() for step in self.written.steps),
        )
        if not isinstance(self.written, TechniqueFile):
            return exercise
        return replace(
            exercise,
            place=self.written.place,
            at_first=self.written.at_first,
            sentences=self.written.sentences,
        )

    def faults(self) -> Iterator[Fault]:
        """Yield steps out of order, texts that are missing, and those that belong to nothing."""
        for number, what in self.written.misleading():
            place = ("steps", number)
            yield Fault(
                file=self.file, line=find_line(self.file, place), field=f"steps.{number}", what=what
            )
        name = self.file.parent.name
        needed = {text_key(name, *place): place for place in self.written.places()}
        for language, tellings in self.plain.items():
            file = self.file.with_name(f"{language.value}.yaml")
            for key in sorted(needed.keys() - tellings.keys()):
                yield Fault(
                    file=file,
                    line=find_line(file, needed[key]),
                    field=".".join(needed[key]),
                    what="is missing",
                )
            for tellings_of_one in (tellings, self.familiar.get(language, {})):
                yield from _left_over(tellings_of_one.values(), needed)


def _left_over(told: Iterable[Told], needed: Mapping[str, object]) -> Iterator[Fault]:
    for one in told:
        if one.key not in needed:
            yield one.fault("belongs to no step of the exercise")


def _tellings(file: Path) -> Tellings:
    texts = read_yaml(file, ExerciseTexts)
    told = (
        Told(key=text_key(file.parent.name, *place), place=place, text=text, file=file)
        for place, text in texts.by_place()
    )
    return {one.key: one for one in told}


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


def _lost_sources(content: Path, by_id: Mapping[str, Exercise]) -> Iterator[Fault]:
    folders = {kind: name for name, kind in FOLDERS.items()}
    for exercise in by_id.values():
        for step in exercise.steps:
            if step.kind is StepKind.OWN and step.source not in _written_in(by_id):
                file = content / folders[exercise.kind] / exercise.id / f"{exercise.kind}.yaml"
                yield _fault(file, f"{step.id}: picks from a text that nobody is asked for")


def _written_in(by_id: Mapping[str, Exercise]) -> set[tuple[str, str]]:
    return {
        (exercise.id, step.id)
        for exercise in by_id.values()
        for step in exercise.steps
        if step.kind in WRITTEN
    }


def _fault(file: Path, what: str) -> Fault:
    return Fault(file=file, line=1, field="file", what=what)
