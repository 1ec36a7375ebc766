"""What an exercise says of itself when it is set between two workshops."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.domain.exercise import CHOSEN, Step, StepKind
from bot.domain.homework import Again, Gate, Homework
from bot.library.yaml_files import Name

WORKSHOPS = 8
LONGEST = 30
OFTEN = 14
LATEST = 365

THEMES = frozenset({StepKind.ONE, StepKind.SEVERAL})
"""Of which it can be counted what was chosen: a scale says how much, not what."""

Names: TypeAlias = Annotated[list[Name], Field(min_length=1)]
Days: TypeAlias = Annotated[int, Field(ge=1, le=LATEST, strict=True)]


class GateFile(BaseModel):
    """After which answers a calming card comes first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    step: Name
    stops: Names


class AgainFile(BaseModel):
    """What comes back: on the date answered in a step, or some days after."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    plays: Name
    on: Name | None = None
    after: list[Days] = []

    @model_validator(mode="after")
    def _has_one_time(self) -> Self:
        if (self.on is None) == (not self.after):
            raise ValueError("comes back on the date of a step, or some days after: one of both")
        return self


class HomeworkFile(BaseModel):
    """How an exercise is set between two workshops, as an author writes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    workshop: Annotated[int, Field(ge=0, le=WORKSHOPS, strict=True)]
    minutes: Annotated[int, Field(ge=1, le=LONGEST, strict=True)]
    times: Annotated[int, Field(ge=1, le=OFTEN, strict=True)] = 1
    core: Names
    done: Names
    easier: list[Name] = []
    private: Annotated[bool, Field(strict=True)] = False
    themes: list[Name] = []
    gate: GateFile | None = None
    again: AgainFile | None = None

    def as_homework(self, *, has_caution: bool) -> Homework:
        """Return what is described."""
        again, gate = self.again, self.gate
        return Homework(
            workshop=self.workshop,
            minutes=timedelta(minutes=self.minutes),
            times=self.times,
            core=tuple(self.core),
            done=tuple(self.done),
            easier=tuple(self.easier),
            private=self.private,
            themes=tuple(self.themes),
            gate=Gate(step=gate.step, stops=frozenset(gate.stops)) if gate else None,
            again=_as_again(again) if again else None,
            has_caution=has_caution,
        )

    def misleading(self, steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
        """Yield each field that does not fit the steps of the exercise, and why."""
        by_id = {step.id: step for step in steps}
        for field, names in (("core", self.core), ("done", self.done), ("easier", self.easier)):
            for name in names:
                if name not in by_id:
                    yield field, f"there is no such step: {name}"
        if self.again and self.again.on:
            step = by_id.get(self.again.on)
            if step is None or step.kind is not StepKind.DATE:
                yield "again", f"there is no step that asks for a date: {self.again.on}"
        yield from self._faulty_themes(by_id)
        yield from self._faulty_gate(by_id.get(self.gate.step) if self.gate else None)
        yield from self._faulty_easier([step for step in steps if step.id in self.easier])

    def _faulty_themes(self, by_id: Mapping[str, Step]) -> Iterator[tuple[str, str]]:
        for name in self.themes:
            step = by_id.get(name)
            if step is None or step.kind not in THEMES:
                yield "themes", f"there is no step with options to choose: {name}"
            elif step.private or self.private:
                yield "themes", f"nobody else sees the answer to {name}"

    def _faulty_gate(self, step: Step | None) -> Iterator[tuple[str, str]]:
        if self.gate is None:
            return
        if step is None or step.kind not in CHOSEN or not set(self.gate.stops) <= set(step.options):
            yield "gate", f"there is no such answer to the step {self.gate.step}"

    def _faulty_easier(self, steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
        for step in steps:
            for earlier in step.when:
                if earlier not in self.easier:
                    yield "easier", f"{step.id} is asked after answers to {earlier}"
        names = {step.id for step in steps}
        if steps and not names & {*self.core, *self.done}:
            yield "easier", "holds nothing of what counts as tried or done"
        if steps and self.gate and self.gate.step not in names:
            yield "easier", f"leaves out what comes first: {self.gate.step}"


def _as_again(again: AgainFile) -> Again:
    after = tuple(timedelta(days=days) for days in again.after)
    return Again(plays=again.plays, on=again.on, after=after)
