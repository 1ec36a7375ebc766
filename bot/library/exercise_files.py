"""The files of an exercise: how it goes, and its texts in each voice."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictStr,
    StringConstraints,
    field_validator,
    model_validator,
)

from bot.domain.exercise import CHOSEN, Line, Step, StepKind
from bot.library.answer_sets import CHOICES, AnswerSet
from bot.library.homework_files import HomeworkFile
from bot.library.yaml_files import Name, Text

EXAMPLES = 3
TIMES = 6
SOURCES = 6
STEPS = 24
LONGEST = 4_000

Source: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$")]

_TIME = re.compile(r"[0-2][0-9]:[0-5][0-9]")
_OPTIONS = {
    **dict.fromkeys(CHOSEN, (2, CHOICES)),
    StepKind.TIME: (0, TIMES),
    StepKind.TEXT: (0, EXAMPLES),
    StepKind.OWN: (0, EXAMPLES),
}


class LineFile(BaseModel):
    """A line of an instruction, and the seconds to stay with it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Name
    seconds: Annotated[int, Field(ge=1, le=600, strict=True)]


class StepFile(BaseModel):
    """A step as an author writes it; its options come after those of the set that it names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Name
    kind: StepKind
    answer_set: Annotated[Name | None, Field(alias="set")] = None
    options: list[StrictStr] = []
    when: dict[Name, list[Name]] = {}
    lines: list[LineFile] = []
    sources: Annotated[list[Source], Field(alias="from", max_length=SOURCES)] = []
    limit: Annotated[int, Field(ge=1, le=LONGEST, strict=True)] = 300
    at_most: Annotated[int, Field(alias="at-most", ge=2, strict=True)] = 0
    private: bool = False

    @field_validator("sources", mode="before")
    @classmethod
    def _is_a_list(cls, sources: Any) -> Any:
        return [sources] if isinstance(sources, str) else sources

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        if self.answer_set and self.kind not in CHOSEN:
            raise ValueError(f"a step of kind {self.kind} has no set")
        if not self.answer_set and (what := self.wrong_options()):
            raise ValueError(what)
        form = _TIME if self.kind is StepKind.TIME else re.compile(r"[a-z][a-z0-9-]*")
        for option in self.options:
            if not form.fullmatch(option):
                raise ValueError(f"no option of a step of kind {self.kind}: {option}")
        if bool(self.lines) != (self.kind is StepKind.GUIDE):
            raise ValueError("lines belong to a step of kind guide")
        if bool(self.sources) != (self.kind is StepKind.OWN):
            raise ValueError("from belongs to a step of kind own")
        if self.at_most and self.kind is not StepKind.SEVERAL:
            raise ValueError("at-most belongs to a step of kind several")
        return self

    def wrong_options(self) -> str | None:
        """Return what is wrong with how many options there are; those of a set come to them."""
        least, most = _OPTIONS.get(self.kind, (0, 0))
        if not least <= len(self.options) <= most:
            return f"a step of kind {self.kind} has {least} to {most} options"
        if len(set(self.options)) < len(self.options):
            return "an option stands here twice"
        if self.at_most >= len(self.options) > 0:
            return f"at-most {self.at_most} of {len(self.options)} options leaves none out"
        return None

    def has_choices(self, options: list[str]) -> bool:
        """Whether each of these can be chosen here."""
        return self.kind in CHOSEN and set(options) <= set(self.options)

    def with_set(self, sets: Mapping[str, AnswerSet]) -> Self:
        """Return the step with the options of its set before its own."""
        found = sets.get(self.answer_set or "")
        options = [*found.options, *self.options] if found else self.options
        return self.model_copy(update={"options": options})

    def as_step(self) -> Step:
        """Return the step that is described."""
        sources = (one.partition("/") for one in self.sources)
        return Step(
            id=self.id,
            kind=self.kind,
            options=tuple(self.options),
            when={step: frozenset(among) for step, among in self.when.items()},
            lines=tuple(
                Line(id=one.id, lasts=timedelta(seconds=one.seconds)) for one in self.lines
            ),
            sources=tuple((exercise, step) for exercise, _, step in sources),
            limit=self.limit,
            at_most=self.at_most,
            private=self.private,
        )


class ExerciseFile(BaseModel):
    """An exercise as an author writes it; nobody has signed off the text of a draft."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Annotated[int, Field(ge=1, strict=True)]
    status: Literal["draft"]
    homework: HomeworkFile | None = None
    steps: Annotated[list[StepFile], Field(min_length=1, max_length=STEPS)]

    def with_sets(self, sets: Mapping[str, AnswerSet]) -> Self:
        """Return the exercise with the options of the sets that its steps name."""
        return self.model_copy(update={"steps": [step.with_set(sets) for step in self.steps]})

    def misleading(self, sets: Collection[str]) -> Iterator[tuple[int, str]]:
        """Yield the number of each step that cannot be asked as it says, and why."""
        before: dict[str, StepFile] = {}
        for number, step in enumerate(self.steps):
            if step.answer_set and step.answer_set not in sets:
                yield number, f"there is no set {step.answer_set}"
            elif step.answer_set and (what := step.wrong_options()):
                yield number, what
            if step.id in before:
                yield number, f"another step is called {step.id}"
            if step.when and not before:
                yield number, "the first step is asked in any case"
            for earlier, among in step.when.items():
                if earlier not in before or not before[earlier].has_choices(among):
                    yield number, f"there is no such answer before it: {earlier}"
            before[step.id] = step

    def places(self) -> Iterator[tuple[str, ...]]:
        """Yield the place of each text that it needs."""
        yield from (("title",), ("closing",), *_places(self.steps))
        if self.homework:
            yield from (("why",), ("seen",))


class TechniqueFile(ExerciseFile):
    """A technique as an author writes it.

    Its `place` is the one in which it is offered while nothing is known of what helps; it is
    allowed `at-first` or not; `seconds` is what its lines take; with `sentences` its card shows
    those that the person wrote for themselves.
    """

    place: Annotated[int, Field(ge=1, strict=True)]
    at_first: Annotated[bool, Field(alias="at-first", strict=True)]
    seconds: int
    sentences: Annotated[bool, Field(strict=True)] = False

    @model_validator(mode="after")
    def _takes_what_it_says(self) -> Self:
        takes = sum(line.seconds for step in self.steps for line in step.lines)
        if takes != self.seconds:
            raise ValueError(f"its lines take {takes} seconds and not {self.seconds}")
        return self

    def places(self) -> Iterator[tuple[str, ...]]:
        """Yield the place of each text that it needs."""
        yield from (("title",), ("caution",), *_places(self.steps))


class StepTexts(BaseModel):
    """The texts of a step; in a second form of address only what differs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prompt: Text | None = None
    name: Text | None = None
    options: dict[Name, Text] = {}
    lines: dict[Name, Text] = {}


class ExerciseTexts(BaseModel):
    """The texts of an exercise in one voice; in a second form of address only what differs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Text | None = None
    why: Text | None = None
    closing: Text | None = None
    seen: Text | None = None
    caution: Text | None = None
    steps: dict[Name, StepTexts] = {}


def _places(steps: list[StepFile]) -> Iterator[tuple[str, ...]]:
    for step in steps:
        yield ("steps", step.id, "prompt")
        if step.kind is StepKind.SCALE:
            yield ("steps", step.id, "name")
        if step.kind is not StepKind.TIME:
            yield from (("steps", step.id, "options", one) for one in step.options)
        yield from (("steps", step.id, "lines", one.id) for one in step.lines)
