"""Reads the folder of one exercise: how it goes, its texts in each voice, and its faults."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.domain.exercise import Exercise, ExerciseKind, text_key
from bot.domain.people import Language
from bot.library.answer_sets import AnswerSet, file_of
from bot.library.exercise_files import ExerciseFile, ExerciseTexts, TechniqueFile
from bot.library.faults import Fault
from bot.library.tellings import ByKey, Tellings, Told, read_tellings
from bot.library.yaml_files import fault_at, read_yaml

CAUTION = ("caution",)


@dataclass(frozen=True, kw_only=True)
class Folder:
    """What stands in the folder of one exercise."""

    file: Path
    written: ExerciseFile
    told: Tellings
    sets: frozenset[str]

    @classmethod
    def read(cls, folder: Path, kind: ExerciseKind, sets: Mapping[str, AnswerSet]) -> "Folder":
        """Read a folder; raises ContentFault for a file that is malformed or not there."""
        file = folder / f"{kind.value}.yaml"
        model = TechniqueFile if kind is ExerciseKind.TECHNIQUE else ExerciseFile
        written = read_yaml(file, model).with_sets(sets)
        labels = {one: _labels(file, written, sets, language=one) for one in Language}
        told = Tellings(plain=labels) | read_tellings(folder, ExerciseTexts)
        return cls(file=file, written=written, told=told, sets=frozenset(sets))

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
        places = (*self.written.places(), *((CAUTION,) if self._has_caution() else ()))
        yield from self.told.faults(self.file.parent, places, owner="step of the exercise")

    def _has_caution(self) -> bool:
        """Whether homework says what to mind, in any language."""
        key = text_key(self.file.parent.name, *CAUTION)
        return bool(self.written.homework) and any(key in one for one in self.told.plain.values())

    def _fault(self, place: tuple[str | int, ...], what: str) -> Fault:
        return fault_at(self.file, place, what)


def _labels(
    file: Path, written: ExerciseFile, sets: Mapping[str, AnswerSet], *, language: Language
) -> ByKey:
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
