"""What somebody can do in a hard moment: which techniques are theirs, and which helped them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self

from bot.domain.exercise import Answers, Exercise

HOW = 1
"""The place of a technique's own first step: only one question of the frame comes before it."""

BEFORE = "before"
HELPED = "helped"


class Helped(StrEnum):
    """Whether a technique helped, as somebody says it afterwards."""

    YES = "yes"
    A_BIT = "a-bit"
    NO = "no"
    WORSE = "worse"


@dataclass(frozen=True, kw_only=True)
class Toolbox:
    """What somebody decided about techniques; of the others, those allowed at first are theirs.

    `chosen` says whether they want one. `aside` names the run after which one was worse: it is
    neither offered nor brought until they take it back.
    """

    chosen: Mapping[str, bool] = field(default_factory=dict)
    aside: Mapping[str, str] = field(default_factory=dict)

    def allows(self, technique: Exercise) -> bool:
        """Whether a technique may be offered and brought."""
        wanted = self.chosen.get(technique.id, technique.at_first)
        return wanted and technique.id not in self.aside

    def allowed(self, techniques: Iterable[Exercise]) -> Sequence[Exercise]:
        """Return those of some techniques that may be offered and brought."""
        return [one for one in techniques if self.allows(one)]

    def choose(self, technique_id: str, *, wanted: bool) -> Self:
        """Take a technique in, also one that was put aside, or take it out."""
        return replace(
            self,
            chosen={**self.chosen, technique_id: wanted},
            aside={one: run for one, run in self.aside.items() if one != technique_id},
        )

    def after(self, technique_id: str, run_id: str, answers: Answers) -> Self:
        """Put a technique aside that was worse; if that is taken back at once, so is this."""
        aside = {one: run for one, run in self.aside.items() if run != run_id}
        if answers.get(HELPED) == Helped.WORSE:
            aside[technique_id] = run_id
        return self if aside == self.aside else replace(self, aside=aside)

    def as_plain(self) -> dict[str, Any]:
        """Return plain JSON values, from which `from_plain` makes the same."""
        return {"chosen": dict(self.chosen), "aside": dict(self.aside)}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Return what `as_plain` described."""
        return cls(chosen=plain["chosen"], aside=plain["aside"])


@dataclass(frozen=True, kw_only=True)
class Tried:
    """That somebody went through a technique, and whether it helped."""

    technique: str
    helped: Helped


def ranked(techniques: Iterable[Exercise], tried: Iterable[Tried]) -> Sequence[Exercise]:
    """Return techniques, those that helped oftenest first; where even, by the yeses."""
    times, fully = _counted(tried)
    return sorted(techniques, key=lambda one: (-times[one.id], -fully[one.id]))


def times_helped(tried: Iterable[Tried]) -> Mapping[str, int]:
    """Return how often each technique helped, be it a bit."""
    return _counted(tried)[0]


def _counted(tried: Iterable[Tried]) -> tuple[Counter[str], Counter[str]]:
    helpful = [one for one in tried if one.helped in {Helped.YES, Helped.A_BIT}]
    fully = (one.technique for one in helpful if one.helped is Helped.YES)
    return Counter(one.technique for one in helpful), Counter(fully)
