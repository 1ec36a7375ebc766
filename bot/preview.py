"""Plays an exercise in the terminal, for whoever writes one; nothing is kept."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.domain import dialogue
from bot.domain.dialogue import Run
from bot.domain.exercise import CHOSEN, DONE, Answer, Exercise, Step, StepKind
from bot.domain.message import Phrase, Values
from bot.domain.people import Voice
from bot.library import Library

MINUTE = timedelta(minutes=1)
BACK = "<"
STOP = "."


@dataclass(frozen=True, kw_only=True)
class Preview:
    """An exercise that is looked at: what says its words, and where they are told."""

    exercise: Exercise
    library: Library
    voice: Voice
    tell: Callable[[str], None]

    def play(self, typed: Iterable[str]) -> None:
        """Ask each question and take a line that is typed, to the end or until none comes."""
        self._say(Phrase("cli-preview-how"))
        for part in self._about():
            self._say(part)
        run = dialogue.begin(self.exercise)
        self._ask(run)
        for line in typed:
            if line.strip() == STOP:
                break
            run = self._moved(run, line.strip())
            if run.at is None:
                break
            self._ask(run)
        self._end(run)

    def _about(self) -> Sequence[Phrase]:
        """Return what is told before homework begins."""
        homework = self.exercise.homework
        if homework is None:
            return ()
        about: Values = {
            "title": Phrase(self.exercise.title),
            "why": Phrase(self.exercise.why),
            "minutes": homework.minutes // MINUTE,
            "seen": Phrase(self.exercise.seen),
        }
        caution = (Phrase(self.exercise.caution),) if homework.has_caution else ()
        return (Phrase("cli-preview-about", about), *caution)

    def _ask(self, run: Run) -> None:
        step = dialogue.question(self.exercise, run)
        if step is None:
            return
        place = dialogue.place(self.exercise, run)
        values: Values = {
            "title": Phrase(self.exercise.title),
            "number": place.number,
            "count": place.count,
            "prompt": Phrase(self.exercise.prompt(step)),
        }
        self._say(Phrase("run-question", values))
        for line in step.lines:
            self.tell(f"  - {self._label(step, line.id)} ({line.lasts.seconds} s)")
        for number, label in enumerate(self._labels(step, run), start=1):
            self.tell(f"  {number}. {label}")

    def _moved(self, run: Run, line: str) -> Run:
        """Return the run after what was typed; what is no answer leaves it where it is."""
        step = dialogue.question(self.exercise, run)
        if line == BACK or step is None:
            return dialogue.back(self.exercise, run)
        if not line and step.kind is not StepKind.GUIDE:
            return dialogue.skip(self.exercise, run)
        moved = dialogue.answer(self.exercise, run, self._answer(step, run, line))
        if moved is run:
            self._say(Phrase("cli-preview-again"))
        return moved

    def _answer(self, step: Step, run: Run, line: str) -> Answer:
        """Return what a line means: the numbers of answers, or itself."""
        if step.kind is StepKind.GUIDE:
            return DONE
        parts = line.replace(",", " ").split()
        values = step.options if step.kind in CHOSEN else self._labels(step, run)
        if not all(part.isdecimal() and 0 < int(part) <= len(values) for part in parts):
            return line
        chosen = tuple(values[int(part) - 1] for part in parts)
        return chosen if step.kind is StepKind.SEVERAL else chosen[0]

    def _labels(self, step: Step, run: Run) -> Sequence[str]:
        """Return what can be tapped, as the buttons say it."""
        if step.kind is StepKind.TIME:
            return step.options
        own = [self._label(step, option) for option in step.options]
        return [*(self._earlier(step, run) if step.kind is StepKind.OWN else ()), *own]

    def _earlier(self, step: Step, run: Run) -> Sequence[str]:
        """Return what was answered a moment ago at the sources of a step."""
        found: list[str] = []
        for asked in self.exercise.steps:
            answer = run.answers.get(asked.id, ())
            if (self.exercise.id, asked.id) in step.sources:
                answers = [answer] if isinstance(answer, str) else answer
                found += [
                    self._label(asked, one) if asked.kind in CHOSEN else one for one in answers
                ]
        return found

    def _end(self, run: Run) -> None:
        if run.at is None:
            self._say(Phrase(self.exercise.closing))
        if self.exercise.homework:
            outcome = dialogue.outcome(self.exercise, run)
            self._say(Phrase(f"cli-outcome-{outcome.value if outcome else 'open'}"))

    def _label(self, step: Step, part: str) -> str:
        return self.library.say(Phrase(self.exercise.label(step, part)), self.voice)

    def _say(self, phrase: Phrase) -> None:
        self.tell(f"\n{self.library.say(phrase, self.voice)}")
