"""Reads the folder of one exercise: how it goes, its texts in each voice, and its faults."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.exercise import Exercise, ExerciseKind, text_key
from bot.domain.people import Language
from bot.library.answer_sets import LABELS, AnswerSet, file_of
from bot.library.exercise_files import ExerciseFile, ExerciseTexts, TechniqueFile
from bot.library.faults import Fault
from bot.library.yaml_files import find_line, read_yaml

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
class Folder:
    """What stands in the folder of one exercise."""

    file: Path
    written: ExerciseFile
    plain: Mapping[Language, Tellings]
    familiar: Mapping[Language, Tellings]
    sets: frozenset[str]

    @classmethod
    def read(cls, folder: Path, kind: ExerciseKind, sets: Mapping[str, AnswerSet]) -> "Folder":
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
                yield fault_at(file, needed[key], "is missing")
            for tellings_of_one in (tellings, self.familiar.get(language, {})):
                yield from _left_over(tellings_of_one.values(), needed)

    def _has_caution(self) -> bool:
        """Whether homework says what to mind, in any language."""
        key = text_key(self.file.parent.name, *CAUTION)
        return bool(self.written.homework) and any(key in one for one in self.plain.values())

    def _fault(self, place: tuple[str | int, ...], what: str) -> Fault:
        return fault_at(self.file, place, what)


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


def fault_at(file: Path, place: tuple[str | int, ...], what: str) -> Fault:
    """Return a fault at the place of a field in a file."""
    field_ = ".".join(str(part) for part in place)
    return Fault(file=file, line=find_line(file, place), field=field_, what=what)
