"""Reads the exercises of the content: a folder for each, such as `checkins/mood/`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.domain.exercise import PICKED, Exercise, ExerciseKind, text_key
from bot.domain.people import Address, Language, Voice
from bot.library.answer_sets import LABELS, AnswerSet, file_of, read_answer_sets
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
CAUTION = ("caution",)


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

    @property
    def is_label(self) -> bool:
        """Whether it is read on a button."""
        return self.place[2:3] in {("name",), ("options",)} or self.place[:1] == (LABELS,)

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
    sets, faults = read_answer_sets(content)
    by_id: dict[str, Exercise] = {}
    plain: dict[Language, dict[str, Told]] = {language: {} for language in Language}
    familiar: dict[Language, dict[str, Told]] = {language: {} for language in Language}
    for name, kind in FOLDERS.items():
        for folder in sorted(one for one in content.glob(f"{name}/*") if one.is_dir()):
            try:
                read = _Folder.read(folder, kind, sets)
            except ContentFault as fault:
                faults += fault.faults
                continue
            faults += read.faults(kind)
            if folder.name in by_id:
                faults.append(_fault(read.file, "another exercise has the same name"))
            by_id[folder.name] = read.exercise(kind)
            for language in Language:
                plain[language] |= read.plain[language]
                familiar[language] |= read.familiar.get(language, {})
    faults += [*_lost(content, by_id), *_unframed(content, by_id)]
    return Exercises(by_id=_framed(by_id), plain=plain, familiar=familiar), faults


@dataclass(frozen=True, kw_only=True)
class _Folder:
    """What stands in the folder of one exercise."""

    file: Path
    written: ExerciseFile
    plain: Mapping[Language, Tellings]
    familiar: Mapping[Language, Tellings]
    sets: frozenset[str]

    @classmethod
    def read(cls, folder: Path, kind: ExerciseKind, sets: Mapping[str, AnswerSet]) -> "_Folder":
        """Read a folder; raises ContentFault for a file that is malformed or not there."""
        file = folder / f"{kind.value}.yaml"
        model = TechniqueFile if kind is ExerciseKind.TECHNIQUE else ExerciseFile
        written = read_yaml(file, model).with_sets(sets)
        plain = {
            one: {
                **_labels(file, written, sets, language=one),
                **_tellings(folder / f"{one.value}.yaml"),
            }
            for one in Language
        }
        files = {one: folder / f"{one.value}-tu.yaml" for one in Language}
        familiar = {one: _tellings(tu) for one, tu in files.items() if tu.exists()}
        return cls(file=file, written=written, plain=plain, familiar=familiar, sets=frozenset(sets))

    def exercise(self, kind: ExerciseKind) -> Exercise:
        """Return the exercise."""
        homework = self.written.homework
        exercise = Exercise(
            id=self.file.parent.name,
            kind=kind,
            version=self.written.version,
            steps=tuple(step.as_step() for step in self.written.steps),
            homework=homework.as_homework(has_caution=self._has_caution()) if homework else None,
        )
        if not isinstance(self.written, TechniqueFile):
            return exercise
        return replace(
            exercise,
            place=self.written.place,
            at_first=self.written.at_first,
            sentences=self.written.sentences,
        )

    def faults(self, kind: ExerciseKind) -> Iterator[Fault]:
        """Yield what does not fit the steps, texts that are missing, and those of nothing."""
        for number, what in self.written.misleading(self.sets):
            yield self._fault(("steps", number), what)
        if homework := self.written.homework:
            if kind is not ExerciseKind.EXERCISE:
                yield self._fault(("homework",), "belongs to what stands in exercises/")
            for field_, what in homework.misleading(self.exercise(kind).steps):
                yield self._fault(("homework", field_), what)
        name = self.file.parent.name
        places = (*self.written.places(), *((CAUTION,) if self._has_caution() else ()))
        needed = {text_key(name, *place): place for place in places}
        for language, tellings in self.plain.items():
            file = self.file.with_name(f"{language.value}.yaml")
            for key in sorted(needed.keys() - tellings.keys()):
                yield _fault_at(file, needed[key], "is missing")
            for tellings_of_one in (tellings, self.familiar.get(language, {})):
                yield from _left_over(tellings_of_one.values(), needed)

    def _has_caution(self) -> bool:
        """Whether homework says what to mind, in any language."""
        key = text_key(self.file.parent.name, *CAUTION)
        return bool(self.written.homework) and any(key in one for one in self.plain.values())

    def _fault(self, place: tuple[str | int, ...], what: str) -> Fault:
        return _fault_at(self.file, place, what)


def _left_over(told: Iterable[Told], needed: Mapping[str, object]) -> Iterator[Fault]:
    for one in told:
        if one.key not in needed:
            yield one.fault("belongs to no step of the exercise")


def _labels(
    file: Path, written: ExerciseFile, sets: Mapping[str, AnswerSet], *, language: Language
) -> Tellings:
    """Return what the options say that come from a set."""
    exercise, content = file.parent.name, file.parent.parent.parent
    told = (
        Told(
            key=text_key(exercise, "steps", step.id, "options", option),
            place=place,
            text=text,
            file=file_of(content, name),
        )
        for step in written.steps
        if (name := step.answer_set or "") in sets
        for option, place, text in sets[name].by_place(language)
    )
    return {one.key: one for one in told}


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
            yield _fault_at(file, ("homework", "again"), f"there is no exercise {again.plays}")


def _picked_from(by_id: Mapping[str, Exercise]) -> set[tuple[str, str]]:
    return {
        (exercise.id, step.id)
        for exercise in by_id.values()
        for step in exercise.steps
        if step.kind in PICKED
    }


def _fault(file: Path, what: str) -> Fault:
    return Fault(file=file, line=1, field="file", what=what)


def _fault_at(file: Path, place: tuple[str | int, ...], what: str) -> Fault:
    field_ = ".".join(str(part) for part in place)
    return Fault(file=file, line=find_line(file, place), field=field_, what=what)
